using System.Globalization;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>
/// Thousands of orders over real sockets through everything that can go wrong on the way, at a twin that sells again whatever it is asked for
/// again. Afterwards the twin's ledger says what was sold, and each order's end is held against it.
/// </summary>
public sealed class FaultRunTests(ITestOutputHelper output)
{
    [Fact]
    public async Task No_order_is_sold_twice_or_lost_whatever_goes_wrong_on_the_way()
    {
        var lanes = await Task.WhenAll(FaultLane.All.Select(lane => Task.Run(lane.RunAsync)));

        foreach (var lane in lanes)
        {
            output.WriteLine(lane.ToString());
        }

        lanes.SelectMany(lane => lane.Disagreements).ShouldBeEmpty();
        lanes.Sum(lane => lane.Duplicates).ShouldBe(0);
        // A run in which little went wrong would prove little.
        lanes.Sum(lane => lane.Orders).ShouldBeGreaterThanOrEqualTo(5_000);
        lanes.Sum(lane => lane.Faults).ShouldBeGreaterThan(1_500);
        lanes.Sum(lane => lane.Unknown).ShouldBeGreaterThan(300);
        lanes.Sum(lane => lane.SentAnew).ShouldBeGreaterThan(100);
        lanes.Sum(lane => lane.Parked).ShouldBeGreaterThan(20, "what is delivered and not found is left to a person");
        lanes.Sum(lane => lane.Refused).ShouldBeGreaterThan(50);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"orders={lanes.Sum(lane => lane.Orders)}"));
    }
}
