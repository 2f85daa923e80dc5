using GiftCardSdk.Chaos.Buying;
using GiftCardSdk.Chaos.Judging;
using GiftCardSdk.Chaos.Reporting;
using GiftCardSdk.Chaos.Running;
using GiftCardSdk.Chaos.World;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Chaos.Tests;

/// <summary>
/// The double that nothing protects from, brought about on purpose: the first send of an order is carried out hours after it was looked for in vain
/// and sent again. All sides are asked as in any run, and the judge must see it.
/// </summary>
public sealed class LateCommitTests : IDisposable
{
    private const int Seed = 5;

    /// <summary>One of each provider; the last is Huuray's, where a repeat buys again.</summary>
    private const int Orders = 5;

    private const int Late = 4;

    /// <summary>Long past every quiet time, and before the run's last look at the ledgers.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromHours(6);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("giftcard-chaos-late-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task An_order_whose_first_send_is_carried_out_after_its_second_is_judged_a_double_and_told_of()
    {
        var outcome = await RunAsync();

        outcome.Duplicates.ShouldBe(1);
        outcome.IsGood.ShouldBeFalse();
        outcome.LastLine.ShouldContain(" duplicates=1 lost=0");
        var (order, finding) = outcome.Findings.ShouldHaveSingleItem();
        order.Number.ShouldBe(Late);
        finding.ShouldBe(new Finding(Verdict.Duplicate, "sold 2 times"));
        // Whoever asked was told of the one that was bought first; of the other nobody knows but the provider.
        order.Entry!.ProviderOrderIds.ShouldHaveSingleItem().ShouldBe(order.Sales.MinBy(static sale => sale.SoldAt)!.OrderId);
        var report = string.Join('\n', Report.Write(outcome).Concat(LateCommits.Tell(outcome)));
        report.ShouldContain("DUPLICATE huuray chaos-5-4");
        report.ShouldContain("This was to be expected");
        report.ShouldContain("the first send was carried out at");
    }

    private async Task<Outcome> RunAsync()
    {
        await using var world = await TwinWorld.StartAsync(_folder.FullName, Seed);
        world.Sandbox.Huuray.Faults.Add(
            new()
            {
                Operation = "order.create",
                Kind = FaultKind.LateCommit,
                Occurrence = 1,
                Delay = Delay,
            }
        );
        var plan = new Plan
        {
            Seed = Seed,
            Orders = Orders,
            Journal = new(Journals.JournalKind.Sqlite, Path.Combine(_folder.FullName, "orders.db")),
            Accounts = world.Accounts,
            ClockFile = world.ClockFile,
            AnswerFile = Path.Combine(_folder.FullName, "answers"),
        };
        var last = plan with { AnswerFile = plan.AnswerFile + "-end" };
        (await Life.LiveAsync(plan, world.Clock, CancellationToken.None)).ShouldBeTrue();
        var entries = await Closing.RunAsync(last, world);
        await UntilAllIsSoldAsync(world);
        return ChaosRun.Conclude([plan, last], world, entries, kills: 0);
    }

    /// <summary>What was to come late has come: the clock is past it, and a thread may still be on its way.</summary>
    private static async Task UntilAllIsSoldAsync(TwinWorld world)
    {
        while (world.Sandbox.Huuray.Ledger.Sales.Count < 2)
        {
            await world.JumpAsync(TimeSpan.FromSeconds(1));
        }
    }
}
