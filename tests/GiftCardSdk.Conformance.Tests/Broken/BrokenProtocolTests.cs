using GiftCardSdk.Ordering;
using Microsoft.Extensions.DependencyInjection;
using Northlake.Tests;
using Xunit.Sdk;

namespace GiftCardSdk.Conformance.Tests.Broken;

/// <summary>The suite about restarts finds a protocol with one wrong judgement, behind an adapter that is sound.</summary>
public sealed class BrokenProtocolTests
{
    [Fact]
    public async Task A_protocol_that_trusts_one_miss_is_seen_to_believe_it_too_early() =>
        (
            await Should.ThrowAsync<XunitException>(() => new Restart<TrustsOneMiss>().What_was_not_bought_ends_when_the_profile_says_so())
        ).Message.ShouldContain("the order after the first look: expected Unknown, found Absent");

    [Fact]
    public async Task A_protocol_that_never_believes_a_miss_is_seen_to_leave_orders_open() =>
        (
            await Should.ThrowAsync<XunitException>(() => new Restart<NeverBelieves>().What_was_not_bought_ends_when_the_profile_says_so())
        ).Message.ShouldContain("expected Absent, found Unknown");

    /// <summary>Believes a single "not found", whenever it was said.</summary>
    private sealed class TrustsOneMiss : ProtocolRules
    {
        public override Verdict AfterMiss(Situation now) =>
            now.Answer == LookupAnswer.NotFound ? Verdict.BelieveAbsent : base.AfterMiss(now);
    }

    /// <summary>Waits forever.</summary>
    private sealed class NeverBelieves : ProtocolRules
    {
        public override Verdict AfterMiss(Situation now) => Verdict.Wait;
    }

    private sealed class Restart<TRules> : RestartConformance<MisjudgingFixture<TRules>>
        where TRules : ProtocolRules, new();

    /// <summary>The guide's adapter, in an application whose protocol is wrong.</summary>
    private sealed class MisjudgingFixture<TRules> : ConformanceFixture
        where TRules : ProtocolRules, new()
    {
        public override Task<ConformanceStage> StartAsync(ConformanceClock clock, CancellationToken cancellationToken) =>
            Task.FromResult<ConformanceStage>(new MisjudgingStage(clock));

        private sealed class MisjudgingStage(ConformanceClock clock) : NorthlakeStage(clock)
        {
            public override void AddAccount(GiftCardsBuilder builder, string name)
            {
                base.AddAccount(builder, name);
                builder.Services.AddSingleton<ProtocolRules>(new TRules());
            }
        }
    }
}
