using System.Collections.Concurrent;
using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>A coordinator with everything around it: a provider in memory, a journal, a manual clock and a log.</summary>
internal sealed class Shop
{
    public const string AccountName = "test";

    private readonly ProtocolRules? _rules;
    private readonly ILogger<OrderCoordinator>? _log;
    private readonly TimeProvider? _coordinatorClock;

    public Shop(
        IdempotencyProfile? profile = null,
        IOrderJournal? journal = null,
        OrderingOptions? options = null,
        ManualTimeProvider? clock = null,
        InMemoryGiftCardProvider? provider = null,
        ProtocolRules? rules = null,
        Action<InMemoryProviderOptions>? configure = null,
        Func<GiftCardAdapter, GiftCardAdapter>? wrap = null,
        bool isSilent = false,
        ILogger<OrderCoordinator>? log = null,
        TimeProvider? coordinatorClock = null
    )
    {
        _log = log;
        _coordinatorClock = coordinatorClock;
        Log = new(!isSilent);
        _rules = rules;
        Clock = clock ?? new();
        Journal = journal ?? new InMemoryOrderJournal();
        Options = options ?? new();
        var settings = new InMemoryProviderOptions { Idempotency = profile ?? Profiles.NeverBuysAgain };
        configure?.Invoke(settings);
        Provider = provider ?? new(settings, Clock);
        var adapter = Provider.CreateAdapter(AccountName);
        Account = new(AccountName, Provider.Provider, GiftCardEnvironment.Sandbox, wrap?.Invoke(adapter) ?? adapter);
        Coordinator = NewCoordinator();
    }

    public ManualTimeProvider Clock { get; }

    public IOrderJournal Journal { get; }

    public OrderingOptions Options { get; }

    public InMemoryGiftCardProvider Provider { get; }

    public Account Account { get; set; }

    public ListLogger Log { get; }

    public OrderCoordinator Coordinator { get; private set; }

    /// <summary>A new process on the same journal: it knows only what was written.</summary>
    public void Restart() => Coordinator = NewCoordinator();

    public static OrderRequest Request(string reference = "order-1", decimal amount = 25) =>
        new()
        {
            Reference = reference,
            Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(amount, "EUR") }],
            Delivery = Delivery.Returned,
        };

    public Task<Order> PlaceAsync(OrderRequest? request = null, CancellationToken cancellationToken = default) =>
        Coordinator.PlaceAsync(Account, request ?? Request(), cancellationToken);

    /// <summary>Places an order and lets the time pass that it waits for.</summary>
    public Task<Order> PlaceInTimeAsync(OrderRequest? request = null) => Clock.LetPassAsync(PlaceAsync(request));

    /// <summary>Places an order that must fail, and lets the time pass that it waits for.</summary>
    public Task<T> FailAsync<T>(OrderRequest? request = null)
        where T : Exception => Should.ThrowAsync<T>(PlaceInTimeAsync(request));

    public OrderIdentity Identity(string reference = "order-1") =>
        new(Provider.Provider, GiftCardEnvironment.Sandbox, AccountName, OrderIdentity.PlaceOrder, reference);

    public async Task<JournalEntry> EntryAsync(string reference = "order-1") =>
        (await Journal.FindAsync(Identity(reference))).ShouldNotBeNull();

    private OrderCoordinator NewCoordinator() => new(Journal, Options, _coordinatorClock ?? Clock, _log ?? Log, static () => 0.5, _rules);
}

/// <summary>The kinds of providers there are, by what a repeat does and how orders are found again.</summary>
internal static class Profiles
{
    public static IdempotencyProfile NeverBuysAgain { get; } =
        new()
        {
            Repeat = RepeatBehavior.NeverBuysAgain,
            Answer = RepeatAnswer.Original,
            Lookup = LookupAuthority.Authoritative,
        };

    public static IdempotencyProfile BuysAgain { get; } = new() { Lookup = LookupAuthority.Authoritative };

    public static IdempotencyProfile ForADay { get; } =
        new()
        {
            Repeat = RepeatBehavior.NeverWithinLife,
            KeyLife = TimeSpan.FromHours(24),
            Answer = RepeatAnswer.Original,
            Lookup = LookupAuthority.HitOnly,
        };

    public static IdempotencyProfile ConflictWithId { get; } =
        new()
        {
            Repeat = RepeatBehavior.NeverBuysAgain,
            Answer = RepeatAnswer.ConflictWithId,
            Lookup = LookupAuthority.HitOnly,
        };

    public static IdempotencyProfile Blind { get; } = new() { Repeat = RepeatBehavior.NeverBuysAgain };

    public static IdempotencyProfile Worst { get; } = new();
}

/// <summary>What was logged.</summary>
internal sealed class ListLogger(bool isEnabled) : ILogger<OrderCoordinator>
{
    private readonly ConcurrentQueue<(LogLevel Level, int Id, string Text)> _entries = new();

    public IReadOnlyCollection<(LogLevel Level, int Id, string Text)> Entries => _entries;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => isEnabled;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => _entries.Enqueue((logLevel, eventId.Id, formatter(state, exception) + exception));
}

internal static class ClockExtensions
{
    /// <summary>Moves the clock until a task has ended, whatever it waits for.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="task">What is waited for.</param>
    /// <param name="step">How much time passes at once, for runs that are in a hurry; a quarter of a second by default.</param>
    public static async Task<T> LetPassAsync<T>(this ManualTimeProvider clock, Task<T> task, TimeSpan? step = null)
    {
        await clock.LetPassAsync((Task)task, step);
        return await task;
    }

    /// <inheritdoc cref="LetPassAsync{T}"/>
    public static async Task LetPassAsync(this ManualTimeProvider clock, Task task, TimeSpan? step = null)
    {
        for (var i = 0; !task.IsCompleted; i++)
        {
            i.ShouldBeLessThan(1_000_000, "It waits for something that no passing of time brings.");
            if (clock.ArmedTimers == 0)
            {
                await Task.WhenAny(task, clock.WaitForTimersAsync(1));
            }

            // On a busy machine too: time must not run out while nobody runs, unless the run is in a hurry and any order of things will do.
            await (step is null ? PoolRest.WaitAsync() : PoolRest.HopAsync());
            if (!task.IsCompleted)
            {
                clock.Advance(step ?? TimeSpan.FromMilliseconds(250));
            }
        }
    }
}
