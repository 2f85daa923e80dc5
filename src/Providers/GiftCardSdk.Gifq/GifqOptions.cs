using GiftCardSdk.Adapters;

namespace GiftCardSdk.Gifq;

/// <summary>Settings of one GIFQ account. Tokens are read for every attempt, so that they can be changed without a restart.</summary>
public sealed class GifqOptions : IAccountOptions
{
    /// <summary>The API token of this environment, from GIFQ's representative. It opens balances and orders whole. Required; never printed.</summary>
    public string? ApiToken { get; set; }

    /// <summary>A second token, tried when the first is refused with 401: lets tokens be changed one after the other. Null for none.</summary>
    public string? SecondaryApiToken { get; set; }

    /// <summary>
    /// The account's stable id in the order journal; null for its name. A reference is one order <em>per account</em> and forever: whoever renames
    /// an account keeps its earlier name here, or every reference can be bought once more. Two names for one account of the provider's share
    /// one. Read once.
    /// </summary>
    public string? JournalId { get; set; }

    /// <summary>
    /// Play money or real money. Default sandbox. Each environment has tokens of its own; production also wants the caller's address on GIFQ's list.
    /// </summary>
    public GiftCardEnvironment Environment { get; set; } = GiftCardEnvironment.Sandbox;

    /// <summary>The host, without <c>/api</c>; https, or http on loopback. Null for the host of <see cref="Environment"/>.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// How many pages of 20 are read at most when something is looked for in a list of which nothing says how far back it may stand: a reference
    /// of which the journal knows no send, and one end of the lists of payouts. 1 to 250, default 5. An order that was sent is looked for as far
    /// back as its first send, however many pages that takes.
    /// </summary>
    public int LookupPages { get; set; } = 5;

    /// <summary>
    /// How many requests a second the account may send; they are spaced evenly, at 98 % of it. 1 to 1,000, default 10, as GIFQ documents for every
    /// account. Change it where GIFQ has agreed to another rate; processes on one journal share it.
    /// </summary>
    public int RequestsPerSecond { get; set; } = GifqDefaults.RequestsPerSecond;

    /// <summary>
    /// How webhooks about payouts are told from forged ones. GIFQ signs them in a way that is not public: without
    /// <see cref="WebhookOptions.Signature"/> each is a hint to read the list of payouts, behind a token in the path. Read for every delivery.
    /// </summary>
    public WebhookOptions Webhooks { get; } = new();

    /// <summary>What GIFQ's documents do not say for sure; to be changed when it proves otherwise.</summary>
    public GifqWireAssumptions WireAssumptions { get; set; } = new();

    internal Uri Address => BaseAddress ?? DefaultAddress(Environment);

    internal static Uri DefaultAddress(GiftCardEnvironment environment) =>
        environment == GiftCardEnvironment.Production ? GifqDefaults.ProductionAddress : GifqDefaults.SandboxAddress;
}
