namespace GiftCardSdk.Chaos.Tests;

/// <summary>The run that must not hold: it shows what nothing can protect from, and that the judge sees it.</summary>
public sealed class LateRunTests
{
    [Fact]
    public async Task Commits_beyond_the_quiet_time_are_bought_twice_and_each_is_told_of()
    {
        var run = await ChaosProgram.RunAsync("--orders", "900", "--seed", "5", "--journal", "memory", "--late");

        run.ExitCode.ShouldBe(1, run.Errors);
        run.Figure("duplicates").ShouldBeGreaterThan(0, run.Output);
        run.Output.ShouldContain("DUPLICATE huuray chaos-5-");
        run.Output.ShouldContain("This was to be expected");
        run.Output.ShouldContain("the first send was carried out at");
    }
}
