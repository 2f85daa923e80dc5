using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>Reads and writes the journal's database once it is open; whatever fails there is an <see cref="OrderJournalException"/>.</summary>
internal sealed class JournalDatabase(SessionPool sessions, JournalOpening opening, JournalDialect dialect)
{
    /// <summary>New with each write, so that whoever lost the answer to one can tell whether it was made.</summary>
    public static string NewWriteId() => Base32.Encode(RandomNumberGenerator.GetBytes(16));

    /// <summary>A connection that broke while it was not used is told by its first use: reading again on another one harms nobody.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<JournalSession, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            try
            {
                return await sessions.UseAsync(read, cancellationToken).ConfigureAwait(false);
            }
            catch (DbException broken) when (broken.IsTransient)
            {
                return await sessions.UseAsync(read, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (!IsKnown(failure, cancellationToken))
        {
            throw JournalErrors.Failed(dialect, "read", failure);
        }
    }

    /// <summary>Reads page by page, so that no connection is held while the caller is busy with a row.</summary>
    /// <param name="pageAfter">The statement of the page that follows a row; after null comes the first.</param>
    /// <param name="read">What a row says.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<T> ListAsync<T>(
        Func<T?, BoundStatement> pageAfter,
        Func<DbDataReader, T> read,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : class
    {
        T? last = null;
        do
        {
            var statement = pageAfter(last);
            var page = await ReadAsync((session, token) => session.ReadAsync(statement, read, token), cancellationToken)
                .ConfigureAwait(false);
            foreach (var row in page)
            {
                yield return row;
            }

            last = page.Count == PageQuery.Size ? page[^1] : null;
        } while (last is not null);
    }

    /// <summary>Runs statements that belong together.</summary>
    /// <returns>How many rows were written by all of them.</returns>
    public async ValueTask<int> WriteAsync(BoundStatement[] statements, CancellationToken cancellationToken, bool isSend = false)
    {
        var opened = await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return opened.Writer is { } writer
                ? await writer.WriteAsync(statements, isSend).WaitAsync(cancellationToken).ConfigureAwait(false)
                : await WriteAloneAsync(statements, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!IsKnown(failure, cancellationToken))
        {
            throw JournalErrors.Failed(dialect, "written", failure);
        }
    }

    /// <summary>
    /// Writes a row on the condition that its version is the next one. If the database fails or its answer is lost, what stands there now decides:
    /// each write has an id of its own.
    /// </summary>
    /// <param name="statements">The row, and what belongs to it.</param>
    /// <param name="find">Finds version and id of the write that stands there.</param>
    /// <param name="write">The version that is written, and its id.</param>
    /// <param name="isSend">Whether a backup that lacks it could buy something again.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False if somebody was faster.</returns>
    public async ValueTask<bool> TryWriteAsync(
        BoundStatement[] statements,
        BoundStatement find,
        RowWrite write,
        bool isSend,
        CancellationToken cancellationToken
    )
    {
        for (var again = false; ; again = true)
        {
            try
            {
                return await WriteAsync(statements, cancellationToken, isSend).ConfigureAwait(false) > 0;
            }
            catch (OrderJournalException failure) when (failure.InnerException is DbException cause)
            {
                var stored = await ReadAsync((session, token) => session.FindAsync(find, RowWrite.Read, token), cancellationToken)
                    .ConfigureAwait(false);
                if (stored?.WriteId == write.WriteId)
                {
                    return true;
                }

                if ((stored?.Version ?? 0) != write.Version - 1)
                {
                    return false;
                }

                // Nobody was faster: it was not written for another reason.
                if (again || !cause.IsTransient)
                {
                    throw;
                }
            }
        }
    }

    private ValueTask<int> WriteAloneAsync(BoundStatement[] statements, CancellationToken cancellationToken) =>
        sessions.UseAsync((session, token) => session.WriteAsync(statements, token), cancellationToken);

    private static bool IsKnown(Exception failure, CancellationToken cancellationToken) =>
        failure is OrderJournalException || (failure is OperationCanceledException && cancellationToken.IsCancellationRequested);
}

/// <summary>Which write of a row stands there, or is to stand there.</summary>
/// <param name="Version">Its version.</param>
/// <param name="WriteId">Its id.</param>
internal sealed record RowWrite(long Version, string WriteId)
{
    public static RowWrite Read(DbDataReader row) => new(row.GetInt64(0), row.GetString(1));
}
