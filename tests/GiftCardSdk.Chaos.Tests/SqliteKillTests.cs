namespace GiftCardSdk.Chaos.Tests;

/// <summary>A small run in two processes at a time on one file, killed one by one.</summary>
public sealed class SqliteKillTests
{
    [Fact]
    public async Task Killed_again_and_again_on_a_file_nothing_is_bought_twice_or_lost()
    {
        var run = await ChaosProgram.RunAsync("--orders", "150", "--seed", "13", "--journal", "sqlite", "--kill");

        run.ShouldHaveHeld(150);
        run.Figure("kills").ShouldBeGreaterThan(0);
    }
}
