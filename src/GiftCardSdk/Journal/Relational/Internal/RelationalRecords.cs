using System.Runtime.CompilerServices;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>The records beside the orders of a relational journal, in a table of their own.</summary>
internal sealed class RelationalRecords(JournalDatabase database, JournalDialect dialect) : IJournalRecords
{
    public async ValueTask<JournalRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default)
    {
        var find = RecordSql.Find.With(RowId.Of(kind, id));
        var record = await database
            .ReadAsync((session, token) => session.FindAsync(find, RecordSql.Read, token), cancellationToken)
            .ConfigureAwait(false);
        return record is null || (record.Kind == kind && record.Id == id) ? record : throw JournalErrors.WrongRecord(kind);
    }

    public ValueTask<bool> TryAddAsync(JournalRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        var writeId = JournalDatabase.NewWriteId();
        return WriteAsync(record, writeId, RecordSql.Insert.With(RecordSql.ToValues(record, writeId)), cancellationToken);
    }

    public ValueTask<bool> TryUpdateAsync(JournalRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        var writeId = JournalDatabase.NewWriteId();
        var values = RecordSql.ToValues(record, writeId);
        return WriteAsync(record, writeId, RecordSql.Update.With([values[0], .. values.AsSpan(RecordSql.OfIdentity)]), cancellationToken);
    }

    public async ValueTask<bool> TryRemoveAsync(JournalRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        var remove = RecordSql.Remove.With(RowId.Of(record.Kind, record.Id), record.Version);
        return await database.WriteAsync([remove], cancellationToken).ConfigureAwait(false) > 0;
    }

    public async IAsyncEnumerable<JournalRecord> ListAsync(
        JournalRecordQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        var rows = database.ListAsync<JournalRecord>(last => PageQuery.Of(query, last), RecordSql.Read, cancellationToken);
        await foreach (var record in rows.ConfigureAwait(false))
        {
            // The database may compare text more loosely than the query does.
            if (query.Matches(record))
            {
                yield return record;
            }
        }
    }

    public async ValueTask<DateTimeOffset?> GetTimeAsync(CancellationToken cancellationToken = default) =>
        dialect.SelectTime is { } text
            ? await database
                .ReadAsync(
                    (session, token) =>
                        session.FindAsync(Statement.Of(text).With(), static row => new DatabaseTime(row.GetInt64(0)), token),
                    cancellationToken
                )
                .ConfigureAwait(false)
                is { } told
                ? DateTimeOffset.FromUnixTimeMilliseconds(told.Milliseconds)
                : null
            : null;

    private ValueTask<bool> WriteAsync(JournalRecord record, string writeId, BoundStatement write, CancellationToken cancellationToken) =>
        database.TryWriteAsync(
            [write],
            RecordSql.FindWrite.With(RowId.Of(record.Kind, record.Id)),
            new(record.Version, writeId),
            isSend: false,
            cancellationToken
        );
}

/// <summary>The clock of a database.</summary>
/// <param name="Milliseconds">Of Unix time.</param>
internal sealed record DatabaseTime(long Milliseconds);
