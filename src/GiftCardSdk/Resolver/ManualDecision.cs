using GiftCardSdk.Journal.Internal;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Resolver;

/// <summary>What a person's word does to an entry.</summary>
internal static class ManualDecision
{
    /// <summary>The entry with its end, not yet written. Changes of state go through the one table.</summary>
    /// <exception cref="InvalidOperationException">The order has an end, or is free, or may still be on its way.</exception>
    public static JournalEntry Apply(JournalEntry entry, OrderMark mark, DateTimeOffset now)
    {
        if (Objection(entry, mark) is { } why)
        {
            throw new InvalidOperationException($"The order '{entry.Identity.Reference}' cannot be marked: {why}");
        }

        var decided = entry with { Decision = new(mark.By, mark.Why, now) };
        return mark.OrderId is { } id ? decided.ToAccepted(id) : Park(decided).MoveTo(Refused) with { Reason = "a person said so" };
    }

    /// <summary>An unknown order that a person decides was parked, if only for this moment.</summary>
    private static JournalEntry Park(JournalEntry entry) =>
        entry.State == Unknown ? (entry with { Reason = "a person decides" }).MoveTo(Parked) : entry;

    private static string? Objection(JournalEntry entry, OrderMark mark) =>
        (entry.State, mark.OrderId) switch
        {
            (Accepted, _) => $"it was bought already as '{string.Join("', '", entry.ProviderOrderIds)}', which is final.",
            (Refused, _) => "nothing was bought for certain, and its reference is free; place it again instead.",
            (Absent, null) => "it is believed absent already, and its reference is free; place it again instead.",
            (Sending, _) => "it is being sent, or was when its process ended. Call ResolveAsync first, which takes it up.",
            _ => null,
        };
}
