using System.Globalization;
using GiftCardSdk.Ordering;
using Microsoft.Extensions.Logging.Abstractions;

namespace GiftCardSdk.Benchmarks.Journal;

/// <summary>Places orders as fast as a number of callers can, on any journal.</summary>
internal sealed class Bench(IOrderJournal journal)
{
    public const string AccountName = "bench";

    private readonly CoordinatedAccount _account = new(AccountName, "instant", GiftCardEnvironment.Sandbox, new InstantAdapter());
    private readonly OrderCoordinator _coordinator = new(
        journal,
        new(),
        TimeProvider.System,
        NullLogger<OrderCoordinator>.Instance
    );
    private long _next;

    /// <summary>Callers that each place one order after another.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> PlaceAsync(int orders, int callers)
    {
        var left = orders;
        var started = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallAsync)));
        return TimeProvider.System.GetElapsedTime(started);

        async Task CallAsync()
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await _coordinator.PlaceAsync(_account, Next(), CancellationToken.None);
            }
        }
    }

    public OrderRequest Next() =>
        new()
        {
            Reference = "survey-81-respondent-" + Interlocked.Increment(ref _next).ToString("D8", CultureInfo.InvariantCulture),
            Lines = [new() { ProductId = "northcafeus", FaceValue = Money.Of(25, "USD") }],
            Delivery = Delivery.Returned,
        };
}
