using GiftCardSdk.Chaos.Journals;

namespace GiftCardSdk.Chaos.Tests;

/// <summary>A small run in two processes at a time on one database, killed one by one.</summary>
public sealed class PostgresKillTests
{
    [Fact]
    public async Task Killed_again_and_again_on_one_database_nothing_is_bought_twice_or_lost()
    {
        Assert.SkipWhen(JournalHome.FindObstacle(JournalKind.Postgres) is not null, "There is no PostgreSQL here.");

        var run = await ChaosProgram.RunAsync("--orders", "100", "--seed", "14", "--journal", "postgres", "--kill");

        run.ShouldHaveHeld(100);
        run.Figure("kills").ShouldBeGreaterThan(0);
    }
}
