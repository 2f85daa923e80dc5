using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>
/// Whether a reading of the order list, page by page, has come past the time at which an order may have been made: at its last page, or, in a
/// list that has kept its order from the newest on, at rows that are older.
/// </summary>
internal sealed class GiftCardPartnersScan(GiftCardPartnersWireAssumptions assumptions, DateTimeOffset? since)
{
    private readonly ListReading<GiftCardPartnersOrder> _reading = new(order => order.Id);
    private bool _newestFirst = assumptions.OrdersAreListedNewestFirst;
    private bool _hasFallen;
    private DateTimeOffset? _oldest;

    /// <summary>The number of the page to be read next.</summary>
    public int Next => _reading.Next.Number;

    /// <summary>Whether everything that could be the order has been read.</summary>
    public bool IsBehind =>
        _reading.IsAtEnd || (_newestFirst && _hasFallen && !_reading.IsGoingBack && since is { } sent && _oldest < sent);

    /// <summary>Why the order may be there although it was not seen; null if it is not.</summary>
    public string? Doubt => _reading.Doubt;

    /// <summary>Takes the next page in.</summary>
    /// <param name="page">The page.</param>
    public void Take(GiftCardPartnersPage<GiftCardPartnersOrder> page)
    {
        _reading.Take(page.At(_reading.Next));
        foreach (var order in page.Data)
        {
            var date = GiftCardPartnersOrderMapping.TimeOf(order.CreatedDate);
            // One row without a date, or out of order, and the dates prove nothing.
            _newestFirst &= date is not null && (_oldest is null || date <= _oldest);
            // Equal dates fit either order; only one that falls shows which it is.
            _hasFallen |= date < _oldest;
            _oldest = date;
        }
    }
}
