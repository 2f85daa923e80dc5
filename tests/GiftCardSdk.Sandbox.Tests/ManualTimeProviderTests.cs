using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class ManualTimeProviderTests
{
    [Fact]
    public void Both_clocks_move_together_and_only_when_told()
    {
        var clock = new ManualTimeProvider();
        var (wall, stamp) = (clock.GetUtcNow(), clock.GetTimestamp());

        clock.Advance(TimeSpan.FromMilliseconds(1_500));

        (clock.GetUtcNow() - wall).ShouldBe(TimeSpan.FromMilliseconds(1_500));
        clock.GetElapsedTime(stamp).ShouldBe(TimeSpan.FromMilliseconds(1_500));
    }

    [Fact]
    public void Correcting_the_wall_clock_moves_neither_timers_nor_the_monotonic_clock()
    {
        var clock = new ManualTimeProvider();
        var stamp = clock.GetTimestamp();
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        clock.SetUtcNow(DateTimeOffset.UnixEpoch);
        clock.GetElapsedTime(stamp).ShouldBe(TimeSpan.Zero);
        clock.Advance(TimeSpan.FromSeconds(1));

        fired.ShouldBe(1);
        clock.GetUtcNow().ShouldBe(DateTimeOffset.UnixEpoch.AddSeconds(1));
    }

    [Fact]
    public void Timers_fire_in_order_each_at_its_own_time_and_periodic_ones_again()
    {
        var clock = new ManualTimeProvider();
        var start = clock.GetUtcNow();
        var fired = new List<(string, double)>();
        using var late = Timer("late", 3, null);
        using var early = Timer("early", 1, null);
        using var often = Timer("often", 2, 2);

        clock.Advance(TimeSpan.FromSeconds(4.5));

        fired.ShouldBe([("early", 1), ("often", 2), ("late", 3), ("often", 4)]);

        ITimer Timer(string name, int due, int? period) =>
            clock.CreateTimer(
                _ => fired.Add((name, (clock.GetUtcNow() - start).TotalSeconds)),
                null,
                TimeSpan.FromSeconds(due),
                period is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan
            );
    }

    [Fact]
    public void A_disposed_or_stopped_timer_does_not_fire()
    {
        var clock = new ManualTimeProvider();
        var fired = 0;
        var disposed = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        using var stopped = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        disposed.Dispose();
        stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromMinutes(1));

        fired.ShouldBe(0);
        clock.ArmedTimers.ShouldBe(0);
        disposed.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).ShouldBeFalse();
    }

    [Fact]
    public async Task Arming_can_be_awaited_and_a_span_tells_short_waits_from_long_ones()
    {
        var clock = new ManualTimeProvider();
        var shortOne = clock.WaitForTimersAsync(1, within: TimeSpan.FromSeconds(5));
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1), clock);
        await clock.WaitForTimersAsync(1);
        var tooEarly = shortOne.IsCompleted;

        var delay = Task.Delay(TimeSpan.FromSeconds(2), clock);
        await shortOne;
        clock.Advance(TimeSpan.FromSeconds(2));
        await delay;

        tooEarly.ShouldBeFalse();
        deadline.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public async Task Waiting_for_a_timer_in_vain_ends_with_its_token()
    {
        using var patience = new CancellationTokenSource();
        var wait = new ManualTimeProvider().WaitForTimersAsync(1, cancellationToken: patience.Token);

        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => wait);
    }
}
