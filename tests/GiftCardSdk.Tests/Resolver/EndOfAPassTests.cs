using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>A pass is the caller of what it rebuilt for as long as it runs: nothing is sent for it when it is over.</summary>
public sealed class EndOfAPassTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _gate = new();
    private volatile bool _asked;

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task It_ends_only_when_what_it_placed_has_ended()
    {
        var shop = await OpenAsync(ScriptedEnd.Accepted with { BeforeAnswer = _gate.Task });
        using var lookout = new Lookout(shop, new Source());

        var pass = lookout.PassAsync();
        await UntilAsync(() => shop.Provider.Arrivals == 1);

        pass.IsCompleted.ShouldBeFalse();
        _gate.SetResult();
        (await pass).Accepted.ShouldBe(1);
        shop.Coordinator.IsBusy(shop.Identity()).ShouldBeFalse();
        (await shop.EntryAsync()).State.ShouldBe(Accepted);
    }

    [Fact]
    public async Task Stopped_before_the_hand_over_it_has_sent_nothing_and_nothing_is_sent_afterwards()
    {
        var shop = await OpenAsync(ScriptedEnd.Accepted with { BeforeHandOver = _gate.Task });
        using var lookout = new Lookout(shop, new Source());

        await StopAsync(lookout, () => _asked);
        _gate.SetResult();
        await shop.Clock.LetPassAsync(shop.Coordinator.DrainAsync(CancellationToken.None));

        shop.Provider.Arrivals.ShouldBe(0);
        (await shop.EntryAsync()).State.ShouldBe(Unknown);
    }

    [Fact]
    public async Task Stopped_after_the_hand_over_it_ends_at_once_and_the_purchase_is_finished_and_written_down()
    {
        var shop = await OpenAsync(ScriptedEnd.Accepted with { BeforeAnswer = _gate.Task });
        using var lookout = new Lookout(shop, new Source());

        await StopAsync(lookout, () => shop.Provider.Arrivals == 1);
        (await shop.EntryAsync()).State.ShouldBe(Sending);
        _gate.SetResult();
        await shop.Coordinator.DrainAsync(CancellationToken.None);

        (await shop.EntryAsync()).State.ShouldBe(Accepted);
        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Stopped_while_an_order_waits_for_its_next_send_that_send_never_comes()
    {
        var shop = await OpenAsync(ScriptedEnd.RateLimited(TimeSpan.FromSeconds(5)));
        using var lookout = new Lookout(shop, new Source());

        await StopAsync(lookout, () => shop.Provider.Arrivals == 1);
        await shop.Clock.LetPassAsync(shop.Coordinator.DrainAsync(CancellationToken.None));

        shop.Provider.Arrivals.ShouldBe(1);
        shop.Provider.Ledger.ShouldBeEmpty();
        (await shop.EntryAsync()).State.ShouldBe(Unknown);
    }

    /// <summary>An order that a process left open, at a provider where it may be sent again at once.</summary>
    private async Task<Shop> OpenAsync(ScriptedEnd next)
    {
        var shop = Crashes.NewShop(Profiles.NeverBuysAgain);
        await shop.DieBeforeSendingAsync();
        shop.Provider.ScriptOrders(_ =>
        {
            _asked = true;
            return next;
        });
        return shop;
    }

    /// <summary>Begins a pass and stops it when it has come so far; it ends although the order may be on its way.</summary>
    private async Task StopAsync(Lookout lookout, Func<bool> hasComeSoFar)
    {
        var pass = lookout.Journal.ResolveAsync(_stop.Token);
        await UntilAsync(hasComeSoFar);
        await _stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(pass);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Yield();
        }
    }

    private sealed class Source : IOrderRequestSource
    {
        public ValueTask<OrderRequest?> RebuildAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
            new(Shop.Request(entry.Identity.Reference.Value));
    }
}
