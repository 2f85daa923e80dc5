using GiftCardSdk.Adapters;

namespace GiftCardSdk.Conformance.Tests.Broken;

/// <summary>A sound adapter, for others to break in one place.</summary>
internal abstract class WrappedAdapter(GiftCardAdapter sound) : GiftCardAdapter
{
    public override string Provider => sound.Provider;

    public override Capabilities Capabilities => sound.Capabilities;

    public override IAsyncEnumerable<Product> ListProductsAsync(CatalogQuery query, CancellationToken cancellationToken) =>
        sound.ListProductsAsync(query, cancellationToken);

    public override Task<Product> GetProductAsync(string productId, CancellationToken cancellationToken) =>
        sound.GetProductAsync(productId, cancellationToken);

    public override Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
        sound.SubmitOrderAsync(submission, cancellationToken);

    public override Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken) =>
        sound.GetOrderAsync(orderId, detail, cancellationToken);

    public override Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken) =>
        sound.FindOrderAsync(query, cancellationToken);

    public override IAsyncEnumerable<Order> ListOrdersAsync(TimePeriod period, CancellationToken cancellationToken) =>
        sound.ListOrdersAsync(period, cancellationToken);

    public override Task<IReadOnlyList<Balance>> ListBalancesAsync(CancellationToken cancellationToken) =>
        sound.ListBalancesAsync(cancellationToken);
}
