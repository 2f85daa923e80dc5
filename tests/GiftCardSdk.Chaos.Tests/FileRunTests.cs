namespace GiftCardSdk.Chaos.Tests;

/// <summary>A small run on the journal in a file, in one process.</summary>
public sealed class FileRunTests
{
    [Fact]
    public async Task With_the_journal_in_a_file_nothing_is_bought_twice_or_lost()
    {
        var run = await ChaosProgram.RunAsync("--orders", "150", "--seed", "12");

        run.ShouldHaveHeld(150);
        run.Figure("kills").ShouldBe(0);
    }
}
