using GiftCardSdk.Adapters;

namespace GiftCardSdk.Gifq;

/// <summary>Reads orders, and looks them up by the caller's key.</summary>
internal sealed class GifqOrderReader(IGifqApi api, GifqOrderScan scan, GifqSettings settings)
{
    public async Task<Order> ReadAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken)
    {
        var order = await api.GetOrderAsync(orderId, cancellationToken).ConfigureAwait(false);
        return order.Id == orderId
            ? GifqOrderMapping.Of(order, detail, settings.AccountName)
            : throw settings.Unexpected($"GIFQ was asked for order {orderId} and answered with another one.", GifqOperations.GetOrder.Name);
    }

    public async Task<OrderLookup> FindAsync(OrderLookupQuery query, CancellationToken cancellationToken)
    {
        var (hit, doubt) = await scan.FindAsync(query.ProviderKey, query.FirstSentAt, cancellationToken).ConfigureAwait(false);
        if (hit is null)
        {
            return doubt is null ? new OrderLookup.NotFound() : new OrderLookup.Inconclusive(doubt);
        }

        var order = await WholeAsync(hit, cancellationToken).ConfigureAwait(false);
        return query.Request is { } request && GifqOrderMapping.ContradictionOf(order, request) is { } difference
            ? new OrderLookup.Inconclusive($"the order with this reference has another {difference}")
            : new OrderLookup.Found(GifqOrderMapping.Of(order, query.Detail, settings.AccountName));
    }

    /// <summary>The order with all that a list leaves out. One that is there counts as found, even if it cannot be read now.</summary>
    private async Task<GifqOrder> WholeAsync(GifqOrder listed, CancellationToken cancellationToken)
    {
        try
        {
            var order = await api.GetOrderAsync(listed.Id, cancellationToken).ConfigureAwait(false);
            return order.Id == listed.Id ? order : listed;
        }
        catch (GiftCardException)
        {
            return listed;
        }
    }
}
