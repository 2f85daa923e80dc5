namespace GiftCardSdk;

/// <summary>
/// How an account's webhooks are told from forged ones. Read anew for every delivery, so that secrets can be changed without a restart. Without a
/// secret and without a token, the account takes none.
/// </summary>
public sealed class WebhookOptions
{
    /// <summary>
    /// The secrets that deliveries are signed with, all of which are good: to change one, add the new one, change it at the provider, then take the
    /// old one out. Never printed. Empty for a provider that does not sign.
    /// </summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>
    /// Unguessable last parts of the path, at least 16 letters or digits each, all of which are good: <c>/webhooks/gift-cards/main/(token)</c>.
    /// Required where deliveries are not signed; where they are, one more lock. Never printed by the SDK; a web server's own log may print paths.
    /// </summary>
    public IList<string> PathTokens { get; } = [];

    /// <summary>How deliveries are signed; null for what the provider documents. Where it documents nothing, nothing counts as signed until this is set.</summary>
    public WebhookSignatureOptions? Signature { get; set; }

    /// <summary>How far the time that is signed may lie from now, either way, where there is one. Default 5 minutes; 1 second to 1 day.</summary>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Addresses that may call, such as <c>203.0.113.7</c> or <c>203.0.113.0/24</c>; empty, the default, for any.</summary>
    public IList<string> AllowedAddresses { get; } = [];
}
