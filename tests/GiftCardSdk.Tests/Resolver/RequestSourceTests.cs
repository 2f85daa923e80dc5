using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>An application that can rebuild its orders has the resolver act as their caller.</summary>
public sealed class RequestSourceTests
{
    [Fact]
    public async Task An_order_that_is_believed_absent_is_placed_again_and_bought_once()
    {
        var shop = Crashes.NewShop(Profiles.BuysAgain);
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop, new Source());

        (await lookout.PassInTimeAsync()).StillUnknown.ShouldBe(1);
        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        (await lookout.PassInTimeAsync()).ShouldBe(new() { LookedAt = 1, Accepted = 1 });

        shop.Provider.Ledger.Count.ShouldBe(1);
        lookout.Told.Single().OrderId.ShouldBe(shop.Provider.Ledger[0].OrderId);
    }

    [Fact]
    public async Task What_was_bought_before_the_crash_is_not_bought_again()
    {
        var shop = Crashes.NewShop(Profiles.BuysAgain);
        await shop.DieAfterSendingAsync(ScriptedEnd.Accepted);
        using var lookout = new Lookout(shop, new Source());

        (await lookout.PassInTimeAsync()).Accepted.ShouldBe(1);

        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_that_is_not_wanted_any_more_is_only_looked_for()
    {
        var shop = Crashes.NewShop();
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop, new Source { Rebuild = static _ => null });
        await lookout.PassInTimeAsync();
        shop.Clock.Advance(TimeSpan.FromMinutes(10));

        (await lookout.PassInTimeAsync()).Absent.ShouldBe(1);

        shop.Provider.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task A_refusal_of_what_is_placed_again_says_nothing_about_the_first_send()
    {
        var shop = Crashes.NewShop(Profiles.BuysAgain);
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop);
        await lookout.PassInTimeAsync();
        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        await lookout.PassInTimeAsync();
        using var buyer = new Lookout(shop, new Source());
        shop.Provider.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds));

        await buyer.PassInTimeAsync();

        shop.Provider.Ledger.ShouldBeEmpty();
        (await shop.EntryAsync()).IsAmbiguous.ShouldBeTrue();
        buyer.Told.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("other content")]
    [InlineData("other reference")]
    [InlineData("throws")]
    public async Task A_source_that_is_wrong_sends_nothing_and_the_order_is_looked_for_all_the_same(string mistake)
    {
        var shop = Crashes.NewShop();
        await shop.DieBeforeSendingAsync();
        var source = new Source
        {
            Rebuild = entry =>
                mistake switch
                {
                    "other content" => Shop.Request(entry.Identity.Reference.Value, amount: 99),
                    "other reference" => Shop.Request("another"),
                    _ => throw new InvalidOperationException("mira@mail.example"),
                },
        };
        using var lookout = new Lookout(shop, source);

        (await lookout.PassInTimeAsync()).StillUnknown.ShouldBe(1);

        shop.Provider.Arrivals.ShouldBe(0);
        shop.Provider.Lookups.ShouldBe(1);
        var logged = lookout.Log.Entries.Single(entry => entry.Id == LogEvents.NotPlaced).Text;
        logged.ShouldNotContain("mira@");
    }

    [Fact]
    public async Task A_parked_order_is_never_placed_for_a_person()
    {
        var shop = Crashes.NewShop(Profiles.Worst);
        await shop.DieBeforeSendingAsync();
        using var looking = new Lookout(shop);
        (await looking.PassInTimeAsync()).Parked.ShouldBe(1);
        var source = new Source();
        using var buying = new Lookout(shop, source);

        await buying.PassInTimeAsync();

        source.Asked.ShouldBe(0);
        (await shop.EntryAsync()).State.ShouldBe(Parked);
    }

    private sealed class Source : IOrderRequestSource
    {
        public Func<JournalEntry, OrderRequest?> Rebuild { get; init; } = static entry => Shop.Request(entry.Identity.Reference.Value);

        public int Asked { get; private set; }

        public ValueTask<OrderRequest?> RebuildAsync(JournalEntry entry, CancellationToken cancellationToken = default)
        {
            Asked++;
            return new(Rebuild(entry));
        }
    }
}
