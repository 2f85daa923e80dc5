using System.Collections.Frozen;

namespace GiftCardSdk.Giftronaut;

/// <summary>What this adapter believes about Giftronaut's wire where the documents are silent or disagree. Everything can be overridden through the options.</summary>
public sealed class GiftronautWireAssumptions
{
    /// <summary>What stands for an id in a path.</summary>
    public const string Id = "{id}";

    /// <summary>The path that orders branded cards, below <c>/api/v1</c>. Singular in the quickstart, plural in the reference; both documented.</summary>
    public string BrandedCardOrderPath { get; set; } = "orders/branded-card";

    /// <summary>
    /// Its other spelling, used from the next send on, under the same key, where the first seems not to be there (404 or 405). Null has the first answer stand.
    /// </summary>
    public string? OtherBrandedCardOrderPath { get; set; } = "orders/branded-cards";

    /// <summary>The path that orders choice cards, below <c>/api/v1</c>. Documented in the plural alone.</summary>
    public string ChoiceCardOrderPath { get; set; } = "orders/choice-cards";

    /// <summary>Its other spelling, used from the next send on, under the same key, where the first seems not to be there (404 or 405). Assumed. Null has the first answer stand.</summary>
    public string? OtherChoiceCardOrderPath { get; set; } = "orders/choice-card";

    /// <summary>The path that cancels a scheduled order. That an order can be cancelled is documented, how is assumed.</summary>
    public string CancelOrderPath { get; set; } = "orders/{id}/cancel";

    /// <summary>The path that sends an order's e-mails again. That they can be is documented, how is third-party knowledge.</summary>
    public string ResendOrderPath { get; set; } = "orders/{id}/resend";

    /// <summary>The path that sends a test e-mail. Third-party knowledge.</summary>
    public string TestEmailPath { get; set; } = "orders/test-email";

    /// <summary>
    /// The query parameter that narrows the list of orders to one idempotency key. Third-party knowledge; before a hit counts, it is tried
    /// whether the list obeys it. Null has no order looked up by its key.
    /// </summary>
    public string? ClientOrderIdParameter { get; set; } = "clientOrderId";

    /// <summary>The query parameter that narrows the ledger to one kind of movement. Assumed.</summary>
    public string LedgerTypeParameter { get; set; } = "type";

    /// <summary>Whether the catalogs are asked for page by page. Assumed: yes; a catalog that comes whole anyway is understood. False asks as the quickstart does.</summary>
    public bool CatalogTakesPages { get; set; } = true;

    /// <summary>
    /// Whether a campaign run with the same idempotency key is never carried out twice. Documented for POST in general, assumed for runs, so
    /// the default is false: a run whose answer got lost is looked up and never sent again. True has it repeated.
    /// </summary>
    public bool CampaignRunsTakeKeys { get; set; }

    /// <summary>
    /// Whether the life of a token hints at its environment: a day in the sandbox, an hour in production, both documented; it may be what is left
    /// of it. Then a warning is logged where it is that of the other environment than <see cref="GiftronautOptions.Environment"/>. Default true.
    /// </summary>
    public bool TokenLifeTellsEnvironment { get; set; } = true;

    /// <summary>
    /// What the status words of orders mean: <c>pending</c>, <c>completed</c>, <c>failed</c>, <c>cancelled</c>. The four known words are
    /// documented. A word that is not listed is unknown and never final: client code guards against <c>FAILED</c>, no document has it.
    /// </summary>
    public IReadOnlyDictionary<string, string> OrderStatuses { get; set; } = GiftronautWords.OrderStatus.UsualMeanings;

    /// <summary>
    /// Other JSON names of members, where an assumed one proves wrong: <c>["order.bouncedCount"] = "failedCount"</c>. A key is the name of the
    /// thing (<c>product new_order recipient email_setting send_timing order order_recipient new_reward_links resend resend_recipient test_email
    /// test_email_reply balance ledger_entry top_up top_up_reply template campaign campaign_run campaign_recipient</c>) and the name that its
    /// member has on the wire. Empty by default.
    /// </summary>
    public IReadOnlyDictionary<string, string> MemberNames { get; set; } = FrozenDictionary<string, string>.Empty;
}
