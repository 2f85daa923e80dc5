using GiftCardSdk.Chaos.Journals;

namespace GiftCardSdk.Chaos.Tests;

/// <summary>The command line.</summary>
public sealed class ArgumentTests
{
    [Fact]
    public void Without_arguments_two_thousand_orders_are_bought_on_a_file()
    {
        var (options, mistake) = ChaosOptions.Parse([]);

        mistake.ShouldBeNull();
        options.ShouldBe(
            new ChaosOptions
            {
                Orders = 2_000,
                Seed = 1,
                Journal = JournalKind.Sqlite,
            }
        );
    }

    [Fact]
    public void All_options_are_taken_in_any_order()
    {
        var (options, mistake) = ChaosOptions.Parse([
            "--late",
            "--journal",
            "postgres",
            "--load",
            "8",
            "--kill",
            "--seed",
            "7",
            "--orders",
            "20000",
        ]);

        mistake.ShouldBeNull();
        options.ShouldBe(
            new ChaosOptions
            {
                Orders = 20_000,
                Seed = 7,
                Journal = JournalKind.Postgres,
                Kill = true,
                Late = true,
                Load = 8,
            }
        );
    }

    [Theory]
    [InlineData("--orders", "0", "--orders needs a number from 1 to 1000000, and is followed by '0'.")]
    [InlineData("--orders", "many", "--orders needs a number from 1 to 1000000, and is followed by 'many'.")]
    [InlineData("--kill", "--orders", "--orders needs a number from 1 to 1000000.")]
    [InlineData("--seed", "-1", "--seed needs a number from 0 to 2147483647, and is followed by '-1'.")]
    [InlineData("--journal", "disk", "--journal needs one of file, postgres and memory, and is followed by 'disk'.")]
    [InlineData("--load", "full", "--load needs a number from 0 to 256, and is followed by 'full'.")]
    [InlineData("--late", "--fast", "There is no option '--fast'; --help lists them.")]
    public void A_wrong_argument_is_named_together_with_what_would_be_right(string first, string second, string complaint) =>
        ChaosOptions.Parse([first, second]).Mistake.ShouldBe(complaint);

    [Fact]
    public async Task Kills_with_a_journal_in_memory_are_refused_with_the_reason()
    {
        var run = await ChaosProgram.RunAsync("--kill", "--journal", "memory");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Errors.Trim()
            .ShouldBe("--kill needs a journal that outlives the process, and memory does not: use --journal sqlite or --journal postgres.");
    }
}
