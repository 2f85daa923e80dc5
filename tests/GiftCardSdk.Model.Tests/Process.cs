using GiftCardSdk.Diagnostics;
using GiftCardSdk.Ordering;
using GiftCardSdk.Ordering.Resolving;

namespace GiftCardSdk.Model.Tests;

/// <summary>One process of the application: all that a crash takes with it.</summary>
internal sealed class Process : IDisposable
{
    private static readonly Instruments Instruments = new();

    private readonly OrderResolver _resolver;

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
        var report = new ResolutionReport(static () => [], Instruments, Clock, log);
        _resolver = new(Coordinator, _ => Account, options, Clock, report, () => Source, Instruments, log, static () => 0.5);
        Journal = new(Coordinator, _resolver, report, _ => Account, static _ => throw new NotSupportedException(), Clock);
    }

    public ModelClock Clock { get; }

    public CoordinatedAccount Account { get; }

    public OrderCoordinator Coordinator { get; }

    public GiftCardJournal Journal { get; }

    /// <summary>Who rebuilds orders during the present pass; null if nobody does.</summary>
    public IOrderRequestSource? Source { get; set; }

    /// <summary>The pass that is under way, or the last one.</summary>
    public Task Pass { get; set; } = Task.CompletedTask;

    public bool IsDead { get; private set; }

    /// <summary>From here on nothing of it acts: its timers never fire, and the journal never answers.</summary>
    public void Die()
    {
        IsDead = true;
        Clock.Stop();
    }

    public void Dispose() => _resolver.Dispose();
}
