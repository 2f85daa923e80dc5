using System.Globalization;
using GiftCardSdk.Journal;

namespace GiftCardSdk.AspNetCore.Health;

/// <summary>What the journal and the records beside it say about health.</summary>
internal sealed class JournalQuestions(IGiftCards giftCards, IJournalRecords records, TimeProvider time, GiftCardHealthOptions options)
{
    private const string RecordKind = "health";

    /// <summary>Kinds of the inbox: what happened, and what is to be read back.</summary>
    private static readonly string[] InboxKinds = ["webhook", "webhook-hint"];

    /// <summary>Whether orders are open for too long.</summary>
    public async Task<Finding> OrdersAsync(CancellationToken cancellationToken)
    {
        var (open, parked) = (new OpenOrders(), new OpenOrders());
        try
        {
            await foreach (var entry in giftCards.Journal.ListUnresolvedAsync(cancellationToken).ConfigureAwait(false))
            {
                var age = time.GetUtcNow() - (entry.FirstSentAt ?? entry.CreatedAt);
                (entry.State == OrderJournalState.Parked ? parked : open).Add(age);
            }
        }
        catch (Exception failure) when (failure is OrderJournalException or GiftCardException)
        {
            return new(false, "The journal could not be read.", new Dictionary<string, object>(StringComparer.Ordinal));
        }

        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["unresolved"] = open.Count,
            ["unresolved.oldest.seconds"] = open.Oldest.TotalSeconds,
            ["parked"] = parked.Count,
            ["parked.oldest.seconds"] = parked.Oldest.TotalSeconds,
        };
        var isGood = !open.IsOlderThan(options.UnresolvedAfter) && !parked.IsOlderThan(options.ParkedAfter);
        var text = string.Create(CultureInfo.InvariantCulture, $"{open.Count} unresolved, {parked.Count} waiting for a person.");
        return new(isGood, text, data);
    }

    /// <summary>Whether events and hints are handed over in time.</summary>
    public async Task<Finding> InboxAsync(CancellationToken cancellationToken)
    {
        var (late, parked) = (0, 0);
        try
        {
            var due = time.GetUtcNow() - options.InboxLateAfter;
            foreach (var kind in InboxKinds)
            {
                var query = new JournalRecordQuery { Kind = kind, DueBefore = due };
                late += await CountAsync(records.ListAsync(query, cancellationToken)).ConfigureAwait(false);
            }

            parked = await CountAsync(giftCards.Webhooks.ListParkedAsync(cancellationToken)).ConfigureAwait(false);
        }
        catch (OrderJournalException)
        {
            return new(false, "The inbox could not be read.", new Dictionary<string, object>(StringComparer.Ordinal));
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"{late} overdue, {parked} given up.");
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["overdue"] = late, ["parked"] = parked };
        return new(late + parked == 0, text, data);
    }

    /// <summary>Writes one small record over and over: what can be read may still not be writable.</summary>
    public async Task<Finding> WriteAsync(CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        try
        {
            var now = time.GetUtcNow();
            var known = await records.FindAsync(RecordKind, RecordKind, cancellationToken).ConfigureAwait(false);
            // Whether it was this process that wrote does not matter: somebody could.
            _ = known is null
                ? await records.TryAddAsync(NewRecord(now), cancellationToken).ConfigureAwait(false)
                : await records.TryUpdateAsync(known.Next("{}", now), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var why = new Dictionary<string, object>(StringComparer.Ordinal) { ["error"] = failure.GetType().Name };
            return new(false, "The journal cannot be written, so nothing is bought.", why);
        }

        var took = time.GetElapsedTime(begun).TotalMilliseconds;
        return new(true, "The journal is written.", new Dictionary<string, object>(StringComparer.Ordinal) { ["milliseconds"] = took });
    }

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> stream)
    {
        var count = 0;
        await foreach (var _ in stream.ConfigureAwait(false))
        {
            count++;
        }

        return count;
    }

    private static JournalRecord NewRecord(DateTimeOffset now) =>
        new()
        {
            Kind = RecordKind,
            Id = RecordKind,
            CreatedAt = now,
            UpdatedAt = now,
            Body = "{}",
        };

    /// <summary>How many orders are open, and the age of the oldest.</summary>
    private sealed class OpenOrders
    {
        public int Count { get; private set; }

        public TimeSpan Oldest { get; private set; }

        public void Add(TimeSpan age)
        {
            Count++;
            Oldest = age > Oldest ? age : Oldest;
        }

        public bool IsOlderThan(TimeSpan age) => Count > 0 && Oldest >= age;
    }
}
