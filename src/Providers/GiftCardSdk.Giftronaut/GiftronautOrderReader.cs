using GiftCardSdk.Adapters;

namespace GiftCardSdk.Giftronaut;

/// <summary>Reads orders, and looks them up by the caller's key.</summary>
internal sealed class GiftronautOrderReader(
    IGiftronautApi api,
    GiftronautOrderSearch search,
    GiftronautProducts products,
    GiftronautOrderMapping mapping,
    GiftronautSettings settings
)
{
    public async Task<Order> ReadAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken) =>
        mapping.Of(await GetAsync(orderId, cancellationToken).ConfigureAwait(false), detail, []);

    /// <summary>The order of an id and no other.</summary>
    public async Task<GiftronautOrder> GetAsync(string orderId, CancellationToken cancellationToken)
    {
        var order = await api.GetOrderAsync(orderId, cancellationToken).ConfigureAwait(false);
        return order.OrderId == orderId
            ? order
            : throw settings.Unexpected(
                $"Giftronaut was asked for order {orderId} and answered with another one.",
                GiftronautOperationNames.GetOrder
            );
    }

    public async Task<OrderLookup> FindAsync(OrderLookupQuery query, CancellationToken cancellationToken)
    {
        var since = GiftronautOrderSearch.Since(query.FirstSentAtProvider, query.FirstSentAt);
        var (hit, doubt) = await search.FindAsync(query.ProviderKey, since, cancellationToken).ConfigureAwait(false);
        if (hit is null)
        {
            return doubt is null ? new OrderLookup.NotFound() : new OrderLookup.Inconclusive(doubt);
        }

        if (query.Request is { } request && ContentOf(request).LikenessOf(hit) != GiftronautLikeness.Same)
        {
            return new OrderLookup.Inconclusive("the order with this key has other cards, amounts or recipients");
        }

        // An order shows neither products nor currencies. What was ordered stands for its lines only where it shows the cards they were compared by.
        var compared = GiftronautRewards.Shown(hit).Count > 0 ? query.Request?.Lines : null;
        var order = mapping.Of(hit, query.Detail, compared ?? []);
        return new OrderLookup.Found(order with { ProviderKey = query.ProviderKey, Delivery = order.Delivery ?? query.Delivery });
    }

    private GiftronautContent ContentOf(OrderRequest request) =>
        GiftronautContent.Of(
            request,
            request.OptionsOf<GiftronautOrderOptions>()?.CardType ?? products.CardTypeOf(request.Lines[0].ProductId)
        );
}
