using System.Globalization;
using GiftCardSdk.Adapters;

namespace GiftCardSdk.Benchmarks.Journal;

/// <summary>A provider that costs nothing: it takes every order at once.</summary>
internal sealed class InstantAdapter : GiftCardAdapter
{
    private static readonly IdempotencyProfile NeverBuysAgain = new()
    {
        Repeat = RepeatBehavior.NeverBuysAgain,
        Lookup = LookupAuthority.Authoritative,
    };

    private long _orders;

    public override string Provider => "instant";

    public override Capabilities Capabilities { get; } =
        new() { Shapes = [new() { Delivery = Delivery.Returned, Idempotency = NeverBuysAgain }] };

    public override IEnumerable<string> FindMistakes(OrderRequest request) => [];

    public override Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
        Task.FromResult(
            new Order
            {
                Id = Interlocked.Increment(ref _orders).ToString("x32", CultureInfo.InvariantCulture),
                Provider = Provider,
                Account = Bench.AccountName,
                Status = OrderStatus.Completed,
                RawStatus = "COMPLETED",
            }
        );
}
