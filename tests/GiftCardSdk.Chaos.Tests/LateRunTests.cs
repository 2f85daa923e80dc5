namespace GiftCardSdk.Chaos.Tests;

/// <summary>
/// The run that need not hold: each double that chance brings about is told of, and decides the exit code. How many there are depends on the threads; <see cref="LateCommitTests"/>
/// brings one about.
/// </summary>
public sealed class LateRunTests
{
    [Fact]
    public async Task Commits_beyond_the_quiet_time_may_be_bought_twice_and_each_is_told_of()
    {
        var run = await ChaosProgram.RunAsync("--orders", "150", "--seed", "5", "--journal", "memory", "--late");

        var duplicates = run.Figure("duplicates");
        run.ExitCode.ShouldBe(duplicates > 0 ? 1 : 0, run.Errors);
        run.Figure("lost").ShouldBe(0, run.Output);
        run.Output.Contains("DUPLICATE huuray chaos-5-", StringComparison.Ordinal).ShouldBe(duplicates > 0, run.Output);
        run.Output.Contains("This was to be expected", StringComparison.Ordinal).ShouldBe(duplicates > 0, run.Output);
    }
}
