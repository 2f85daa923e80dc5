using GiftCardSdk.Chaos.World;

namespace GiftCardSdk.Chaos.Tests;

/// <summary>One clock for several processes.</summary>
public sealed class SharedClockTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("giftcard-clock-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_one_process_lets_pass_ends_the_waits_of_the_others()
    {
        var path = Path.Combine(_folder.FullName, "clock");
        using var parent = SharedClock.Create(path);
        using var child = SharedClock.Open(path);
        var begun = child.GetTimestamp();
        var wait = Task.Delay(TimeSpan.FromMinutes(10), child);
        var longer = Task.Delay(TimeSpan.FromMinutes(11), child);

        parent.Advance(TimeSpan.FromMinutes(10));

        await wait;
        longer.IsCompleted.ShouldBeFalse();
        child.GetUtcNow().ShouldBe(parent.GetUtcNow());
        child.GetElapsedTime(begun).ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task A_timer_rings_as_it_was_set_last_and_never_once_it_was_disposed_of()
    {
        using var clock = SharedClock.Create(Path.Combine(_folder.FullName, "clock"));
        var rang = new TaskCompletionSource();
        var rangTooEarly = false;
        using var changed = clock.CreateTimer(_ => rang.SetResult(), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        changed.Change(TimeSpan.FromMinutes(3), Timeout.InfiniteTimeSpan);
        var disposed = clock.CreateTimer(_ => rangTooEarly = true, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        disposed.Dispose();
        var between = Task.Delay(TimeSpan.FromMinutes(2), clock);

        clock.Advance(TimeSpan.FromMinutes(2));
        await between;
        rang.Task.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMinutes(1));

        await rang.Task;
        rangTooEarly.ShouldBeFalse();
    }
}
