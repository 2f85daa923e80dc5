using System.Globalization;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>
/// Thousands of orders and hundreds of batches while everything that can go wrong does, over real sockets, and then the twin's own books:
/// nothing sold twice, and nothing in which the SDK and the twin disagree.
/// </summary>
public sealed class FaultRunTests
{
    private static readonly FaultKind[] FaultsOfReads =
    [
        FaultKind.ServerErrorBeforeCommit,
        FaultKind.CloseBeforeCommit,
        FaultKind.BrokenBody,
        FaultKind.RateLimited,
    ];

    [Fact]
    public async Task No_order_is_bought_twice_and_none_is_lost()
    {
        // A lane has a clock of its own, so that one caller's waits are no other's time-outs.
        var lanes = await Task.WhenAll(
            RunLaneAsync(1, GifqDuplicateAnswer.OriginalOrder, GifqListedOrder.WithoutRedemption),
            RunLaneAsync(2, GifqDuplicateAnswer.Error, GifqListedOrder.Minimal),
            RunLaneAsync(3, GifqDuplicateAnswer.OriginalOrder, GifqListedOrder.Minimal),
            RunLaneAsync(4, GifqDuplicateAnswer.Error, GifqListedOrder.WithoutRedemption)
        );

        lanes.Sum(lane => lane.Orders).ShouldBe(5_200);
        lanes.Sum(lane => lane.Faults).ShouldBeGreaterThan(520);
        lanes.Sum(lane => lane.Bought).ShouldBeGreaterThan(3_900);
        lanes.Sum(lane => lane.Bought).ShouldBeLessThan(5_200);
    }

    private static async Task<(int Orders, int Bought, int Faults)> RunLaneAsync(
        int seed,
        GifqDuplicateAnswer answer,
        GifqListedOrder listed
    )
    {
        await using var stage = await OpenAsync(
            seed,
            "orders.create",
            ["orders.list", "orders.get"],
            twin => (twin.DuplicateAnswer, twin.ListedOrder) = (answer, listed)
        );

        var ends = await RunAsync(1_300, async name => (await stage.Account.Orders.PlaceAsync(Requests.Order(name))).Id, mostCalls: 50);
        LetEverythingArrive(stage);

        stage.Twin.Ledger.Duplicates.ShouldBe(0);
        foreach (var (name, end) in ends)
        {
            var sold = stage.Twin.Ledger.SalesFor(name).Select(sale => sale.OrderId).ToArray();
            sold.ShouldBe(end.Id is { } id ? [id] : [], name);
            end.IsUnknown.ShouldBeFalse(name);
        }

        return (ends.Count, ends.Values.Count(end => end.IsBought), stage.Twin.Faults.History.Count);
    }

    [Fact]
    public async Task No_batch_of_payouts_is_sent_twice_and_none_is_lost()
    {
        const int batches = 300;
        await using var stage = await OpenAsync(3, "payout_orders.create", ["payout_orders.list", "payouts.list"], _ => { });
        var campaign = await stage.CampaignAsync();
        async Task<string> DispatchAsync(string name) =>
            (await stage.Payouts.DispatchAsync(name, Requests.Batch(campaign, Address(name)))).Value.Id;

        var ends = await RunAsync(batches, DispatchAsync, mostCalls: 2);
        LetEverythingArrive(stage);
        var lost = ends.Where(end => end.Value.IsUnknown).Select(end => end.Key).ToArray();
        foreach (var name in lost)
        {
            // Found now, if it is there; sent again never.
            ends[name] = await OrderEnd.PlaceUntilResolvedAsync(() => DispatchAsync(name), mostCalls: 1);
        }

        var sent = (await stage.Api.ListAllPayoutsAsync().ToListAsync()).ToLookup(
            row => row.Email,
            row => row.PayoutOrderId,
            StringComparer.Ordinal
        );
        foreach (var (name, end) in ends)
        {
            sent[Address(name)].ShouldBe(end.Id is { } id ? [id] : [], name);
        }

        stage.Twin.Faults.History.Count.ShouldBeGreaterThan(batches / 10);
        ends.Values.Count(end => end.IsBought).ShouldBeGreaterThan(batches / 2);
    }

    private static async Task<Stage> OpenAsync(int seed, string create, string[] reads, Action<GifqTwinOptions> twin)
    {
        var stage = await Stage.StartAsync(twin, options => options.LookupPages = 30, seed);
        stage.Twin.Requests.KeepContent = false;
        stage.Twin.SetBalance("USD", 100_000_000);
        stage.Twin.SetBalance("EUR", 100_000_000);
        stage.Twin.Faults.AddTo([create], [.. FaultArming.OfCalls.Select(kind => new Fault { Kind = kind, Probability = 0.015m })]);
        stage.Twin.Faults.AddTo(reads, [.. FaultsOfReads.Select(kind => new Fault { Kind = kind, Probability = 0.02m })]);
        return stage;
    }

    private static void LetEverythingArrive(Stage stage)
    {
        stage.Twin.Faults.Clear();
        stage.Clock.Advance(TimeSpan.FromMinutes(30));
    }

    private static async Task<Dictionary<string, OrderEnd>> RunAsync(int count, Func<string, Task<string>> call, int mostCalls)
    {
        var ends = new Dictionary<string, OrderEnd>(StringComparer.Ordinal);
        for (var number = 0; number < count; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"run-{number}");
            ends[name] = await OrderEnd.PlaceUntilResolvedAsync(() => call(name), mostCalls);
        }

        return ends;
    }

    private static string Address(string name) => $"{name}@fjord.example";
}
