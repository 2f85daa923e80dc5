using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Ordering;
using GiftCardSdk.Resolver;

namespace GiftCardSdk.Model.Tests;

/// <summary>One process of the application: all that a crash takes with it.</summary>
internal sealed class Process : IDisposable
{
    private static readonly Instruments Instruments = new();

    private readonly OrderResolver _resolver;
    private CancellationTokenSource _stop = new();
    private Rebuilder? _rebuilder;

    public Process(World world, TimeSpan clockError)
    {
        Clock = new(world.Timeline) { Error = clockError };
        var journal = world.Mutation.Journal(new WatchedJournal(world, this));
        var adapter = world.Mutation.Adapter(new WatchedAdapter(world, this, world.Provider.CreateAdapter(Orders.Account)));
        Account = new(Orders.Account, adapter.Provider, GiftCardEnvironment.Sandbox, adapter);
        var options = new OrderingOptions();
        options.Resolver.MaxParallel = 1;
        var log = new WatchedLog(world);
        Coordinator = new(journal, options, Clock, log, static () => 0.5, world.Mutation.Rules);
        var report = new ResolutionNotifier(static () => [], Instruments, Clock, log);
        _resolver = new(Coordinator, _ => Account, options, Clock, report, () => _rebuilder, Instruments, log, static () => 0.5);
        Journal = new(Coordinator, _resolver, report, _ => Account, static _ => throw new NotSupportedException(), Clock);
    }

    public ModelClock Clock { get; }

    public Account Account { get; }

    public OrderCoordinator Coordinator { get; }

    public GiftCardJournal Journal { get; }

    /// <summary>The pass that is under way, or the last one.</summary>
    public Task Pass { get; private set; } = Task.CompletedTask;

    public bool IsDead { get; private set; }

    /// <summary>A pass over the open orders, with or without somebody who can rebuild them.</summary>
    public void BeginPass(bool rebuilds)
    {
        _stop.Dispose();
        _stop = new();
        _rebuilder = rebuilds ? new() : null;
        // It is under way before the call that begins it returns: its orders are worked at on other threads.
        var begun = new TaskCompletionSource<Task>();
        Pass = begun.Task.Unwrap();
        begun.SetResult(Journal.ResolveAsync(_stop.Token));
    }

    /// <summary>The pass is told to stop, as at the end of an application.</summary>
    public void StopPass() => _stop.Cancel();

    /// <summary>Whether the pass is the caller of an order: it is of the one that it rebuilt last, one at a time, until it ends or is stopped.</summary>
    public bool PlacesInPass(OrderReference reference) =>
        !Pass.IsCompleted && !_stop.IsCancellationRequested && _rebuilder?.Rebuilt == reference;

    /// <summary>From here on nothing of it acts: its timers never fire, and the journal never answers.</summary>
    public void Die()
    {
        IsDead = true;
        Clock.Stop();
    }

    public void Dispose()
    {
        _resolver.Dispose();
        _stop.Dispose();
    }

    private sealed class Rebuilder : IOrderRequestSource
    {
        /// <summary>The order that was rebuilt last.</summary>
        public OrderReference? Rebuilt { get; private set; }

        public ValueTask<OrderRequest?> RebuildAsync(JournalEntry entry, CancellationToken cancellationToken = default)
        {
            Rebuilt = entry.Identity.Reference;
            return new(entry.Lines is [var line, ..] ? Orders.Request(entry.Identity.Reference, Orders.ContentOf(line.FaceValue)) : null);
        }
    }
}
