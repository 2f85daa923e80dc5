using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Journal.Internal;

/// <summary>Which state may follow which. Everything that changes a state goes through here.</summary>
internal static class OrderStateMachine
{
    /// <summary>The one table.</summary>
    public static bool Allows(OrderJournalState from, OrderJournalState to) =>
        (from, to) switch
        {
            (Sending, Accepted or Refused or Unknown) => true,
            (Unknown, Accepted or Absent or Parked or Sending) => true,
            (Absent, Sending or Accepted) => true,
            (Refused, Sending) => true,
            (Parked, Accepted or Refused) => true,
            _ => false,
        };

    /// <summary>The entry in its next state.</summary>
    /// <exception cref="InvalidOperationException">The table does not allow it, or something that must be known is missing.</exception>
    public static JournalEntry MoveTo(this JournalEntry entry, OrderJournalState to)
    {
        if (!Allows(entry.State, to))
        {
            throw Impossible(entry, to, "the table of states does not allow it");
        }

        return (to, entry) switch
        {
            (Refused, { State: Sending, IsAmbiguous: true }) => throw Impossible(entry, to, "an earlier send may have bought it"),
            (Refused, { State: Parked, Decision: null }) => throw Impossible(entry, to, "a person has to decide that"),
            (Parked, { Reason: null }) => throw Impossible(entry, to, "there is no reason"),
            (Sending, _) => entry with { State = to },
            (Unknown, _) => entry with { State = to, IsAmbiguous = true },
            // Nobody is sending, nobody is finding out.
            _ => entry with
            {
                State = to,
                IsAmbiguous = entry.IsAmbiguous && to is not (Accepted or Refused),
                Owner = null,
                LeaseHolder = null,
                LeaseUntil = null,
            },
        };
    }

    /// <summary>The entry of an order that was bought: its end, its ids, and nothing of what was feared before.</summary>
    public static JournalEntry ToAccepted(this JournalEntry entry, string orderId, string? rawStatus = null) =>
        entry.MoveTo(Accepted) with
        {
            ProviderOrderIds = [orderId],
            RawStatus = rawStatus,
            Reason = null,
            LastErrorCode = null,
            LastProviderCode = null,
        };

    private static InvalidOperationException Impossible(JournalEntry entry, OrderJournalState to, string why) =>
        new($"The order '{entry.Identity.Reference}' cannot go from {entry.State} to {to}: {why}.");
}
