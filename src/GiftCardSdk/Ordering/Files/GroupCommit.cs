namespace GiftCardSdk.Ordering.Files;

/// <summary>
/// The one writer of a journal file. Whatever comes in while a flush is running shares the next frame and the next flush. When a write or a flush
/// has failed, nobody knows what is on the disk, and a second flush would lie about it: nothing more is taken until the journal is opened again.
/// </summary>
internal sealed class GroupCommit(OpenedFile opened, IJournalDisk disk, Action<IReadOnlyList<Commit>> onDurable, Action<Exception> onFailed)
    : IThreadPoolWorkItem
{
    /// <summary>A frame that has grown to this takes no further commit.</summary>
    private const int FullFrame = 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly FrameBuffer _frame = new();
    private readonly Queue<Commit> _waiting = new();
    private readonly List<Commit> _batch = [];
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _end = opened.End;
    private long _nextSequence = opened.NextSequence;
    private OrderJournalException? _refusal;
    private bool _isWriting;
    private bool _hasFailed;

    /// <summary>Takes a commit to be written.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="mayShare">
    /// Whether others may be about to write: then not on the caller's thread, since a loop that places many orders would wait for each flush in
    /// turn, where they could share one.
    /// </param>
    /// <exception cref="OrderJournalException">The journal is closed, or an earlier write has failed.</exception>
    public void Add(Commit commit, bool mayShare)
    {
        lock (_gate)
        {
            if (_refusal is not null)
            {
                throw new OrderJournalException(_refusal.Message, _refusal);
            }

            _waiting.Enqueue(commit);
            if (_isWriting)
            {
                return;
            }

            _isWriting = true;
        }

        if (mayShare || !Thread.CurrentThread.IsThreadPoolThread)
        {
            WriteElsewhere();
        }
        else
        {
            // A change of threads costs more than all the rest beside the flush.
            WriteFrame(commit);
        }
    }

    void IThreadPoolWorkItem.Execute() => WriteFrame(own: null);

    /// <summary>Writes one frame; what came in meanwhile goes into the next, elsewhere.</summary>
    /// <param name="own">The commit of whoever writes; null on a thread of the writer's own.</param>
    private void WriteFrame(Commit? own)
    {
        TakeBatch();
        try
        {
            Write();
            onDurable(_batch);
        }
        catch (Exception failure)
        {
            Fail(failure);
        }

        // One of those who wait goes on here, which saves a change of threads; never in the middle of another's call.
        var here = own ?? _batch[^1];
        foreach (var commit in _batch.Where(commit => commit != here))
        {
            commit.CompleteElsewhere();
        }

        // It must not find this thread still writing.
        if (HasMore())
        {
            WriteElsewhere();
        }

        here.Complete();
    }

    /// <summary>Takes no more, writes what is waiting, and marks the file as closed in peace.</summary>
    public async Task StopAsync()
    {
        Task stopped;
        lock (_gate)
        {
            _refusal ??= FileJournalErrors.Closed(opened.Path);
            stopped = _isWriting ? _stopped.Task : Task.CompletedTask;
        }

        await stopped.ConfigureAwait(false);
        if (!_hasFailed)
        {
            WriteCloseMark();
        }
    }

    private void WriteCloseMark()
    {
        try
        {
            _batch.Clear();
            _batch.Add(new(default, null, JournalRecord.Close()));
            Write();
        }
        catch (Exception failure)
        {
            // Nothing is lost: without the mark the next one to open takes it for a crash.
            onFailed(failure);
        }
    }

    /// <summary>Behind those who were just told: what they write next comes into the same frame.</summary>
    private void WriteElsewhere() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    private void TakeBatch()
    {
        lock (_gate)
        {
            _batch.Clear();
            for (var size = 0; size < FullFrame && _waiting.TryDequeue(out var commit); size += commit.Record.Length)
            {
                _batch.Add(commit);
            }
        }
    }

    private bool HasMore()
    {
        lock (_gate)
        {
            _isWriting = _waiting.Count > 0;
            if (!_isWriting && _refusal is not null)
            {
                _stopped.TrySetResult();
            }

            return _isWriting;
        }
    }

    /// <summary>From here on everything is refused, what waits already included.</summary>
    private void Fail(Exception failure)
    {
        lock (_gate)
        {
            _hasFailed = true;
            _refusal = FileJournalErrors.NotWritten(opened.Path, failure);
            _batch.AddRange(_waiting);
            _waiting.Clear();
        }

        onFailed(failure);
        _batch.ForEach(commit => commit.Failure = new(_refusal.Message, failure));
    }

    private void Write()
    {
        if (_batch.Exists(static commit => commit.IsSend))
        {
            EnsureStillThere();
        }

        _frame.Clear();
        foreach (var commit in _batch)
        {
            commit.Offset = _end + _frame.Add(commit.Record.Span);
        }

        var frame = _frame.Seal(opened.Header.Salt, _nextSequence);
        opened.File.Write(frame, _end);
        opened.File.Flush();
        _end += frame.Length;
        _nextSequence++;
    }

    /// <summary>The open file would take it all the same if its name were gone, and after a restart nobody would find what was sent.</summary>
    private void EnsureStillThere()
    {
        var length = disk.LengthOf(opened.Path) ?? throw FileJournalErrors.Gone();
        if (length != _end)
        {
            throw FileJournalErrors.Changed(length, _end);
        }
    }
}
