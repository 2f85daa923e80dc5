using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Resolver;
using GiftCardSdk.Tests.Ordering;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>The resolver of a shop's newest process, and what it tells.</summary>
internal sealed class Lookout : IOrderObserver, IDisposable
{
    private readonly Shop _shop;
    private readonly Instruments _instruments = new();

    public Lookout(Shop shop, IOrderRequestSource? source = null, params IOrderObserver[] others)
    {
        _shop = shop;
        var report = new ResolutionNotifier(() => [.. others, this], _instruments, shop.Clock, Log);
        Resolver = new(shop.Coordinator, Find, shop.Options, shop.Clock, report, () => source, _instruments, Log, static () => 0.5);
        Journal = new(shop.Coordinator, Resolver, report, Find, static _ => throw new NotSupportedException("no names here"), shop.Clock);
    }

    public OrderResolver Resolver { get; }

    public GiftCardJournal Journal { get; }

    public ResolverLogger Log { get; } = new();

    /// <summary>What the observer was told, in order.</summary>
    public List<OrderResolution> Told { get; } = [];

    /// <summary>One pass over all open orders, by hand, while time stands still.</summary>
    public Task<ResolveSummary> PassAsync() => Journal.ResolveAsync();

    /// <summary>One pass over all open orders, and the time that it waits for.</summary>
    public Task<ResolveSummary> PassInTimeAsync() => _shop.Clock.LetPassAsync(PassAsync());

    /// <summary>One pass as in the background: only over orders whose time has come.</summary>
    public Task<ResolveSummary> NextPassAsync() => Resolver.RunAsync(onlyDue: true, CancellationToken.None);

    public async Task<string> ExplainAsync(string reference = "order-1") =>
        (await Journal.ExplainAsync(_shop.Identity(reference))).ShouldNotBeNull().ToString();

    public ValueTask OnResolvedAsync(OrderResolution resolution, CancellationToken cancellationToken = default)
    {
        lock (Told)
        {
            Told.Add(resolution);
        }

        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        Resolver.Dispose();
        _instruments.Dispose();
    }

    private Account? Find(OrderIdentity identity) => identity.Account == _shop.Account.Name ? _shop.Account : null;
}

/// <summary>What the resolver logged.</summary>
internal sealed class ResolverLogger : ILogger<OrderResolver>
{
    public List<(LogLevel Level, int Id, string Text)> Entries { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        lock (Entries)
        {
            Entries.Add((logLevel, eventId.Id, formatter(state, exception) + exception));
        }
    }
}
