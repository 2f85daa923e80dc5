using GiftCardSdk.Testing;

namespace GiftCardSdk.Batches.Tests;

/// <summary>What may pass is waited for and never called a refusal; what is not known is never called anything else.</summary>
public sealed class PatienceTests
{
    [Fact]
    public async Task For_lack_of_rate_a_line_waits_and_is_bought()
    {
        await using var shop = new Shop();
        shop.Provider.NextOrders(Enumerable.Repeat(ScriptedEnd.RateLimited(TimeSpan.FromSeconds(20)), 10));

        var results = await shop.RunInTimeAsync(shop.Application(), Shop.Lines(4), Shop.Options with { Concurrency = 1 });

        results.Count.ShouldBe(4);
        results.ShouldAllBe(result => result.Status == BatchLineStatus.Bought);
        shop.Provider.Ledger.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_line_that_waits_does_not_keep_the_others_from_being_bought()
    {
        await using var shop = new Shop();
        var batches = shop.Application();
        shop.Provider.ScriptOrders(order =>
            order.Request.Reference == "line-1" ? ScriptedEnd.RateLimited(TimeSpan.FromMinutes(5)) : ScriptedEnd.Accepted
        );
        var lines = batches
            .RunAsync("june", Shop.Lines(50), Shop.Options with { Concurrency = 1 }, Shop.Token)
            .GetAsyncEnumerator(Shop.Token);

        for (var i = 0; i < 49; i++)
        {
            (await lines.MoveNextAsync()).ShouldBeTrue();
            lines.Current.Number.ShouldBe(i + 2);
        }

        shop.Provider.ScriptOrders(null);
        var last = lines.MoveNextAsync().AsTask();
        await shop.Clock.WaitForTimersAsync(1, cancellationToken: Shop.Token);
        shop.Clock.Advance(TimeSpan.FromMinutes(5));
        (await last).ShouldBeTrue();
        lines.Current.Number.ShouldBe(1);
        await lines.DisposeAsync();
    }

    [Fact]
    public async Task When_patience_has_run_out_the_line_is_not_placed_and_may_be_placed_later()
    {
        await using var shop = new Shop();
        shop.Provider.ScriptOrders(_ => ScriptedEnd.NeverSent);
        var started = shop.Clock.GetUtcNow();

        var results = await shop.RunInTimeAsync(
            shop.Application(),
            Shop.Lines(1),
            Shop.Options with
            {
                Patience = TimeSpan.FromHours(3),
                MaxDelay = TimeSpan.FromSeconds(20),
            }
        );

        results.Single().Status.ShouldBe(BatchLineStatus.NotPlaced);
        results.Single().Failure!.IsTransient.ShouldBeTrue();
        (shop.Clock.GetUtcNow() - started).ShouldBeGreaterThan(TimeSpan.FromHours(3));
        shop.Provider.ScriptOrders(null);
        (await Shop.RunAsync(shop.Application(), Shop.Lines(1))).Single().Status.ShouldBe(BatchLineStatus.Bought);
    }

    [Fact]
    public async Task A_provider_that_asks_for_years_is_asked_again_after_a_day()
    {
        await using var shop = new Shop();
        shop.Provider.NextOrders(ScriptedEnd.RateLimited(TimeSpan.FromDays(4000)));
        var aside = new Aside();
        var options = Shop.Options with { Patience = Timeout.InfiniteTimeSpan, Progress = aside, ProgressInterval = TimeSpan.Zero };
        var batch = Shop.RunAsync(shop.Application(), Shop.Lines(1), options).AsTask();
        await aside.Happened.WaitAsync(Shop.Token);
        await shop.Clock.WaitForTimersAsync(1, cancellationToken: Shop.Token);

        shop.Clock.Advance(TimeSpan.FromDays(2));

        (await batch).Single().Status.ShouldBe(BatchLineStatus.Bought);
    }

    [Fact]
    public async Task Without_patience_it_is_tried_once()
    {
        await using var shop = new Shop();
        shop.Provider.NextOrders(ScriptedEnd.RateLimited(TimeSpan.FromMinutes(5)));

        var results = await Shop.RunAsync(shop.Application(), Shop.Lines(1), Shop.Options with { Patience = TimeSpan.Zero });

        results.Single().Status.ShouldBe(BatchLineStatus.NotPlaced);
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task An_end_that_is_not_known_is_said_so_and_found_by_a_later_run()
    {
        await using var shop = new Shop(BuysAgain());
        shop.Provider.NextOrders(ScriptedEnd.AnswerLost);
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Inconclusive("down"));

        var results = await shop.RunInTimeAsync(shop.Application(), Shop.Lines(1));

        results.Single().Status.ShouldBe(BatchLineStatus.Unknown);
        shop.Provider.ScriptLookups(null);
        (await Shop.RunAsync(shop.Application(), Shop.Lines(1))).Single().Status.ShouldBe(BatchLineStatus.Bought);
        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_person_has_to_decide_is_said_to_be_parked()
    {
        await using var shop = new Shop(BuysAgain(LookupAuthority.HitOnly));
        shop.Provider.NextOrders(ScriptedEnd.RequestLost);
        var batches = shop.Application();

        var results = await shop.RunInTimeAsync(batches, Shop.Lines(1));
        shop.Clock.Advance(TimeSpan.FromDays(2));
        var later = await Shop.RunAsync(batches, Shop.Lines(1));

        (results.Single().Status, later.Single().Status).ShouldBe(
            (BatchLineStatus.Unknown, BatchLineStatus.Parked),
            later.Single().Failure?.Message
        );
        shop.Provider.Arrivals.ShouldBe(1);
    }

    /// <summary>Tells when a line was put aside: by then its send has no deadline any more.</summary>
    private sealed class Aside : IProgress<BatchProgress>
    {
        private readonly TaskCompletionSource _happened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Happened => _happened.Task;

        public void Report(BatchProgress value)
        {
            if (value.Waiting > 0)
            {
                _happened.TrySetResult();
            }
        }
    }

    private static InMemoryProviderOptions BuysAgain(LookupAuthority lookup = LookupAuthority.Authoritative) =>
        new()
        {
            Idempotency = new()
            {
                Repeat = RepeatBehavior.BuysAgain,
                Answer = RepeatAnswer.Undocumented,
                Lookup = lookup,
                QuietTime = TimeSpan.FromMinutes(10),
            },
        };
}
