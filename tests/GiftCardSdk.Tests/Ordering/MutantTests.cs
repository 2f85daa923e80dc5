using GiftCardSdk.Http;
using GiftCardSdk.Ordering;
using GiftCardSdk.Testing;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>The proof can fail: a protocol with one wrong judgement buys twice or loses a card, and the same checks see it.</summary>
public sealed class MutantTests
{
    [Fact]
    public async Task Resending_on_one_negative_look_up_buys_twice()
    {
        (await SoldAsync(new ProtocolRules())).ShouldBe(1);
        (await SoldAsync(new TrustsOneMiss())).ShouldBe(2);

        static async Task<int> SoldAsync(ProtocolRules rules)
        {
            var shop = new Shop(Profiles.BuysAgain, rules: rules);
            shop.Provider.NextOrders(ScriptedEnd.SoldLate(TimeSpan.FromSeconds(5)));
            _ = await Record.ExceptionAsync(() => shop.PlaceInTimeAsync());
            shop.Clock.Advance(TimeSpan.FromHours(1));
            return shop.Provider.SoldUnder("order-1").Count;
        }
    }

    [Fact]
    public async Task Trusting_the_refusal_of_a_repeat_loses_a_card()
    {
        (await StateAsync(new ProtocolRules())).ShouldBe(OrderJournalState.Accepted);
        (await StateAsync(new TrustsRefusals())).ShouldBe(OrderJournalState.Refused);

        static async Task<OrderJournalState> StateAsync(ProtocolRules rules)
        {
            var shop = new Shop(rules: rules);
            shop.Provider.NextOrders(ScriptedEnd.AnswerLost, ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds));
            shop.Provider.NextLookups(ScriptedLookup.Miss);
            _ = await Record.ExceptionAsync(() => shop.PlaceInTimeAsync());
            shop.Provider.SoldUnder("order-1").Count.ShouldBe(1);
            return (await shop.EntryAsync()).State;
        }
    }

    [Fact]
    public async Task Trusting_an_exception_loses_a_card()
    {
        var shop = new Shop(rules: new TrustsExceptions(), options: new() { MaxSends = 1 });
        shop.Provider.NextOrders(ScriptedEnd.AnswerLost);

        await shop.FailAsync<GiftCardException>();

        shop.Provider.SoldUnder("order-1").Count.ShouldBe(1);
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Refused);
    }

    [Fact]
    public async Task The_random_run_sees_a_second_purchase() =>
        (await RandomOrders.RunAsync(seed: 3, orders: 2_000, new TrustsOneMiss())).Duplicates.ShouldBeGreaterThan(0);

    [Fact]
    public async Task The_random_run_sees_a_lost_card() =>
        (await RandomOrders.RunAsync(seed: 3, orders: 2_000, new TrustsRefusals())).Losses.ShouldBeGreaterThan(0);

    /// <summary>Believes a single "not found", whenever it was said.</summary>
    private sealed class TrustsOneMiss : ProtocolRules
    {
        public override Verdict AfterMiss(Situation now) =>
            now.Answer == LookupAnswer.NotFound ? Verdict.BelieveAbsent : base.AfterMiss(now);
    }

    /// <summary>Forgets that an earlier send may have bought, and so takes the refusal of a repeat for an answer about the order.</summary>
    private sealed class TrustsRefusals : ProtocolRules
    {
        public override JournalEntry Open(JournalEntry sending) => base.Open(sending) with { IsAmbiguous = false };
    }

    /// <summary>Takes any failure for a refusal.</summary>
    private sealed class TrustsExceptions : ProtocolRules
    {
        public override AttemptOutcome Judge(Exception failure, SendPermit permit) => AttemptOutcome.Refused;
    }
}
