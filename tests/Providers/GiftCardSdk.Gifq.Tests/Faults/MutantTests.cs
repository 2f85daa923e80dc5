using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>The proof can fail over real sockets, too: a protocol that misjudges the refusal of a repeat loses a card where the right one finds it.</summary>
public sealed class MutantTests
{
    [Fact]
    public async Task Trusting_the_refusal_of_a_repeat_loses_a_card()
    {
        (await PlaceAsync(new())).ShouldBe((1, OrderJournalState.Accepted));
        (await PlaceAsync(new TrustsRefusals())).ShouldBe((1, OrderJournalState.Refused));
    }

    /// <summary>Sold, the answer lost, two look-ups failed, and the repeat refused.</summary>
    private static async Task<(int Sold, OrderJournalState State)> PlaceAsync(ProtocolRules rules)
    {
        await using var stage = await Stage.StartAsync(twin => twin.DuplicateAnswer = GifqDuplicateAnswer.Error);
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "orders.create",
                Kind = FaultKind.CloseAfterCommit,
                Times = 1,
            }
        );
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "orders.list",
                Kind = FaultKind.ServerErrorBeforeCommit,
                Times = 8,
            }
        );
        await using var accounts = Accounts.At(
            stage.Twin.BaseAddress,
            stage.Twin.ApiToken,
            stage.Clock,
            register: services => services.AddSingleton(rules)
        );

        _ = await Record.ExceptionAsync(() => accounts.Account.Orders.PlaceAsync(Requests.Order("o-1")));

        var journal = accounts.Services.GetRequiredService<IOrderJournal>();
        return (stage.Twin.Ledger.SalesFor("o-1").Count, (await journal.ListAsync(new()).SingleAsync()).State);
    }

    /// <summary>Forgets that an earlier send may have bought, and so takes the refusal of a repeat for an answer about the order.</summary>
    private sealed class TrustsRefusals : ProtocolRules
    {
        public override JournalEntry Open(JournalEntry sending) => base.Open(sending) with { IsAmbiguous = false };
    }
}
