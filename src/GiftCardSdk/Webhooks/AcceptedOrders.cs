using System.Threading.Channels;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Journal;

namespace GiftCardSdk.Webhooks;

/// <summary>
/// Brings the orders that are bought to those that are looked at: each as soon as it is written down, without holding up the order, and after a
/// start those that a process before had no time for.
/// </summary>
internal sealed class AcceptedOrders(
    IOrderJournal journal,
    IJournalRecords records,
    TrackedOrders tracked,
    Func<OrderIdentity, Account?> accounts,
    StatusPollOptions options,
    TimeProvider time
)
{
    /// <summary>More than any process places between two passes; if not, the journal is read once more.</summary>
    private const int MostWaiting = 10_000;
    private const int SideBySide = 16;

    private readonly Channel<JournalEntry> _waiting = Channel.CreateBounded<JournalEntry>(MostWaiting);
    private bool _isJournalRead;

    /// <summary>An order was just written down as bought. Quick, and never throws.</summary>
    public void Note(JournalEntry entry)
    {
        if (!_waiting.Writer.TryWrite(entry))
        {
            Volatile.Write(ref _isJournalRead, false);
        }
    }

    /// <summary>Takes in what was noted, and what the journal knows besides.</summary>
    public async Task TakeInAsync(CancellationToken cancellationToken)
    {
        if (!Volatile.Read(ref _isJournalRead))
        {
            Volatile.Write(ref _isJournalRead, true);
            try
            {
                await ReadJournalAsync(cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                Volatile.Write(ref _isJournalRead, false);
                throw;
            }
        }

        while (_waiting.Reader.TryRead(out var entry))
        {
            await TakeInAsync(entry, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask TakeInAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await AddAsync(entry, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // The journal knows it.
            Volatile.Write(ref _isJournalRead, false);
            throw;
        }
    }

    /// <summary>What was bought since orders are looked at here, and not so long ago that nobody looks any more.</summary>
    private async Task ReadJournalAsync(CancellationToken cancellationToken)
    {
        var (now, since) = (time.GetUtcNow(), await SinceAsync(cancellationToken).ConfigureAwait(false));
        var query = new JournalQuery
        {
            States = [OrderJournalState.Accepted],
            LastSentAfter = since > now - options.GiveUpAfter ? since : now - options.GiveUpAfter,
        };
        var settings = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken };
        await Parallel
            .ForEachAsync(journal.ListAsync(query, cancellationToken), settings, (entry, token) => AddAsync(entry, token))
            .ConfigureAwait(false);
    }

    /// <summary>What was bought before the application had handlers is nobody's news.</summary>
    private async ValueTask<DateTimeOffset> SinceAsync(CancellationToken cancellationToken)
    {
        const string Id = "first";
        while (true)
        {
            if (await records.FindAsync(InboxRecord.Start, Id, cancellationToken).ConfigureAwait(false) is { } start)
            {
                return start.CreatedAt;
            }

            var now = time.GetUtcNow();
            _ = await records.TryAddAsync(InboxRecord.New(InboxRecord.Start, Id, "{}", now, null), cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask AddAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        if (entry is { MainOrderId: { } orderId, Identity.Operation: OrderIdentity.PlaceOrder } && accounts(entry.Identity) is { } account)
        {
            var cards = entry.Lines.Sum(line => (long)line.Quantity);
            await tracked.AddAsync(account, orderId, cards, cancellationToken).ConfigureAwait(false);
        }
    }
}
