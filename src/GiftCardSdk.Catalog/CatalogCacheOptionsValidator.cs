using Microsoft.Extensions.Options;

namespace GiftCardSdk.Catalog;

/// <summary>Checks the settings at start, or on first use without a host.</summary>
internal sealed class CatalogCacheOptionsValidator : IValidateOptions<CatalogCacheOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public ValidateOptionsResult Validate(string? name, CatalogCacheOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] mistakes = [.. Mistakes(options).Select(mistake => "GiftCards CacheCatalogs: " + mistake)];
        return mistakes.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> Mistakes(CatalogCacheOptions options)
    {
        if (options.Life is { } life && !IsLife(life))
        {
            yield return $"Life is {life}; more than zero and at most {Longest}, or null for each provider's own time.";
        }

        foreach (var (account, own) in options.Lives.Where(own => !IsLife(own.Value)))
        {
            yield return $"Lives['{account}'] is {own}; more than zero and at most {Longest}.";
        }

        if (options.StaleFor < TimeSpan.Zero || options.StaleFor > Longest)
        {
            yield return $"StaleFor is {options.StaleFor}; zero to {Longest}.";
        }

        if (options.LocalLife < TimeSpan.FromSeconds(1) || options.LocalLife > Longest)
        {
            yield return $"LocalLife is {options.LocalLife}; 1 second to {Longest}.";
        }
    }

    private static bool IsLife(TimeSpan life) => life > TimeSpan.Zero && life <= Longest;
}
