using System.Globalization;

namespace GiftCardSdk.Giftbit.Tests.Faults;

/// <summary>
/// Thousands of orders over real sockets through everything that can go wrong on the way. Afterwards the twin's ledger, not the SDK, says what was
/// sold, and each order's end is held against it.
/// </summary>
public sealed class FaultRunTests(ITestOutputHelper output)
{
    private const int Lanes = 4;
    private const int OrdersInALane = 1_300;

    [Fact]
    public async Task No_order_is_sold_twice_or_lost_whatever_goes_wrong_on_the_way()
    {
        var lanes = await Task.WhenAll(Enumerable.Range(1, Lanes).Select(seed => Task.Run(() => FaultLane.RunAsync(seed, OrdersInALane))));

        foreach (var lane in lanes)
        {
            output.WriteLine(lane.ToString());
        }

        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"orders={lanes.Sum(lane => lane.Orders)} faults={lanes.Sum(lane => lane.Faults)}")
        );
        lanes.SelectMany(lane => lane.Disagreements).ShouldBeEmpty();
        lanes.Sum(lane => lane.Duplicates).ShouldBe(0);
        // A run in which little went wrong would prove little.
        lanes.Sum(lane => lane.Orders).ShouldBeGreaterThanOrEqualTo(5_000);
        lanes.Sum(lane => lane.Faults).ShouldBeGreaterThan(1_500);
        lanes.Sum(lane => lane.Unknown).ShouldBeGreaterThan(0);
        lanes.Sum(lane => lane.Refused).ShouldBeGreaterThan(0);
    }
}
