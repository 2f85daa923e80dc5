using static GiftCardSdk.Reporting.Tests.Histories;

namespace GiftCardSdk.Reporting.Tests;

/// <summary>What was spent and what became of it, by period, account, product and currency.</summary>
public sealed class SummaryTests
{
    [Fact]
    public async Task Currencies_stand_apart_and_are_never_summed()
    {
        var report = await ReportAsync(
            Order("a", lines: [Line(quantity: 2), Line("tea", 10, "USD")]) with
            {
                TotalCost = Money.Of(57, "EUR"),
            },
            Order("b", lines: Line(value: 0.07m)) with
            {
                TotalCost = Money.Of(0.06m, "EUR"),
            },
            Order("c", lines: Line("tea", 10, "USD")) with
            {
                TotalCost = Money.Of(9, "USD"),
            }
        );

        report
            .Products.Select(row => (row.ProductId, row.Orders, row.Ordered.Cards, row.Ordered.FaceValue))
            .ShouldBe([("coffee", 2, 3, Money.Of(50.07m, "EUR")), ("tea", 2, 2, Money.Of(20, "USD"))]);
        report.Costs.Select(row => (row.Orders, row.Cost)).ShouldBe([(2, Money.Of(57.06m, "EUR")), (1, Money.Of(9, "USD"))]);
    }

    [Theory]
    [InlineData(ReportInterval.Day, "2026-03-31", "2026-04-01")]
    [InlineData(ReportInterval.Week, "2026-03-30", "2026-03-30")]
    [InlineData(ReportInterval.Month, "2026-03-01", "2026-04-01")]
    [InlineData(ReportInterval.Year, "2026-01-01", "2026-01-01")]
    public async Task A_period_begins_where_its_zone_says(ReportInterval interval, string first, string second)
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(2), "test", "test");
        var report = await ReportAsync(
            new ReportOptions { Interval = interval, Zone = zone },
            Order("before", at: new(2026, 3, 31, 21, 59, 59, TimeSpan.Zero)),
            Order("after", at: new(2026, 3, 31, 22, 0, 0, TimeSpan.Zero))
        );

        var periods = report.Accounts.Select(row => row.Period).ToArray();
        (periods[0], periods[^1]).ShouldBe((DateOnly.Parse(first, null), DateOnly.Parse(second, null)));
        report.Accounts.Sum(row => row.Bought).ShouldBe(2);
    }

    [Fact]
    public async Task The_state_of_every_card_is_counted_and_what_nobody_has_seen_stays_not_known()
    {
        var report = await ReportAsync(
            Order("a", lines: Line(quantity: 7)) with
            {
                Cards =
                [
                    Card(RedemptionState.Redeemed),
                    Card(RedemptionState.Redeemed),
                    Card(RedemptionState.Redeemable),
                    Card(RedemptionState.Expired),
                    Card(RedemptionState.Cancelled),
                    Card(default),
                ],
            }
        );

        var row = report.Products.ShouldHaveSingleItem();
        row.Redeemed.ShouldBe(new(2, Money.Of(50, "EUR")));
        row.Open.ShouldBe(new(1, Money.Of(25, "EUR")));
        row.Expired.ShouldBe(new(1, Money.Of(25, "EUR")));
        row.TakenBack.ShouldBe(new(1, Money.Of(25, "EUR")));
        row.NotKnown.ShouldBe(new(2, Money.Of(50, "EUR")));
        row.RedemptionRate.ShouldBe(0.5);
    }

    [Fact]
    public async Task A_rate_of_nothing_is_no_rate()
    {
        var report = await ReportAsync(Order("a"));

        report.Products.ShouldHaveSingleItem().RedemptionRate.ShouldBeNull();
    }

    [Fact]
    public async Task A_card_counts_with_the_line_it_was_ordered_in()
    {
        var report = await ReportAsync(
            Order("a", lines: [Line(), Line("choice", 40)]) with
            {
                // The recipient of the choice has chosen coffee.
                Cards = [Card(RedemptionState.Redeemable), Card(RedemptionState.Redeemed, line: 1)],
            }
        );

        report
            .Products.Select(row => (row.ProductId, row.Open.Cards, row.Redeemed.FaceValue))
            .ShouldBe([("choice", 0, Money.Of(40, "EUR")), ("coffee", 1, Money.Of(0, "EUR"))]);
    }

    [Fact]
    public async Task What_was_not_bought_given_up_or_purged_is_counted_and_not_spent()
    {
        var report = await ReportAsync(
            Order("unknown", OrderJournalState.Unknown),
            Order("parked", OrderJournalState.Parked),
            Order("refused", OrderJournalState.Refused),
            Order("absent", OrderJournalState.Absent),
            Order("failed") with
            {
                Status = OrderStatus.Failed,
                TotalCost = Money.Of(25, "EUR"),
            },
            Order("purged") is var purged ? purged with { Entry = purged.Entry.ToTombstone(Noon) } : purged
        );

        var row = report.Accounts.ShouldHaveSingleItem();
        (row.Unresolved, row.NotBought, row.Bought, row.Failed, row.WithoutCost, row.WithoutDetails).ShouldBe((2, 2, 2, 1, 1, 1));
        (report.Products.Count, report.Costs.Count, row.Completion).ShouldBe((0, 0, null));
    }

    [Fact]
    public async Task How_long_orders_took_is_told_within_five_percent()
    {
        OrderHistory[] orders =
        [
            .. Enumerable.Range(1, 100).Select(minutes => Order($"o-{minutes}") with { CompletedAt = Noon.AddMinutes(minutes) }),
        ];

        var times = (await ReportAsync(orders)).Accounts.ShouldHaveSingleItem().Completion.ShouldNotBeNull();

        (times.Orders, times.Mean, times.Longest).ShouldBe((100, TimeSpan.FromMinutes(50.5), TimeSpan.FromMinutes(100)));
        times.Median.TotalMinutes.ShouldBeInRange(50, 52.5);
        times.Percentile95.TotalMinutes.ShouldBeInRange(95, 99.75);
    }

    [Fact]
    public async Task A_report_of_too_many_rows_is_refused_and_says_what_to_do()
    {
        var options = new ReportOptions { Interval = ReportInterval.Day, MaxRows = 10 };
        var orders = Enumerable.Range(0, 10).Select(day => Order($"o-{day}", at: Noon.AddDays(day))).ToArray();

        (await Should.ThrowAsync<InvalidOperationException>(() => ReportAsync(options, orders))).Message.ShouldContain("more than 10 rows");
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => ReportAsync(options with { MaxRows = 0 }, orders));
    }

    [Fact]
    public async Task A_hundred_thousand_orders_are_summed_up_one_at_a_time()
    {
        var (alive, most) = (0, 0);
        var orders = AsyncEnumerable
            .Range(0, 100_000)
            .Select(number =>
            {
                most = Math.Max(most, ++alive);
                var order = Order($"o-{number}") with { Cards = [Card(RedemptionState.Redeemed)] };
                alive--;
                return order;
            });

        var report = await orders.SummarizeAsync();

        report.Products.ShouldHaveSingleItem().Redeemed.ShouldBe(new(100_000, Money.Of(2_500_000, "EUR")));
        most.ShouldBe(1);
    }
}
