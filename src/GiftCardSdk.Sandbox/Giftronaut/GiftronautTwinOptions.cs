namespace GiftCardSdk.Sandbox;

/// <summary>Whether a reply is the object itself or stands in a <c>data</c> member. Giftronaut's pages show both.</summary>
public enum GiftronautEnvelope
{
    /// <summary>Orders bare; catalog, balance and lists in <c>data</c>: as the pages show them.</summary>
    AsDocumented,

    /// <summary>Everything bare; a list is an array at the root, without figures about the page.</summary>
    Bare,

    /// <summary>Everything in <c>data</c>.</summary>
    Wrapped,
}

/// <summary>Where a list says which page it is. No page of Giftronaut's shows it.</summary>
public enum GiftronautPageMetadata
{
    /// <summary><c>page</c>, <c>pageSize</c>, <c>totalCount</c> and <c>totalPages</c> beside <c>data</c>.</summary>
    Root,

    /// <summary>The same in a member <c>pagination</c>.</summary>
    Nested,

    /// <summary>Nowhere.</summary>
    None,
}

/// <summary>The names of a product's price fields. Giftronaut's pages use two sets.</summary>
public enum GiftronautPriceVocabulary
{
    /// <summary>Products whose id begins with <c>GC-</c> in the older names, all others in the newer.</summary>
    Mixed,

    /// <summary>
    /// <c>faceValueType</c>, <c>denominations</c>, <c>minAmount</c>, <c>maxAmount</c>, as in the quickstart. No country and no step is said,
    /// and a choice card is named by <c>brandName</c>.
    /// </summary>
    FaceValue,

    /// <summary><c>priceType</c>, <c>prices</c>, <c>priceStep</c>, with <c>countryCode</c>; a choice card is named by <c>cardName</c>.</summary>
    Price,
}

/// <summary>The last part of the paths under which cards are ordered. The quickstart and the reference differ.</summary>
public enum GiftronautOrderPaths
{
    /// <summary>Both spellings are served.</summary>
    Both,

    /// <summary>Only <c>branded-card</c> and <c>choice-card</c>; the other is answered 404.</summary>
    Singular,

    /// <summary>Only <c>branded-cards</c> and <c>choice-cards</c>; the other is answered 404.</summary>
    Plural,
}

/// <summary>Where the idempotency key of a request is read. The guides name the header, the reference a body field.</summary>
public enum GiftronautKeySource
{
    /// <summary>Header <c>X-Idempotency-Key</c>, body field <c>idempotencyKey</c>, or both with one value.</summary>
    HeaderOrBody,

    /// <summary>The header alone; the body field means nothing.</summary>
    Header,

    /// <summary>The body field alone; the header means nothing.</summary>
    Body,
}

/// <summary>What a repeat with the same key and body is answered, besides the status 200.</summary>
public enum GiftronautReplay
{
    /// <summary>The body of the first answer, as it was then.</summary>
    Snapshot,

    /// <summary>The order as it stands now.</summary>
    CurrentOrder,
}

/// <summary>What a repeated purchase of reward links is answered.</summary>
public enum GiftronautRewardLinkRepeat
{
    /// <summary>409 with the original order's id, whatever the repeat's body says.</summary>
    ConflictWithId,

    /// <summary>As for the other orders: 200 with the original, 409 for another body.</summary>
    OriginalOrder,
}

/// <summary>The status of <c>PRODUCT_NOT_FOUND</c>. No page of Giftronaut's says it.</summary>
public enum GiftronautUnknownProduct
{
    /// <summary>404.</summary>
    NotFound,

    /// <summary>400.</summary>
    BadRequest,
}

/// <summary>What a resend is answered. No page of Giftronaut's says it.</summary>
public enum GiftronautResendAnswer
{
    /// <summary>200 with the order.</summary>
    Order,

    /// <summary>202 without a body.</summary>
    Accepted,

    /// <summary>204.</summary>
    NoContent,
}

/// <summary>
/// The switches of the Giftronaut twin. Those named after an undocumented point of Giftronaut's API exist so that a client can be tried
/// with every reading of it. All may be changed while the twin runs, between two requests, unless they say otherwise.
/// </summary>
public sealed class GiftronautTwinOptions
{
    /// <summary>How long a token of the provider's sandbox lives; 24 hours by default.</summary>
    public TimeSpan SandboxTokenLife { get; set; } = TimeSpan.FromHours(24);

    /// <summary>A token call that asks for a scope the app does not have fails, the default; otherwise the token comes with the rest.</summary>
    public bool UngrantedScopeFails { get; set; } = true;

    /// <summary>Requests a minute and app in the provider's sandbox, 60 by default; null means no limit.</summary>
    public int? SandboxRequestsPerMinute { get; set; } = 60;

    /// <summary>The answer to a request over the limit names the wait in <c>Retry-After</c>, the default. Undocumented.</summary>
    public bool LimitNamesWait { get; set; } = true;

    /// <summary>How replies are wrapped; as documented by default.</summary>
    public GiftronautEnvelope Envelope { get; set; }

    /// <summary>Where lists say which page they are; beside <c>data</c> by default.</summary>
    public GiftronautPageMetadata PageMetadata { get; set; }

    /// <summary>
    /// A page below 1 and a page size outside 1 to 100 are moved into these bounds; off by default, so that they are answered 400.
    /// </summary>
    public bool ClampPages { get; set; }

    /// <summary>
    /// The catalogs obey <c>page</c>, <c>pageSize</c>, <c>countryCode</c> and <c>currencyCode</c>; off by default: they come whole, as in
    /// the quickstart.
    /// </summary>
    public bool CatalogQueryHonoured { get; set; }

    /// <summary>The names of the price fields; both sets by default.</summary>
    public GiftronautPriceVocabulary PriceVocabulary { get; set; }

    /// <summary>The spellings of the order paths that are served; both by default.</summary>
    public GiftronautOrderPaths OrderPaths { get; set; }

    /// <summary>The answer about a product that does not exist or is gone; 404 by default.</summary>
    public GiftronautUnknownProduct UnknownProduct { get; set; }

    /// <summary>Where idempotency keys are read; in header and body by default.</summary>
    public GiftronautKeySource KeySource { get; set; }

    /// <summary>How long a key is remembered after its first success; 24 hours by default. After that it buys again.</summary>
    public TimeSpan KeyLife { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// How long after its first use a key is answered 409 <c>IDEMPOTENCY_KEY_IN_PROGRESS</c>, as if that use were still running; none by
    /// default.
    /// </summary>
    public TimeSpan KeyBusyFor { get; set; }

    /// <summary>What a repeat shows; the first answer by default.</summary>
    public GiftronautReplay Replay { get; set; }

    /// <summary>What a repeated purchase of reward links is answered; 409 with the original id by default.</summary>
    public GiftronautRewardLinkRepeat RewardLinkRepeat { get; set; }

    /// <summary>A refusal uses its key up and is itself repeated; off by default, so that the key stays fresh.</summary>
    public bool RefusalsUseUpKeys { get; set; }

    /// <summary>The order list obeys <c>clientOrderId</c>, the default; otherwise it lists on as if the filter were not there.</summary>
    public bool ClientOrderIdHonoured { get; set; } = true;

    /// <summary>
    /// How long an order that is sent at once stays <c>PENDING</c>; none by default, so that its create reply says <c>IN_PROGRESS</c>. Reward
    /// links begin <c>PENDING</c> in any case.
    /// </summary>
    public TimeSpan PendingDelay { get; set; }

    /// <summary>How long an order then stays <c>IN_PROGRESS</c>; none by default, so that the next look finds it <c>COMPLETE</c>.</summary>
    public TimeSpan CompletionDelay { get; set; }

    /// <summary>With both delays zero, the create reply of an order that is sent at once says <c>COMPLETE</c> already; off by default.</summary>
    public bool CompleteInCreateReply { get; set; }

    /// <summary>
    /// How long after completion bounced e-mails are counted; none by default. Giftronaut gathers them in batches of five minutes, so a
    /// complete order may grow bounces.
    /// </summary>
    public TimeSpan BounceDelay { get; set; }

    /// <summary>A recipient in an order shows name, amount and status besides address and link, the default. Undocumented.</summary>
    public bool ShowRecipientDetails { get; set; } = true;

    /// <summary>
    /// Orders repeat <c>refundOption</c>, <c>expiresAt</c>, <c>sendTiming</c> and <c>emailSetting</c>, and the balance shows
    /// <c>rewardBalance</c> and <c>totalBalance</c>; off by default. Undocumented.
    /// </summary>
    public bool ShowOptionalMembers { get; set; }

    /// <summary>What a resend is answered; the order by default.</summary>
    public GiftronautResendAnswer ResendAnswer { get; set; }

    /// <summary>
    /// Orders in the provider's sandbox take from its virtual balance, the default; otherwise they leave it alone and are never refused for
    /// lack of it. The guide says both.
    /// </summary>
    public bool SandboxCharges { get; set; } = true;

    /// <summary>
    /// An order that leaves less than this many US dollars in the provider's sandbox has the balance refilled to 10,000; 1,000 by default,
    /// null never refills.
    /// </summary>
    public decimal? RefillBelow { get; set; } = 1_000m;

    /// <summary>A balance that falls below this many US dollars is reported by webhook; null, the default, never reports it.</summary>
    public decimal? LowBalanceThreshold { get; set; }

    /// <summary>Products generated beside the regular catalog, to make it as large as a test wants; none by default, read at the start.</summary>
    public int ExtraProducts { get; set; }
}
