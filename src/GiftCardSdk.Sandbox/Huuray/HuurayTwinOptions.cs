namespace GiftCardSdk.Sandbox;

/// <summary>How many decimal places the integer amounts on the wire stand for. Huuray documents "minor units" and no more.</summary>
public enum HuurayMinorUnits
{
    /// <summary>As many as ISO 4217 gives the currency: none for the yen, three for the Kuwaiti dinar.</summary>
    Iso4217,

    /// <summary>Two for every currency.</summary>
    AlwaysHundredths,
}

/// <summary>The unit of the catalogue's <c>Denominations</c> text. Not documented.</summary>
public enum HuurayDenominationUnit
{
    /// <summary>Whole units: <c>100,250,500</c> are crowns.</summary>
    Major,

    /// <summary>Minor units, as in an order: <c>10000,25000,50000</c>.</summary>
    Minor,
}

/// <summary>How the catalogue writes a product of any amount within a range. Not documented.</summary>
public enum HuurayRangeNotation
{
    /// <summary><c>50-5000</c>.</summary>
    Dash,

    /// <summary><c>Open value</c>: no limits are given.</summary>
    Words,

    /// <summary>A null.</summary>
    Null,
}

/// <summary>How the answer to an asynchronous order says that there are no cards yet. A client has to expect both.</summary>
public enum HuurayMissingVouchers
{
    /// <summary>A null.</summary>
    Null,

    /// <summary>An empty array.</summary>
    EmptyArray,
}

/// <summary>What becomes of asynchronous orders. How a late failure looks is not documented.</summary>
public enum HuurayAsyncEnd
{
    /// <summary>Every card is issued.</summary>
    AllIssued,

    /// <summary>One card fewer than ordered is issued; its price is returned.</summary>
    OneMissing,

    /// <summary>No card is issued and no search ever finds the order; its price is returned.</summary>
    NeverFound,
}

/// <summary>Which order a search answers with when several match. Not documented.</summary>
public enum HuurayManyMatches
{
    /// <summary>The one made last.</summary>
    Newest,

    /// <summary>The one made first.</summary>
    Oldest,
}

/// <summary>
/// The switches of the Huuray twin: the account's own options, and every point that Huuray's documents leave open, so that a client can be tested
/// with each way to read them. Unless said otherwise they may be changed while the twin runs, between two requests.
/// </summary>
public sealed class HuurayTwinOptions
{
    /// <summary>The tokens and secrets accepted at the start; later changes go through <see cref="HuurayTwin.SetApiCredentials"/>.</summary>
    public IList<HuurayCredential> ApiCredentials { get; } = [new("sandbox-huuray-token", "sandbox-huuray-secret")];

    /// <summary>Calls come from an address on the account's list, the default; otherwise each is refused.</summary>
    public bool AddressAllowed { get; set; } = true;

    /// <summary>The status for a call from a foreign address, which v4 does not document; 403 by default.</summary>
    public int ForeignAddressStatus { get; set; } = 403;

    /// <summary>The account's option <c>ReturnCode</c>: codes, CVVs and links are disclosed, the default; otherwise they are blank.</summary>
    public bool ReturnCode { get; set; } = true;

    /// <summary>The callback's option <c>IncludeCodes</c>: webhooks disclose codes, CVVs and links; off by default, so that they are blank.</summary>
    public bool IncludeCodes { get; set; }

    /// <summary>The account's option for the four invoice texts; off by default, so that an order with one is refused.</summary>
    public bool InvoiceFields { get; set; }

    /// <summary>The account's option for purchase-order files; off by default, so that uploads and orders with one are refused.</summary>
    public bool PurchaseOrderFiles { get; set; }

    /// <summary>How amounts are counted; by ISO 4217 by default. Read at the start.</summary>
    public HuurayMinorUnits MinorUnits { get; set; }

    /// <summary>The unit of the catalogue's denominations; whole units by default.</summary>
    public HuurayDenominationUnit DenominationUnit { get; set; }

    /// <summary>How the catalogue writes a range; with a dash by default.</summary>
    public HuurayRangeNotation RangeNotation { get; set; }

    /// <summary>The published rate already contains the spread; off by default. Assumed.</summary>
    public bool RateContainsSpread { get; set; }

    /// <summary>Orders in a currency with too low a balance are paid from the euros; on by default. Inferred.</summary>
    public bool AutomaticExchange { get; set; } = true;

    /// <summary>The status of an order beyond the balance, which is not documented; 422 by default.</summary>
    public int InsufficientFundsStatus { get; set; } = 422;

    /// <summary>The status of an order for an inactive product or one out of stock, which is not documented; 422 by default.</summary>
    public int ProductUnavailableStatus { get; set; } = 422;

    /// <summary>The status of an order for a product nobody knows, which is not documented; 404 by default.</summary>
    public int UnknownProductStatus { get; set; } = 404;

    /// <summary>The status of an accepted synchronous order, which is not documented; 201 by default.</summary>
    public int SyncOrderStatus { get; set; } = 201;

    /// <summary>The status of an accepted asynchronous order, which is not documented; 202 by default.</summary>
    public int AsyncOrderStatus { get; set; } = 202;

    /// <summary>How an accepted asynchronous order says that it has no cards yet; by a null by default.</summary>
    public HuurayMissingVouchers MissingVouchers { get; set; }

    /// <summary>How long it takes until an asynchronous order is ready; two seconds by default.</summary>
    public TimeSpan CompletionDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>What becomes of asynchronous orders accepted from now on; all cards are issued by default.</summary>
    public HuurayAsyncEnd AsyncEnd { get; set; }

    /// <summary>
    /// How long after its completion an order, synchronous or not, is first found by a search; none by default. Until then a search says 404
    /// although the order has been sold. Not documented.
    /// </summary>
    public TimeSpan SearchDelay { get; set; }

    /// <summary>Which of several orders a search answers with; the newest by default.</summary>
    public HuurayManyMatches ManyMatches { get; set; }

    /// <summary>A search shows codes even without <c>VoucherID</c>; off by default, as documented.</summary>
    public bool CodesWithoutVoucherId { get; set; }

    /// <summary>A search by <c>VoucherID</c> answers with all cards of the order; off by default: with that one. Not documented.</summary>
    public bool WholeOrderForVoucherId { get; set; }

    /// <summary>A search still lists cancelled cards, the default. Not documented.</summary>
    public bool ShowCancelledVouchers { get; set; } = true;

    /// <summary>Times in answers carry a <c>Z</c>, the default; otherwise they have no offset. Not documented.</summary>
    public bool TimesWithOffset { get; set; } = true;

    /// <summary>How long after an order's completion its PDFs are ready; at once by default. Until then the answer is 202.</summary>
    public TimeSpan PdfDelay { get; set; }

    /// <summary>The delivery templates of the account; without any and without PDF templates the list is 404.</summary>
    public IList<HuurayTemplate> Templates { get; } =
    [
        new(7310, HuurayTemplate.Email, "sv", "Thank-you mail"),
        new(7311, HuurayTemplate.Email, "en", "Thank-you mail, English"),
        new(7320, "SMS", "en", "Thank-you text"),
    ];

    /// <summary>The PDF layouts of the account.</summary>
    public IList<HuurayPdfTemplate> PdfTemplates { get; } =
    [
        new("2b6f1f0e-9a41-4c53-8f0d-6f1f7c0b9d11", "sv", "A4 card"),
        new("7c9d2a54-1b3e-4f67-a0c8-5e8d41f3b620", "da", "A4 card, Denmark only") { Country = "DK" },
    ];
}
