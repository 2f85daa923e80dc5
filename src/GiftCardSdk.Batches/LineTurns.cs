using System.Collections.Concurrent;

namespace GiftCardSdk.Batches;

/// <summary>
/// One try of a reference at a time in this process: two lines of one reference would share one purchase, and each would call it its own. Safe for use by
/// all runs.
/// </summary>
internal sealed class LineTurns
{
    private readonly ConcurrentDictionary<(string Account, OrderReference Reference), Turn> _taken = new();

    /// <summary>Waits until no other try of the reference is under way.</summary>
    /// <returns>What is disposed when this try has ended.</returns>
    public async ValueTask<IDisposable> TakeAsync(string account, OrderReference reference, CancellationToken cancellationToken)
    {
        var mine = new Turn(this, (account, reference));
        while (_taken.GetOrAdd((account, reference), mine) is var other && other != mine)
        {
            await other.Over.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return mine;
    }

    private sealed class Turn(LineTurns turns, (string Account, OrderReference Reference) key) : IDisposable
    {
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Over => _over.Task;

        public void Dispose()
        {
            turns._taken.TryRemove(new(key, this));
            _over.TrySetResult();
        }
    }
}
