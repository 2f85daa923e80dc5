using GiftCardSdk.Chaos.Orders;

namespace GiftCardSdk.Chaos.Buying;

/// <summary>Notes what the resolver reports.</summary>
internal sealed class Observer(AnswerFile answers, int seed) : IOrderObserver
{
    public ValueTask OnResolvedAsync(OrderResolution resolution, CancellationToken cancellationToken = default)
    {
        if (OrderBook.NumberOf(seed, resolution.Reference) is { } number)
        {
            answers.Observed(number, $"{resolution.End}", resolution.OrderId);
        }

        return ValueTask.CompletedTask;
    }
}
