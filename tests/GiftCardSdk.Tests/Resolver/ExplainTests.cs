using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>What a person is told of an order, word for word where it matters.</summary>
public sealed class ExplainTests
{
    [Fact]
    public async Task The_whole_story_of_an_order_that_had_to_be_decided()
    {
        var shop = Crashes.NewShop(Profiles.Worst with { Lookup = LookupAuthority.HitOnly });
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop);
        await lookout.PassAsync();
        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        await lookout.PassAsync();

        (await lookout.ExplainAsync()).ShouldBe(
            """
            The order 'order-1' was placed on 2026-01-15 12:00:00 UTC with the account 'test' (in-memory, Sandbox); the provider knows it as 'order-1'.
            It was sent once, on 2026-01-15 12:00:00 UTC.
            On 2026-01-15 12:00:00 UTC, after send 1, a look-up said: not found.
            On 2026-01-15 12:10:00 UTC, after send 1, a look-up said: not found.
            It is parked, and a person has to decide: it was not found, which proves nothing at this provider, and sending it again could buy again.
            Look for 'order-1', or for an order of that time and value, in the portal of in-memory, or ask its support.
            If it is there, mark it accepted with its id; if it is certainly not, mark it refused, and the reference is free again.
            Until then do not place it under a new reference: that could be a second purchase.
            """
        );

        await lookout.Journal.MarkAsync(shop.Identity(), OrderMark.Refused("Kim", "support searched for the key"));

        var afterwards = await lookout.ExplainAsync();
        afterwards.ShouldContain("On 2026-01-15 12:10:00 UTC Kim decided: support searched for the key.");
        afterwards.ShouldContain("The same reference may be placed again, with any content; that buys.");
    }

    [Theory]
    [MemberData(nameof(WhileUnknown))]
    public async Task What_is_safe_while_it_is_unknown_depends_on_the_provider(IdempotencyProfile profile, string advice)
    {
        var shop = Crashes.NewShop(profile);
        await shop.DieBeforeSendingAsync();
        shop.Provider.ScriptLookups(static _ => ScriptedLookup.Inconclusive("page cap"));
        using var lookout = new Lookout(shop);
        if (profile.Lookup != LookupAuthority.None)
        {
            await lookout.PassAsync();
        }

        (await lookout.ExplainAsync()).ShouldContain(advice);
    }

    public static TheoryData<IdempotencyProfile, string> WhileUnknown() =>
        new()
        {
            { Profiles.NeverBuysAgain, "sent again if need be, which buys nothing twice" },
            { Profiles.BuysAgain, "not sent again unless it is believed absent, since a second send could buy again" },
            { Profiles.BuysAgain, "believes it absent if it is still not found 10 minutes after this process first asked" },
            { Profiles.ForADay, "until 2026-01-16 00:00:00 UTC sent again if need be" },
            { Profiles.ForADay, "a miss proves nothing at this provider" },
            { Profiles.Blind, "the provider cannot be asked for it" },
        };

    [Theory]
    [InlineData(21, "until 2026-01-16 09:36:00 UTC sent again if need be")]
    [InlineData(22, "not sent again unless it is believed absent")]
    public async Task Where_the_providers_time_of_the_first_send_is_known_a_key_is_sent_again_for_nine_tenths_of_its_life(
        int hours,
        string advice
    )
    {
        var shop = Crashes.NewShop(Profiles.ForADay);
        await shop.DieBeforeSendingAsync();
        var sent = await shop.EntryAsync();
        await shop.Journal.TryUpdateAsync(sent with { FirstSentAtProvider = sent.FirstSentAt, Version = sent.Version + 1 });
        shop.Clock.Advance(TimeSpan.FromHours(hours));
        using var lookout = new Lookout(shop);

        (await lookout.ExplainAsync()).ShouldContain(advice);
    }

    [Fact]
    public async Task A_finished_order_says_what_it_was_bought_as()
    {
        var shop = Crashes.NewShop();
        using var lookout = new Lookout(shop);
        var order = await shop.PlaceAsync();

        var text = await lookout.ExplainAsync();

        text.ShouldContain($"bought as '{order.Id}'");
        text.ShouldContain("returns it and buys nothing");
    }

    [Fact]
    public async Task An_order_that_is_on_its_way_is_not_to_be_touched()
    {
        var shop = Crashes.NewShop();
        var gate = new TaskCompletionSource();
        shop.Provider.NextOrders(ScriptedEnd.Accepted with { BeforeAnswer = gate.Task });
        var placing = shop.PlaceAsync();
        using var lookout = new Lookout(shop);

        (await lookout.ExplainAsync()).ShouldContain("in this process at this moment; wait for that");

        gate.SetResult();
        await placing;
    }

    [Fact]
    public async Task Nothing_is_said_of_an_order_that_was_never_placed()
    {
        var shop = Crashes.NewShop();
        using var lookout = new Lookout(shop);

        (await lookout.Journal.ExplainAsync(shop.Identity("never"))).ShouldBeNull();
    }

    [Fact]
    public async Task An_order_of_an_account_that_is_gone_is_explained_by_the_journal_alone()
    {
        var shop = Crashes.NewShop();
        var entry = Entries.Entry("lost", OrderJournalState.Unknown);
        await shop.Journal.TryAddAsync(entry);
        using var lookout = new Lookout(shop);

        var summary = await lookout.PassAsync();
        var text = (await lookout.Journal.ExplainAsync(entry.Identity)).ShouldNotBeNull().ToString();

        summary.ShouldBe(new() { WithoutAccount = 1 });
        lookout.Log.Entries.ShouldContain(logged => logged.Id == LogEvents.NotLookedAt && logged.Text.Contains("not configured"));
        text.ShouldContain("Configure its account");
    }

    [Fact]
    public async Task A_purchase_of_another_kind_is_left_to_its_own_call()
    {
        var shop = Crashes.NewShop();
        var payout = Entries.Entry("run-1", OrderJournalState.Unknown) with
        {
            Identity = shop.Identity("run-1") with { Operation = "payout-order" },
        };
        await shop.Journal.TryAddAsync(payout);
        using var lookout = new Lookout(shop);

        (await lookout.PassAsync()).ShouldBe(new() { NeedCaller = 1 });

        (await lookout.Journal.ExplainAsync(payout.Identity))!.SafeNow[0].ShouldStartWith("Call the same operation again");
        lookout.Log.Entries.ShouldContain(logged => logged.Id == LogEvents.NeedsCaller);
        shop.Provider.Lookups.ShouldBe(0);
    }
}
