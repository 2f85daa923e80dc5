using System.Globalization;
using GiftCardSdk.Providers.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>
/// The row "GIFQ: payouts" of docs/exactly-once.md: a process dies at every journal step of a batch, which carries no key and would be paid twice if
/// it were sent twice.
/// </summary>
public sealed class PayoutRestartTests
{
    private const int LeastSteps = 8;

    private static readonly TimeSpan AfterTheQuietTime = TimeSpan.FromMinutes(11);

    [Fact]
    public async Task A_batch_whose_process_dies_at_any_step_is_paid_at_most_once_and_never_denied()
    {
        await using var stage = await Stage.StartAsync();
        var processes = new Generations<Accounts>(stage.Restarted);
        var campaign = await stage.CampaignAsync();
        var step = 0;
        for (var isOver = false; !isOver; step++)
        {
            var (reference, batch) = Wave(campaign, step);
            var paid = stage.Twin.Ledger.Count;
            var last = step;
            isOver = await processes.LiveAsync(now => now.Number == last, process => process.Payouts.DispatchAsync(reference, batch));

            await using var process = processes.Begin();
            var found = await PlaceUntilResolvedAsync(stage, process, reference, batch);

            var entry = await processes.EntryAsync(reference);
            (entry.State, stage.Twin.Ledger.Count - paid).ShouldBe(
                found is null ? (OrderJournalState.Parked, 0) : (OrderJournalState.Accepted, 1),
                $"dead at step {step}"
            );
            entry.ProviderOrderIds.ShouldBe(found is null ? [] : [stage.Twin.Ledger.Sales[^1].OrderId]);
            // A person who has to decide is told why.
            (found is null).ShouldBe(entry.Reason is not null);
        }

        (step - 1).ShouldBeGreaterThanOrEqualTo(LeastSteps);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_resolver_leaves_a_batch_to_its_own_call_which_finds_it_or_parks_it(bool wasPaid)
    {
        DocsTables
            .AfterARestart("GIFQ: payouts")
            .ShouldBe(("left to their own call", "left to their own call", "found by content and recipients, else parked"));
        await using var stage = await Stage.StartAsync();
        var processes = new Generations<Accounts>(stage.Restarted);
        var (reference, batch) = Wave(await stage.CampaignAsync(), 1);
        await processes.DieAsync(wasPaid, process => process.Payouts.DispatchAsync(reference, batch));
        var left = await processes.EntryAsync(reference);
        await using var process = processes.Begin();

        for (var days = 0; days < 3; days++)
        {
            (await process.Services.GetRequiredService<IGiftCards>().Journal.ResolveAsync()).NeedCaller.ShouldBe(1);
            stage.Clock.Advance(TimeSpan.FromDays(1));
        }

        (await processes.EntryAsync(reference)).ShouldBe(left);
        var found = await PlaceUntilResolvedAsync(stage, process, reference, batch);
        (found is not null).ShouldBe(wasPaid);
        stage.Twin.Requests.Count("payout_orders.create").ShouldBe(wasPaid ? 1 : 0);
    }

    /// <summary>A batch of its own for each reference.</summary>
    private static (OrderReference Reference, GifqNewPayoutOrder Batch) Wave(string campaign, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"wave-{number}");
        return (name, Requests.Batch(campaign, $"{name}@fjord.example"));
    }

    /// <summary>Dispatches a batch until it is found, or left to a person (null).</summary>
    private static async Task<GifqPayoutOrder?> PlaceUntilResolvedAsync(
        Stage stage,
        Accounts process,
        OrderReference reference,
        GifqNewPayoutOrder batch
    )
    {
        while (true)
        {
            try
            {
                return (await process.Payouts.DispatchAsync(reference, batch)).Value;
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
