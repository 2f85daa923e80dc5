namespace GiftCardSdk.Chaos.Tests;

/// <summary>A small run through the planner, over all five twins.</summary>
public sealed class PlannerRunTests
{
    [Fact]
    public async Task Through_the_planner_a_reference_is_bought_at_most_once_over_all_providers()
    {
        var run = await ChaosProgram.RunAsync("--planner", "--orders", "200", "--seed", "11", "--journal", "memory");

        run.ExitCode.ShouldBe(0, run.Output + run.Errors);
        run.LastLine.ShouldStartWith("planner: providers=");
        run.LastLine.ShouldEndWith(" duplicates=0 lost=0");
        run.Figure("faults").ShouldBeGreaterThan(20);
        // The cheapest takes most; how many others are needed is a matter of chance.
        run.Figure("providers").ShouldBeGreaterThan(1);
        run.Figure("orders").ShouldBe(200);
        run.Figure("sold").ShouldBeGreaterThan(150);
    }
}
