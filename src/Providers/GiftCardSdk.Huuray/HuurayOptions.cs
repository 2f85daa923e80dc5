using GiftCardSdk.Adapters;

namespace GiftCardSdk.Huuray;

/// <summary>Settings of one Huuray account. Tokens and secrets are read for every attempt, so that they can be changed without a restart.</summary>
public sealed class HuurayOptions : IAccountOptions
{
    /// <summary>The account's API token, sent with every call. Blanks around it, such as a file's last line break, are cut off. Required; never printed.</summary>
    public string? ApiToken { get; set; }

    /// <summary>The secret that calls are signed with; it is never sent. Blanks around it are cut off. Required; never printed.</summary>
    public string? ApiSecret { get; set; }

    /// <summary>A second token, tried when the first is refused with 401: lets keys be changed one after the other. Null for none.</summary>
    public string? SecondaryApiToken { get; set; }

    /// <summary>The secret of <see cref="SecondaryApiToken"/>; null for none.</summary>
    public string? SecondaryApiSecret { get; set; }

    /// <summary>
    /// The account's stable id in the order journal; null for its name. A reference is one order <em>per account</em> and forever: whoever renames
    /// an account keeps its earlier name here, or every reference can be bought once more. Two names for one account of the provider's share
    /// one. Read once.
    /// </summary>
    public string? JournalId { get; set; }

    /// <summary>Play money or real money. Default sandbox, whose address Huuray gives with its keys: set <see cref="BaseAddress"/>.</summary>
    public GiftCardEnvironment Environment { get; set; } = GiftCardEnvironment.Sandbox;

    /// <summary>
    /// The host, without <c>/v4</c>; https, or http on loopback. Null for Huuray's own in production; required for the sandbox, whose address is
    /// not public. Where that is the production host with keys of its own, say so here.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The template of e-mailed orders that name none; null chooses the only one there is of that type and language. Its id in Huuray's portal.</summary>
    public int? EmailTemplateId { get; set; }

    /// <summary>The template of texted orders that name none; null chooses the only one there is of that type and language. Its id in Huuray's portal.</summary>
    public int? SmsTemplateId { get; set; }

    /// <summary>
    /// How old the catalogue may be when one product is read, since Huuray shows no product on its own and all are read for it. Zero, the
    /// default, reads it anew each time; at most a day. Listing always reads anew.
    /// </summary>
    public TimeSpan CatalogCacheTime { get; set; }

    /// <summary>
    /// How callbacks are told from forged ones. Nothing is public about how Huuray signs: without <see cref="WebhookOptions.Signature"/> each is a
    /// hint to read its order, behind a token in the path. Read for every delivery.
    /// </summary>
    public WebhookOptions Webhooks { get; } = new();

    /// <summary>What Huuray's documents do not say for sure; to be changed when it proves otherwise.</summary>
    public HuurayWireAssumptions WireAssumptions { get; set; } = new();

    /// <summary>Where the calls go; null while nobody has said.</summary>
    internal Uri? Address => BaseAddress ?? (Environment == GiftCardEnvironment.Production ? HuurayDefaults.ProductionAddress : null);
}
