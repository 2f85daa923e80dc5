namespace GiftCardSdk.Chaos.Tests;

/// <summary>A small run in processes that are killed, one after the other on one file.</summary>
public sealed class FileKillTests
{
    [Fact]
    public async Task Killed_again_and_again_on_a_file_nothing_is_bought_twice_or_lost()
    {
        var run = await ChaosProgram.RunAsync("--orders", "150", "--seed", "13", "--journal", "file", "--kill");

        run.ShouldHaveHeld(150);
        run.Figure("kills").ShouldBeGreaterThan(0);
    }
}
