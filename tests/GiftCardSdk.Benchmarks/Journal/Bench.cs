using System.Globalization;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;
using Microsoft.Extensions.Logging.Abstractions;

namespace GiftCardSdk.Benchmarks.Journal;

/// <summary>Places orders as fast as a number of callers can, on any journal.</summary>
internal sealed class Bench(IOrderJournal journal)
{
    public const string AccountName = "bench";

    private readonly Account _account = new(AccountName, "instant", GiftCardEnvironment.Sandbox, new InstantAdapter());
    private readonly OrderCoordinator _coordinator = new(journal, new(), TimeProvider.System, NullLogger<OrderCoordinator>.Instance);
    private long _next;

    public Task<Order> PlaceOneAsync() => _coordinator.PlaceAsync(_account, Next(), CancellationToken.None);

    private OrderRequest Next() =>
        new()
        {
            Reference = "survey-81-respondent-" + Interlocked.Increment(ref _next).ToString("D8", CultureInfo.InvariantCulture),
            Lines = [new() { ProductId = "northcafeus", FaceValue = Money.Of(25, "USD") }],
            Delivery = Delivery.Returned,
        };
}
