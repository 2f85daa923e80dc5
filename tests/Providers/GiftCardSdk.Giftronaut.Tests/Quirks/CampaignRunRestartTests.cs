using System.Globalization;
using GiftCardSdk.Providers.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>The row "Giftronaut: campaign runs" of docs/exactly-once.md: a process dies at every journal step of a run.</summary>
public sealed class CampaignRunRestartTests
{
    private const int LeastSteps = 8;

    private static readonly TimeSpan AfterTheQuietTime = TimeSpan.FromMinutes(11);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_whose_process_dies_at_any_step_is_bought_at_most_once_and_never_denied(bool takesKeys)
    {
        await using var stage = await StartAsync(takesKeys);
        var processes = new Generations<Accounts>(stage.Restarted);
        var campaign = await stage.CampaignAsync();
        var step = 0;
        for (var isOver = false; !isOver; step++)
        {
            var (reference, run) = Wave(step);
            var bought = stage.Twin.Ledger.Count;
            var last = step;
            isOver = await processes.LiveAsync(now => now.Number == last, process => process.Campaigns.RunAsync(reference, campaign, run));

            await using var process = processes.Begin();
            var found = await PlaceUntilResolvedAsync(stage, process, reference, campaign, run);

            var entry = await processes.EntryAsync(reference);
            (entry.State, stage.Twin.Ledger.Count - bought).ShouldBe(
                found is null ? (OrderJournalState.Parked, 0) : (OrderJournalState.Accepted, 1),
                $"dead at step {step}"
            );
            entry.ProviderOrderIds.ShouldBe(found is null ? [] : [stage.Twin.Ledger.Sales[^1].OrderId]);
            (found is null && takesKeys).ShouldBeFalse("a repeat under the same key is safe");
        }

        (step - 1).ShouldBeGreaterThanOrEqualTo(LeastSteps);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task The_resolver_leaves_a_run_to_its_own_call(bool wasBought, bool takesKeys)
    {
        DocsTables
            .AfterARestart("Giftronaut: campaign runs")
            .ShouldBe(
                (
                    "left to their own call",
                    "left to their own call",
                    "found by the key and content, else parked; repeated within 21.6 hours* if the account says that runs take keys"
                )
            );
        await using var stage = await StartAsync(takesKeys);
        var processes = new Generations<Accounts>(stage.Restarted);
        var campaign = await stage.CampaignAsync();
        var (reference, run) = Wave(1);
        await processes.DieAsync(wasBought, process => process.Campaigns.RunAsync(reference, campaign, run));
        var left = await processes.EntryAsync(reference);
        await using var process = processes.Begin();

        for (var hours = 0; hours < 12; hours += 4)
        {
            (await process.Services.GetRequiredService<IGiftCards>().Journal.ResolveAsync()).NeedCaller.ShouldBe(1);
            stage.Clock.Advance(TimeSpan.FromHours(3.9));
        }

        (await processes.EntryAsync(reference)).ShouldBe(left);
        var found = await PlaceUntilResolvedAsync(stage, process, reference, campaign, run);
        (found is not null).ShouldBe(wasBought || takesKeys);
        stage.Twin.Requests.Count("campaigns.run").ShouldBe(found is null ? 0 : 1);
    }

    private static Task<Stage> StartAsync(bool takesKeys) =>
        Stage.StartAsync(account: options => options.WireAssumptions.CampaignRunsTakeKeys = takesKeys);

    /// <summary>A run of its own for each reference.</summary>
    private static (OrderReference Reference, GiftronautCampaignRun Run) Wave(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"wave-{number}");
        return (name, Requests.Run($"{name}@panel.example"));
    }

    /// <summary>Runs a campaign until the run is found, or left to a person (null).</summary>
    private static async Task<GiftronautOrder?> PlaceUntilResolvedAsync(
        Stage stage,
        Accounts process,
        OrderReference reference,
        GiftronautCampaign campaign,
        GiftronautCampaignRun run
    )
    {
        while (true)
        {
            try
            {
                return (await process.Campaigns.RunAsync(reference, campaign, run)).Value;
            }
            catch (OrderOutcomeUnknownException unknown)
            {
                if (!unknown.IsTransient)
                {
                    return null;
                }
            }

            stage.Clock.Advance(AfterTheQuietTime);
        }
    }
}
