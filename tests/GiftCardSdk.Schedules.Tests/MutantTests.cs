namespace GiftCardSdk.Schedules.Tests;

/// <summary>With a lock or a check less there is a schedule that buys twice, loses an order or never ends. It is found, and found again from its trace.</summary>
public sealed class MutantTests : IDisposable
{
    private const int Schedules = 2_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("giftcard-schedules-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("two-callers", "no-lock", "")]
    [InlineData("two-processes", "no-check-of-the-journal", "was sold 2 times")]
    [InlineData("a-caller-who-leaves", "no-check-before-the-send", "")]
    [InlineData("two-processes", "locks-taken-crosswise", "Deadlock detected")]
    public async Task A_lock_or_a_check_less_is_found_and_replayed_from_its_trace(string scene, string mutant, string says)
    {
        var trace = Path.Combine(_folder.FullName, "found.trace");

        var found = await ScheduleProgram.ExploreAsync(scene, Schedules, mutant, trace);
        var replayed = await ScheduleProgram.RunAsync("replay", scene, "--mutant", mutant, "--trace", trace);

        found.ExitCode.ShouldBe(1, found.Output);
        found.Output.ShouldContain(says);
        replayed.ExitCode.ShouldBe(1, replayed.Output);
        FindingOf(replayed).ShouldBe(FindingOf(found));
    }

    /// <summary>What the model once met, and nobody had seen: two threads of one process, one of which dies while the other is about to send.</summary>
    [Fact]
    public async Task A_process_that_dies_at_a_write_of_one_order_may_be_sending_another_one()
    {
        var found = await ScheduleProgram.ExploreAsync(
            "a-death-beside-another-order",
            Schedules,
            trace: Path.Combine(_folder.FullName, "death.trace")
        );

        found.ExitCode.ShouldBe(1, found.Output);
        found.Output.ShouldContain("order-2 is sent by a dead process");
    }

    private static string FindingOf(ScheduleProgram run) =>
        run.Output.Split('\n').First(line => line.StartsWith("FOUND ", StringComparison.Ordinal));
}
