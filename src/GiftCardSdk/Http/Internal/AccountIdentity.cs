namespace GiftCardSdk.Http.Internal;

/// <summary>Whose call it is: what metrics, logs and exceptions of one HTTP client have in common.</summary>
internal sealed record AccountIdentity(string Provider, string Account, GiftCardEnvironment Environment, string? ProviderName = null)
{
    /// <summary>The provider as a sentence begins with it.</summary>
    public string DisplayName { get; } =
        ProviderName ?? (Provider.Length == 0 ? Provider : char.ToUpperInvariant(Provider[0]) + Provider[1..]);
}
