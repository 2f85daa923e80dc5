using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>The journal's key was lost or exchanged: nobody can say what a reference stands for, so that it is neither sent nor called another order's.</summary>
public sealed class LostKeyTests
{
    private readonly FaultyJournal _journal = new();
    private readonly Shop _shop;

    public LostKeyTests() => _shop = new(Profiles.BuysAgain, _journal);

    [Theory]
    [InlineData(Accepted, "It was bought as '")]
    [InlineData(Sending, "It may have been bought")]
    [InlineData(Unknown, "It may have been bought")]
    [InlineData(Absent, "It may have been bought")]
    [InlineData(Parked, "It may have been bought")]
    public async Task Content_that_cannot_be_compared_is_never_called_another_order(OrderJournalState state, string known)
    {
        var order = await PlacedAsync(state);
        LoseKey();

        var failure = await _shop.FailAsync<GiftCardException>();

        (failure.Code, failure.Outcome, failure.IsTransient).ShouldBe(
            (GiftCardErrorCode.JournalUnavailable, GiftCardOutcome.MayExist, false)
        );
        failure.OrderId.ShouldBe(order.Id);
        failure.Message.ShouldContain("cannot be compared");
        failure.Message.ShouldContain(known);
        failure.Message.ShouldContain("Never place it under a new reference");
        _shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_certainly_not_bought_may_be_bought_with_any_key()
    {
        await PlacedAsync(Refused);
        LoseKey();

        await _shop.PlaceAsync(Shop.Request(amount: 30));

        _shop.Provider.Arrivals.ShouldBe(2);
        (await _shop.EntryAsync()).State.ShouldBe(Accepted);
    }

    [Fact]
    public async Task With_the_old_key_put_back_the_order_is_returned()
    {
        var first = await _shop.PlaceAsync();
        LoseKey();
        await _shop.FailAsync<GiftCardException>();
        _journal.Key = null;
        _shop.Restart();

        var again = await _shop.PlaceAsync();

        (again.Id, again.WasReplayed).ShouldBe((first.Id, true));
    }

    [Fact]
    public async Task The_resolver_finds_out_what_became_of_it_without_the_key()
    {
        var order = await PlacedAsync(Unknown);
        LoseKey();

        await _shop.Clock.LetPassAsync(
            _shop.Coordinator.InquireAsync(_shop.Account, await _shop.EntryAsync(), null, CancellationToken.None)
        );

        var entry = await _shop.EntryAsync();
        entry.State.ShouldBe(Accepted);
        entry.ProviderOrderIds.ShouldBe([order.Id]);
    }

    private void LoseKey()
    {
        _journal.Key = new byte[32];
        _shop.Restart();
    }

    /// <summary>An order that was sent once and stands in the journal as if it had ended so.</summary>
    private async Task<Order> PlacedAsync(OrderJournalState state)
    {
        var order = await _shop.PlaceAsync();
        var entry = await _shop.EntryAsync();
        (await _journal.TryUpdateAsync(entry with { State = state, Version = entry.Version + 1, Reason = "made so" })).ShouldBeTrue();
        return order;
    }
}
