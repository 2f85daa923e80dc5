namespace GiftCardSdk.Batches;

/// <summary>
/// Pauses, resumes and stops a batch while it runs (<see cref="BatchOptions.Control"/>). One may steer several. Safe for use by many callers at once.
/// </summary>
public sealed class BatchControl
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether no line is begun until <see cref="Resume"/>.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>Whether no line is begun any more.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Completes with the next change.</summary>
    internal Task Changed
    {
        get
        {
            lock (_gate)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>Begins no further lines until <see cref="Resume"/>; those under way end. Nothing happens if it is paused.</summary>
    public void Pause() => Change(isPaused: true, isStopped: false);

    /// <summary>Goes on. Nothing happens if it is not paused.</summary>
    public void Resume() => Change(isPaused: false, isStopped: false);

    /// <summary>
    /// Begins no further lines, ever; those under way end, their results are streamed, and the batch is over. To end the waiting for those too, cancel
    /// its token.
    /// </summary>
    public void Stop() => Change(isPaused: false, isStopped: true);

    private void Change(bool isPaused, bool isStopped)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            (IsPaused, IsStopped) = (isPaused && !IsStopped, isStopped || IsStopped);
            changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }
}
