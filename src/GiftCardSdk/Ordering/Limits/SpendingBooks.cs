using System.Text.Json;
using GiftCardSdk.Journal;

namespace GiftCardSdk.Ordering.Limits;

/// <summary>
/// The books beside the journal. Each change is one compare-and-swap; those of this process that come while one is written share the next one, so
/// that many callers do not write against each other.
/// </summary>
internal sealed class SpendingBooks(IJournalRecords records, TimeProvider time)
{
    private readonly SpendingClock _clock = new(records, time);
    private readonly Lock _gate = new();
    private readonly Dictionary<SpendingScope, List<Change>> _waiting = [];

    /// <summary>Changes a book.</summary>
    /// <param name="scope">Which one.</param>
    /// <param name="change">What to change; may be asked again, on the book as somebody else has left it.</param>
    /// <returns>The answer of the book that was written.</returns>
    public Task<SpendingAnswer> ChangeAsync(SpendingScope scope, Func<SpendingBook, SpendingAnswer> change)
    {
        var asked = new Change(change);
        lock (_gate)
        {
            if (_waiting.TryGetValue(scope, out var next))
            {
                next.Add(asked);
                return asked.Answered;
            }

            _waiting[scope] = [];
        }

        _ = WriteAllAsync(scope, [asked]);
        return asked.Answered;
    }

    /// <summary>Removes the books of which nothing counts any more.</summary>
    public async ValueTask RemoveOldAsync(string kind, CancellationToken cancellationToken)
    {
        var query = new JournalRecordQuery { Kind = kind, DueBefore = await _clock.NowAsync(cancellationToken).ConfigureAwait(false) };
        await foreach (var record in records.ListAsync(query, cancellationToken).ConfigureAwait(false))
        {
            _ = await records.TryRemoveAsync(record, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WriteAllAsync(SpendingScope scope, List<Change> changes)
    {
        while (true)
        {
            await WriteAsync(scope, changes).ConfigureAwait(false);
            lock (_gate)
            {
                if (_waiting[scope] is not { Count: > 0 } next)
                {
                    _waiting.Remove(scope);
                    return;
                }

                changes = next;
                _waiting[scope] = [];
            }
        }
    }

    private async ValueTask WriteAsync(SpendingScope scope, List<Change> changes)
    {
        try
        {
            while (!await TryWriteAsync(scope, changes).ConfigureAwait(false))
            {
                // Another process was faster, so it has come further; this one reads again.
            }

            changes.ForEach(static change => change.Tell());
        }
        catch (Exception failure)
        {
            changes.ForEach(change => change.Fail(failure));
        }
    }

    private async ValueTask<bool> TryWriteAsync(SpendingScope scope, List<Change> changes)
    {
        var record = await records.FindAsync(scope.Kind, scope.Id, CancellationToken.None).ConfigureAwait(false);
        var book = record is null ? new() : Read(record);
        var now = await _clock.NowAsync(CancellationToken.None).ConfigureAwait(false);
        book.Advance(now);
        var isChanged = false;
        foreach (var change in changes)
        {
            isChanged |= change.Ask(book);
        }

        if (!isChanged)
        {
            return true;
        }

        var body = JsonSerializer.Serialize(book, SpendingJsonContext.Default.SpendingBook);
        var dueAt = DateTimeOffset.FromUnixTimeMilliseconds(book.Latest) + SpendingBook.Day + SpendingBook.Day;
        return record is null
            ? await records
                .TryAddAsync(
                    new()
                    {
                        Kind = scope.Kind,
                        Id = scope.Id,
                        Group = scope.Group,
                        CreatedAt = now,
                        UpdatedAt = now,
                        DueAt = dueAt,
                        Body = body,
                    },
                    CancellationToken.None
                )
                .ConfigureAwait(false)
            : await records.TryUpdateAsync(record.Next(body, now, dueAt), CancellationToken.None).ConfigureAwait(false);
    }

    private static SpendingBook Read(JournalRecord record)
    {
        try
        {
            return JsonSerializer.Deserialize(record.Body, SpendingJsonContext.Default.SpendingBook) ?? throw Unreadable(record, null);
        }
        catch (JsonException failure)
        {
            throw Unreadable(record, failure);
        }
    }

    private static OrderJournalException Unreadable(JournalRecord record, Exception? failure) =>
        new(
            $"The record of what was spent, '{record.Kind}/{record.Id}', cannot be read; nothing more is spent until it can, or is removed.",
            failure
        );

    /// <summary>One caller's change.</summary>
    private sealed class Change(Func<SpendingBook, SpendingAnswer> change)
    {
        private readonly TaskCompletionSource<SpendingAnswer> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private SpendingAnswer _answer;

        public Task<SpendingAnswer> Answered => _answered.Task;

        public bool Ask(SpendingBook book) => (_answer = change(book)).IsChanged;

        public void Tell() => _answered.TrySetResult(_answer);

        public void Fail(Exception failure) => _answered.TrySetException(failure);
    }
}

/// <summary>What a book is about: an account and a currency, or one of its recipients.</summary>
/// <param name="Kind">The kind of its record.</param>
/// <param name="Id">The id of its record.</param>
/// <param name="Group">The account.</param>
internal readonly record struct SpendingScope(string Kind, string Id, string Group)
{
    /// <summary>The books of accounts.</summary>
    public const string Accounts = "spending";

    /// <summary>The books of recipients, known by a keyed hash alone.</summary>
    public const string Recipients = "spending-recipient";

    public static SpendingScope OfAccount(OrderIdentity identity, string currency)
    {
        var account = AccountOf(identity);
        return new(Accounts, $"{account}/{currency}", account);
    }

    public static SpendingScope OfRecipient(OrderIdentity identity, string currency, string recipient)
    {
        var account = AccountOf(identity);
        return new(Recipients, $"{account}/{currency}/{recipient}", account);
    }

    private static string AccountOf(OrderIdentity identity) => $"{identity.Provider}/{identity.Environment}/{identity.Account}";
}
