using System.Collections.Concurrent;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>Sessions for reading, and for writing where the engine takes many writers: as many as are in use at a time.</summary>
internal sealed class SessionPool(JournalDialect dialect, JournalConnections connections) : IAsyncDisposable
{
    /// <summary>More than this are not kept for later.</summary>
    private const int MostIdle = 16;

    private readonly ConcurrentBag<JournalSession> _idle = [];
    private bool _isClosed;

    /// <summary>Does some work on a session with a connection that is open.</summary>
    public async ValueTask<T> UseAsync<T>(Func<JournalSession, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        var session = await RentAsync(cancellationToken).ConfigureAwait(false);
        var isSound = false;
        try
        {
            var result = await work(session, cancellationToken).ConfigureAwait(false);
            isSound = true;
            return result;
        }
        finally
        {
            await ReturnAsync(session, isSound).ConfigureAwait(false);
        }
    }

    private async ValueTask<JournalSession> RentAsync(CancellationToken cancellationToken)
    {
        if (_isClosed)
        {
            throw JournalErrors.Closed();
        }

        var session = _idle.TryTake(out var idle) ? idle : new JournalSession(dialect, connections);
        try
        {
            if (!session.IsOpen)
            {
                session.Attach(await connections.OpenAsync(cancellationToken).ConfigureAwait(false));
            }

            return session;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Takes a session back. After a failure it is not used again.</summary>
    private async ValueTask ReturnAsync(JournalSession session, bool isSound)
    {
        if (!isSound || _isClosed || _idle.Count >= MostIdle)
        {
            await session.DisposeAsync().ConfigureAwait(false);
            return;
        }

        if (!connections.AreKept)
        {
            await session.DetachAsync().ConfigureAwait(false);
        }

        _idle.Add(session);
        if (_isClosed)
        {
            await DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        while (_idle.TryTake(out var session))
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }
    }
}
