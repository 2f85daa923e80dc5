namespace GiftCardSdk.Sandbox;

/// <summary>Every request that arrived at a twin, the faulty and the refused ones included. Thread-safe.</summary>
public sealed class SandboxTraffic
{
    private readonly Lock _lock = new();
    private readonly Queue<SandboxArrival> _arrivals = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<(string Operation, int Count, TaskCompletionSource Signal)> _waits = [];
    private long _sequence;

    internal SandboxTraffic() { }

    /// <summary>Keep headers and bodies, the default. Switch off for long runs: counts, targets and keys are kept anyway.</summary>
    public bool KeepContent { get; set; } = true;

    /// <summary>How many arrivals are kept before the oldest are dropped; 10,000 by default. The counts go on regardless.</summary>
    public int Capacity { get; set; } = 10_000;

    /// <summary>The arrivals still kept, oldest first; a copy.</summary>
    public IReadOnlyList<SandboxArrival> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _arrivals];
            }
        }
    }

    /// <summary>How many requests arrived since the start or the last <see cref="Clear"/>, those no longer kept included.</summary>
    public int Total
    {
        get
        {
            lock (_lock)
            {
                return _counts.Values.Sum();
            }
        }
    }

    /// <summary>The same by operation; operations nobody called are absent.</summary>
    public IReadOnlyDictionary<string, int> Counts
    {
        get
        {
            lock (_lock)
            {
                return new Dictionary<string, int>(_counts, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>How many requests for one operation arrived.</summary>
    /// <param name="operation">The operation's name, e.g. <c>campaign.create</c>.</param>
    public int Count(string operation)
    {
        lock (_lock)
        {
            return _counts.GetValueOrDefault(operation);
        }
    }

    /// <summary>The arrivals of one operation still kept, oldest first.</summary>
    /// <param name="operation">The operation's name, e.g. <c>campaign.create</c>.</param>
    public IReadOnlyList<SandboxArrival> For(string operation)
    {
        lock (_lock)
        {
            return [.. _arrivals.Where(arrival => arrival.Operation == operation)];
        }
    }

    /// <summary>
    /// Completes when at least <paramref name="count"/> requests for the operation have arrived since the start or the last
    /// <see cref="Clear"/>. They have been read by then, but perhaps not acted upon yet.
    /// </summary>
    /// <param name="operation">The operation's name, e.g. <c>campaign.create</c>.</param>
    /// <param name="count">One or more.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task WaitForAsync(string operation, int count, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (_counts.GetValueOrDefault(operation) >= count)
            {
                return Task.CompletedTask;
            }

            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waits.Add((operation, count, signal));
            return signal.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Forgets all arrivals and counts.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _arrivals.Clear();
            _counts.Clear();
        }
    }

    internal SandboxArrival Record(string operation, SandboxCall call, string? key, Fault? fault, DateTimeOffset at)
    {
        lock (_lock)
        {
            var arrival = new SandboxArrival(++_sequence, at, operation, call, key, KeepContent) { Fault = fault?.Kind };
            _arrivals.Enqueue(arrival);
            while (_arrivals.Count > Capacity)
            {
                _arrivals.Dequeue();
            }

            var count = _counts[operation] = _counts.GetValueOrDefault(operation) + 1;
            _waits.RemoveAll(wait => wait.Operation == operation && wait.Count <= count && wait.Signal.TrySetResult());
            return arrival;
        }
    }
}
