namespace GiftCardSdk.GiftCardPartners;

/// <summary>
/// Whether a reading of the order list, page by page, has come past the time at which an order may have been made: at its last page, or, in a
/// list that has kept its order from the newest on, at rows that are older.
/// </summary>
internal sealed class GiftCardPartnersScan(GiftCardPartnersWireAssumptions assumptions, DateTimeOffset? since)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private bool _newestFirst = assumptions.OrdersAreListedNewestFirst;
    private bool _hasFallen;
    private DateTimeOffset? _oldest;

    /// <summary>Takes a page in.</summary>
    /// <param name="page">The page.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <returns>Whether everything that could be the order has been seen.</returns>
    public bool IsBehind(GiftCardPartnersPage<GiftCardPartnersOrder> page, int number)
    {
        var before = _seen.Count;
        foreach (var order in page.Data)
        {
            _seen.Add(order.Id);
            var date = GiftCardPartnersOrderMapping.TimeOf(order.CreatedDate);
            // One row without a date, or out of order, and the dates prove nothing.
            _newestFirst &= date is not null && (_oldest is null || date <= _oldest);
            // Equal dates fit either order; only one that falls shows which it is.
            _hasFallen |= date < _oldest;
            _oldest = date;
        }

        return GiftCardPartnersPaging.IsLast(page, number, hasNews: _seen.Count > before)
            || (_newestFirst && _hasFallen && since is { } sent && _oldest < sent);
    }
}
