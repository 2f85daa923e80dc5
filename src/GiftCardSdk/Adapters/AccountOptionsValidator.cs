using Microsoft.Extensions.Options;

namespace GiftCardSdk.Adapters;

/// <summary>
/// Checks the options of accounts at one provider and names all mistakes at once, each with its account and setting. A message never shows a
/// credential.
/// </summary>
/// <typeparam name="TOptions">The adapter's options.</typeparam>
/// <param name="providerName">The provider as people write its name.</param>
public abstract class AccountOptionsValidator<TOptions>(string providerName) : IValidateOptions<TOptions>
    where TOptions : class
{
    /// <summary>Checks the options of one account.</summary>
    /// <param name="name">The name of the account.</param>
    /// <param name="options">Its options.</param>
    /// <returns>Success, or every mistake.</returns>
    public ValidateOptionsResult Validate(string? name, TOptions options) => Validate(name, options, section: null);

    /// <summary>The same, with the configuration section that the settings stand in, so that each is named as it is written there.</summary>
    internal ValidateOptionsResult Validate(string? name, TOptions options, string? section)
    {
        ArgumentNullException.ThrowIfNull(options);
        var place = section is null ? "" : section + ":";
        string[] mistakes = [.. MistakesOf(options).Select(mistake => $"GiftCards account '{name}' ({providerName}): {place}{mistake}")];
        return mistakes.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    /// <summary>What is wrong with the options.</summary>
    /// <param name="options">The options.</param>
    /// <returns>A sentence a mistake, which begins with the name of the setting and says what would be right; empty if there is none.</returns>
    protected abstract IEnumerable<string> MistakesOf(TOptions options);

    /// <summary>What is wrong with a credential that goes out in a header or a form: it must consist of visible ASCII characters.</summary>
    /// <param name="name">The name of the setting.</param>
    /// <param name="value">The credential; never shown.</param>
    /// <param name="addMethod">The method in which it is set, such as <c>AddGiftbit</c>, if the account needs it; null where it may be missing.</param>
    /// <returns>A sentence, or nothing.</returns>
    protected static IEnumerable<string> MistakesOfCredential(string name, string? value, string? addMethod)
    {
        if (addMethod is not null && string.IsNullOrWhiteSpace(value))
        {
            yield return $"{name} is missing; set it in {addMethod}(o => o.{name} = …) or in the configuration section.";
        }
        else if (value.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            yield return $"{name} holds a blank, a line break or a character outside ASCII; copy it again (it is not shown here).";
        }
    }
}
