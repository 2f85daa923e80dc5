namespace GiftCardSdk.Sandbox;

/// <summary>What the twin says when an order's <c>reference</c> comes a second time. GIFQ documents that no second order is made, not the answer.</summary>
public enum GifqDuplicateAnswer
{
    /// <summary>200 with the original order as it stands now, whatever else the repeat says.</summary>
    OriginalOrder,

    /// <summary>422 with a message that names the reference.</summary>
    Error,
}

/// <summary>Which names the twin gives to members whose names GIFQ does not publish. It reads campaign texts under the same names.</summary>
public enum GifqNames
{
    /// <summary>The most plausible ones, e.g. <c>redeem_details</c>, <c>fx_fee.rate</c>, <c>name</c>; an order's id is <c>id</c>, at creation <c>order_id</c> too.</summary>
    Usual,

    /// <summary>Others a client should accept, e.g. <c>redemption</c>, <c>exchange_rate</c>, <c>title</c>; an order's id is <c>order_id</c>, at creation <c>id</c>.</summary>
    Alternative,

    /// <summary>Where there is a third candidate, that one, e.g. <c>redemption_details</c>, <c>fee_percent</c>; elsewhere as <see cref="Alternative"/>.</summary>
    SecondAlternative,
}

/// <summary>Where a completed order holds its codes. GIFQ names the fields, not the place.</summary>
public enum GifqRedemptionPlace
{
    /// <summary>In an object of their own.</summary>
    Container,

    /// <summary>Beside the order's other members; the object is null.</summary>
    TopLevel,
}

/// <summary>How much of an order its entry in the list shows. Known for certain are id, reference and status only.</summary>
public enum GifqListedOrder
{
    /// <summary>All but the redemption data, among it when the order was made.</summary>
    WithoutRedemption,

    /// <summary>Id, reference and status.</summary>
    Minimal,
}

/// <summary>The order of the lists for which GIFQ states none: campaigns, payout orders, payouts, transactions.</summary>
public enum GifqListOrder
{
    /// <summary>The newest first, as orders are listed always.</summary>
    NewestFirst,

    /// <summary>The oldest first.</summary>
    OldestFirst,
}

/// <summary>What the header <c>page-items</c> counts. GIFQ's guide and the paging library it seems to use disagree.</summary>
public enum GifqPageItems
{
    /// <summary>The entries on this page, as the guide says.</summary>
    EntriesOnPage,

    /// <summary>The size of a full page.</summary>
    PageSize,
}

/// <summary>How a campaign is activated, paused and archived. GIFQ documents the moves, not the calls.</summary>
public enum GifqCampaignMoves
{
    /// <summary><c>POST …/activate</c>, <c>…/pause</c> and <c>…/archive</c>; a <c>status</c> in an update is ignored.</summary>
    Actions,

    /// <summary><c>PATCH</c> with a <c>status</c>; the three action paths do not exist.</summary>
    StatusMember,
}

/// <summary>Whether the caller's address is on the account's list. The status for one that is not is undocumented.</summary>
public enum GifqCallerAddress
{
    /// <summary>It is, or there is no list, as in GIFQ's sandbox.</summary>
    Allowed,

    /// <summary>It is not, and the answer is 401.</summary>
    Unauthorized,

    /// <summary>It is not, and the answer is 403.</summary>
    Forbidden,
}

/// <summary>
/// The switches of the GIFQ twin. Those named after an undocumented point of GIFQ's API exist so that a client can be tried with every
/// reading of it. All may be changed while the twin runs, between two requests.
/// </summary>
public sealed class GifqTwinOptions
{
    /// <summary>The tokens accepted at the start, all of one account; later changes go through <see cref="GifqTwin.SetApiTokens"/>.</summary>
    public IList<string> ApiTokens { get; } = ["sandbox-gifq-token"];

    /// <summary>The rate limit of each token, and of all calls without a good one together; 10 by default, null means none.</summary>
    public int? RequestsPerSecond { get; set; } = 10;

    /// <summary>The seconds a 429 asks to wait; 1 by default, null leaves the header out.</summary>
    public int? RetryAfterSeconds { get; set; } = 1;

    /// <summary>Whether callers are on the account's list of addresses; they are by default.</summary>
    public GifqCallerAddress CallerAddress { get; set; }

    /// <summary>The answer to a repeated reference; the original order by default. A reference that begins with <c>sim-dup422-</c> gets the error always.</summary>
    public GifqDuplicateAnswer DuplicateAnswer { get; set; }

    /// <summary>A reference whose order was refused is used up: a repeat gets the same refusal forever. Off by default.</summary>
    public bool RefusedReferencesAreUsedUp { get; set; }

    /// <summary>How long an order stays <c>pending</c>; two seconds by default.</summary>
    public TimeSpan CompletionDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Another currency pays for the whole face value, not for the discounted one. Off by default.</summary>
    public bool ConvertFullFaceValue { get; set; }

    /// <summary>The fee for paying in another currency is a transaction of its own (<c>fx_conversion</c>), not part of the order's. Off by default.</summary>
    public bool SeparateFxTransactions { get; set; }

    /// <summary>A campaign's brands cannot be changed while it is active; on by default, since GIFQ's documents disagree.</summary>
    public bool FreezeBrandsWhileActive { get; set; } = true;

    /// <summary>How a campaign changes its state; by action paths by default.</summary>
    public GifqCampaignMoves CampaignMoves { get; set; }

    /// <summary>Every 422 carries a <c>request_id</c>, not only that of a refused order. Off by default.</summary>
    public bool RequestIdOnEveryRefusal { get; set; }

    /// <summary>The names of undocumented members; the usual ones by default.</summary>
    public GifqNames Names { get; set; }

    /// <summary>Amounts, rates and percentages are written as strings. Off by default.</summary>
    public bool NumbersAsStrings { get; set; }

    /// <summary>Lists are written as an object whose member <c>data</c> holds the array. Off by default.</summary>
    public bool WrapLists { get; set; }

    /// <summary>Where a completed order holds its codes; in an object of their own by default.</summary>
    public GifqRedemptionPlace RedemptionPlace { get; set; }

    /// <summary>What the list of orders shows of each; all but the redemption data by default.</summary>
    public GifqListedOrder ListedOrder { get; set; }

    /// <summary>The order of the lists for which GIFQ states none; newest first by default.</summary>
    public GifqListOrder ListOrder { get; set; }

    /// <summary>What the header <c>page-items</c> counts; the entries on the page by default.</summary>
    public GifqPageItems PageItems { get; set; }

    /// <summary>A <c>limit</c> above 20 is answered 400, not lowered to 20. Off by default.</summary>
    public bool RefuseLargeLimits { get; set; }

    /// <summary>
    /// Words written in place of the twin's own for the states of orders, payout orders and payouts, e.g. <c>complete</c> for
    /// <c>completed</c>; none by default.
    /// </summary>
    public IDictionary<string, string> StatusWords { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Brands generated beside the regular catalog, to make it as large as a test wants; none by default, read at the start.</summary>
    public int ExtraBrands { get; set; }
}
