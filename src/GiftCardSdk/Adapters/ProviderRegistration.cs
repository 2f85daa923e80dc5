using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Adapters;

/// <summary>
/// How accounts of one provider are made of their options, wherever those come from: what an adapter's <c>Add…</c> and <c>GetOrAdd…</c> methods
/// hand to the core. One instance an adapter.
/// </summary>
/// <typeparam name="TOptions">The options of one account, named like the account.</typeparam>
public sealed class ProviderRegistration<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions
>
    where TOptions : class, IAccountOptions, new()
{
    private readonly string _provider;
    private readonly Func<AdapterContext, Func<TOptions>, GiftCardAdapter> _createAdapter;

    /// <summary>Says how accounts are made.</summary>
    /// <param name="provider">The provider, in small letters.</param>
    /// <param name="validator">Checks the options; each message names the account and the setting, and shows no secret.</param>
    /// <param name="createAdapter">Makes the adapter of an account, given what reads its options as they are now.</param>
    /// <exception cref="ArgumentException"><paramref name="provider"/> is blank, or something is null.</exception>
    public ProviderRegistration(
        string provider,
        IValidateOptions<TOptions> validator,
        Func<AdapterContext, Func<TOptions>, GiftCardAdapter> createAdapter
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        ArgumentNullException.ThrowIfNull(validator);
        ArgumentNullException.ThrowIfNull(createAdapter);
        _provider = provider;
        _createAdapter = createAdapter;
        Validator = validator;
    }

    /// <summary>The provider, in small letters.</summary>
    internal string Provider => _provider;

    /// <summary>Checks the options.</summary>
    internal IValidateOptions<TOptions> Validator { get; }

    /// <summary>An account of a name, whose options are read in some way.</summary>
    internal AccountRegistration Account(string name, Func<IServiceProvider, TOptions> read) =>
        new(name, _provider, services => read(services).Environment, context => _createAdapter(context, () => read(context.Services)))
        {
            JournalId = services => read(services).JournalId,
            Webhooks = services => read(services).Webhooks,
        };

    /// <summary>An account of a name, whose options a delegate sets, anew for every reading.</summary>
    internal AccountRegistration Account(string name, Action<TOptions> configure) => Account(name, _ => Read(name, configure));

    private TOptions Read(string name, Action<TOptions> configure)
    {
        var options = new TOptions();
        configure(options);
        var result = Validator.Validate(name, options);
        return result.Failed ? throw new OptionsValidationException(name, typeof(TOptions), result.Failures) : options;
    }
}
