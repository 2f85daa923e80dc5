using System.Collections.Concurrent;
using System.Globalization;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>
/// Thousands of orders and hundreds of campaign runs while everything that can go wrong does, over real sockets, and then the twin's own
/// books: nothing sold twice, and nothing in which the SDK and the twin disagree.
/// </summary>
public sealed class FaultRunTests
{
    private static readonly string[] Purchases = ["branded_cards.order", "choice_cards.order", "reward_links.order"];

    private static readonly FaultKind[] FaultsOfReads =
    [
        FaultKind.ServerErrorBeforeCommit,
        FaultKind.CloseBeforeCommit,
        FaultKind.BrokenBody,
        FaultKind.RateLimited,
    ];

    [Theory]
    [InlineData(1, 2_600, true, GiftronautOrderPaths.Both)]
    [InlineData(2, 2_600, false, GiftronautOrderPaths.Plural)]
    public async Task No_order_is_bought_twice_and_none_is_lost(int seed, int orders, bool isFilterObeyed, GiftronautOrderPaths paths)
    {
        await using var stage = await OpenAsync(
            seed,
            Purchases,
            twin => (twin.ClientOrderIdHonoured, twin.OrderPaths) = (isFilterObeyed, paths)
        );

        var ends = await RunAsync(
            orders,
            callers: 24,
            async name => (await stage.Account.Orders.PlaceAsync(Request(name))).Id,
            mostCalls: 50
        );
        LetEverythingArrive(stage);

        stage.Twin.Ledger.Duplicates.ShouldBe(0);
        foreach (var (name, end) in ends)
        {
            var sold = stage.Twin.Ledger.SalesFor(name).Select(sale => sale.OrderId).ToArray();
            sold.ShouldBe(end.Id is { } id ? [id] : [], name);
            end.IsUnknown.ShouldBeFalse(name);
        }

        ends.Count.ShouldBe(orders);
        stage.Twin.Faults.History.Count.ShouldBeGreaterThan(orders / 10);
        ends.Values.Count(end => end.IsBought).ShouldBeGreaterThan(orders * 3 / 4);
    }

    [Fact]
    public async Task No_campaign_is_run_twice_and_no_run_is_lost()
    {
        const int runs = 300;
        await using var stage = await OpenAsync(3, ["campaigns.run"], _ => { });
        var campaign = await stage.CampaignAsync();
        async Task<string> RunCampaignAsync(string name) =>
            (await stage.Campaigns.RunAsync(name, campaign, Requests.Run($"{name}@panel.example"))).Value.OrderId;

        var ends = await RunAsync(runs, callers: 8, RunCampaignAsync, mostCalls: 2);
        LetEverythingArrive(stage);
        foreach (var name in ends.Where(end => end.Value.IsUnknown).Select(end => end.Key).ToArray())
        {
            // Found now, if it is there; sent again never.
            ends[name] = await OrderEnd.PlaceUntilResolvedAsync(() => RunCampaignAsync(name), mostCalls: 1);
        }

        stage.Twin.Ledger.Duplicates.ShouldBe(0);
        foreach (var (name, end) in ends)
        {
            stage.Twin.Ledger.SalesFor($"run.{name}").Select(sale => sale.OrderId).ToArray().ShouldBe(end.Id is { } id ? [id] : [], name);
        }

        stage.Twin.Faults.History.Count.ShouldBeGreaterThan(runs / 10);
        ends.Values.Count(end => end.IsBought).ShouldBeGreaterThan(runs / 2);
    }

    /// <summary>Each kind in turn, some to several recipients.</summary>
    private static OrderRequest Request(string name) =>
        (int.Parse(name[4..], CultureInfo.InvariantCulture) % 4) switch
        {
            0 => Requests.Email(name),
            1 => Requests.Email(name, Requests.Line(product: Requests.Choice)),
            2 => Requests.Email(name, Requests.Line(), Requests.Line("bounce@panel.example", 15)),
            _ => Requests.Links(name, quantity: 2),
        };

    private static async Task<Stage> OpenAsync(int seed, string[] creates, Action<GiftronautTwinOptions> twin)
    {
        var stage = await Stage.StartAsync(twin, seed: seed);
        stage.Twin.Requests.KeepContent = false;
        stage.Twin.SetBalance("USD", 100_000_000);
        stage.Twin.Faults.AddTo(creates, [.. FaultArming.OfCalls.Select(kind => new Fault { Kind = kind, Probability = 0.015m })]);
        stage.Twin.Faults.AddTo(
            ["orders.list", "orders.get", "campaigns.get"],
            [.. FaultsOfReads.Select(kind => new Fault { Kind = kind, Probability = 0.02m })]
        );
        return stage;
    }

    private static void LetEverythingArrive(Stage stage)
    {
        stage.Twin.Faults.Clear();
        stage.Clock.Advance(TimeSpan.FromMinutes(30));
    }

    private static async Task<ConcurrentDictionary<string, OrderEnd>> RunAsync(
        int count,
        int callers,
        Func<string, Task<string>> call,
        int mostCalls
    )
    {
        var ends = new ConcurrentDictionary<string, OrderEnd>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"run-{number}")),
            new ParallelOptions { MaxDegreeOfParallelism = callers },
            async (name, _) => ends[name] = await OrderEnd.PlaceUntilResolvedAsync(() => call(name), mostCalls)
        );
        return ends;
    }
}
