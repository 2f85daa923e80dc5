using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>An order is held against the journal, and nobody else is asked.</summary>
public sealed class ComparisonTests
{
    private readonly FaultyJournal _journal = new();
    private readonly Shop _shop;

    public ComparisonTests() => _shop = new(journal: _journal);

    [Fact]
    public async Task A_reference_that_was_never_placed_compares_with_nothing() => (await CompareAsync()).ShouldBeNull();

    [Theory]
    [InlineData(25, true)]
    [InlineData(30, false)]
    public async Task Content_is_the_same_or_another(decimal amount, bool isSame)
    {
        var order = await _shop.PlaceAsync();

        var comparison = await CompareAsync(amount);

        comparison.ShouldNotBeNull().HasSameContent.ShouldBe(isSame);
        (comparison.Entry.State, comparison.Entry.ProviderOrderIds[0]).ShouldBe((Accepted, order.Id));
        (_shop.Provider.Arrivals, _shop.Provider.Lookups).ShouldBe((1, 0));
    }

    [Fact]
    public async Task With_another_key_nobody_can_say()
    {
        await _shop.PlaceAsync();
        _journal.Key = new byte[32];
        _shop.Restart();

        (await CompareAsync()).ShouldNotBeNull().HasSameContent.ShouldBeNull();
    }

    private Task<JournalComparison?> CompareAsync(decimal amount = 25) =>
        _shop.Coordinator.CompareAsync(_shop.Account, Shop.Request(amount: amount));
}
