using System.Data.Common;
using System.Globalization;
using System.Threading.Channels;

namespace GiftCardSdk.Journal.Relational.Internal;

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
    /// <param name="statements">The statements.</param>
    /// <param name="isSend">Whether a backup that lacks them could buy something again: such commits are counted.</param>
    /// <returns>How many rows were written.</returns>
    public Task<int> WriteAsync(BoundStatement[] statements, bool isSend)
    {
        var write = new PendingWrite(statements, isSend);
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
        }
    }

    private bool Wait()
    {
        var wait = _waiting.Reader.WaitToReadAsync();
        return wait.IsCompletedSuccessfully ? wait.Result : wait.AsTask().GetAwaiter().GetResult();
    }

    /// <summary>A write that cannot be made fails alone; the others are made without it.</summary>
    private void Commit()
    {
        while (_batch.Count > 0)
        {
            PendingWrite? current = null;
            try
            {
                var commits = WriteAll(ref current);
                _batch.ForEach(static write => write.TrySetResult(write.Written));
                _batch.Clear();
                if (commits is { } counted)
                {
                    Note(counted);
                }
            }
            catch (Exception failure)
            {
                Roll();
                var failed = current is null || failure is not DbException ? [.. _batch] : new List<PendingWrite> { current };
                failed.ForEach(write => write.TrySetException(failure));
                _batch.RemoveAll(failed.Contains);
            }
        }
    }

    /// <summary>What is acknowledged can be found again: the files are looked at before, and once more when all is committed.</summary>
    /// <returns>How many commits with a send there were; null if this was none.</returns>
    private long? WriteAll(ref PendingWrite? current)
    {
        _connections.EnsureWritable();
        Open();
        _session.Run(_dialect.Begin);
        foreach (var write in _batch)
        {
            current = write;
            write.Written = _session.Write(write.Statements);
        }

        current = null;
        long? commits = _batch.Exists(static write => write.IsSend)
            ? long.Parse(_session.Read(JournalSql.CountCommit.With()) ?? "0", CultureInfo.InvariantCulture)
            : null;
        _session.Run("COMMIT");
        _connections.EnsureWritable();
        return commits;
    }

    private void Open()
    {
        if (!_session.IsOpen)
        {
            _session.Attach(_connections.OpenAsync().AsTask().GetAwaiter().GetResult());
        }
    }

    /// <summary>Whatever happens here, the writer goes on: nobody would write any more, and all would wait.</summary>
    private void Note(long commits)
    {
        try
        {
            _connections.Committed(new(_journalId, commits));
        }
        catch (Exception)
        {
            // What is known beside the database lags behind.
        }
    }

    /// <summary>Whatever is wrong with a connection that cannot roll back, the next writes begin on a new one.</summary>
    private void Roll()
    {
        try
        {
            if (_session.IsOpen && !_session.TryRollBack())
            {
                _session.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
        }
        catch (Exception)
        {
            // It is given up anyway.
        }
    }

    private sealed class PendingWrite(BoundStatement[] statements, bool isSend)
        : TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public BoundStatement[] Statements => statements;

        public bool IsSend => isSend;

        public int Written { get; set; }
    }
}
