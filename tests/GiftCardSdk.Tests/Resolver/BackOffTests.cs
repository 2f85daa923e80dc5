using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>An order that cannot be found out is asked about ever more seldom.</summary>
public sealed class BackOffTests
{
    [Fact]
    public async Task The_waits_double_up_to_the_longest_one()
    {
        var shop = Crashes.NewShop(
            options: new() { Resolver = { FirstDelay = TimeSpan.FromSeconds(15), MaxDelay = TimeSpan.FromSeconds(100) } }
        );
        shop.Provider.ScriptLookups(static _ => ScriptedLookup.Inconclusive("out of order"));
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop);
        var looks = new List<int>();

        for (var second = 0; second < 400; second++)
        {
            if ((await lookout.NextPassAsync()).LookedAt == 1)
            {
                looks.Add(second);
            }

            shop.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        looks.ShouldBe([0, 15, 45, 105, 205, 305]);
    }

    [Fact]
    public async Task By_hand_nothing_is_waited_for()
    {
        var shop = Crashes.NewShop(Profiles.BuysAgain);
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop);
        await lookout.PassAsync();

        (await lookout.NextPassAsync()).LookedAt.ShouldBe(0);
        (await lookout.PassAsync()).LookedAt.ShouldBe(1);
    }

    [Fact]
    public async Task A_parked_order_is_looked_for_seldom_and_for_a_day()
    {
        var shop = Crashes.NewShop(Profiles.Worst with { Lookup = LookupAuthority.HitOnly });
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop);
        await lookout.PassAsync();
        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        (await lookout.PassAsync()).Parked.ShouldBe(1);
        var looks = 0;

        for (var quarter = 0; quarter < 4 * 48; quarter++)
        {
            looks += (await lookout.NextPassAsync()).LookedAt;
            shop.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        looks.ShouldBeInRange(90, 96);
        lookout.Told.Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_hangs_does_not_hold_up_the_others()
    {
        var shop = Crashes.NewShop(options: new() { Resolver = { MaxParallel = 2 } });
        foreach (var reference in (string[])["a", "b", "c", "d"])
        {
            await shop.DieAfterSendingAsync(ScriptedEnd.Accepted, Shop.Request(reference));
        }

        shop.Provider.NextLookups(ScriptedLookup.Hangs);
        using var lookout = new Lookout(shop);

        var summary = await lookout.PassInTimeAsync();

        summary.ShouldBe(
            new()
            {
                LookedAt = 4,
                Accepted = 3,
                StillUnknown = 1,
            }
        );
    }
}
