using GiftCardSdk.Conformance;
using GiftCardSdk.Testing;

namespace GiftCardSdk.Batches.Tests;

/// <summary>A list that was interrupted is run again from its beginning, and goes on where it was.</summary>
public sealed class ResumeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_crash_the_same_list_buys_what_is_left_and_nothing_twice(bool diesBeforeTheSend)
    {
        await using var shop = new Shop();
        var sends = 0;
        var dying = new CrashingJournal(
            shop.Journal,
            step => (diesBeforeTheSend ? step.IsBeforeTheSend : step.IsAfterTheSend) && Interlocked.Increment(ref sends) == 30
        );
        (await dying.SurvivesAsync(Shop.RunAsync(shop.Application(dying), Shop.Lines(100)).AsTask(), Shop.Token)).ShouldBeFalse();
        var before = shop.Provider.Arrivals;

        var results = await Shop.RunAsync(shop.Application(), Shop.Lines(100));

        results.Count.ShouldBe(100);
        results.ShouldAllBe(result => result.Status == BatchLineStatus.Bought);
        shop.Provider.Ledger.GroupBy(sold => sold.ProviderKey, StringComparer.Ordinal).ShouldAllBe(sold => sold.Count() == 1);
        shop.Provider.Ledger.Count.ShouldBe(100);
        before.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_is_finished_is_known_without_a_call()
    {
        await using var shop = new Shop();
        await Shop.RunAsync(shop.Application(), Shop.Lines(10));
        var (arrivals, lookups) = (shop.Provider.Arrivals, shop.Provider.Lookups);

        var results = await Shop.RunAsync(shop.Application(), Shop.Lines(10));

        results.ShouldAllBe(result => result.Status == BatchLineStatus.Bought && result.WasBoughtBefore && result.Order == null);
        results.Select(result => result.OrderId).ShouldBe(shop.Provider.Ledger.Select(sold => sold.OrderId), ignoreOrder: true);
        (shop.Provider.Arrivals, shop.Provider.Lookups).ShouldBe((arrivals, lookups));
    }

    [Fact]
    public async Task A_line_that_has_changed_since_is_neither_bought_nor_called_done()
    {
        await using var shop = new Shop();
        await Shop.RunAsync(shop.Application(), Shop.Lines(3));
        var lines = new[] { Shop.Order(1), Shop.Order(2, amount: 50), Shop.Order(3), Shop.Order(4) };

        var results = await Shop.RunAsync(shop.Application(), lines.Select(order => new BatchLine(order)).ToAsyncEnumerable());

        results.Single(result => result.Number == 2).Status.ShouldBe(BatchLineStatus.Changed);
        results.Count(result => result.Status == BatchLineStatus.Bought).ShouldBe(3);
        shop.Provider.Ledger.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_bought_line_that_was_changed_into_nonsense_is_not_called_refused()
    {
        await using var shop = new Shop();
        await Shop.RunAsync(shop.Application(), Shop.Lines(3));
        var lines = new[] { Shop.Order(1, amount: -1), Shop.Order(2) with { Delivery = Delivery.Post }, Shop.Order(4, amount: -1) };

        var results = await Shop.RunAsync(shop.Application(), lines.Select(order => new BatchLine(order)).ToAsyncEnumerable());

        results
            .OrderBy(result => result.Number)
            .Select(result => (result.Status, result.Failure?.Code))
            .ShouldBe([
                (BatchLineStatus.Changed, GiftCardErrorCode.InvalidRequest),
                (BatchLineStatus.Changed, GiftCardErrorCode.InvalidRequest),
                (BatchLineStatus.Refused, GiftCardErrorCode.InvalidRequest),
            ]);
    }

    [Fact]
    public async Task A_batch_that_goes_on_at_another_account_is_stopped_before_it_buys_everything_again()
    {
        await using var shop = new Shop();
        await Shop.RunAsync(shop.Application(), Shop.Lines(3));

        var thrown = await Should.ThrowAsync<InvalidOperationException>(async () =>
            await Shop.RunAsync(shop.Application(), Shop.Lines(3), new() { Account = "other" })
        );

        thrown.Message.ShouldContain("'shop'");
        shop.Provider.Ledger.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_line_that_a_planner_gave_to_another_account_is_not_called_refused()
    {
        await using var shop = new Shop();
        shop.Provider.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds));
        await Shop.RunAsync(shop.Application(), Shop.Lines(1));
        var here = await shop.Journal.ListAsync(new(), Shop.Token).SingleAsync(Shop.Token);
        await shop.Journal.TryUpdateAsync(here with { MovedTo = "other", Version = here.Version + 1 }, Shop.Token);

        (await Shop.RunAsync(shop.Application(), Shop.Lines(1))).Single().Status.ShouldBe(BatchLineStatus.Changed);
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_line_that_was_refused_may_be_mended()
    {
        await using var shop = new Shop();
        shop.Provider.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.InvalidRecipient));
        (await Shop.RunAsync(shop.Application(), Shop.Lines(1))).Single().Status.ShouldBe(BatchLineStatus.Refused);

        var mended = new[] { new BatchLine(Shop.Order(1, amount: 50)) }.ToAsyncEnumerable();

        (await Shop.RunAsync(shop.Application(), mended)).Single().Status.ShouldBe(BatchLineStatus.Bought);
    }

    [Fact]
    public async Task What_the_application_or_another_batch_has_bought_is_simply_that_order()
    {
        await using var shop = new Shop();
        var batches = shop.Application();
        var bought = await batches.RunAsync("may", Shop.Lines(1), Shop.Options, Shop.Token).SingleAsync(Shop.Token);

        var again = await batches.RunAsync("june", Shop.Lines(1), Shop.Options, Shop.Token).SingleAsync(Shop.Token);

        (again.OrderId, again.WasBoughtBefore).ShouldBe((bought.OrderId, true));
        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_kept_of_a_batch_says_whether_it_came_to_its_end()
    {
        await using var shop = new Shop();
        var batches = shop.Application();
        (await batches.FindAsync("june", Shop.Token)).ShouldBeNull();
        var control = new BatchControl();
        control.Stop();
        (await Shop.RunAsync(batches, Shop.Lines(3), Shop.Options with { Control = control })).ShouldBeEmpty();
        (await batches.FindAsync("june", Shop.Token))!.HasEnded.ShouldBeFalse();
        shop.Clock.Advance(TimeSpan.FromHours(1));

        await Shop.RunAsync(batches, Shop.Lines(3));

        var kept = await batches.ListAsync(Shop.Token).SingleAsync(Shop.Token);
        kept.HasEnded.ShouldBeTrue();
        (kept.LastBegun - kept.FirstBegun).ShouldBe(TimeSpan.FromHours(1));
        (kept.Name, kept.Progress.Bought, kept.Progress.Ended).ShouldBe(("june", 3, 3));
        kept.Progress.Spending.Single().FaceValue.ShouldBe(Money.Of(75, "EUR"));
    }
}
