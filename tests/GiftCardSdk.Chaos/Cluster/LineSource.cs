using System.Runtime.CompilerServices;
using GiftCardSdk.Batches;
using GiftCardSdk.Chaos.Buying;
using GiftCardSdk.Chaos.Orders;
using GiftCardSdk.Quartz;

namespace GiftCardSdk.Chaos.Cluster;

/// <summary>The run's orders as a list: every node rebuilds them from the seed.</summary>
internal sealed class LineSource(Plan plan, AnswerFile answers) : IBatchSource
{
    public const string Name = "orders";

    public ValueTask<long> CountAsync(string? parameter, CancellationToken cancellationToken = default) => new(plan.Orders);

    public async IAsyncEnumerable<BatchLine> ReadAsync(
        string? parameter,
        long first,
        int count,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await Task.CompletedTask;
        for (var number = (int)first - 1; number < first - 1 + count; number++)
        {
            _ = answers.Asks(number, Content.Wanted);
            yield return new(OrderBook.OrderOf(plan.Seed, number), OrderBook.ProviderOf(number).Name);
        }
    }
}
