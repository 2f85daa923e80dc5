namespace GiftCardSdk.Conformance.Tests;

/// <summary>The clock lets waits pass and leaves deadlines alone.</summary>
public sealed class ClockTests
{
    private readonly ConformanceClock _clock = new();

    [Fact]
    public async Task A_wait_passes_at_once_and_moves_the_clock_to_its_end()
    {
        var start = _clock.GetUtcNow();

        await Task.Delay(TimeSpan.FromDays(3), _clock);

        (_clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromDays(3));
    }

    [Fact]
    public async Task Waits_that_begin_together_pass_side_by_side()
    {
        var start = _clock.GetUtcNow();
        _ = _clock.StandStill();
        var waits = Enumerable.Range(0, 50).Select(_ => Task.Delay(TimeSpan.FromSeconds(1), _clock)).ToArray();

        _clock.Hurry();
        await Task.WhenAll(waits);

        (_clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_deadline_does_not_pass_by_itself_but_a_longer_wait_brings_it_about()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30), _clock);
        await Task.Delay(TimeSpan.FromSeconds(29), _clock);
        deadline.IsCancellationRequested.ShouldBeFalse();

        await Task.Delay(TimeSpan.FromSeconds(2), _clock);

        deadline.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task On_a_clock_that_stands_still_a_wait_stays_until_it_hurries_again()
    {
        var begun = _clock.StandStill();
        var wait = Task.Delay(TimeSpan.FromSeconds(1), _clock);
        await begun;
        wait.IsCompleted.ShouldBeFalse();

        _clock.Hurry();

        await wait;
    }

    [Fact]
    public void Timers_fire_in_order_each_at_its_own_time_and_periodic_ones_again()
    {
        var fired = new List<(string Name, TimeSpan At)>();
        var start = _clock.GetUtcNow();
        using var late = _clock.CreateTimer(
            _ => fired.Add(("late", _clock.GetUtcNow() - start)),
            null,
            Minutes(2.5),
            Timeout.InfiniteTimeSpan
        );
        using var often = _clock.CreateTimer(_ => fired.Add(("often", _clock.GetUtcNow() - start)), null, Minutes(1), Minutes(1));

        _clock.Advance(Minutes(3));

        fired.ShouldBe([("often", Minutes(1)), ("often", Minutes(2)), ("late", Minutes(2.5)), ("often", Minutes(3))]);
    }

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);
}
