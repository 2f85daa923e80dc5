using System.Security.Cryptography;
using GiftCardSdk.Adapters;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Http;
using GiftCardSdk.Ordering.Resolving;
using Microsoft.Extensions.Logging;
using Polly;

namespace GiftCardSdk.Ordering;

/// <summary>
/// Places orders exactly once, for all accounts of a container. One flight per identity: all callers of a reference share it and its end, and
/// cancelling stops a caller's waiting, never a purchase. What a flight does is <see cref="OrderProtocol"/>.
/// </summary>
internal sealed class OrderCoordinator
{
    private readonly Lock _gate = new();
    private readonly Dictionary<OrderIdentity, IFlight> _flights = [];
    private readonly JournalAccess _journal;
    private readonly OrderingOptions _options;
    private readonly TimeProvider _time;
    private readonly OpenOrders _openOrders;
    private readonly OrderProtocol _protocol;
    private readonly Inquiry _inquiry;
    private readonly ResiliencePipeline _pipeline;
    private bool _isDraining;

    public OrderCoordinator(
        IOrderJournal journal,
        OrderingOptions options,
        TimeProvider time,
        ILogger<OrderCoordinator> logger,
        JitterSource? jitter = null,
        ProtocolRules? rules = null
    )
    {
        logger = logger.Guarded();
        _time = time = GuardedTimeProvider.Of(time);
        _journal = new(journal, time, logger);
        _options = options;
        rules ??= new();
        _openOrders = new(_journal, options, time, logger, rules);
        _protocol = new(_journal, _openOrders, options, time, logger, rules);
        _inquiry = new(_journal, _openOrders);
        _pipeline = RepeatPipeline.Create(options, time, jitter ?? Jitter);
    }

    /// <summary>The journal that all accounts share.</summary>
    public JournalAccess Journal => _journal;

    /// <summary>This process in owners and leases; new with each start.</summary>
    public string Me => _openOrders.Me;

    /// <summary>The credentials of accounts, as the journal keeps them.</summary>
    public AccountCredentials Credentials => _openOrders.Credentials;

    /// <summary>An account that is in use here: its orders are told from those of others.</summary>
    public void Register(CoordinatedAccount account) => _openOrders.Owners.Register(account);

    /// <summary>Refuses an account of real money whose orders could be bought twice after a crash, since nothing durable would know of them.</summary>
    /// <exception cref="InvalidOperationException">The journal is in memory, and a repeat may buy again at this provider.</exception>
    public void EnsureJournalSuits(CoordinatedAccount account)
    {
        foreach (var shape in account.Adapter.Capabilities.Shapes)
        {
            EnsureJournalSuits(account, shape.Idempotency);
        }
    }

    /// <summary>Places an order, or returns the one that the reference stands for.</summary>
    public Task<Order> PlaceAsync(CoordinatedAccount account, OrderRequest request, CancellationToken cancellationToken)
    {
        OrderPlacement placement;
        try
        {
            placement = new(account, request, OrderValidation.Check(account, request));
        }
        catch (Exception mistake)
        {
            return Task.FromException<Order>(mistake);
        }

        return RunAsync(placement, cancellationToken);
    }

    /// <summary>Carries any journalled operation out, exactly once.</summary>
    public async Task<TResult> RunAsync<TResult>(JournalledOperation<TResult> operation, CancellationToken cancellationToken)
        where TResult : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        var key = await _journal.GetKeyAsync().ConfigureAwait(false);
        var fingerprint = key.Of(operation);
        while (true)
        {
            var (flight, isNew) = FlightOf(operation, fingerprint);
            if (isNew)
            {
                _ = FlyAsync(flight);
                return await WaitAsync(flight, cancellationToken).ConfigureAwait(false);
            }

            if (flight.TryJoin())
            {
                return flight.Fingerprint == fingerprint
                    ? await WaitAsync(flight, cancellationToken).ConfigureAwait(false)
                    : throw Refused(flight);
            }

            // It is ending, perhaps because its last caller gave up: that end is not this caller's.
            await flight.Ended.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Carries out what an adapter brings besides orders, exactly once.</summary>
    /// <exception cref="InvalidOperationException">The journal is in memory, and a repeat may buy again at this provider.</exception>
    public Task<OperationResult<TResult>> RunOnceAsync<TResult>(
        CoordinatedAccount account,
        AdapterOperation<TResult> operation,
        CancellationToken cancellationToken
    )
        where TResult : class
    {
        EnsureJournalSuits(account, operation.Idempotency);
        return RunAsync(new OperationPlacement<TResult>(account, operation, _openOrders.Owners), cancellationToken);
    }

    /// <summary>Whether an order is being placed or looked up in this process right now.</summary>
    public bool IsBusy(OrderIdentity identity)
    {
        lock (_gate)
        {
            return _flights.ContainsKey(identity);
        }
    }

    /// <summary>Whether another process, which may be alive, sends an order or finds out about it.</summary>
    public bool IsHeldElsewhere(JournalEntry entry) => _openOrders.IsHeldElsewhere(entry);

    /// <summary>Looks once for an order that nobody is placing now. Never sends it, and gives way to a caller who does.</summary>
    /// <param name="account">Its account.</param>
    /// <param name="entry">The order as it was listed.</param>
    /// <param name="seat">Its place in a look-up that answers for many; null for a look-up of its own.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public async Task<Finding> InquireAsync(
        CoordinatedAccount account,
        JournalEntry entry,
        SharedLookup.Seat? seat,
        CancellationToken cancellationToken
    )
    {
        if (TryBeginInquiry(account, entry, seat) is not { } flight)
        {
            return Finding.Busy;
        }

        using var stop = cancellationToken.UnsafeRegister(static flight => ((IFlight)flight!).GiveWay(), flight);
        try
        {
            await _journal.WriteLeftoversAsync().ConfigureAwait(false);
            return await _inquiry.RunAsync(flight).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (flight.Waits.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Finding.Busy;
        }
        finally
        {
            Remove(flight);
            flight.End(null, new OperationCanceledException());
        }
    }

    /// <summary>A person has decided: nothing more is measured for it.</summary>
    public void Forget(OrderIdentity identity) => _openOrders.QuietTimes.Forget(identity);

    /// <summary>Takes no new orders and waits for those on their way.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        IFlight[] running;
        lock (_gate)
        {
            _isDraining = true;
            running = [.. _flights.Values];
        }

        foreach (var flight in running)
        {
            flight.GiveWay();
            await flight.Ended.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private void EnsureJournalSuits(CoordinatedAccount account, IdempotencyProfile profile)
    {
        var isRisky =
            account.Environment == GiftCardEnvironment.Production
            && !_journal.Journal.IsDurable
            && profile.Repeat != RepeatBehavior.NeverBuysAgain;
        if (isRisky && !_options.AllowMemoryJournalInProduction)
        {
            throw new InvalidOperationException(
                $"The account '{account.Name}' buys with real money at {account.Provider}, where an order that is sent again may be bought again, and the order journal is in memory: a crash would forget what was sent. Use a durable journal, or set {nameof(OrderingOptions)}.{nameof(OrderingOptions.AllowMemoryJournalInProduction)} to take that risk."
            );
        }
    }

    /// <summary>The flight of an identity, new if there was none.</summary>
    private (Flight<TResult> Flight, bool IsNew) FlightOf<TResult>(JournalledOperation<TResult> operation, string fingerprint)
        where TResult : class
    {
        lock (_gate)
        {
            if (_flights.TryGetValue(operation.Identity, out var running))
            {
                return ((Flight<TResult>)running, false);
            }

            if (_isDraining)
            {
                throw OrderingErrors.ShuttingDown(operation.Account, operation.Identity.Reference);
            }

            var flight = new Flight<TResult>(operation, fingerprint, _options.MaxSends, _time);
            _flights.Add(operation.Identity, flight);
            return (flight, true);
        }
    }

    private Flight<Order>? TryBeginInquiry(CoordinatedAccount account, JournalEntry entry, SharedLookup.Seat? seat)
    {
        lock (_gate)
        {
            if (_isDraining || _flights.ContainsKey(entry.Identity))
            {
                return null;
            }

            var flight = new Flight<Order>(new OrderInquiry(account, entry, seat), entry.Fingerprint, maxSends: 0, _time);
            _flights.Add(entry.Identity, flight);
            return flight;
        }
    }

    private static GiftCardException Refused<TResult>(Flight<TResult> flight)
        where TResult : class
    {
        flight.Leave();
        return OrderingErrors.OtherContent(flight);
    }

    private static async ValueTask<TResult> WaitAsync<TResult>(Flight<TResult> flight, CancellationToken cancellationToken)
        where TResult : class
    {
        try
        {
            return await flight.Result.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            flight.Leave();
            throw;
        }
    }

    private async Task FlyAsync<TResult>(Flight<TResult> flight)
        where TResult : class
    {
        TResult? result = null;
        Exception? failure = null;
        try
        {
            (result, failure) = await StepAsync(flight).ConfigureAwait(false);
        }
        catch (GiftCardException known)
        {
            failure = OrderingErrors.About(flight, known);
        }
        catch (Exception other)
        {
            failure = OrderingErrors.Broken(flight, other);
        }
        finally
        {
            // Whatever went wrong: nobody waits for what has ended.
            Remove(flight);
            flight.End(result, failure ?? (result is null ? new OperationCanceledException() : null));
        }
    }

    private async ValueTask<(TResult? Result, Exception? Failure)> StepAsync<TResult>(Flight<TResult> flight)
        where TResult : class
    {
        try
        {
            await _journal.WriteLeftoversAsync().ConfigureAwait(false);
            await _protocol.LoadAsync(flight).ConfigureAwait(false);
            var last = await RepeatPipeline.RunAsync(_pipeline, _protocol, flight).ConfigureAwait(false);
            return (last.Result, last.Failure);
        }
        catch (OperationCanceledException) when (flight.Waits.IsCancellationRequested)
        {
            return (null, await _protocol.ConcludeAsync(flight).ConfigureAwait(false));
        }
    }

    private void Remove<TResult>(Flight<TResult> flight)
        where TResult : class
    {
        flight.Close();
        lock (_gate)
        {
            _flights.Remove(flight.Operation.Identity);
        }
    }

    // Spreads waits; a cryptographic source needs no seed and is not asked often.
    internal static double Jitter() => RandomNumberGenerator.GetInt32(1 << 24) / (double)(1 << 24);
}
