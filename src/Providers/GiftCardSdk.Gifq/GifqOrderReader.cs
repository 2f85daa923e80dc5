using System.Runtime.CompilerServices;
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
            : throw settings.Unexpected($"GIFQ was asked for order {orderId} and answered with another one.", GifqOperationNames.GetOrder);
    }

    /// <summary>Looks for several orders in one reading of the list.</summary>
    public async IAsyncEnumerable<OrderLookupAnswer> FindAsync(
        IReadOnlyList<OrderLookupQuery> queries,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var (query, hit, doubt) in scan.FindAsync(queries, cancellationToken).ConfigureAwait(false))
        {
            yield return new(
                query.ProviderKey,
                hit is not null ? await JudgeAsync(hit, query, cancellationToken).ConfigureAwait(false)
                    : doubt is null ? new OrderLookup.NotFound()
                    : new OrderLookup.Inconclusive(doubt)
            );
        }
    }

    public async Task<OrderLookup> FindAsync(OrderLookupQuery query, CancellationToken cancellationToken)
    {
        await foreach (var answer in FindAsync([query], cancellationToken).ConfigureAwait(false))
        {
            return answer.Lookup;
        }

        return new OrderLookup.Inconclusive("the list was not read");
    }

    private async Task<OrderLookup> JudgeAsync(GifqOrder hit, OrderLookupQuery query, CancellationToken cancellationToken)
    {
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
