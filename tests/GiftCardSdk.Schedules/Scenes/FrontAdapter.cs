using GiftCardSdk.Adapters;

namespace GiftCardSdk.Schedules.Scenes;

/// <summary>An adapter in front of another one; by itself it changes nothing.</summary>
internal abstract class FrontAdapter(GiftCardAdapter inner) : GiftCardAdapter
{
    public override string Provider => inner.Provider;

    public override Capabilities Capabilities => inner.Capabilities;

    public override Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
        inner.SubmitOrderAsync(submission, cancellationToken);

    public override Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken) =>
        inner.GetOrderAsync(orderId, detail, cancellationToken);

    public override Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken) =>
        inner.FindOrderAsync(query, cancellationToken);
}
