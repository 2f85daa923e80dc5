using GiftCardSdk.Adapters;
using GiftCardSdk.Internal;

namespace GiftCardSdk.Ordering;

/// <summary>
/// One look-up of many orders of an account. It begins when all of them have asked, or have left without asking; so each has been taken up, and its
/// quiet time has been judged, before the provider is asked anything, and no answer is older than the question. Who leaves later leaves the others alone.
/// </summary>
/// <param name="adapter">Who asks.</param>
/// <param name="members">How many will ask or leave.</param>
/// <param name="atATime">How many may be busy with the journal at a time.</param>
/// <param name="within">How long the look-up may take.</param>
/// <param name="time">The clock.</param>
/// <param name="cancellationToken">Ends the look-up.</param>
internal sealed class SharedLookup(
    GiftCardAdapter adapter,
    int members,
    int atATime,
    TimeSpan within,
    TimeProvider time,
    CancellationToken cancellationToken
) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _busy = new(atATime);
    private readonly Dictionary<string, OrderLookupQuery> _queries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskCompletionSource<OrderLookup>> _answers = new(StringComparer.Ordinal);
    private int _awaited = members;

    /// <summary>A place for one order; waits while others are busy.</summary>
    public async ValueTask<Seat> TakeSeatAsync()
    {
        await _busy.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new(this);
    }

    public void Dispose() => _busy.Dispose();

    private Task<OrderLookup> Ask(OrderLookupQuery query)
    {
        TaskCompletionSource<OrderLookup>? answer;
        lock (_gate)
        {
            if (!_answers.TryGetValue(query.ProviderKey, out answer))
            {
                answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
                answer.Task.Abandon();
                _answers.Add(query.ProviderKey, answer);
                _queries.Add(query.ProviderKey, query);
            }
        }

        Arrive();
        return answer.Task;
    }

    private void Arrive()
    {
        if (Interlocked.Decrement(ref _awaited) == 0 && _queries.Count > 0)
        {
            _ = RunAsync();
        }
    }

    private async Task RunAsync()
    {
        using var limit = new CancellationTokenSource(within, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        Exception? failure = null;
        try
        {
            var answers = adapter.FindOrdersAsync([.. _queries.Values], end.Token);
            await foreach (var (key, lookup) in answers.WithCancellation(end.Token).ConfigureAwait(false))
            {
                if (_answers.TryGetValue(key, out var answer))
                {
                    answer.TrySetResult(lookup);
                }
            }
        }
        catch (Exception thrown)
        {
            failure = thrown is OperationCanceledException ? new TimeoutException() : thrown;
        }

        foreach (var answer in _answers.Values)
        {
            _ = failure is null
                ? answer.TrySetResult(new OrderLookup.Inconclusive("the adapter gave no answer"))
                : answer.TrySetException(failure);
        }
    }

    /// <summary>The place of one order in the look-up. Disposed when nothing more is done for the order.</summary>
    internal sealed class Seat(SharedLookup shared) : IDisposable
    {
        private readonly Lock _gate = new();
        private bool _hasArrived;
        private bool _isBusy = true;
        private bool _isDisposed;

        /// <summary>Asks, and waits until the provider's answer is there and others leave room to write it down.</summary>
        public async Task<OrderLookup> AskAsync(OrderLookupQuery query, CancellationToken cancellationToken)
        {
            _hasArrived = true;
            var answer = shared.Ask(query);
            Release();
            var lookup = await answer.WaitAsync(cancellationToken).ConfigureAwait(false);
            await shared._busy.WaitAsync(cancellationToken).ConfigureAwait(false);
            lock (_gate)
            {
                _isBusy = true;
                if (!_isDisposed)
                {
                    return lookup;
                }
            }

            Release();
            throw new OperationCanceledException(cancellationToken);
        }

        public void Dispose()
        {
            lock (_gate)
            {
                _isDisposed = true;
            }

            if (!_hasArrived)
            {
                shared.Arrive();
            }

            Release();
        }

        private void Release()
        {
            lock (_gate)
            {
                if (!_isBusy)
                {
                    return;
                }

                _isBusy = false;
            }

            shared._busy.Release();
        }
    }
}
