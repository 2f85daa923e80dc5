namespace GiftCardSdk.Schedules.Tests;

/// <summary>Ten thousand schedules in all: callers of one reference, one who leaves, the resolver, a shutdown, a second process, a death.</summary>
public sealed class SceneTests
{
    private const int Processes = 2;

    [Theory]
    [InlineData("two-callers", 2_400)]
    [InlineData("a-caller-who-leaves", 2_000)]
    [InlineData("a-shutdown", 1_800)]
    [InlineData("two-processes", 1_600)]
    [InlineData("a-lost-answer", 600)]
    [InlineData("a-dead-process", 600)]
    [InlineData("everything", 600)]
    [InlineData("a-death-beside-the-same-order", 400)]
    public async Task No_schedule_of_a_scene_buys_twice_or_loses_an_order(string scene, int schedules)
    {
        // Side by side, from other seeds.
        var runs = await Task.WhenAll(
            Enumerable.Range(1, Processes).Select(seed => ScheduleProgram.ExploreAsync(scene, schedules / Processes, seed: seed))
        );

        foreach (var run in runs)
        {
            run.ShouldHaveHeld(scene, schedules / Processes);
        }
    }
}
