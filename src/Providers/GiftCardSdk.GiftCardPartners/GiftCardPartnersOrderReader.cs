using System.Runtime.CompilerServices;
using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>Reads orders, and looks them up by PO number in the list of all orders.</summary>
internal sealed class GiftCardPartnersOrderReader(
    IGiftCardPartnersApi api,
    GiftCardPartnersSettings settings,
    GiftCardPartnersCurrencies currencies,
    GiftCardPartnersOrderMapping mapping,
    ProviderClock clock
)
{
    private readonly GiftCardPartnersScan _scan = new(api, settings.Assumptions, clock);

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
                GiftCardPartnersOperationNames.GetOrder,
                GiftCardOutcome.NotAnOrder
            );
    }

    public async Task<OrderLookup> FindAsync(OrderLookupQuery query, CancellationToken cancellationToken)
    {
        await foreach (var (_, row, doubt) in _scan.FindAsync([query], cancellationToken).ConfigureAwait(false))
        {
            return await JudgeAsync(row, doubt, query, cancellationToken).ConfigureAwait(false);
        }

        return new OrderLookup.Inconclusive("the list was not read");
    }

    /// <summary>Looks for several orders in one reading of the list. One that is listed and cannot be read now ends no other's look-up.</summary>
    public async IAsyncEnumerable<OrderLookupAnswer> FindAsync(
        IReadOnlyList<OrderLookupQuery> queries,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var (query, row, doubt) in _scan.FindAsync(queries, cancellationToken).ConfigureAwait(false))
        {
            OrderLookup lookup;
            try
            {
                lookup = await JudgeAsync(row, doubt, query, cancellationToken).ConfigureAwait(false);
            }
            catch (GiftCardException failure)
            {
                lookup = new OrderLookup.Inconclusive(failure.Code.ToString());
            }

            yield return new(query.ProviderKey, lookup);
        }
    }

    /// <summary>The orders of a period; reading ends where it begins if the list is known to begin with the newest.</summary>
    public IAsyncEnumerable<Order> ListAsync(TimePeriod period, CancellationToken cancellationToken) =>
        new NewestFirstScan(clock, settings.Assumptions.OrdersAreListedNewestFirst)
            .WithinAsync(
                api.ListAllOrdersAsync(null, cancellationToken),
                period,
                static row => (row.Id, ProviderTime.Read(row.CreatedDate)),
                cancellationToken
            )
            .ChooseAsync(mapping.Listed, cancellationToken);

    private async Task<OrderLookup> JudgeAsync(
        GiftCardPartnersOrder? row,
        string? doubt,
        OrderLookupQuery query,
        CancellationToken cancellationToken
    )
    {
        if (row is null)
        {
            return doubt is null ? new OrderLookup.NotFound() : new OrderLookup.Inconclusive(doubt);
        }

        var order = await GetOrAsync(row, query, cancellationToken).ConfigureAwait(false);
        var agrees = query.Lines.Count == 0 ? null : GiftCardPartnersContent.Agrees(order, query.Delivery, query.Lines);
        if (agrees == false)
        {
            return new OrderLookup.Inconclusive($"the PO number stands for order {order.Id}, which is another order");
        }

        var found = await MapAsync(order, query.Detail, cancellationToken).ConfigureAwait(false);
        return new OrderLookup.Found(
            found with
            {
                Delivery = found.Delivery ?? query.Delivery,
                // Compared without the currencies, which an order does not name and a catalog may not tell any more.
                Lines = agrees == true && found.Lines.Count == 0 ? query.Lines : found.Lines,
            }
        );
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
}
