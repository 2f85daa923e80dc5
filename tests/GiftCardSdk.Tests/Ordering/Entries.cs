using GiftCardSdk.Journal;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>Entries as the coordinator writes them.</summary>
internal static class Entries
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public static JournalEntry Entry(string reference = "order-1", OrderJournalState state = OrderJournalState.Sending) =>
        new()
        {
            Identity = new("p", GiftCardEnvironment.Sandbox, "acc", OrderIdentity.PlaceOrder, reference),
            ProviderKey = reference,
            Fingerprint = "v1:x",
            State = state,
            CreatedAt = Noon,
            UpdatedAt = Noon,
        };

    public static async Task<List<JournalEntry>> ReadAsync(this IOrderJournal journal, JournalQuery query)
    {
        var entries = new List<JournalEntry>();
        await foreach (var entry in journal.ListAsync(query))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
