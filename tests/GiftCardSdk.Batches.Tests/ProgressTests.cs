using GiftCardSdk.Testing;

namespace GiftCardSdk.Batches.Tests;

/// <summary>Progress counts every end once, and never sums currencies.</summary>
public sealed class ProgressTests
{
    [Fact]
    public async Task The_last_report_says_what_was_spent_in_each_currency()
    {
        await using var shop = new Shop();
        shop.Provider.ScriptOrders(order =>
            order.Request.Reference == "line-4" ? ScriptedEnd.Refused(GiftCardErrorCode.ProductUnavailable) : ScriptedEnd.Accepted
        );
        await Shop.RunAsync(shop.Application(), new[] { new BatchLine(Shop.Order(1)) }.ToAsyncEnumerable());
        var reports = new Reports();
        BatchLine[] lines =
        [
            new(Shop.Order(1)),
            new(Shop.Order(2)),
            new(Shop.Order(3, 50, "USD")),
            new(Shop.Order(4)),
            new(Shop.Order(5, 30)),
            new(Shop.Order(1, 30)),
        ];

        await Shop.RunAsync(
            shop.Application(),
            lines.ToAsyncEnumerable(),
            Shop.Options with
            {
                Progress = reports,
                ProgressInterval = TimeSpan.Zero,
                ExpectedLines = 6,
            }
        );

        var last = reports.All[^1];
        (last.Bought, last.BoughtBefore, last.Refused, last.Changed, last.Ended).ShouldBe((3, 1, 1, 1, 6));
        last.TimeLeft.ShouldBe(TimeSpan.Zero);
        var (eur, usd) = (last.Spending[0], last.Spending[1]);
        last.Spending.Count.ShouldBe(2);
        (eur.FaceValue, eur.FaceValueBefore).ShouldBe((Money.Of(55, "EUR"), Money.Of(25, "EUR")));
        (usd.FaceValue, usd.FaceValueBefore).ShouldBe((Money.Of(50, "USD"), Money.Of(0, "USD")));
        // This provider does not tell what an order costs.
        (eur.OrdersOfUnknownCost, usd.OrdersOfUnknownCost, eur.Cost).ShouldBe((2, 1, Money.Of(0, "EUR")));
    }

    [Fact]
    public async Task Rate_and_time_left_follow_the_clock_and_leave_pauses_out()
    {
        await using var shop = new Shop();
        var control = new BatchControl();
        var reports = new Reports();
        var options = Shop.Options with
        {
            Progress = reports,
            ProgressInterval = TimeSpan.Zero,
            ExpectedLines = 20,
            Concurrency = 1,
            Control = control,
        };

        await Shop.RunAsync(shop.Application(), List(), options);

        var last = reports.All[^1];
        last.Elapsed.ShouldBe(TimeSpan.FromSeconds(5));
        last.LinesPerSecond.ShouldBe(2);
        last.TimeLeft.ShouldBe(TimeSpan.FromSeconds(5));

        async IAsyncEnumerable<BatchLine> List()
        {
            await foreach (var line in Shop.Lines(10))
            {
                shop.Clock.Advance(TimeSpan.FromSeconds(0.5));
                yield return line;
            }
        }
    }

    [Fact]
    public async Task The_rate_of_a_list_that_is_resumed_is_that_of_what_was_left_of_it()
    {
        await using var shop = new Shop();
        await Shop.RunAsync(shop.Application(), Shop.Lines(6));
        var reports = new Reports();
        var options = Shop.Options with { Progress = reports, ProgressInterval = TimeSpan.Zero, ExpectedLines = 20, Concurrency = 1 };

        await Shop.RunAsync(shop.Application(), List(), options);

        var last = reports.All[^1];
        (last.BoughtBefore, last.Bought, last.LinesPerSecond).ShouldBe((6, 4, 2));
        last.TimeLeft.ShouldBe(TimeSpan.FromSeconds(5));

        async IAsyncEnumerable<BatchLine> List()
        {
            var number = 0;
            await foreach (var line in Shop.Lines(10))
            {
                // Six that were bought before take a minute each, for whatever reason; the others half a second.
                shop.Clock.Advance(++number <= 6 ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(0.5));
                yield return line;
            }
        }
    }

    [Fact]
    public async Task A_display_that_fails_ends_no_batch()
    {
        await using var shop = new Shop();

        var results = await Shop.RunAsync(
            shop.Application(),
            Shop.Lines(5),
            Shop.Options with
            {
                Progress = new Broken(),
                ProgressInterval = TimeSpan.Zero,
            }
        );

        results.Count(result => result.Status == BatchLineStatus.Bought).ShouldBe(5);
    }

    private sealed class Broken : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => throw new InvalidOperationException("The display has gone.");
    }

    private sealed class Reports : IProgress<BatchProgress>
    {
        private readonly Lock _gate = new();
        private readonly List<BatchProgress> _all = [];

        public IReadOnlyList<BatchProgress> All
        {
            get
            {
                lock (_gate)
                {
                    return [.. _all];
                }
            }
        }

        public void Report(BatchProgress value)
        {
            lock (_gate)
            {
                _all.Add(value);
            }
        }
    }
}
