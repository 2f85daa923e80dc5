using System.Collections.Concurrent;

namespace GiftCardSdk.Journal.Internal;

/// <summary>Agrees on rates in the records beside the orders. A process alone makes one statement each time, several make two.</summary>
internal sealed class JournalSharedRate(IJournalRecords records, TimeProvider time) : ISharedRate
{
    private const string Kind = "rate";

    private readonly ConcurrentDictionary<string, (JournalRecord? Record, bool IsContended)> _last = new(StringComparer.Ordinal);

    public async ValueTask<string?> ExchangeAsync(
        string account,
        string? expected,
        string replacement,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(account);
        var (record, isContended) = _last.GetValueOrDefault(account);
        if (isContended || record?.Body != expected)
        {
            var stored = await records.FindAsync(Kind, account, cancellationToken).ConfigureAwait(false);
            isContended = isContended && stored?.Version != record?.Version;
            _last[account] = (stored, isContended);
            record = stored;
        }

        if (record?.Body != expected)
        {
            return record?.Body;
        }

        var next = Next(record, account, replacement);
        var isWritten = record is null
            ? await records.TryAddAsync(next, cancellationToken).ConfigureAwait(false)
            : await records.TryUpdateAsync(next, cancellationToken).ConfigureAwait(false);
        if (isWritten)
        {
            _last[account] = (next, isContended);
            return replacement;
        }

        record = await records.FindAsync(Kind, account, cancellationToken).ConfigureAwait(false);
        _last[account] = (record, true);
        return record?.Body;
    }

    private JournalRecord Next(JournalRecord? before, string account, string text)
    {
        var now = time.GetUtcNow();
        return before is not null
            ? before.Next(text, now)
            : new()
            {
                Kind = Kind,
                Id = account,
                CreatedAt = now,
                UpdatedAt = now,
                Body = text,
            };
    }
}
