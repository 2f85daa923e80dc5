using GiftCardSdk.Adapters;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>Reads orders, and looks them up by PO number in the list of all orders.</summary>
internal sealed class GiftCardPartnersOrderReader(
    IGiftCardPartnersApi api,
    GiftCardPartnersSettings settings,
    GiftCardPartnersCurrencies currencies,
    GiftCardPartnersOrderMapping mapping
)
{
    /// <summary>How far the provider's clock may be behind ours.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    public async Task<Order> ReadAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken)
    {
        var order = await GetAsync(orderId, cancellationToken).ConfigureAwait(false);
        return await MapAsync(order, detail, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The order of an id and no other.</summary>
    public async Task<GiftCardPartnersOrder> GetAsync(string orderId, CancellationToken cancellationToken)
    {
        var order = await api.GetOrderAsync(orderId, cancellationToken).ConfigureAwait(false);
        return order.Id == orderId
            ? order
            : throw settings.Unexpected(
                $"The provider was asked for order {orderId} and answered with another one.",
                GiftCardPartnersOperations.GetOrder.Name,
                GiftCardOutcome.NotAnOrder
            );
    }

    public async Task<OrderLookup> FindAsync(OrderLookupQuery query, CancellationToken cancellationToken)
    {
        var (row, miss) = await ScanAsync(query, cancellationToken).ConfigureAwait(false);
        if (row is null)
        {
            return miss!;
        }

        var order = await GetOrAsync(row, query, cancellationToken).ConfigureAwait(false);
        if (query.Request is { } request && GiftCardPartnersContent.Agrees(order, request) == false)
        {
            return new OrderLookup.Inconclusive($"the PO number stands for order {order.Id}, which is another order");
        }

        var found = await MapAsync(order, query.Detail, cancellationToken).ConfigureAwait(false);
        return new OrderLookup.Found(found with { Delivery = found.Delivery ?? query.Delivery });
    }

    public async Task<Order> MapAsync(GiftCardPartnersOrder order, RewardDetail detail, CancellationToken cancellationToken)
    {
        var known = await currencies.OfAsync(order, mayAsk: detail != RewardDetail.None, cancellationToken).ConfigureAwait(false);
        return mapping.Of(order, known, detail);
    }

    /// <summary>
    /// A row of the list likely lacks the lines. An order that is there counts as found even if they cannot be read now, unless it must first be
    /// compared with what was asked for.
    /// </summary>
    private async Task<GiftCardPartnersOrder> GetOrAsync(
        GiftCardPartnersOrder row,
        OrderLookupQuery query,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await GetAsync(row.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException) when (query.Request is null)
        {
            return row;
        }
    }

    /// <summary>Reads the list of orders until the number is found, or until there is proof that it is not there, or for as long as is allowed.</summary>
    private async Task<(GiftCardPartnersOrder? Row, OrderLookup? Miss)> ScanAsync(
        OrderLookupQuery query,
        CancellationToken cancellationToken
    )
    {
        var past = new GiftCardPartnersScan(settings.Assumptions, query.FirstSentAt - ClockDifference);
        for (var reads = 0; reads < settings.Assumptions.OrderListPageLimit; reads++)
        {
            var page = await api.ListOrdersAsync(new() { Page = past.Next, PONumber = query.ProviderKey }, cancellationToken)
                .ConfigureAwait(false);
            if (page.Data.FirstOrDefault(order => order.PONumber == query.ProviderKey) is { } row)
            {
                return (row, null);
            }

            if (page.Data.Any(order => order.PONumber is null))
            {
                return (null, new OrderLookup.Inconclusive("the list of orders shows no PO numbers"));
            }

            past.Take(page);
            if (past.IsBehind)
            {
                return (null, past.Doubt is { } doubt ? new OrderLookup.Inconclusive(doubt) : new OrderLookup.NotFound());
            }
        }

        return (
            null,
            new OrderLookup.Inconclusive($"it is not on the first {settings.Assumptions.OrderListPageLimit} pages of the orders")
        );
    }
}
