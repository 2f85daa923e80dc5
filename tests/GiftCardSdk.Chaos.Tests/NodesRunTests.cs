namespace GiftCardSdk.Chaos.Tests;

/// <summary>A small batch on several nodes with Quartz, which are killed, stopped, woken and joined by another one.</summary>
public sealed class NodesRunTests
{
    [Fact]
    public async Task Carried_out_by_nodes_that_die_sleep_and_come_nothing_is_bought_twice_or_lost()
    {
        var run = await ChaosProgram.RunAsync("--nodes", "2", "--orders", "80", "--seed", "15", "--journal", "sqlite");

        run.ExitCode.ShouldBe(0, run.Output + run.Errors);
        run.LastLine.ShouldEndWith(" duplicates=0 lost=0");
        run.Figure("kills").ShouldBe(2);
        run.Output.ShouldContain("stops=1 added=1");
    }
}
