using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Ordering;

/// <summary>Keeps what is seen of orders that were bought. Never throws, and gives up in time: what it cannot keep changes no order's end.</summary>
internal interface IOrderRecorder
{
    /// <summary>An order was seen.</summary>
    /// <param name="account">Its account.</param>
    /// <param name="order">The order as the provider showed it.</param>
    /// <param name="detail">How much of its cards was asked for.</param>
    /// <param name="asOf">When the provider was asked, or earlier.</param>
    /// <param name="entry">The journal's entry, where it is at hand.</param>
    ValueTask RecordAsync(Account account, Order order, RewardDetail detail, DateTimeOffset asOf, JournalEntry? entry = null);

    /// <summary>Cards of an order were seen.</summary>
    /// <param name="account">Its account.</param>
    /// <param name="orderId">The provider's id of the order.</param>
    /// <param name="rewards">The cards.</param>
    /// <param name="asOf">When the provider was asked, or earlier.</param>
    ValueTask RecordAsync(Account account, string orderId, IReadOnlyList<Reward> rewards, DateTimeOffset asOf);
}
