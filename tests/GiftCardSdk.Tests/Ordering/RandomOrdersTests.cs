using System.Globalization;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>The rules hold for random orders with random ends, whatever their order.</summary>
public sealed class RandomOrdersTests(ITestOutputHelper output)
{
    /// <summary>Twenty times as many as show the mutants; more where a longer run is wanted.</summary>
    private static readonly int Orders = int.TryParse(
        Environment.GetEnvironmentVariable("GIFTCARDS_RANDOM_ORDERS"),
        CultureInfo.InvariantCulture,
        out var wanted
    )
        ? wanted
        : 40_000;

    [Fact]
    public async Task Of_many_random_orders_none_is_bought_twice_and_none_is_lost()
    {
        var report = await RandomOrders.RunAsync(seed: 2026, Orders);

        output.WriteLine(report.ToString());
        report.Findings.ShouldBeEmpty();
        report.Duplicates.ShouldBe(0);
        report.Losses.ShouldBe(0);
        report.Disagreements.ShouldBe(0);
        // A run in which nothing went wrong would prove nothing, and what stays open forever would be no answer.
        report.Middle.Keys.ShouldBe(["None", "Sold", .. Enum.GetNames<OrderJournalState>()], ignoreOrder: true);
        report.End.Keys.ShouldBe(["Sold", "Accepted", "Parked"], ignoreOrder: true);
        (report.End["Accepted"] + report.End["Parked"]).ShouldBe(Orders);
    }
}
