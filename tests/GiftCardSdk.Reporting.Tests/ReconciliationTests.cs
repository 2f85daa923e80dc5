using GiftCardSdk.Testing;
using static GiftCardSdk.Reporting.ReconciliationFindingKind;

namespace GiftCardSdk.Reporting.Tests;

/// <summary>Whatever does not fit between journal, orders and movements is named once, with what to do.</summary>
public sealed class ReconciliationTests : IAsyncDisposable
{
    private readonly ReconciliationShop _shop = new();

    [Fact]
    public async Task Where_all_fits_there_is_nothing_to_tell()
    {
        await _shop.PlaceAsync("a");
        await _shop.PlaceAsync("b");

        var report = await _shop.RunAsync();

        (report.OrdersHere, report.OrdersThere, report.Matched, report.Movements).ShouldBe((2, 2, 2, null));
        report.Findings.ShouldBeEmpty();
        _shop.Readings.ShouldBe(0, "What is listed is not read one by one.");
    }

    [Fact]
    public async Task An_order_that_the_journal_does_not_know_is_missing_here()
    {
        var foreign = Order("foreign") with { TotalCost = Money.Of(24, "EUR"), RawStatus = "done" };
        _shop.Lists = orders => orders.Append(foreign);

        var finding = (await _shop.RunAsync()).Findings.ShouldHaveSingleItem();

        (finding.Kind, finding.OrderId, finding.Reference, finding.There).ShouldBe(
            (MissingHere, "foreign", null, "completed (done), 24.00 EUR")
        );
        finding.Advice.ShouldContain("who placed it");
    }

    [Fact]
    public async Task An_order_that_the_provider_does_not_have_is_missing_there()
    {
        var placed = await _shop.PlaceAsync("a");
        _shop.Lists = orders => orders.Where(order => order.Id != placed.Id);
        _shop.Reads = order => throw new GiftCardException("There is none.", GiftCardErrorCode.NotFound, GiftCardOutcome.NotAnOrder);

        var finding = (await _shop.RunAsync()).Findings.ShouldHaveSingleItem();

        (finding.Kind, finding.OrderId, finding.Reference).ShouldBe((MissingThere, placed.Id, "a"));
    }

    [Fact]
    public async Task An_order_that_the_list_leaves_out_is_read_before_it_is_called_missing()
    {
        await _shop.PlaceAsync("a");
        _shop.Lists = orders => AsyncEnumerable.Empty<Order>();

        var report = await _shop.RunAsync();

        (report.Findings.Count, report.Matched, _shop.Readings).ShouldBe((0, 1, 1));
    }

    [Fact]
    public async Task What_could_not_be_read_or_was_too_much_is_not_called_missing()
    {
        await _shop.PlaceAsync("a");
        await _shop.PlaceAsync("b");
        _shop.Lists = orders => AsyncEnumerable.Empty<Order>();
        _shop.Reads = order =>
            throw new GiftCardException("It is down.", GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.NotAnOrder);

        var report = await _shop.RunAsync(new() { MaxReads = 1 });

        report.Findings.Select(finding => finding.Kind).ShouldBe([NotChecked, NotChecked]);
        report.Findings.Select(finding => finding.There).ShouldBe(["ProviderUnavailable", null], ignoreOrder: true);
        _shop.Readings.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_that_is_open_here_and_bought_there_is_to_be_settled()
    {
        _shop.Provider.NextOrders(ScriptedEnd.AnswerLost);
        _shop.Provider.ScriptLookups(_ => ScriptedLookup.Inconclusive("the list is down"));
        await Should.ThrowAsync<GiftCardException>(() => _shop.PlaceAsync("lost"));

        var finding = (await _shop.RunAsync()).Findings.ShouldHaveSingleItem();

        (finding.Kind, finding.Reference, finding.Here, finding.OrderId).ShouldBe(
            (NotSettledHere, "lost", "Unknown", _shop.Provider.Ledger[0].OrderId)
        );
        finding.Advice.ShouldContain("It was bought");
    }

    [Fact]
    public async Task A_second_order_of_a_reference_is_named_beside_the_first()
    {
        var placed = await _shop.PlaceAsync("a");
        _shop.Lists = orders => orders.Append(Order("second") with { ProviderKey = "a" });

        var report = await _shop.RunAsync();

        var finding = report.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Reference, finding.OrderId, finding.Here).ShouldBe((SecondOrder, "a", "second", placed.Id));
        report.Matched.ShouldBe(1);
    }

    [Theory]
    [InlineData(30, null, "25.00 EUR", "30.00 EUR")]
    [InlineData(25, 24, "23.00 EUR", "24.00 EUR")]
    public async Task An_amount_that_differs_is_told_by_both_figures(int faceValue, int? cost, string here, string there)
    {
        _shop.Reads = order => order with { TotalCost = cost is null ? null : Money.Of(23, "EUR") };
        var placed = await _shop.PlaceAsync("a");
        await _shop.Account.Status.GetAsync(placed.Id);
        _shop.Lists = orders =>
            orders.Select(order =>
                order with
                {
                    Lines = [order.Lines[0] with { FaceValue = Money.Of(faceValue, "EUR") }],
                    TotalCost = cost is { } paid ? Money.Of(paid, "EUR") : null,
                }
            );

        var finding = (await _shop.RunAsync()).Findings.ShouldHaveSingleItem();

        (finding.Kind, finding.Here, finding.There).ShouldBe((AmountDiffers, here, there));
    }

    [Theory]
    [InlineData("failed", "money came back")]
    [InlineData("cancelled", "money came back")]
    [InlineData("pending", "still differ")]
    public async Task A_status_that_differs_says_what_to_do(string status, string advice)
    {
        await _shop.PlaceAsync("a");
        _shop.Lists = orders => orders.Select(order => order with { Status = new(status) });

        var finding = (await _shop.RunAsync()).Findings.ShouldHaveSingleItem();

        (finding.Kind, finding.Here).ShouldBe((StatusDiffers, "completed"));
        finding.Advice.ShouldContain(advice);
    }

    [Fact]
    public async Task An_order_of_another_period_is_nobodys_mistake()
    {
        var placed = await _shop.PlaceAsync("a");
        _shop.Clock.Advance(TimeSpan.FromDays(3));
        var later = new TimePeriod(_shop.Clock.GetUtcNow().AddHours(-1), _shop.Clock.GetUtcNow().AddHours(1));
        _shop.Lists = _ => new[] { Order(placed.Id) with { CreatedAt = null } }.ToAsyncEnumerable();

        var report = await _shop.GiftCards.ReconcileAsync("emea", later);

        (report.Findings.Count, report.OrdersHere, report.OrdersThere).ShouldBe((0, 0, 1));
    }

    [Fact]
    public async Task What_was_paid_is_held_against_what_an_order_costs()
    {
        var (paid, less, refunded, free) = (
            await _shop.PlaceAsync("paid"),
            await _shop.PlaceAsync("less"),
            await _shop.PlaceAsync("refunded"),
            await _shop.PlaceAsync("free")
        );
        var elsewhere = await _shop.PlaceAsync("key-alone");
        _shop.Lists = orders =>
            orders.Select(order =>
                order with
                {
                    TotalCost = Money.Of(24, "EUR"),
                    Status = order.Id == refunded.Id ? OrderStatus.Failed : order.Status,
                }
            );
        _shop.Movements =
        [
            Moved(-24, paid.Id),
            Moved(-23, less.Id),
            Moved(-24, refunded.Id),
            Moved(24, refunded.Id, BalanceMovementKind.Refund),
            Moved(-24, null) with
            {
                ProviderKey = "key-alone",
            },
            Moved(-9, "nobody's"),
            Moved(500, null, BalanceMovementKind.TopUp),
            Moved(-1, null),
            Moved(-2, null),
            // Read since it is near the period, and of another one.
            Moved(-8, "tomorrow's") with
            {
                At = DateTimeOffset.MaxValue,
            },
        ];

        var report = await _shop.RunAsync();

        elsewhere.Status.ShouldBe(OrderStatus.Completed);
        report.Movements.ShouldBe(8);
        report
            .Findings.Where(finding => finding.Kind != StatusDiffers)
            .Select(finding => (finding.Kind, finding.OrderId, finding.Here, finding.There))
            .ShouldBe(
                [
                    (PaymentDiffers, less.Id, "24.00 EUR", "-23.00 EUR"),
                    (PaymentMissing, free.Id, "24.00 EUR", null),
                    (PaymentWithoutOrder, "nobody's", null, "-9.00 EUR"),
                    (PaymentWithoutOrder, null, null, "2 movements, -3.00 EUR"),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task An_order_that_was_given_up_and_not_refunded_is_told()
    {
        var placed = await _shop.PlaceAsync("a");
        _shop.Lists = orders => orders.Select(order => order with { Status = OrderStatus.Failed });
        _shop.Movements = [Moved(-24, placed.Id)];

        var report = await _shop.RunAsync();

        report.Findings.Single(finding => finding.Kind == PaymentDiffers).Advice.ShouldContain("has not come back");
    }

    [Fact]
    public async Task A_movement_that_cannot_be_read_is_told_and_not_left_out()
    {
        var placed = await _shop.PlaceAsync("a");
        _shop.Movements = [Moved(-24, placed.Id) with { Amount = null }];

        (await _shop.RunAsync()).Findings.ShouldHaveSingleItem().Kind.ShouldBe(NotChecked);
    }

    [Fact]
    public async Task Comparing_buys_nothing_and_changes_nothing_in_the_journal()
    {
        await _shop.PlaceAsync("a");
        _shop.Provider.NextOrders(ScriptedEnd.AnswerLost);
        _shop.Provider.ScriptLookups(_ => ScriptedLookup.Inconclusive("the list is down"));
        await Should.ThrowAsync<GiftCardException>(() => _shop.PlaceAsync("lost"));
        var before = await _shop.GiftCards.History.ListAsync().Select(order => order.Entry).ToListAsync();
        var arrivals = _shop.Provider.Arrivals;

        await _shop.RunAsync();

        (await _shop.GiftCards.History.ListAsync().Select(order => order.Entry).ToListAsync()).ShouldBe(before);
        _shop.Provider.Arrivals.ShouldBe(arrivals);
    }

    [Fact]
    public async Task A_list_that_breaks_off_ends_the_comparison()
    {
        await _shop.PlaceAsync("a");
        _shop.Lists = orders =>
            orders.Select(
                Order (order) =>
                    throw new GiftCardException("It is down.", GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.NotAnOrder)
            );

        await Should.ThrowAsync<GiftCardException>(() => _shop.RunAsync());
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    private Order Order(string id) =>
        new()
        {
            Id = id,
            Provider = "in-memory",
            Account = "emea",
            Status = OrderStatus.Completed,
            CreatedAt = _shop.Clock.GetUtcNow(),
        };

    private BalanceMovement Moved(decimal amount, string? orderId, BalanceMovementKind kind = BalanceMovementKind.Purchase) =>
        new()
        {
            Amount = Money.Of(amount, "EUR"),
            Kind = kind,
            OrderId = orderId,
            At = _shop.Clock.GetUtcNow(),
        };
}
