using GiftCardSdk.Adapters;
using GiftCardSdk.Ordering;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>The proof can fail: a resolver with one wrong judgement is seen by the same checks.</summary>
public sealed class ResolverMutantTests
{
    [Fact]
    public async Task Sending_instead_of_looking_is_seen()
    {
        (await ArrivalsAsync(static adapter => adapter)).ShouldBe(0);
        (await ArrivalsAsync(static adapter => new Resends(adapter))).ShouldBe(1);

        static async Task<int> ArrivalsAsync(Func<GiftCardAdapter, GiftCardAdapter> wrap)
        {
            var shop = Crashes.NewShop(wrap: wrap);
            await shop.DieBeforeSendingAsync();
            using var lookout = new Lookout(shop);
            await lookout.PassAsync();
            return shop.Provider.Arrivals;
        }
    }

    [Fact]
    public async Task Trusting_a_miss_before_the_quiet_time_is_over_buys_twice()
    {
        (await SoldAsync(new ProtocolRules())).ShouldBe(1);
        (await SoldAsync(new TrustsOneMiss())).ShouldBe(2);

        static async Task<int> SoldAsync(ProtocolRules rules)
        {
            var shop = Crashes.NewShop(Profiles.BuysAgain);
            await shop.DieAfterSendingAsync(ScriptedEnd.SoldLate(TimeSpan.FromMinutes(5)));
            var next = new Shop(Profiles.BuysAgain, shop.Journal, clock: shop.Clock, provider: shop.Provider, rules: rules);
            using var lookout = new Lookout(next, new Rebuilds());
            for (var minute = 0; minute < 30; minute++)
            {
                await lookout.PassInTimeAsync();
                shop.Clock.Advance(TimeSpan.FromMinutes(1));
            }

            return shop.Provider.SoldUnder("order-1").Count;
        }
    }

    [Fact]
    public async Task Forgetting_the_quiet_time_at_a_restart_is_seen()
    {
        (await StateAsync(new ProtocolRules())).ShouldBe(OrderJournalState.Unknown);
        (await StateAsync(new TakesTheQuietTimeForOver())).ShouldBe(OrderJournalState.Absent);

        static async Task<OrderJournalState> StateAsync(ProtocolRules rules)
        {
            var shop = Crashes.NewShop(Profiles.BuysAgain, rules: rules);
            await shop.DieBeforeSendingAsync();
            shop.Clock.Advance(TimeSpan.FromDays(1));
            shop.Restart();
            using var lookout = new Lookout(shop);
            await lookout.PassAsync();
            return (await shop.EntryAsync()).State;
        }
    }

    /// <summary>Places the order where it was to look for it.</summary>
    private sealed class Resends(GiftCardAdapter inner) : WrappedAdapter(inner)
    {
        public override async Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken) =>
            new OrderLookup.Found(await SubmitOrderAsync(new(Shop.Request(), query.ProviderKey), cancellationToken));
    }

    /// <summary>Believes a single "not found", whenever it was said.</summary>
    private sealed class TrustsOneMiss : ProtocolRules
    {
        public override Verdict AfterMiss(Situation now) =>
            now.Answer == LookupAnswer.NotFound ? Verdict.BelieveAbsent : base.AfterMiss(now);
    }

    /// <summary>Counts the time that the wall clock shows, not what this process has seen.</summary>
    private sealed class TakesTheQuietTimeForOver : ProtocolRules
    {
        public override Verdict AfterMiss(Situation now) => base.AfterMiss(now with { QuietTimeOver = true });
    }

    private sealed class Rebuilds : IOrderRequestSource
    {
        public ValueTask<OrderRequest?> RebuildAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
            new(Shop.Request(entry.Identity.Reference.Value));
    }
}
