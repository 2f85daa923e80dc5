using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>A person's word, within the states that there are.</summary>
public sealed class MarkTests
{
    private static readonly OrderMark Bought = OrderMark.Accepted("o-7", "Kim, operations", "seen in the portal");
    private static readonly OrderMark NotBought = OrderMark.Refused("Kim, operations", "support searched for the key");

    [Fact]
    public async Task A_parked_order_that_was_bought_is_returned_from_then_on()
    {
        var (shop, lookout) = await ParkedAsync(ScriptedEnd.Accepted);
        var id = shop.Provider.Ledger.Single().OrderId;

        await lookout.Journal.MarkAsync(shop.Identity(), OrderMark.Accepted(id, "Kim", "seen in the portal"));

        (await shop.PlaceInTimeAsync()).Id.ShouldBe(id);
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_parked_order_that_was_not_bought_may_be_placed_again()
    {
        var (shop, lookout) = await ParkedAsync(ScriptedEnd.RequestLost);

        var entry = await lookout.Journal.MarkAsync(shop.Identity(), NotBought);

        entry.State.ShouldBe(Refused);
        entry.Decision.ShouldBe(new("Kim, operations", "support searched for the key", shop.Clock.GetUtcNow()));
        entry.IsAmbiguous.ShouldBeFalse();
        await shop.PlaceInTimeAsync();
        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_mark_is_told_with_who_decided()
    {
        var (shop, lookout) = await ParkedAsync(ScriptedEnd.RequestLost);

        await lookout.Journal.MarkAsync(shop.Identity(), Bought);

        var told = lookout.Told[^1];
        (told.Before, told.End, told.OrderId, told.Entry.Decision?.By).ShouldBe((Parked, Accepted, "o-7", "Kim, operations"));
    }

    [Theory]
    [InlineData(true, Accepted)]
    [InlineData(false, Refused)]
    public async Task An_unknown_order_may_be_marked_too(bool wasBought, OrderJournalState end)
    {
        var shop = Crashes.NewShop();
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop);
        await lookout.PassAsync();

        (await lookout.Journal.MarkAsync(shop.Identity(), wasBought ? Bought : NotBought)).State.ShouldBe(end);
    }

    [Fact]
    public async Task What_was_found_not_to_exist_may_be_marked_as_bought_after_all_and_nothing_else()
    {
        var shop = Crashes.NewShop(Profiles.BuysAgain);
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop);
        await lookout.PassAsync();
        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        await lookout.PassAsync();

        (await RefusalAsync(shop, lookout, NotBought)).ShouldContain("believed absent already");
        (await lookout.Journal.MarkAsync(shop.Identity(), Bought)).State.ShouldBe(Accepted);
    }

    [Fact]
    public async Task A_finished_order_cannot_be_marked()
    {
        var shop = Crashes.NewShop();
        using var lookout = new Lookout(shop);
        var order = await shop.PlaceAsync();

        (await RefusalAsync(shop, lookout, NotBought)).ShouldBe(
            $"The order 'order-1' cannot be marked: it was bought already as '{order.Id}', which is final."
        );
    }

    [Fact]
    public async Task A_refused_order_cannot_be_marked()
    {
        var shop = Crashes.NewShop();
        using var lookout = new Lookout(shop);
        shop.Provider.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds));
        await shop.FailAsync<GiftCardException>();

        (await RefusalAsync(shop, lookout, Bought)).ShouldContain("its reference is free");
    }

    [Fact]
    public async Task What_nobody_has_taken_up_since_the_crash_cannot_be_marked()
    {
        var shop = Crashes.NewShop();
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop);

        (await RefusalAsync(shop, lookout, NotBought)).ShouldContain("Call ResolveAsync first");
    }

    [Fact]
    public async Task What_is_being_placed_cannot_be_marked()
    {
        var shop = Crashes.NewShop();
        var gate = new TaskCompletionSource();
        shop.Provider.NextOrders(ScriptedEnd.Accepted with { BeforeAnswer = gate.Task });
        var placing = shop.PlaceAsync();
        using var lookout = new Lookout(shop);

        (await RefusalAsync(shop, lookout, NotBought)).ShouldContain("at this moment");

        gate.SetResult();
        await placing;
    }

    [Fact]
    public async Task An_order_that_nobody_placed_cannot_be_marked()
    {
        var shop = Crashes.NewShop();
        using var lookout = new Lookout(shop);

        var failure = await Should.ThrowAsync<ArgumentException>(() => lookout.Journal.MarkAsync(shop.Identity("never"), Bought));

        failure.Message.ShouldContain("'never'");
    }

    [Fact]
    public void A_mark_says_who_and_why()
    {
        Should.Throw<ArgumentException>(() => OrderMark.Refused(" ", "why"));
        Should.Throw<ArgumentException>(() => OrderMark.Refused("who", ""));
        Should.Throw<ArgumentException>(() => OrderMark.Accepted("", "who", "why"));
    }

    private static async Task<string> RefusalAsync(Shop shop, Lookout lookout, OrderMark mark) =>
        (await Should.ThrowAsync<InvalidOperationException>(() => lookout.Journal.MarkAsync(shop.Identity(), mark))).Message;

    private static async Task<(Shop Shop, Lookout Lookout)> ParkedAsync(ScriptedEnd end)
    {
        var shop = Crashes.NewShop(Profiles.Worst);
        await shop.DieAfterSendingAsync(end);
        var lookout = new Lookout(shop);
        (await lookout.PassAsync()).Parked.ShouldBe(1);
        return (shop, lookout);
    }
}
