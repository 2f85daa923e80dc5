namespace GiftCardSdk.GiftCardPartners;

/// <summary>
/// What this adapter believes about the wire where the documents are silent. Everything can be overridden through the options. "Sister" is
/// eGifter's rewards API, which is the same software; what is known of it is third-party knowledge here.
/// </summary>
public sealed class GiftCardPartnersWireAssumptions
{
    /// <summary>What a token's <c>ExpiresIn</c> counts. Assumed: seconds, as the documented sample reads; one client of the sister takes it for minutes.</summary>
    public TimeSpan ExpiresInUnit { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether a token stays good when a newer one is fetched. Assumed: yes; false has tokens renewed at their end instead of ahead of it.</summary>
    public bool OldTokensStayValid { get; set; } = true;

    /// <summary>The number of a list's first page. Third-party knowledge: 1.</summary>
    public int FirstPageIndex { get; set; } = 1;

    /// <summary>Items a page. Assumed: 100; 20 and 500 were seen at the sister.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>The longest PO number that is sent. Assumed: 50; letters, digits, hyphens and underscores are all that the SDK ever sends.</summary>
    public int MaxPONumberLength { get; set; } = 50;

    /// <summary>Whether a line's <c>Cost</c> is that of all its cards. Assumed: yes; false takes it for the cost of one.</summary>
    public bool CostIsLineTotal { get; set; } = true;

    /// <summary>Whether a 400 to the reading of one order or product means that there is none, as a 404 does. Assumed: yes; neither is documented.</summary>
    public bool BadRequestMeansUnknownId { get; set; } = true;

    /// <summary>Whether one product can be read by its id. Inferred: yes; false finds it in the list.</summary>
    public bool ProductsCanBeReadById { get; set; } = true;

    /// <summary>The query parameter that narrows the order list to one PO number. Assumed: there is none (null). What it finds is checked anyway.</summary>
    public string? OrderListPONumberParameter { get; set; }

    /// <summary>Whether the order list begins with the newest. Assumed: yes; false has a look-up read to the last page before it says "not found".</summary>
    public bool OrdersAreListedNewestFirst { get; set; } = true;

    /// <summary>
    /// How many pages of the order list are read at most for a reference of which the journal knows no send. Chosen by us: 10. An order that was
    /// sent is looked for as far back as its first send, however many pages that takes.
    /// </summary>
    public int OrderListPageLimit { get; set; } = 10;

    /// <summary>The currency of a balance that names none. Assumed: USD.</summary>
    public string BalanceCurrency { get; set; } = "USD";

    /// <summary>The word for a product whose denominations are a list. Documented.</summary>
    public string FixedDenominations { get; set; } = GiftCardPartnersWords.DenominationType.Fixed;

    /// <summary>The word for a product whose smallest and largest denomination are the bounds of a range. Assumed, and so is their meaning.</summary>
    public string VariableDenominations { get; set; } = GiftCardPartnersWords.DenominationType.Variable;

    /// <summary>Whether discounts are fractions of 1. Assumed: no, percent points, so that 4.5 means 4.5 %.</summary>
    public bool DiscountIsFraction { get; set; }

    /// <summary>The path of the health probe below <c>/v1</c>. Assumed; only its name is documented.</summary>
    public string StatusPath { get; set; } = "Status";

    /// <summary>
    /// The members that stand, in this spelling, in every error body of the provider and in none of a gateway. An answer that has them all is taken
    /// for the provider's own, so that its 400, 401, 403 and 422 refuse an order for certain. Assumed: empty, since no document shows such a body.
    /// Then an order that is answered so is looked up as if its answer had been lost, unless field errors name members of the order.
    /// </summary>
    public IReadOnlyList<string> ErrorMembers { get; set; } = [];

    /// <summary>
    /// Where the body of a 409 holds the id of the earlier order, in the order they are tried; also looked for inside <c>Error</c> and
    /// <c>Data</c>. Third-party knowledge: <c>previousOrderIds</c> at the sister. The rest is assumed; documented is only that the id is there.
    /// </summary>
    public IReadOnlyList<string> DuplicateOrderIdMembers { get; set; } = ["PreviousOrderIds", "PreviousOrderId", "OrderId", "Id"];

    /// <summary>
    /// What the status words of orders and lines mean: <c>pending</c>, <c>completed</c>, <c>failed</c>, <c>cancelled</c>. <c>Pending</c> is
    /// documented, <c>Completed</c> in prose; all others are assumed. A word that is not listed is kept as it is and is not final.
    /// </summary>
    public IReadOnlyDictionary<string, string> OrderStatuses { get; set; } = GiftCardPartnersWords.Status.UsualMeanings;

    /// <summary>Whether every 422 to an order means that the money does not suffice, its one documented cause. Assumed: yes; false makes it an invalid request.</summary>
    public bool UnprocessableMeansInsufficientFunds { get; set; } = true;

    /// <summary>
    /// Members whose names are assumed, and what they prove to be called: <c>"Balance.Available": "AvailableFunds"</c>. The keys are
    /// <see cref="AssumedMembers"/>. Empty by default.
    /// </summary>
    public IReadOnlyDictionary<string, string> MemberNames { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The members that <see cref="MemberNames"/> may rename: all whose names no document gives.</summary>
    public static IReadOnlyList<string> AssumedMembers => GiftCardPartnersMemberNames.Assumed;
}
