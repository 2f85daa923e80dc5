namespace GiftCardSdk;

/// <summary>
/// Rebuilds orders that a crash or a timeout left open. With one registered, the resolver acts as the caller of those orders: it places them
/// again under their own reference, by all the rules of <see cref="IGiftCardOrders.PlaceAsync"/>. Without one it only looks, and never buys.
/// </summary>
/// <remarks>
/// Register one only if an order is still wanted hours later. An order that was given up meanwhile, or that the recipient got in another way,
/// is answered with null.
/// </remarks>
public interface IOrderRequestSource
{
    /// <summary>Rebuilds an order. May be called several times for one order, and for several orders at a time.</summary>
    /// <param name="entry">What the journal knows: reference, account, product, value, state. Sending, Unknown or Absent.</param>
    /// <param name="cancellationToken">Fires when the application stops.</param>
    /// <returns>
    /// The order with the same reference and the same content (products, amounts, recipients, delivery), or null to leave it: it is then only
    /// looked for. What it throws is logged and counts as null; other content is refused and nothing is sent.
    /// </returns>
    ValueTask<OrderRequest?> RebuildAsync(JournalEntry entry, CancellationToken cancellationToken = default);
}
