using GiftCardSdk.Adapters;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>An adapter that a test changes at one point.</summary>
internal abstract class WrappedAdapter(GiftCardAdapter inner) : GiftCardAdapter
{
    public override string Provider => inner.Provider;

    public override Capabilities Capabilities => inner.Capabilities;

    public override IEnumerable<string> FindMistakes(OrderRequest request) => inner.FindMistakes(request);

    public override Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
        inner.SubmitOrderAsync(submission, cancellationToken);

    public override Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken) =>
        inner.GetOrderAsync(orderId, detail, cancellationToken);

    public override Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken) =>
        inner.FindOrderAsync(query, cancellationToken);
}
