using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using Microsoft.Extensions.Logging;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>What cannot be found out is left to a person, with a reason.</summary>
public sealed class ParkedTests
{
    [Fact]
    public async Task Where_nothing_can_be_asked_an_order_is_parked_at_once()
    {
        var shop = Crashes.NewShop(Profiles.Worst);
        await shop.DieAfterSendingAsync(ScriptedEnd.Accepted);
        using var lookout = new Lookout(shop);

        (await lookout.PassAsync()).ShouldBe(new() { LookedAt = 1, Parked = 1 });

        lookout.Told.Single().Entry.Reason!.ShouldContain("cannot be asked");
        lookout.Log.Entries.Single(entry => entry.Id == LogEvents.ResolvedParked).Level.ShouldBe(LogLevel.Error);
    }

    [Fact]
    public async Task Where_a_miss_proves_nothing_it_is_parked_after_the_quiet_time()
    {
        var shop = Crashes.NewShop(Profiles.Worst with { Lookup = LookupAuthority.HitOnly });
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop);

        (await lookout.PassAsync()).StillUnknown.ShouldBe(1);
        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        (await lookout.PassAsync()).Parked.ShouldBe(1);

        lookout.Told.Single().Entry.Reason!.ShouldContain("proves nothing at this provider");
    }

    [Fact]
    public async Task While_a_caller_could_still_repeat_it_safely_it_is_left_open()
    {
        var shop = Crashes.NewShop(Profiles.ForADay);
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop);
        await lookout.PassAsync();
        shop.Clock.Advance(TimeSpan.FromHours(11));
        (await lookout.PassAsync()).StillUnknown.ShouldBe(1);
        shop.Clock.Advance(TimeSpan.FromHours(2));

        (await lookout.PassAsync()).Parked.ShouldBe(1);
    }

    [Fact]
    public async Task A_parked_order_that_is_found_after_all_is_accepted()
    {
        var shop = Crashes.NewShop(Profiles.Worst with { Lookup = LookupAuthority.HitOnly });
        await shop.DieAfterSendingAsync(ScriptedEnd.SoldLate(TimeSpan.FromHours(1)));
        using var lookout = new Lookout(shop);
        await lookout.PassAsync();
        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        await lookout.PassAsync();
        shop.Clock.Advance(TimeSpan.FromHours(1));

        (await lookout.PassAsync()).Accepted.ShouldBe(1);

        lookout.Told.Select(told => (told.Before, told.End)).ShouldBe([(Unknown, Parked), (Parked, Accepted)]);
    }
}
