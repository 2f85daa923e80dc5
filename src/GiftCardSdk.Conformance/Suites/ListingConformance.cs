using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>An account that says it lists its orders shows what was sold, all of it, and never takes half a list for the whole.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
[NeedsFeature(GiftCardFeature.ListOrders)]
public abstract class ListingConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>Every order is listed once, over the end of a page, with the id that it is read by.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Every_order_that_was_sold_is_listed_once()
    {
        await using var run = await StartAsync();
        var today = Today(run);
        await SellAsync(run, Math.Max(3, run.Stage.OrdersToFillAPage + 1));

        var ids = await run.Account.Status.ListAsync(today).Select(order => order.Id).ToListAsync();

        string[] sold = [.. run.Stage.Sales.Select(sale => sale.OrderId)];
        string[] lost = [.. sold.Except(ids, StringComparer.Ordinal)];
        string[] twice = [.. ids.CountBy(id => id, StringComparer.Ordinal).Where(count => count.Value > 1).Select(count => count.Key)];
        Expect.That(lost.Length == 0, $"{lost.Length} of {sold.Length} orders are not listed: {string.Join(", ", lost)}.");
        Expect.That(twice.Length == 0, $"Listed more than once: {string.Join(", ", twice)}.");
        Expect.Same(sold.Length, ids.Count, "Orders in the list");
    }

    /// <summary>A listed order is the one that was sold: its key, as far as the list shows it, its status, and no card that could be spent.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_listed_order_is_the_one_that_was_sold()
    {
        await using var run = await StartAsync();
        var today = Today(run);
        await SellAsync(run, 2);

        var listed = await run.Account.Status.ListAsync(today).ToListAsync();

        foreach (var sale in run.Stage.Sales)
        {
            var order = Assert.Single(listed, order => order.Id == sale.OrderId);
            Expect.Same((run.Account.Provider, run.Account.Name), (order.Provider, order.Account), "Whose order it is");
            Expect.That(
                order.ProviderKey is null || order.ProviderKey == sale.Key,
                $"The key {sale.Key} is listed as {order.ProviderKey}."
            );
            Expect.Same(OrderStatus.Completed, order.Status, "The Status of an order that is complete");
            Expect.That(order.Rewards.Count == 0, "A list is read without rewards.");
            Expect.That(
                order.Lines.Count == 0 || Total(order) == sale.FaceValue,
                $"What was sold at {sale.FaceValue} is listed as {string.Join(", ", order.Lines.Select(line => line.Total))}."
            );
        }
    }

    /// <summary>What was certainly made at another time does not belong to a period.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_order_of_another_time_is_left_out_if_its_time_is_shown()
    {
        await using var run = await StartAsync();
        var before = run.Clock.GetUtcNow().AddDays(-400);
        await SellAsync(run, 1);
        var period = new TimePeriod(before, before.AddDays(30));

        var listed = await run.Account.Status.ListAsync(period).ToListAsync();

        foreach (var order in listed)
        {
            Expect.That(
                order is not { IsCreatedAtExact: true, CreatedAt: { } made } || period.Contains(made),
                $"The order {order.Id} of {order.CreatedAt:O} is listed among those of {period}."
            );
        }
    }

    /// <summary>A list that breaks off is an error: what is missing from it would seem not to be sold.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_list_that_cannot_be_read_is_an_error_and_not_the_end()
    {
        await using var run = await StartAsync();
        var today = Today(run);
        await SellAsync(run, Math.Max(3, run.Stage.OrdersToFillAPage + 1));
        var wire = run.NeedWire();
        var before = wire.Reads;
        await run.Account.Status.ListAsync(today).CountAsync();
        wire.StrikeReads(ConformanceFault.ServerError, int.MaxValue, after: wire.Reads - before - 1);

        var failure = await Expect.FailureAsync(
            () => run.Account.Status.ListAsync(today).CountAsync().AsTask(),
            "The last page could not be read; listing must fail."
        );

        Expect.Same(GiftCardErrorCode.ProviderUnavailable, failure.Code, "The exception's Code");
    }

    private static TimePeriod Today(Run run) => new(run.Clock.GetUtcNow().AddDays(-1), run.Clock.GetUtcNow().AddDays(2));

    private static async Task SellAsync(Run run, int orders)
    {
        for (var i = 0; i < orders; i++)
        {
            await run.Account.Orders.PlaceAsync(run.NewOrder());
        }

        run.Clock.Advance(run.Stage.CompletesWithin);
    }

    private static Money Total(Order order) => order.Lines.Select(line => line.Total).Aggregate((sum, total) => sum + total);
}
