using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Adapters.Internal;

/// <summary>Checks the options of a provider's accounts, and of nothing else: a test may have put another provider in the place of an account.</summary>
internal sealed class AccountOptionsGuard<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions
>(ProviderRegistration<TOptions> provider, IEnumerable<AccountRegistration> accounts, IEnumerable<AccountSection> sections)
    : IValidateOptions<TOptions>
    where TOptions : class, IAccountOptions, new()
{
    public ValidateOptionsResult Validate(string? name, TOptions options) =>
        accounts.Any(account => account.Name == name && account.Provider != provider.Provider) ? ValidateOptionsResult.Skip
        : provider.Validator is AccountOptionsValidator<TOptions> validator
            ? validator.Validate(name, options, sections.FirstOrDefault(section => section.Account == name)?.Path)
        : provider.Validator.Validate(name, options);
}
