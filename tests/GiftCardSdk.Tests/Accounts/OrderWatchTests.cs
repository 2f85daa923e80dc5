using GiftCardSdk.Accounts;
using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Tests.Accounts;

public sealed class OrderWatchTests
{
    private readonly ManualTimeProvider _clock = new();

    private static Reward Card => new() { Id = "r-1", Link = new Secret("https://card.example/1") };

    [Fact]
    public async Task Waiting_looks_without_rewards_and_reads_them_once_at_the_end()
    {
        var adapter = new ScriptedAdapter(
            _ => ScriptedAdapter.An(OrderStatus.Pending),
            _ => ScriptedAdapter.An(OrderStatus.Pending),
            _ => ScriptedAdapter.An(OrderStatus.Completed),
            _ => ScriptedAdapter.An(OrderStatus.Completed, Card)
        );

        var order = await RunAsync(Status(adapter).WaitForCompletionAsync("o-1"));

        order.Rewards.ShouldHaveSingleItem();
        adapter.Looks.ShouldBe([RewardDetail.None, RewardDetail.None, RewardDetail.None, RewardDetail.Secrets]);
    }

    [Fact]
    public async Task An_order_that_seems_final_but_whose_cards_are_late_is_watched_on()
    {
        var late = 0;
        var adapter = new ScriptedAdapter(detail =>
            detail == RewardDetail.None ? ScriptedAdapter.An(OrderStatus.Completed)
            : ++late < 3 ? ScriptedAdapter.An(OrderStatus.Pending)
            : ScriptedAdapter.An(OrderStatus.Completed, Card)
        );

        var order = await RunAsync(Status(adapter).WaitForCompletionAsync("o-1"));

        order.Status.ShouldBe(OrderStatus.Completed);
        order.Rewards.ShouldHaveSingleItem().HasSecret.ShouldBeTrue();
    }

    [Fact]
    public async Task A_still_pending_order_is_returned_when_the_deadline_passes()
    {
        var adapter = new ScriptedAdapter(_ => ScriptedAdapter.An(OrderStatus.Pending));
        var started = _clock.GetTimestamp();

        var order = await RunAsync(Status(adapter).WaitForCompletionAsync("o-1", new WatchOptions { Deadline = TimeSpan.FromSeconds(20) }));

        order.Status.ShouldBe(OrderStatus.Pending);
        // The last look begins as long before the deadline as its answer may take.
        _clock.GetElapsedTime(started).ShouldBe(TimeSpan.FromSeconds(18));
        adapter.Looks[^1].ShouldBe(RewardDetail.Secrets);
    }

    [Fact]
    public async Task A_look_that_takes_until_the_last_one_is_due_is_followed_by_the_last_one()
    {
        var adapter = new ScriptedAdapter(_ =>
        {
            _clock.Advance(TimeSpan.FromSeconds(19));
            return ScriptedAdapter.An(OrderStatus.Pending);
        });

        var order = await RunAsync(Status(adapter).WaitForCompletionAsync("o-1", new WatchOptions { Deadline = TimeSpan.FromSeconds(20) }));

        order.Status.ShouldBe(OrderStatus.Pending);
    }

    [Fact]
    public async Task A_look_that_is_not_answered_is_left_alone_at_the_deadline_and_what_was_seen_before_is_returned()
    {
        var adapter = new ScriptedAdapter(_ => ScriptedAdapter.An(OrderStatus.Pending)) { HangsFromLook = 3 };
        var started = _clock.GetTimestamp();

        var order = await RunAsync(Status(adapter).WaitForCompletionAsync("o-1", new WatchOptions { Deadline = TimeSpan.FromSeconds(20) }));

        order.Status.ShouldBe(OrderStatus.Pending);
        _clock.GetElapsedTime(started).ShouldBe(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_provider_that_answers_nothing_until_the_deadline_is_said_to_have_been_too_slow()
    {
        var adapter = new ScriptedAdapter(_ => ScriptedAdapter.An(OrderStatus.Pending)) { HangsFromLook = 1 };

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            RunAsync(Status(adapter).WaitForCompletionAsync("o-1", new WatchOptions { Deadline = TimeSpan.FromSeconds(20) }))
        );

        (failure.Code, failure.OrderId, failure.IsTransient).ShouldBe((GiftCardErrorCode.ProviderUnavailable, "o-1", true));
    }

    [Fact]
    public async Task A_word_that_nobody_knows_does_not_end_the_watching()
    {
        var adapter = new ScriptedAdapter(
            _ => ScriptedAdapter.An(new OrderStatus("HELD_FOR_REVIEW")),
            _ => ScriptedAdapter.An(OrderStatus.Failed)
        );

        var seen = await RunAsync(ListAsync(Status(adapter).WatchAsync("o-1")));

        seen.Select(order => order.Status.Value).ShouldBe(["HELD_FOR_REVIEW", "failed"]);
    }

    [Fact]
    public async Task A_passing_failure_is_survived_and_its_retry_after_respected()
    {
        var calls = 0;
        var adapter = new ScriptedAdapter(_ =>
            ++calls == 1
                ? throw new GiftCardException("busy", GiftCardErrorCode.RateLimited, GiftCardOutcome.NotAnOrder)
                {
                    IsTransient = true,
                    RetryAfter = TimeSpan.FromSeconds(17),
                }
                : ScriptedAdapter.An(OrderStatus.Completed, Card)
        );
        var started = _clock.GetTimestamp();

        await RunAsync(Status(adapter).WaitForCompletionAsync("o-1"));

        _clock.GetElapsedTime(started).ShouldBe(TimeSpan.FromSeconds(17));
    }

    [Fact]
    public async Task A_failure_that_will_not_pass_ends_the_watching_at_once()
    {
        var adapter = new ScriptedAdapter(_ =>
            throw new GiftCardException("no such order", GiftCardErrorCode.NotFound, GiftCardOutcome.NotAnOrder)
        );

        var failure = await Should.ThrowAsync<GiftCardException>(() => Status(adapter).WaitForCompletionAsync("o-1"));

        failure.Code.ShouldBe(GiftCardErrorCode.NotFound);
        adapter.Looks.Count.ShouldBe(1);
    }

    [Fact]
    public async Task When_nothing_could_be_read_until_the_deadline_the_last_failure_is_thrown()
    {
        var adapter = new ScriptedAdapter(_ =>
            throw new GiftCardException("down", GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.NotAnOrder) { IsTransient = true }
        );

        var failure = await Should.ThrowAsync<GiftCardException>(() => RunAsync(Status(adapter).WaitForCompletionAsync("o-1")));

        failure.Code.ShouldBe(GiftCardErrorCode.ProviderUnavailable);
    }

    [Fact]
    public async Task Larger_orders_are_looked_at_less_often()
    {
        (await LooksInAMinuteAsync(cards: 5_000)).ShouldBeLessThan(await LooksInAMinuteAsync(cards: 1));
    }

    [Fact]
    public async Task The_providers_own_hint_sets_the_spacing()
    {
        var adapter = new ScriptedAdapter(_ => ScriptedAdapter.An(OrderStatus.Pending) with { PollAfter = TimeSpan.FromSeconds(30) });

        await RunAsync(
            Status(adapter)
                .WaitForCompletionAsync("o-1", new WatchOptions { Deadline = TimeSpan.FromSeconds(90), Detail = RewardDetail.None })
        );

        adapter.Looks.Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_order_may_be_watched_for_days()
    {
        var adapter = new ScriptedAdapter(_ => ScriptedAdapter.An(OrderStatus.Pending));

        await RunAsync(Status(adapter).WaitForCompletionAsync("o-1", new WatchOptions { Deadline = TimeSpan.FromDays(2) }));

        adapter.Looks.Count.ShouldBeGreaterThan(48 * 60);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait()
    {
        using var stop = new CancellationTokenSource();
        var waiting = Status(new ScriptedAdapter(_ => ScriptedAdapter.An(OrderStatus.Pending))).WaitForCompletionAsync("o-1", stop.Token);
        await _clock.WaitForTimersAsync(1);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    private async Task<int> LooksInAMinuteAsync(int cards)
    {
        var lines = new[]
        {
            new OrderLine
            {
                ProductId = "p",
                FaceValue = Money.Of(1, "USD"),
                Quantity = cards,
            },
        };
        var adapter = new ScriptedAdapter(_ => ScriptedAdapter.An(OrderStatus.Pending) with { Lines = lines });
        await RunAsync(Status(adapter).WaitForCompletionAsync("o-1", new WatchOptions { Deadline = TimeSpan.FromMinutes(1) }));
        return adapter.Looks.Count;
    }

    private AccountStatus Status(GiftCardAdapter adapter) => new(new Account("test", "test", GiftCardEnvironment.Sandbox, adapter), _clock);

    private static async Task<List<Order>> ListAsync(IAsyncEnumerable<Order> orders)
    {
        var list = new List<Order>();
        await foreach (var order in orders)
        {
            list.Add(order);
        }

        return list;
    }

    /// <summary>Lets the clock run to each armed timer in turn until the work is done.</summary>
    private Task<T> RunAsync<T>(Task<T> work) => _clock.RunUntilCompletedAsync(work);
}
