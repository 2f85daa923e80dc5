namespace GiftCardSdk.Sandbox;

/// <summary>
/// The switches of the Gift Card Partners twin. Much of that API is published only in outline, and each switch stands for one point a
/// client must not depend on; the default is the likeliest reading. All may be changed while the twin runs, between two requests, unless
/// they say otherwise.
/// </summary>
public sealed class GiftCardPartnersTwinOptions
{
    /// <summary>The e-mail address tokens are asked for with.</summary>
    public string Email { get; set; } = "sandbox@account.example";

    /// <summary>The access tokens accepted at the start; later changes go through <see cref="GiftCardPartnersTwin.SetAccessTokens"/>.</summary>
    public IList<string> AccessTokens { get; } = ["sandbox-gcp-access-token"];

    /// <summary>The account may use the API, the default; otherwise good credentials are answered 403.</summary>
    public bool ApiAccessEnabled { get; set; } = true;

    /// <summary>How long a bearer token lives; an hour by default.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The unit <c>ExpiresIn</c> is written in; seconds by default.</summary>
    public GiftCardPartnersTokenUnit TokenExpiryUnit { get; set; }

    /// <summary>A token stays good when a newer one is issued, the default; otherwise the newest one alone is accepted.</summary>
    public bool OldTokensStayValid { get; set; } = true;

    /// <summary>Writes member names in camel case, as the sister deployment does, instead of Pascal case; off by default. Both are read.</summary>
    public bool CamelCase { get; set; }

    /// <summary>How errors are written.</summary>
    public GiftCardPartnersErrorShape ErrorShape { get; set; }

    /// <summary>How the answer to a PO number used before is written.</summary>
    public GiftCardPartnersConflictShape ConflictShape { get; set; }

    /// <summary>The answer about an unknown order or product; 404 by default.</summary>
    public GiftCardPartnersUnknownAnswer UnknownAnswer { get; set; }

    /// <summary>A PO number has 1 to 50 letters, digits, hyphens and underscores, the default; otherwise any text but a blank one will do.</summary>
    public bool RestrictPONumbers { get; set; } = true;

    /// <summary>
    /// The PO number of an order answered 400 or 422 may be used again, the default; otherwise it is spent, and a repeat is a conflict
    /// without an order.
    /// </summary>
    public bool RefusalFreesPONumber { get; set; } = true;

    /// <summary>An order of more cards than this is answered <c>Pending</c> and completed later; 20 by default.</summary>
    public int AsyncThreshold { get; set; } = 20;

    /// <summary>How long a pending order takes, before the 50 ms that each card adds; two seconds by default.</summary>
    public TimeSpan CompletionDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Pending orders complete by themselves, the default; otherwise only by <see cref="GiftCardPartnersTwin.Complete"/>.</summary>
    public bool AutomaticCompletion { get; set; } = true;

    /// <summary>
    /// A line delivered to this e-mail address fails in processing: the order ends as failed or partially completed, and what the line
    /// cost is given back.
    /// </summary>
    public string FailingAddress { get; set; } = "bad-recipient@sandbox.example";

    /// <summary>The word for an order or line that is done. Documented in prose, so the spelling may differ.</summary>
    public string CompletedWord { get; set; } = "Completed";

    /// <summary>The word for an order or line that failed.</summary>
    public string FailedWord { get; set; } = "Failed";

    /// <summary>The word for an order or line that was called off.</summary>
    public string CancelledWord { get; set; } = "Cancelled";

    /// <summary>How a pending order shows its lines; not at all by default.</summary>
    public GiftCardPartnersPendingLines PendingLines { get; set; }

    /// <summary>Lines that the provider delivers by e-mail or SMS show their claim data too; off by default.</summary>
    public bool ClaimDataOnDelivery { get; set; }

    /// <summary>A line's <c>Cost</c> is that of one card instead of all of its cards; off by default.</summary>
    public bool CostPerCard { get; set; }

    /// <summary>Shipping is charged beside the lines' own cost, once for each line; on by default.</summary>
    public bool ChargeShipping { get; set; } = true;

    /// <summary>Orders show their <c>PONumber</c>, in full and in the list; on by default.</summary>
    public bool ShowPONumber { get; set; } = true;

    /// <summary>Orders show their <c>CreatedDate</c>, in full and in the list; on by default.</summary>
    public bool ShowCreatedDate { get; set; } = true;

    /// <summary>Writes dates as local time so far from UTC, without saying so; null, the default, writes UTC with its <c>Z</c>.</summary>
    public TimeSpan? UnsaidOffset { get; set; }

    /// <summary>Orders show the <c>Note</c> they came with; on by default.</summary>
    public bool EchoNote { get; set; } = true;

    /// <summary>Lines show the <c>ExternalId</c> they came with; off by default.</summary>
    public bool EchoExternalId { get; set; }

    /// <summary>The list of orders shows their lines; off by default.</summary>
    public bool ListedLineItems { get; set; }

    /// <summary>The list of orders begins with the oldest; off by default.</summary>
    public bool OldestOrdersFirst { get; set; }

    /// <summary>The query parameter that narrows the list of orders to one PO number; null, the default, means there is none.</summary>
    public string? OrderListPONumberParameter { get; set; }

    /// <summary>How long after its creation an order cannot be read yet, as from a lagging copy of the database; none by default.</summary>
    public TimeSpan OrderVisibilityDelay { get; set; }

    /// <summary>The number of a list's first page; 1 by default.</summary>
    public int FirstPageIndex { get; set; } = 1;

    /// <summary>The largest page; 500 by default.</summary>
    public int MaxPageSize { get; set; } = 500;

    /// <summary>A demand for a larger page is answered 400; off by default, which cuts it.</summary>
    public bool RefuseOversizedPages { get; set; }

    /// <summary>How products and orders are listed; in an envelope by default.</summary>
    public GiftCardPartnersListShape PagedLists { get; set; } = GiftCardPartnersListShape.Envelope;

    /// <summary>How shipping methods, carriers, brandings and departments are listed; as bare arrays by default.</summary>
    public GiftCardPartnersListShape LookupLists { get; set; } = GiftCardPartnersListShape.Array;

    /// <summary>The balance's members end in <c>Balance</c>; off by default.</summary>
    public bool SuffixedBalanceNames { get; set; }

    /// <summary>The balance names its currency; on by default.</summary>
    public bool ShowBalanceCurrency { get; set; } = true;

    /// <summary>The currency of the deposit account that the balance operation shows; USD by default.</summary>
    public string AccountCurrency { get; set; } = "USD";

    /// <summary>The status operation exists, the default; otherwise it is answered 404.</summary>
    public bool StatusOperationExists { get; set; } = true;

    /// <summary>The word for a product whose denominations are the ends of a range.</summary>
    public string VariableWord { get; set; } = "Variable";

    /// <summary>The word for a product that is posted.</summary>
    public string PhysicalWord { get; set; } = "Physical";

    /// <summary>Discounts are written as a fraction of 1 instead of percent points; off by default. What is charged is the same.</summary>
    public bool DiscountAsFraction { get; set; }

    /// <summary>Products show the optional members seen at the sister deployment only: colours, web site, logo; off by default.</summary>
    public bool ShowSisterMembers { get; set; }

    /// <summary>Products generated beside the regular catalog, to make it as large as a test wants; none by default, read at the start.</summary>
    public int ExtraProducts { get; set; }

    /// <summary>What a webhook carries; the digest by default.</summary>
    public GiftCardPartnersWebhookPayload WebhookPayload { get; set; }
}
