namespace GiftCardSdk.Diagnostics.Internal;

/// <summary>The ids of log entries, so that alarms can be set on them: 1000 of calls (1009 is an adapter's), 2000 of orders and their journal, 3000 of balances, 4000 of webhooks and events. None is used twice.</summary>
internal static class LogEvents
{
    /// <summary>Debug: an attempt was answered.</summary>
    public const int AttemptAnswered = 1000;

    /// <summary>Debug: an attempt ended without an answer.</summary>
    public const int AttemptFailed = 1001;

    /// <summary>Debug: a read is sent once more after a wait.</summary>
    public const int Retrying = 1002;

    /// <summary>Warning: a call failed for good.</summary>
    public const int CallFailed = 1003;

    /// <summary>Warning: the provider said 429, and the account pauses.</summary>
    public const int AccountPaused = 1004;

    /// <summary>Warning: too many calls failed, and the account is not called for a while.</summary>
    public const int CircuitOpened = 1005;

    /// <summary>Information: the account is called again.</summary>
    public const int CircuitClosed = 1006;

    /// <summary>Error: an <see cref="IGiftCardAudit"/> threw; its entry is lost.</summary>
    public const int AuditFailed = 1007;

    /// <summary>Warning, once a provider, operation and member: a value could not be read and was left out, or its row was.</summary>
    public const int MemberWasOdd = 1008;

    /// <summary>Warning, once until it can be again: the rate that is shared with other processes could not be agreed on.</summary>
    public const int RateNotShared = 1010;

    /// <summary>Debug: an order is sent.</summary>
    public const int Sending = 2000;

    /// <summary>Information: an order was accepted, or found to be.</summary>
    public const int Accepted = 2001;

    /// <summary>Warning: an order was refused; nothing was bought.</summary>
    public const int Refused = 2002;

    /// <summary>Warning: an order was sent and its end is not known; it is looked up.</summary>
    public const int EndUnknown = 2003;

    /// <summary>Debug: what a look-up said.</summary>
    public const int LookedUp = 2004;

    /// <summary>Warning: an order is believed not to exist, after the quiet time.</summary>
    public const int BelievedAbsent = 2005;

    /// <summary>Error: a person has to decide what became of an order.</summary>
    public const int Parked = 2006;

    /// <summary>Critical: what became of an order could not be written to the journal; no new order goes out until it is.</summary>
    public const int EndNotWritten = 2007;

    /// <summary>Critical: an order was bought that the journal has as refused.</summary>
    public const int BoughtButRefused = 2008;

    /// <summary>Debug: nobody waits for an order any more, and it was not sent.</summary>
    public const int GivenUp = 2009;

    /// <summary>Warning: a call ended without finding out what became of its order.</summary>
    public const int StaysUnknown = 2010;

    /// <summary>Critical: two orders of the provider were seen for one reference; both ids are in the journal.</summary>
    public const int TwoOrders = 2011;

    /// <summary>Critical: the journal had lost the entry of an order, which was written anew.</summary>
    public const int EntryLost = 2012;

    /// <summary>Warning: the journal knows an account that is not configured, perhaps because it was renamed.</summary>
    public const int AccountUnknown = 2013;

    /// <summary>Error: the journal could not be asked for the accounts it knows.</summary>
    public const int AccountsNotRead = 2014;

    /// <summary>Information: an order that the journal does not know is looked up before it is sent, since it may have lost it.</summary>
    public const int LooksFirst = 2015;

    /// <summary>Information: an account as it starts, with its provider and environment.</summary>
    public const int AccountReady = 2019;

    /// <summary>Warning: an order was not sent, by its own bound of cost or by the spending limits of its account.</summary>
    public const int BoundRefused = 2016;

    /// <summary>Warning: what an order counts against spending limits could not be changed; it goes on counting.</summary>
    public const int SpendingNotWritten = 2017;

    /// <summary>Warning: what counts no more could not be removed; it is tried again in an hour.</summary>
    public const int SpendingNotCleaned = 2018;

    /// <summary>Information: there was no journal, and a new one was made.</summary>
    public const int JournalCreated = 2020;

    /// <summary>Information: the journal is open.</summary>
    public const int JournalOpened = 2021;

    /// <summary>Critical: the journal is older than what was written to it; what it does not know is looked up before it is sent.</summary>
    public const int JournalGap = 2022;

    /// <summary>Information: the details of so many orders were purged; tombstones remain.</summary>
    public const int Purged = 2026;

    /// <summary>Error: details that were kept for long enough could not be purged.</summary>
    public const int NotPurged = 2027;

    /// <summary>Information: an order that nobody waited for turned out to be bought.</summary>
    public const int ResolvedAccepted = 2030;

    /// <summary>Warning: an order that nobody waited for is believed not to exist.</summary>
    public const int ResolvedAbsent = 2031;

    /// <summary>Warning: a person has said that an order was not bought.</summary>
    public const int ResolvedRefused = 2032;

    /// <summary>Error: a person has to decide what became of an order that nobody waited for.</summary>
    public const int ResolvedParked = 2033;

    /// <summary>Debug: a pass over the open orders has ended.</summary>
    public const int PassEnded = 2034;

    /// <summary>Error: a pass over the open orders failed; the next one tries again.</summary>
    public const int PassFailed = 2035;

    /// <summary>Warning: an open order could not be looked at, for want of its account or of the journal.</summary>
    public const int NotLookedAt = 2036;

    /// <summary>Warning: an open purchase of another kind than orders waits for its own call to be made again.</summary>
    public const int NeedsCaller = 2037;

    /// <summary>Error: what an <see cref="IOrderRequestSource"/> gave back could not be placed; nothing was sent.</summary>
    public const int NotPlaced = 2038;

    /// <summary>Error: an <see cref="IOrderObserver"/> threw, or took too long.</summary>
    public const int ObserverFailed = 2039;

    /// <summary>Warning: what was seen of an order could not be kept in its history; the order itself is not affected.</summary>
    public const int HistoryNotKept = 2040;

    /// <summary>Information: nothing was bought at an account, and a planner gave the order to the next one.</summary>
    public const int Moved = 2050;

    /// <summary>Warning, or Information where the provider may take orders anyway: a balance has fallen below its threshold.</summary>
    public const int BalanceLow = 3000;

    /// <summary>Information: a balance is well above its threshold again.</summary>
    public const int BalanceRecovered = 3001;

    /// <summary>Warning, or Information where the provider may take orders anyway: a balance lasts for less time than wanted.</summary>
    public const int RunwayShort = 3002;

    /// <summary>Information: a balance lasts long enough again.</summary>
    public const int RunwayRecovered = 3003;

    /// <summary>Warning, once until it works again: the balances of an account could not be read, which says nothing about them.</summary>
    public const int BalanceNotRead = 3004;

    /// <summary>Error: an <see cref="IBalanceObserver"/> threw, or took too long.</summary>
    public const int BalanceObserverFailed = 3006;

    /// <summary>Error: a pass over the balances failed; the next one tries again.</summary>
    public const int BalancePassFailed = 3007;

    /// <summary>Information: a delivery of a webhook was taken in, or was known already.</summary>
    public const int WebhookReceived = 4000;

    /// <summary>Warning: a delivery of a webhook was turned away: forged, stale, unreadable, too large, or for nobody.</summary>
    public const int WebhookTurnedAway = 4001;

    /// <summary>Error: a delivery of a webhook could not be written to the inbox; the provider is to send it again.</summary>
    public const int WebhookNotReceived = 4002;

    /// <summary>Debug: all handlers are done with an event.</summary>
    public const int EventHandled = 4003;

    /// <summary>Warning: an <see cref="IGiftCardWebhookHandler"/> threw, or took too long.</summary>
    public const int HandlerFailed = 4004;

    /// <summary>Error: an event, or what a webhook hinted at, was tried as often as is allowed; a person decides.</summary>
    public const int EventParked = 4005;

    /// <summary>Debug: what a webhook hinted at was read back.</summary>
    public const int HintFollowed = 4006;

    /// <summary>Error: a pass over the inbox or over the orders failed; the next one tries again.</summary>
    public const int EventPassFailed = 4007;

    /// <summary>Error: a record of the inbox cannot be read.</summary>
    public const int RecordUnreadable = 4008;

    /// <summary>Warning: an order that did not end, or did not arrive, is not looked at any more.</summary>
    public const int OrderNotFollowed = 4009;

    /// <summary>Debug: an order could not be looked at; it is looked at again later.</summary>
    public const int OrderNotLookedAt = 4010;
}
