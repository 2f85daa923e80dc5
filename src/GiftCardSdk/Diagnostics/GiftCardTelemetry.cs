namespace GiftCardSdk.Diagnostics;

/// <summary>The names under which the SDK reports to OpenTelemetry. No tag ever holds a reference, a product, an address, a path or a code.</summary>
public static class GiftCardTelemetry
{
    /// <summary>Name of the activity source; an activity a call, named after the operation.</summary>
    public const string ActivitySourceName = "GiftCardSdk";

    /// <summary>Name of the meter.</summary>
    public const string MeterName = "GiftCardSdk";

    /// <summary>Histogram, seconds: a call from its beginning to its end, waits and retries included.</summary>
    public const string OperationDuration = "giftcards.client.operation.duration";

    /// <summary>Counter: reads that were sent once more after a passing failure.</summary>
    public const string Retries = "giftcards.client.retries";

    /// <summary>Histogram, seconds: how long a call waited for the account's rate limit; calls that did not wait are not counted.</summary>
    public const string RateLimitWait = "giftcards.client.rate_limit.wait";

    /// <summary>Counter: answers 429, those that a later attempt made good included.</summary>
    public const string RateLimited = "giftcards.client.rate_limited";

    /// <summary>
    /// Gauge: 1 while the account's circuit is open and nothing is sent, 0 otherwise. It closes with the first good answer, so without calls it stays open.
    /// </summary>
    public const string CircuitOpen = "giftcards.client.circuit.open";

    /// <summary>Counter: members of answers that could not be read and were left out, or whose row was; tags <see cref="OperationTag"/> and <see cref="MemberTag"/>.</summary>
    public const string OddMembers = "giftcards.client.odd_members";

    /// <summary>
    /// Counter: orders that were placed here and what became of them, once for all callers who share an order; tag <see cref="StateTag"/>. Earlier orders
    /// that were merely returned are not counted.
    /// </summary>
    public const string OrdersEnded = "giftcards.orders.ended";

    /// <summary>Counter, units of <see cref="CurrencyTag"/>: the face value of orders that were bought. Sums of different currencies mean nothing.</summary>
    public const string OrdersFaceValue = "giftcards.orders.face_value";

    /// <summary>
    /// Counter, units of <see cref="CurrencyTag"/>: what orders that were bought cost, for providers that say so in their answer; never derived from the face value.
    /// </summary>
    public const string OrdersCost = "giftcards.orders.cost";

    /// <summary>Gauge, seconds: the age of the oldest order that is open after a pass of the resolver; tag <see cref="StateTag"/>.</summary>
    public const string OrdersOldest = "giftcards.orders.oldest";

    /// <summary>Counter: orders that nobody waited for and whose end was found out, or marked by a person.</summary>
    public const string OrdersResolved = "giftcards.orders.resolved";

    /// <summary>Gauge: orders that are open after a pass of the resolver; those that need a person have the state <c>Parked</c>.</summary>
    public const string OrdersOpen = "giftcards.orders.open";

    /// <summary>Gauge, major units of the currency: what can be spent, as last read by the monitor of balances; tag <see cref="CurrencyTag"/>.</summary>
    public const string BalanceAvailable = "giftcards.balance.available";

    /// <summary>
    /// Gauge, hours: how long what can be spent lasts at the present rate of spending, a year at most; tag <see cref="CurrencyTag"/>. Nothing is
    /// reported until spending was watched for long enough.
    /// </summary>
    public const string BalanceRunway = "giftcards.balance.runway";

    /// <summary>Counter: deliveries of webhooks; tags <see cref="AccountTag"/>, <see cref="WebhookVerdictTag"/> and <see cref="StatusTag"/>, what was answered.</summary>
    public const string WebhooksReceived = "giftcards.webhooks.received";

    /// <summary>Histogram, seconds: from the moment an event was received or seen until every handler was done with it.</summary>
    public const string EventsLag = "giftcards.events.lag";

    /// <summary>Tag of webhooks: whether the delivery was verified, such as <c>Verified</c>, <c>NotSigned</c> or <c>Stale</c>; missing where it could not be taken in.</summary>
    public const string WebhookVerdictTag = "giftcards.webhook.verdict";

    /// <summary>Tag: a state of the order journal by name, such as <c>Parked</c>.</summary>
    public const string StateTag = "giftcards.order.state";

    /// <summary>Tag: a currency, three letters.</summary>
    public const string CurrencyTag = "giftcards.currency";

    /// <summary>Tag: the provider, such as <c>giftbit</c>.</summary>
    public const string ProviderTag = "giftcards.provider";

    /// <summary>Tag: the name of the account.</summary>
    public const string AccountTag = "giftcards.account";

    /// <summary>Tag: the operation, such as <c>campaign.create</c>; never holds an id.</summary>
    public const string OperationTag = "giftcards.operation";

    /// <summary>Tag: a member of a provider's answer by its documented name, such as <c>Vouchers[].Expires</c>; never a value.</summary>
    public const string MemberTag = "giftcards.member";

    /// <summary>Tag of failed calls that buy: what may exist, a <see cref="GiftCardOutcome"/> by name.</summary>
    public const string OutcomeTag = "giftcards.outcome";

    /// <summary>Tag of failed calls: a <see cref="GiftCardErrorCode"/> by name, or <c>cancelled</c>.</summary>
    public const string ErrorTypeTag = "error.type";

    /// <summary>Tag of activities: the status of the last answer.</summary>
    public const string StatusTag = "http.response.status_code";
}
