namespace GiftCardSdk.Chaos.Tests;

/// <summary>A small run on the journal in memory. Each kind of run has a class of its own, so that they run side by side.</summary>
public sealed class MemoryRunTests
{
    [Fact]
    public async Task With_the_journal_in_memory_nothing_is_bought_twice_or_lost()
    {
        var run = await ChaosProgram.RunAsync("--orders", "150", "--seed", "11", "--journal", "memory");

        run.ShouldHaveHeld(150);
        run.Figure("kills").ShouldBe(0);
    }
}
