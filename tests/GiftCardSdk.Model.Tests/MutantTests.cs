namespace GiftCardSdk.Model.Tests;

/// <summary>The proof can fail: each core with one wrong judgement is seen by the model, and what shows it is short.</summary>
public sealed class MutantTests(ITestOutputHelper output)
{
    private const ulong Seed = 7;
    private const int MaxRuns = 300;

    private static readonly Dictionary<string, Mutation> All = new(StringComparer.Ordinal)
    {
        [nameof(Mutants.TrustsOneMiss)] = Mutants.TrustsOneMiss,
        [nameof(Mutants.TrustsRefusals)] = Mutants.TrustsRefusals,
        [nameof(Mutants.TrustsExceptions)] = Mutants.TrustsExceptions,
        [nameof(Mutants.RepeatsAnyway)] = Mutants.RepeatsAnyway,
        [nameof(Mutants.SendsInsteadOfLooking)] = Mutants.SendsInsteadOfLooking,
        [nameof(Mutants.FreesWhatIsParked)] = Mutants.FreesWhatIsParked,
        [nameof(Mutants.WritesTooLate)] = Mutants.WritesTooLate,
    };

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_wrong_judgement_is_seen_and_shown_by_a_few_commands(string name)
    {
        var failed = (await Runner.OnOwnThreadAsync(() => Runner.FindFailure(Seed, MaxRuns, All[name]))).ShouldNotBeNull();

        output.WriteLine($"{name} {failed.Runs}: {failed.Shrunk}\n{failed.Finding}");
        failed.Shrunk.Commands.Count.ShouldBeLessThanOrEqualTo(8);
        // It is the mutant's doing: the same commands hold without it.
        await Runner.OnOwnThreadAsync(() => Runner.Play(failed.Shrunk, Mutation.None, new Report()));
    }

    [Fact]
    public async Task A_failure_shows_its_commands_and_the_seed_that_repeats_it()
    {
        var first = await FailAsync();
        var second = await FailAsync();

        first.ShouldContain($"({Seed},");
        first.ShouldContain("Shrunk:");
        first.ShouldContain(nameof(Place));
        second.ShouldBe(first);

        static async Task<string> FailAsync() =>
            (await Should.ThrowAsync<Exception>(Runner.OnOwnThreadAsync(() => Runner.Run(Seed, MaxRuns, Mutants.TrustsOneMiss)))).Message;
    }
}
