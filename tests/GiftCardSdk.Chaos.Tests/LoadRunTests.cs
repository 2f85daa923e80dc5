namespace GiftCardSdk.Chaos.Tests;

/// <summary>A small run on a machine that others keep busy: it takes longer, and comes to the same verdict.</summary>
public sealed class LoadRunTests
{
    [Fact]
    public async Task On_a_busy_machine_nothing_is_bought_twice_or_lost_or_left_open()
    {
        var run = await ChaosProgram.RunAsync("--orders", "60", "--seed", "16", "--journal", "memory", "--load", "6");

        run.ShouldHaveHeld(60);
    }
}
