using GiftCardSdk.Adapters;
using GiftCardSdk.Ordering;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>Processes that die: the next one finds what was in the journal at that moment, and nothing else.</summary>
internal static class Crashes
{
    /// <summary>A shop whose journal can be cut off from a dying process.</summary>
    public static Shop NewShop(
        IdempotencyProfile? profile = null,
        OrderingOptions? options = null,
        ProtocolRules? rules = null,
        Action<InMemoryProviderOptions>? configure = null,
        Func<GiftCardAdapter, GiftCardAdapter>? wrap = null
    ) => new(profile, new FaultyJournal(), options, rules: rules, configure: configure, wrap: wrap);

    /// <summary>The process dies after the order was written down and before its first byte.</summary>
    public static async Task DieBeforeSendingAsync(this Shop shop, OrderRequest? request = null)
    {
        var journal = (FaultyJournal)shop.Journal;
        journal.AfterWrite = static _ => throw new IOException("killed");
        await shop.FailAsync<GiftCardException>(request);
        journal.AfterWrite = null;
        shop.Restart();
    }

    /// <summary>The process dies with the order handed over; what the provider makes of it is scripted.</summary>
    public static async Task DieAfterSendingAsync(this Shop shop, ScriptedEnd end, OrderRequest? request = null)
    {
        var journal = (FaultyJournal)shop.Journal;
        shop.Provider.NextOrders(end);
        journal.BeforeWrite = static entry =>
        {
            if (entry.State != OrderJournalState.Sending || entry.Attempt > 1)
            {
                throw new IOException("killed");
            }
        };
        _ = await Record.ExceptionAsync(() => shop.PlaceInTimeAsync(request));
        journal.BeforeWrite = null;
        shop.Restart();
        (await shop.EntryAsync((request ?? Shop.Request()).Reference.Value)).State.ShouldBe(OrderJournalState.Sending);
    }
}
