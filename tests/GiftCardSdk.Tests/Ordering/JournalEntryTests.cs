using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>What an entry does by itself.</summary>
public sealed class JournalEntryTests
{
    [Theory]
    [InlineData(Sending)]
    [InlineData(Unknown)]
    [InlineData(Parked)]
    public void What_is_unresolved_cannot_be_purged(OrderJournalState state) =>
        Should.Throw<InvalidOperationException>(() => Entry("a", state).ToTombstone(default)).Message.ShouldContain(state.ToString());

    [Fact]
    public void An_entry_prints_what_is_safe_to_log() =>
        Entry("a", Parked).ToString().ShouldBe("JournalEntry { p/acc/order/a, Parked, attempt 0 }");

    private static JournalEntry Entry(string reference, OrderJournalState state) =>
        new()
        {
            Identity = new("p", GiftCardEnvironment.Sandbox, "acc", OrderIdentity.PlaceOrder, reference),
            ProviderKey = reference,
            Fingerprint = "v1:x",
            State = state,
            CreatedAt = default,
            UpdatedAt = default,
        };
}
