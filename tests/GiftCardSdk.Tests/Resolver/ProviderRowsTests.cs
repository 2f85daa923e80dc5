using GiftCardSdk.Tests.Ordering;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>The table "how each provider ends after a restart" in docs/exactly-once.md, row by row, at providers in memory of the same profile.</summary>
public sealed class ProviderRowsTests
{
    [Theory]
    [InlineData(nameof(ProviderRows.Giftbit))]
    [InlineData(nameof(ProviderRows.Gifq))]
    [InlineData(nameof(ProviderRows.GiftCardPartners))]
    [InlineData(nameof(ProviderRows.Giftronaut))]
    [InlineData(nameof(ProviderRows.GiftronautLinks))]
    [InlineData(nameof(ProviderRows.Huuray))]
    public async Task What_was_bought_is_found_by_the_first_look_everywhere(string row)
    {
        var shop = await ProviderRows.DeadShopAsync(row, wasBought: true);
        using var lookout = new Lookout(shop);

        (await lookout.PassAsync()).Accepted.ShouldBe(1);

        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Theory]
    [InlineData(nameof(ProviderRows.Giftbit), 5)]
    [InlineData(nameof(ProviderRows.Gifq), 5)]
    [InlineData(nameof(ProviderRows.GiftCardPartners), 5)]
    [InlineData(nameof(ProviderRows.Huuray), 10)]
    public async Task Where_a_miss_counts_it_is_believed_after_the_quiet_time(string row, int minutes)
    {
        var shop = await ProviderRows.DeadShopAsync(row, wasBought: false);
        using var lookout = new Lookout(shop);
        await lookout.PassAsync();
        shop.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        (await lookout.PassAsync()).StillUnknown.ShouldBe(1);
        shop.Clock.Advance(TimeSpan.FromSeconds(1));

        (await lookout.PassAsync()).Absent.ShouldBe(1);
    }

    [Theory]
    [InlineData(nameof(ProviderRows.Giftronaut))]
    [InlineData(nameof(ProviderRows.GiftronautLinks))]
    public async Task Giftronaut_is_open_for_half_the_life_of_its_key_and_parked_after_it(string row)
    {
        var shop = await ProviderRows.DeadShopAsync(row, wasBought: false);
        using var lookout = new Lookout(shop);
        await lookout.PassAsync();
        shop.Clock.Advance(TimeSpan.FromHours(12));
        (await lookout.PassAsync()).StillUnknown.ShouldBe(1);
        shop.Clock.Advance(TimeSpan.FromMinutes(1));

        (await lookout.PassAsync()).Parked.ShouldBe(1);
    }

    [Theory]
    [InlineData(nameof(ProviderRows.Giftbit))]
    [InlineData(nameof(ProviderRows.Gifq))]
    [InlineData(nameof(ProviderRows.GiftCardPartners))]
    [InlineData(nameof(ProviderRows.Giftronaut))]
    [InlineData(nameof(ProviderRows.GiftronautLinks))]
    public async Task Where_a_repeat_is_safe_a_caller_has_the_order_at_once(string row)
    {
        foreach (var wasBought in (bool[])[false, true])
        {
            var shop = await ProviderRows.DeadShopAsync(row, wasBought);

            await shop.PlaceInTimeAsync();

            shop.Provider.Ledger.Count.ShouldBe(1);
        }
    }

    [Fact]
    public async Task At_Huuray_a_caller_waits_for_the_quiet_time_and_nothing_is_sent_before()
    {
        var shop = await ProviderRows.DeadShopAsync(nameof(ProviderRows.Huuray), wasBought: false);
        await shop.FailAsync<OrderOutcomeUnknownException>();
        shop.Provider.Arrivals.ShouldBe(0);
        shop.Clock.Advance(TimeSpan.FromMinutes(10));

        await shop.PlaceInTimeAsync();

        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("payout-order")]
    [InlineData("campaign-run")]
    public async Task Payouts_and_campaign_runs_are_left_as_they_are_for_their_own_call(string kind)
    {
        var shop = Crashes.NewShop();
        var entry = Entries.Entry("run-1", Unknown) with { Identity = shop.Identity("run-1") with { Operation = kind } };
        await shop.Journal.TryAddAsync(entry);
        using var lookout = new Lookout(shop);
        await lookout.PassAsync();
        shop.Clock.Advance(TimeSpan.FromDays(3));

        (await lookout.PassAsync()).NeedCaller.ShouldBe(1);

        (await shop.Journal.FindAsync(entry.Identity)).ShouldBe(entry);
    }
}
