using GiftCardSdk.Conformance;
using GiftCardSdk.Http;
using GiftCardSdk.Huuray.Tests.Conformance;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>
/// The proof can fail over real sockets, too: a protocol with one wrong judgement buys twice or loses a card, in the same scene as the right one; and the
/// suite of the kit that all adapters pass sees it.
/// </summary>
public sealed class MutantTests
{
    [Fact]
    public async Task Resending_on_one_negative_look_up_buys_twice()
    {
        (await PlaceAsync(new(), FaultKind.LateCommit)).ShouldBe((1, OrderJournalState.Accepted));
        (await PlaceAsync(new TrustsOneMiss(), FaultKind.LateCommit)).ShouldBe((2, OrderJournalState.Accepted));
    }

    [Fact]
    public async Task Trusting_an_exception_loses_a_card()
    {
        (await PlaceAsync(new(), FaultKind.ResetAfterCommit, sends: 1)).ShouldBe((1, OrderJournalState.Accepted));
        (await PlaceAsync(new TrustsExceptions(), FaultKind.ResetAfterCommit, sends: 1)).ShouldBe((1, OrderJournalState.Refused));
    }

    [Fact]
    public async Task The_suite_about_crashes_sees_that_one_look_up_was_trusted() =>
        (await FindAsync<TrustsOneMiss>(ConformanceFault.LateSale)).ShouldContain("sold 2 times");

    [Fact]
    public async Task The_suite_about_crashes_sees_that_an_exception_was_trusted() =>
        (await FindAsync<TrustsExceptions>(ConformanceFault.AnswerLost)).ShouldContain("sold 2 times");

    private static async Task<string> FindAsync<TRules>(ConformanceFault fault)
        where TRules : ProtocolRules, new() =>
        (
            await Should.ThrowAsync<XunitException>(() =>
                new Crash<TRules>().An_order_whose_answer_is_lost_and_whose_process_dies_at_any_step_is_sold_once(fault)
            )
        ).Message;

    private static async Task<(int Sold, OrderJournalState State)> PlaceAsync(ProtocolRules rules, FaultKind fault, int sends = 3)
    {
        await using var stage = await Stage.StartAsync();
        stage.Fail("order.create", fault, delay: TimeSpan.FromSeconds(5));
        await using var accounts = Accounts.At(
            stage.Twin.BaseAddress,
            stage.Twin.ApiToken,
            stage.Twin.ApiSecret,
            stage.Clock,
            register: services => services.AddSingleton(rules).Configure<OrderingOptions>(options => options.MaxSends = sends)
        );

        _ = await Record.ExceptionAsync(() => accounts.Account.Orders.PlaceAsync(Requests.Returned("o-1")));
        stage.Clock.Advance(TimeSpan.FromHours(1));

        var journal = accounts.Services.GetRequiredService<IOrderJournal>();
        return (stage.Twin.Ledger.SalesFor("o-1").Count, (await journal.ListAsync(new()).SingleAsync()).State);
    }

    /// <summary>Believes a single "not found", whenever it was said.</summary>
    private sealed class TrustsOneMiss : ProtocolRules
    {
        public override Verdict AfterMiss(Situation now) =>
            now.Answer == LookupAnswer.NotFound ? Verdict.BelieveAbsent : base.AfterMiss(now);
    }

    /// <summary>Takes any failure for a refusal.</summary>
    private sealed class TrustsExceptions : ProtocolRules
    {
        public override AttemptOutcome Judge(Exception failure, SendPermit permit) => AttemptOutcome.Refused;
    }

    private sealed class Crash<TRules> : CrashConformance<MisjudgingFixture<TRules>>
        where TRules : ProtocolRules, new();

    /// <summary>The adapter and the twin as they are, in an application whose protocol is wrong.</summary>
    private sealed class MisjudgingFixture<TRules> : ConformanceFixture
        where TRules : ProtocolRules, new()
    {
        public override async Task<ConformanceStage> StartAsync(ConformanceClock clock, CancellationToken cancellationToken) =>
            new MisjudgingStage(clock, await GiftCardSandbox.StartAsync(options => options.TimeProvider = clock, cancellationToken));

        private sealed class MisjudgingStage(ConformanceClock clock, GiftCardSandbox sandbox) : HuurayConformanceStage(clock, sandbox)
        {
            public override void AddAccount(GiftCardsBuilder builder, string name)
            {
                base.AddAccount(builder, name);
                builder.Services.AddSingleton<ProtocolRules>(new TRules());
            }
        }
    }
}
