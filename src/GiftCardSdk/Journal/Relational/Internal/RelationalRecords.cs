using System.Runtime.CompilerServices;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>The records beside the orders of a relational journal, in a table of their own.</summary>
internal sealed class RelationalRecords(JournalDatabase database) : IJournalRecords
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

    /// <summary>Page by page, so that no connection is held while the caller is busy with a record.</summary>
    public async IAsyncEnumerable<JournalRecord> ListAsync(
        JournalRecordQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        JournalRecord? last = null;
        do
        {
            var statement = PageQuery.Of(query, last);
            var page = await database
                .ReadAsync((session, token) => session.ReadAsync(statement, RecordSql.Read, token), cancellationToken)
                .ConfigureAwait(false);
            // The database may compare text more loosely than the query does.
            foreach (var record in page.Where(query.Matches))
            {
                yield return record;
            }

            last = page.Count == PageQuery.Size ? page[^1] : null;
        } while (last is not null);
    }

    private ValueTask<bool> WriteAsync(JournalRecord record, string writeId, BoundStatement write, CancellationToken cancellationToken) =>
        database.TryWriteAsync(
            [write],
            RecordSql.FindWrite.With(RowId.Of(record.Kind, record.Id)),
            new(record.Version, writeId),
            isSend: false,
            cancellationToken
        );
}
