using System.Collections.Concurrent;
using GiftCardSdk.Chaos.Orders;

namespace GiftCardSdk.Chaos.Buying;

/// <summary>Every order is still wanted however late it is: the resolver gets it from the seed, and acts as its caller.</summary>
internal sealed class RebuiltOrders(AnswerFile answers, int seed) : IOrderRequestSource
{
    private readonly ConcurrentDictionary<(int Number, Content Content), bool> _asked = new();

    public ValueTask<OrderRequest?> RebuildAsync(JournalEntry entry, CancellationToken cancellationToken = default)
    {
        if (OrderBook.NumberOf(seed, entry.Identity.Reference) is not { } number)
        {
            return new((OrderRequest?)null);
        }

        var wanted = OrderBook.OrderOf(seed, number);
        var isWanted = entry.Lines is [var first, ..] && first.FaceValue == wanted.Lines[0].FaceValue;
        if (_asked.TryAdd((number, isWanted ? Content.Wanted : Content.Other), true))
        {
            // A caller who is never told: once for each process is enough to know that there was one.
            _ = answers.Asks(number, isWanted ? Content.Wanted : Content.Other);
        }

        return new(isWanted ? wanted : OrderBook.OtherContentOf(seed, number));
    }
}
