using GiftCardSdk.Ordering;
using GiftCardSdk.TestHelpers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GiftCardSdk.Tests.Ordering.Files;

/// <summary>Journals on a simulated disk, and what is written into them.</summary>
internal static class JournalFiles
{
    public const string Path = "/journal/orders.journal";

    public static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public static FileJournal Open(SimulatedDisk disk, ILogger? logger = null, bool compacts = false) =>
        FileJournal.Open(
            disk,
            Path,
            new() { CompactAtOpen = compacts, LeastSizeToCompact = 0 },
            new ManualTimeProvider(),
            logger ?? NullLogger.Instance
        );

    public static JournalEntry Entry(string reference, OrderJournalState state = OrderJournalState.Sending, long version = 1) =>
        new()
        {
            Version = version,
            Identity = new("p", GiftCardEnvironment.Sandbox, "acc", OrderIdentity.PlaceOrder, reference),
            ProviderKey = reference,
            Fingerprint = "v1:x",
            Lines = [new("coffee", Money.Of(25, "EUR"), 1, null)],
            State = state,
            Attempt = 1,
            CreatedAt = Noon,
            UpdatedAt = Noon.AddMinutes(version),
            FirstSentAt = Noon,
        };

    /// <summary>An entry with every member set.</summary>
    public static JournalEntry FullEntry() =>
        Entry("full", OrderJournalState.Parked) with
        {
            Identity = new("giftbit", GiftCardEnvironment.Production, "konto-ä", "payout-order", "Umfrage 81 / Person 1044"),
            ProviderKey = "g-abc",
            Lines = [new("coffee", Money.Of(25.50m, "EUR"), 3, "v1:hash"), new("tea", Money.Of(1000, "JPY"), 1, null)],
            Delivery = Delivery.Sms,
            Reason = "nobody knows",
            Attempt = 3,
            IsAmbiguous = true,
            LastSentAt = Noon.AddMinutes(7),
            ProviderOrderIds = ["o-1", "o-2"],
            RawStatus = "PENDING_X",
            LastErrorCode = GiftCardErrorCode.InvalidRequest,
            LastProviderCode = "E17",
            Lookups = [new(Noon, LookupAnswer.Inconclusive, 1, "page cap"), new(Noon.AddSeconds(1), LookupAnswer.NotFound, 3)],
            LookupCount = 40,
            Decision = new("me", "not in the portal", Noon.AddHours(2)),
            PurgedAt = Noon.AddDays(1),
        };

    /// <summary>A new order and its end, each on the disk.</summary>
    public static async Task BuyAsync(this FileJournal journal, string reference)
    {
        (await journal.TryAddAsync(Entry(reference))).ShouldBeTrue();
        var accepted = Entry(reference, OrderJournalState.Accepted, version: 2) with { ProviderOrderIds = ["id-" + reference] };
        (await journal.TryUpdateAsync(accepted)).ShouldBeTrue();
    }

    /// <summary>Every entry, tombstones included, as text that shows all its members.</summary>
    public static async Task<List<string>> PrintAsync(this FileJournal journal)
    {
        var lines = new List<string>();
        await foreach (var entry in journal.ListAsync(new() { IncludeTombstones = true }))
        {
            lines.Add(string.Join('|', entry.Print()));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
