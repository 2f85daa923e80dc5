using System.Globalization;
using System.Threading.Channels;

namespace GiftCardSdk.Journal.Relational;

/// <summary>
/// For an engine with one writer: a thread of its own takes all writes that wait and commits them together, so that callers at the same time share
/// a flush.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int Most = 512;

    private readonly Channel<PendingWrite> _waiting = Channel.CreateUnbounded<PendingWrite>(new() { SingleReader = true });
    private readonly List<PendingWrite> _batch = [];
    private readonly JournalDialect _dialect;
    private readonly JournalConnections _connections;
    private readonly JournalSession _session;
    private readonly Task _writer;
    private readonly string _journalId;

    public GroupCommit(JournalDialect dialect, JournalConnections connections, string journalId)
    {
        (_dialect, _connections, _journalId) = (dialect, connections, journalId);
        _session = new(dialect, connections);
        _writer = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Writes statements that belong together; done when they are committed.</summary>
    /// <returns>How many rows were written.</returns>
    public Task<int> WriteAsync(BoundStatement[] statements)
    {
        var write = new PendingWrite(statements);
        return _waiting.Writer.TryWrite(write) ? write.Task : Task.FromException<int>(JournalErrors.Closed());
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writer.ConfigureAwait(false);
        await _session.DisposeAsync().ConfigureAwait(false);
    }

    private void Work()
    {
        while (Wait())
        {
            while (_batch.Count < Most && _waiting.Reader.TryRead(out var write))
            {
                _batch.Add(write);
            }

            Commit();
            _batch.Clear();
        }
    }

    private bool Wait()
    {
        var wait = _waiting.Reader.WaitToReadAsync();
        return wait.IsCompletedSuccessfully ? wait.Result : wait.AsTask().GetAwaiter().GetResult();
    }

    private void Commit()
    {
        long commits;
        try
        {
            _connections.EnsureWritable();
            Open();
            _session.Run(_dialect.Begin);
            foreach (var write in _batch)
            {
                write.Written = _session.Write(write.Statements);
            }

            commits = long.Parse(_session.Read(JournalSql.CountCommit.With()) ?? "0", CultureInfo.InvariantCulture);
            _session.Run("COMMIT");
        }
        catch (Exception failure)
        {
            Roll();
            _batch.ForEach(write => write.SetException(failure));
            return;
        }

        _batch.ForEach(static write => write.SetResult(write.Written));
        _connections.Committed(new(_journalId, commits));
    }

    private void Open()
    {
        if (!_session.IsOpen)
        {
            _session.Attach(_connections.OpenAsync().AsTask().GetAwaiter().GetResult());
        }
    }

    /// <summary>Some failures have ended the transaction already; then there is nothing to take back.</summary>
    private void Roll()
    {
        try
        {
            if (_session.IsOpen)
            {
                _session.Run("ROLLBACK");
            }
        }
        catch (Exception)
        {
            // Whatever is wrong with this connection, the next batch begins on a new one.
            _session.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private sealed class PendingWrite(BoundStatement[] statements)
        : TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public BoundStatement[] Statements => statements;

        public int Written { get; set; }
    }
}
