using GiftCardSdk.Journal;

namespace GiftCardSdk.Reporting;

/// <summary>The counts of one account while a report is being made.</summary>
internal sealed class AccountTotals
{
    private readonly DurationHistogram _completion = new();
    private int _bought;
    private int _failed;
    private int _withoutCost;
    private int _withoutDetails;
    private int _unresolved;
    private int _notBought;

    /// <summary>Counts an order; true if it was bought and its money is spent.</summary>
    public bool Count(OrderHistory order)
    {
        if (order.State != OrderJournalState.Accepted)
        {
            _unresolved += order.Entry.IsUnresolved ? 1 : 0;
            _notBought += order.Entry.IsUnresolved ? 0 : 1;
            return false;
        }

        _bought++;
        if (order.Status == OrderStatus.Failed || order.Status == OrderStatus.Cancelled)
        {
            _failed++;
            return false;
        }

        _withoutCost += order.TotalCost is null ? 1 : 0;
        _withoutDetails += order.Entry.PurgedAt is null ? 0 : 1;
        if (order.CompletedAt is { } completed)
        {
            _completion.Add(completed - order.Entry.CreatedAt);
        }

        return true;
    }

    public AccountRow ToRow(DateOnly period, JournalAccount account) =>
        new(period, account)
        {
            Bought = _bought,
            Failed = _failed,
            WithoutCost = _withoutCost,
            WithoutDetails = _withoutDetails,
            Unresolved = _unresolved,
            NotBought = _notBought,
            Completion = _completion.ToTimes(),
        };
}
