using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>What a dead process left is taken up by looking alone.</summary>
public sealed class AfterACrashTests
{
    [Fact]
    public async Task What_was_sold_before_the_crash_is_found_after_it()
    {
        var shop = Crashes.NewShop();
        await shop.DieAfterSendingAsync(ScriptedEnd.Accepted);
        using var lookout = new Lookout(shop);

        var summary = await lookout.PassAsync();

        summary.ShouldBe(new() { LookedAt = 1, Accepted = 1 });
        var entry = await shop.EntryAsync();
        entry.State.ShouldBe(Accepted);
        entry.ProviderOrderIds.ShouldBe([shop.Provider.Ledger.Single().OrderId]);
        lookout.Told.Single().OrderId.ShouldBe(entry.ProviderOrderIds[0]);
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(AllProfiles))]
    public async Task Whatever_the_provider_and_however_long_nothing_is_ever_sent(string name)
    {
        var shop = Crashes.NewShop(ProfileOf(name));
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop);

        for (var hour = 0; hour < 48; hour++)
        {
            await lookout.PassAsync();
            shop.Clock.Advance(TimeSpan.FromHours(1));
        }

        shop.Provider.Arrivals.ShouldBe(0);
        shop.Provider.Ledger.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_never_left_is_believed_absent_only_when_it_is_not_found_at_the_end_of_the_quiet_time()
    {
        var shop = Crashes.NewShop(Profiles.BuysAgain);
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop);

        (await lookout.PassAsync()).ShouldBe(new() { LookedAt = 1, StillUnknown = 1 });
        shop.Clock.Advance(TimeSpan.FromMinutes(9));
        (await lookout.PassAsync()).ShouldBe(new() { LookedAt = 1, StillUnknown = 1 });
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        (await lookout.PassAsync()).ShouldBe(new() { LookedAt = 1, Absent = 1 });

        (await shop.EntryAsync()).State.ShouldBe(Absent);
        lookout.Told.Single().End.ShouldBe(Absent);
    }

    [Fact]
    public async Task The_quiet_time_starts_anew_with_each_process()
    {
        var shop = Crashes.NewShop(Profiles.BuysAgain);
        await shop.DieBeforeSendingAsync();
        shop.Clock.Advance(TimeSpan.FromDays(2));
        using var first = new Lookout(shop);
        await first.PassAsync();
        shop.Clock.Advance(TimeSpan.FromMinutes(9));
        shop.Restart();
        using var second = new Lookout(shop);

        (await second.PassAsync()).StillUnknown.ShouldBe(1);
        shop.Clock.Advance(TimeSpan.FromMinutes(9));

        (await second.PassAsync()).StillUnknown.ShouldBe(1);
    }

    [Fact]
    public async Task An_error_at_the_end_of_the_quiet_time_proves_nothing()
    {
        var shop = Crashes.NewShop(Profiles.BuysAgain);
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop);
        await lookout.PassAsync();
        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        shop.Provider.NextLookups(ScriptedLookup.Inconclusive("page cap"));

        (await lookout.PassAsync()).StillUnknown.ShouldBe(1);
        (await lookout.PassAsync()).Absent.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_sold_while_it_is_looked_for_is_found()
    {
        var shop = Crashes.NewShop(Profiles.BuysAgain);
        await shop.DieAfterSendingAsync(ScriptedEnd.SoldLate(TimeSpan.FromMinutes(5)));
        using var lookout = new Lookout(shop);
        (await lookout.PassAsync()).StillUnknown.ShouldBe(1);
        shop.Clock.Advance(TimeSpan.FromMinutes(9));

        (await lookout.PassAsync()).Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_sold_after_it_was_believed_absent_is_found_late()
    {
        var shop = Crashes.NewShop(Profiles.BuysAgain);
        await shop.DieAfterSendingAsync(ScriptedEnd.SoldLate(TimeSpan.FromHours(2)));
        using var lookout = new Lookout(shop);
        await lookout.PassAsync();
        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        (await lookout.PassAsync()).Absent.ShouldBe(1);
        shop.Clock.Advance(TimeSpan.FromHours(2));

        (await lookout.PassAsync()).Accepted.ShouldBe(1);

        lookout.Told.Select(told => (told.Before, told.End)).ShouldBe([(Unknown, Absent), (Absent, Accepted)]);
    }

    [Fact]
    public async Task A_reference_that_is_believed_absent_may_be_placed_again_and_buys_once()
    {
        var shop = Crashes.NewShop(Profiles.BuysAgain);
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop);
        await lookout.PassAsync();
        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        await lookout.PassAsync();

        var order = await shop.PlaceInTimeAsync();

        shop.Provider.Ledger.Single().OrderId.ShouldBe(order.Id);
    }

    [Fact]
    public async Task An_order_of_other_face_values_under_the_same_key_is_not_taken_for_it()
    {
        var shop = Crashes.NewShop();
        await shop.DieBeforeSendingAsync(Shop.Request(amount: 25));
        var other = new Shop(provider: shop.Provider, clock: shop.Clock);
        await other.PlaceAsync(Shop.Request(amount: 40));
        using var lookout = new Lookout(shop);

        (await lookout.PassAsync()).StillUnknown.ShouldBe(1);

        (await shop.EntryAsync()).Lookups.Single().Reason!.ShouldContain("other face values");
    }

    [Fact]
    public async Task Finished_and_refused_orders_are_left_alone()
    {
        var shop = Crashes.NewShop();
        await shop.PlaceAsync();
        shop.Provider.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds));
        await shop.FailAsync<GiftCardException>(Shop.Request("order-2"));
        using var lookout = new Lookout(shop);

        (await lookout.PassAsync()).ShouldBe(new());
        shop.Provider.Lookups.ShouldBe(0);
    }

    public static TheoryData<string> AllProfiles() => [.. new[] { "never", "again", "day", "conflict", "blind", "worst" }];

    private static IdempotencyProfile ProfileOf(string name) =>
        name switch
        {
            "never" => Profiles.NeverBuysAgain,
            "again" => Profiles.BuysAgain,
            "day" => Profiles.ForADay,
            "conflict" => Profiles.ConflictWithId,
            "blind" => Profiles.Blind,
            _ => Profiles.Worst,
        };
}
