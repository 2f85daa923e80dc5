namespace GiftCardSdk;

/// <summary>
/// How much an account may spend, by currency; amounts of different currencies are never summed. Held across processes and restarts, where the order
/// journal is. An order beyond a limit is refused as <see cref="GiftCardErrorCode.SpendingLimit"/>, and nothing is sent.
/// </summary>
/// <remarks>
/// What counts is the cost of an order where the catalog tells it beforehand, else its face value. A currency that no limit names is not spent at all:
/// a limit that could be passed by another currency would be none. A day and an hour are the last 24 hours and the last 60 minutes.
/// </remarks>
public sealed record SpendingLimits
{
    /// <summary>The most that one order may count; one amount a currency. A currency without one has no such bound.</summary>
    public IReadOnlyList<Money> PerOrder { get; init; } = [];

    /// <summary>The most that all orders of the last hour may count; one amount a currency.</summary>
    public IReadOnlyList<Money> PerHour { get; init; } = [];

    /// <summary>The most that all orders of the last day may count; one amount a currency.</summary>
    public IReadOnlyList<Money> PerDay { get; init; } = [];

    /// <summary>The most that one recipient, known by address, may be sent in a day; one amount a currency. Orders that name no recipient have no such bound.</summary>
    public IReadOnlyList<Money> PerRecipientPerDay { get; init; } = [];
}
