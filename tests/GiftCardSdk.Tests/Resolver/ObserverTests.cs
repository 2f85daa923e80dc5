using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using Microsoft.Extensions.Logging;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>The application is told once, whatever its observers do.</summary>
public sealed class ObserverTests
{
    [Fact]
    public async Task Each_end_is_told_once_however_many_passes_follow()
    {
        var shop = Crashes.NewShop();
        await shop.DieAfterSendingAsync(ScriptedEnd.Accepted, Shop.Request("a"));
        await shop.DieAfterSendingAsync(ScriptedEnd.Accepted, Shop.Request("b"));
        using var lookout = new Lookout(shop);

        await Task.WhenAll(lookout.PassAsync(), lookout.PassAsync(), lookout.PassAsync());

        lookout.Told.Select(told => (told.Reference.Value, told.End)).ShouldBe([("a", Accepted), ("b", Accepted)], ignoreOrder: true);
    }

    [Fact]
    public async Task An_observer_that_throws_is_logged_and_keeps_nobody_from_being_told()
    {
        var shop = Crashes.NewShop();
        await shop.DieAfterSendingAsync(ScriptedEnd.Accepted);
        using var lookout = new Lookout(shop, null, new Careless(static () => throw new InvalidOperationException("a secret")));

        (await lookout.PassAsync()).Accepted.ShouldBe(1);

        lookout.Told.Count.ShouldBe(1);
        var entry = lookout.Log.Entries.Single(entry => entry.Id == LogEvents.ObserverFailed);
        entry.Level.ShouldBe(LogLevel.Error);
        entry.Text.ShouldContain("Careless");
        entry.Text.ShouldNotContain("a secret");
    }

    [Fact]
    public async Task An_observer_that_never_returns_is_left_after_half_a_minute()
    {
        var shop = Crashes.NewShop();
        await shop.DieAfterSendingAsync(ScriptedEnd.Accepted);
        using var lookout = new Lookout(shop, null, new Careless(static () => new(new TaskCompletionSource().Task)));

        await lookout.PassInTimeAsync();

        lookout.Told.Count.ShouldBe(1);
        lookout.Log.Entries.ShouldContain(entry => entry.Id == LogEvents.ObserverFailed);
    }

    [Fact]
    public async Task What_a_caller_was_told_itself_is_not_told_again()
    {
        var shop = Crashes.NewShop();
        shop.Provider.NextOrders(ScriptedEnd.AnswerLost);
        await shop.PlaceInTimeAsync();
        using var lookout = new Lookout(shop);

        await lookout.PassAsync();

        lookout.Told.ShouldBeEmpty();
    }

    private sealed class Careless(Func<ValueTask> act) : IOrderObserver
    {
        public ValueTask OnResolvedAsync(OrderResolution resolution, CancellationToken cancellationToken = default) => act();
    }
}
