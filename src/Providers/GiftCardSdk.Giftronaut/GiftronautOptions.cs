using GiftCardSdk.Adapters;

namespace GiftCardSdk.Giftronaut;

/// <summary>Settings of one Giftronaut account. Credentials are read for every token, so that they can be changed without a restart.</summary>
public sealed class GiftronautOptions : IAccountOptions
{
    /// <summary>The client id of an app of the developer portal. Required; never printed.</summary>
    public string? ClientId { get; set; }

    /// <summary>The app's client secret, which the portal shows once. Required; never printed.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A second secret of the same app, tried when the first is refused: lets secrets be rotated one after the other. Null for none.</summary>
    public string? SecondaryClientSecret { get; set; }

    /// <summary>
    /// What a token is asked for, with blanks between. An app that lacks one of these may get no token at all. The default is the quickstart's;
    /// calls for the balance ask for <c>balance.read</c> besides, by a token of their own. Templates and campaigns need scopes that stand here
    /// (<see cref="GiftronautWords.Scope"/>).
    /// </summary>
    public string Scopes { get; set; } = GiftronautDefaults.Scopes;

    /// <summary>
    /// The account's stable id in the order journal; null for its name. A reference is one order <em>per account</em> and forever: whoever renames
    /// an account keeps its earlier name here, or every reference can be bought once more. Two names for one account of the provider's share
    /// one. Read once.
    /// </summary>
    public string? JournalId { get; set; }

    /// <summary>
    /// Play money or real money. Default sandbox. At Giftronaut the credentials choose the environment and nothing else does, so this must say
    /// what they are for: it sets the pace, and a warning is logged where the life of a token is that of the other environment's.
    /// </summary>
    public GiftCardEnvironment Environment { get; set; } = GiftCardEnvironment.Sandbox;

    /// <summary>The host, without <c>/api/v1</c>; https, or http on loopback. Null for Giftronaut's own, the same for both environments.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>How many calls a minute the account may make, 1 to 100000; null, the default, for the documented 60 of the sandbox and 300 of production.</summary>
    public int? MaxRequestsPerMinute { get; set; }

    /// <summary>
    /// How long the catalog is kept in memory to check orders against, since an order carries no currency; zero reads it before every order.
    /// Default an hour. What a kept catalog seems to rule out is looked up afresh before it is refused.
    /// </summary>
    public TimeSpan CatalogCacheTime { get; set; } = GiftronautDefaults.CatalogCacheTime;

    /// <summary>Where the idempotency key of a purchase stands. Default header and body, which satisfies each of Giftronaut's documents.</summary>
    public GiftronautKeyPlacement KeyPlacement { get; set; } = GiftronautKeyPlacement.HeaderAndBody;

    /// <summary>
    /// How webhooks are told from forged ones: put the portal's signing secret into <see cref="WebhookOptions.Secrets"/>. How Giftronaut signs is
    /// known. Read for every delivery.
    /// </summary>
    public WebhookOptions Webhooks { get; } = new();

    /// <summary>What Giftronaut's documents do not say for sure; to be changed when it proves otherwise.</summary>
    public GiftronautWireAssumptions WireAssumptions { get; set; } = new();

    internal Uri Address => BaseAddress ?? GiftronautDefaults.Address;

    internal int RequestsPerMinute =>
        MaxRequestsPerMinute
        ?? (
            Environment == GiftCardEnvironment.Production
                ? GiftronautDefaults.ProductionRequestsPerMinute
                : GiftronautDefaults.SandboxRequestsPerMinute
        );
}

/// <summary>Where the idempotency key of a purchase stands: the quickstart and a guide name the header, the reference demands a member of the body.</summary>
public enum GiftronautKeyPlacement
{
    /// <summary>In both places, with one value.</summary>
    HeaderAndBody = 0,

    /// <summary>In the header <c>X-Idempotency-Key</c> alone, as in the quickstart.</summary>
    Header,

    /// <summary>In the member <c>idempotencyKey</c> of the body alone, as in the reference.</summary>
    Body,
}
