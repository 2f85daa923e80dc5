namespace GiftCardSdk;

/// <summary>
/// Is told what became of orders that no caller was waiting for: those that the resolver found out, and those that a person marked. Register as
/// many as are wanted. Whoever placed an order and got its end from <see cref="IGiftCardOrders.PlaceAsync"/> is not told here again.
/// </summary>
public interface IOrderObserver
{
    /// <summary>
    /// An order has come to an end, or to another one (found late). Called once an end, after it was written to the journal; a crash in between
    /// can lose the call, never the end. Orders come in no certain order, several at a time.
    /// </summary>
    /// <param name="resolution">What became of it.</param>
    /// <param name="cancellationToken">Fires after 30 seconds, so that one observer cannot hold up the rest.</param>
    /// <returns>What it throws is logged; the other observers are told anyway.</returns>
    ValueTask OnResolvedAsync(OrderResolution resolution, CancellationToken cancellationToken = default);
}
