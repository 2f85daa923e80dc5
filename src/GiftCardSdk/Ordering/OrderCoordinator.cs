using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Journal.Internal;
using GiftCardSdk.Ordering.Limits;
using Microsoft.Extensions.Logging;
using Polly;

namespace GiftCardSdk.Ordering;

/// <summary>
/// Places orders exactly once, for all accounts of a container. One execution per identity: all callers of a reference share it and its end, and
/// cancelling stops a caller's waiting, never a purchase. What an execution does is <see cref="OrderProtocol"/>.
/// </summary>
internal sealed class OrderCoordinator : IOperationRunner
{
    private readonly Lock _gate = new();
    private readonly Dictionary<OrderIdentity, IOrderExecution> _executions = [];
    private readonly JournalAccess _journal;
    private readonly OrderingOptions _options;
    private readonly TimeProvider _time;
    private readonly UnresolvedOrders _unresolved;
    private readonly OrderProtocol _protocol;
    private readonly OrderInquirer _inquirer;
    private readonly SpendingGuard _spending;
    private readonly ResiliencePipeline _pipeline;
    private readonly Instruments? _instruments;
    private readonly TaskCompletionSource _stopping = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isDraining;

    public OrderCoordinator(
        IOrderJournal journal,
        OrderingOptions options,
        TimeProvider time,
        ILogger<OrderCoordinator> logger,
        JitterSource? jitter = null,
        ProtocolRules? rules = null,
        Instruments? instruments = null,
        IJournalRecords? records = null,
        IOrderRecorder? recorder = null
    )
    {
        Recorder = recorder;
        logger = logger.Guarded();
        _time = time = GuardedTimeProvider.Of(time);
        _spending = new(records ?? journal.Records ?? new InMemoryRecords(standsIn: true), !journal.IsExclusive, time, logger);
        _journal = new(journal, time, logger, _spending);
        _options = options;
        _instruments = instruments;
        rules ??= new();
        _unresolved = new(_journal, options, time, logger, rules);
        _protocol = new(_journal, _unresolved, options, time, logger, rules, _spending, _stopping.Task);
        _inquirer = new(_journal, _unresolved, time, recorder);
        _pipeline = RepeatPipeline.Create(options, time, jitter ?? Jitter.Next);
    }

    /// <summary>The journal that all accounts share.</summary>
    public JournalAccess Journal => _journal;

    /// <summary>Who keeps what is seen of orders; null where no history is kept.</summary>
    public IOrderRecorder? Recorder { get; }

    /// <summary>This process in owners and leases; new with each start.</summary>
    public string Me => _unresolved.Me;

    /// <summary>The credentials of accounts, as the journal keeps them.</summary>
    public AccountCredentials Credentials => _unresolved.Credentials;

    /// <summary>An account that is in use here: its orders are told from those of others.</summary>
    public void Register(Account account)
    {
        _unresolved.Owners.Register(account);
        _spending.Register(account);
    }

    /// <summary>Refuses an account of real money whose orders could be bought twice after a crash, since nothing durable would know of them.</summary>
    /// <exception cref="InvalidOperationException">The journal is in memory, and a repeat may buy again at this provider.</exception>
    public void EnsureJournalSuits(Account account)
    {
        foreach (var shape in account.Adapter.Capabilities.Shapes)
        {
            EnsureJournalSuits(account, shape.Idempotency);
        }
    }

    /// <summary>Places an order, or returns the one that the reference stands for.</summary>
    public Task<Order> PlaceAsync(Account account, OrderRequest request, CancellationToken cancellationToken, bool checksProducts = false)
    {
        OrderPlacement placement;
        try
        {
            placement = new(account, request, OrderValidation.Check(account, request), checksProducts);
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
            var (execution, isNew) = ExecutionOf(operation, fingerprint);
            if (isNew)
            {
                _ = ExecuteAsync(execution);
                return await WaitAsync(execution, cancellationToken).ConfigureAwait(false);
            }

            if (execution.TryJoin())
            {
                return execution.Fingerprint == fingerprint
                    ? await WaitAsync(execution, cancellationToken).ConfigureAwait(false)
                    : throw Refused(execution);
            }

            // It is ending, perhaps because its last caller gave up: that end is not this caller's.
            await execution.Ended.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Carries out what an adapter brings besides orders, exactly once.</summary>
    /// <exception cref="InvalidOperationException">The journal is in memory, and a repeat may buy again at this provider.</exception>
    public Task<OperationResult<TResult>> RunOnceAsync<TResult>(
        Account account,
        AdapterOperation<TResult> operation,
        CancellationToken cancellationToken
    )
        where TResult : class
    {
        EnsureJournalSuits(account, operation.Idempotency);
        return RunAsync(new OperationPlacement<TResult>(account, operation, _unresolved.Owners), cancellationToken);
    }

    /// <summary>Closes an account to an order that another account is to buy. From then on nothing can be bought here under the reference.</summary>
    /// <returns>False if something was bought here, may have been, or is being sent.</returns>
    public async Task<bool> TryLeaveAsync(Account account, OrderRequest request, string to)
    {
        var placement = new OrderPlacement(account, request, OrderValidation.Check(account, request));
        var key = await _journal.GetKeyAsync().ConfigureAwait(false);
        await _journal.WriteLeftoversAsync().ConfigureAwait(false);
        while (true)
        {
            var entry = await _journal.FindAsync(placement.Identity).ConfigureAwait(false);
            if (entry is { State: not OrderJournalState.Refused } or { MovedTo: not null })
            {
                return entry is { State: OrderJournalState.Refused };
            }

            // Competes with every send by the version: either of the two is written, never both.
            var left = entry is null ? JournalAccess.NeverSent(placement, key.Of(placement), _time.GetUtcNow()) : entry;
            if (await _journal.TryWriteAsync(entry, left with { MovedTo = to }).ConfigureAwait(false) is not null)
            {
                return true;
            }
        }
    }

    /// <summary>Whether an account was closed to an order.</summary>
    public async Task<bool> HasLeftAsync(Account account, OrderRequest request)
    {
        var placement = new OrderPlacement(account, request, OrderValidation.Check(account, request));
        return await _journal.FindAsync(placement.Identity).ConfigureAwait(false)
            is { State: OrderJournalState.Refused, MovedTo: not null };
    }

    /// <summary>Holds an order against what the journal knows under its reference; null if it knows nothing. Asks nobody else.</summary>
    public async Task<JournalComparison?> CompareAsync(Account account, OrderRequest request)
    {
        var placement = new OrderPlacement(account, request, OrderValidation.Check(account, request));
        if (await _journal.FindAsync(placement.Identity).ConfigureAwait(false) is not { } entry)
        {
            return null;
        }

        var key = await _journal.GetKeyAsync().ConfigureAwait(false);
        bool? isSame = FingerprintKey.Compare(entry.Fingerprint, key.Of(placement)) switch
        {
            ContentMatch.Same => true,
            ContentMatch.Other => false,
            _ => null,
        };
        return new(entry, isSame, IsHeldElsewhere(entry));
    }

    /// <summary>Whether an order is being placed or looked up in this process right now.</summary>
    public bool IsBusy(OrderIdentity identity)
    {
        lock (_gate)
        {
            return _executions.ContainsKey(identity);
        }
    }

    /// <summary>Whether another process, which may be alive, sends an order or finds out about it.</summary>
    public bool IsHeldElsewhere(JournalEntry entry) => _unresolved.IsHeldElsewhere(entry);

    /// <summary>Looks once for an order that nobody is placing now. Never sends it, and gives way to a caller who does.</summary>
    /// <param name="account">Its account.</param>
    /// <param name="entry">The order as it was listed.</param>
    /// <param name="seat">Its place in a look-up that answers for many; null for a look-up of its own.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public async Task<InquiryResult> InquireAsync(
        Account account,
        JournalEntry entry,
        SharedLookup.Seat? seat,
        CancellationToken cancellationToken
    )
    {
        if (TryBeginInquiry(account, entry, seat) is not { } execution)
        {
            return InquiryResult.Busy;
        }

        using var stop = cancellationToken.UnsafeRegister(static execution => ((IOrderExecution)execution!).GiveWay(), execution);
        try
        {
            await _journal.WriteLeftoversAsync().ConfigureAwait(false);
            return await _inquirer.RunAsync(execution).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (execution.Waits.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return InquiryResult.Busy;
        }
        finally
        {
            Remove(execution);
            execution.End(null, new OperationCanceledException());
        }
    }

    /// <summary>A person has decided: nothing more is measured for it.</summary>
    public void Forget(OrderIdentity identity) => _unresolved.QuietTimes.Forget(identity);

    /// <summary>Takes no new orders and waits for those on their way.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        IOrderExecution[] running;
        lock (_gate)
        {
            _isDraining = true;
            running = [.. _executions.Values];
        }

        _stopping.TrySetResult();

        foreach (var execution in running)
        {
            execution.GiveWay();
            await execution.Ended.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private void EnsureJournalSuits(Account account, IdempotencyProfile profile)
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

    /// <summary>The execution of an identity, new if there was none.</summary>
    private (OrderExecution<TResult> Execution, bool IsNew) ExecutionOf<TResult>(JournalledOperation<TResult> operation, string fingerprint)
        where TResult : class
    {
        lock (_gate)
        {
            if (_executions.TryGetValue(operation.Identity, out var running))
            {
                return ((OrderExecution<TResult>)running, false);
            }

            if (_isDraining)
            {
                throw OrderingErrors.ShuttingDown(operation.Account, operation.Identity.Reference);
            }

            var execution = new OrderExecution<TResult>(operation, fingerprint, _options.MaxSends, _time);
            _executions.Add(operation.Identity, execution);
            return (execution, true);
        }
    }

    private OrderExecution<Order>? TryBeginInquiry(Account account, JournalEntry entry, SharedLookup.Seat? seat)
    {
        lock (_gate)
        {
            if (_isDraining || _executions.ContainsKey(entry.Identity))
            {
                return null;
            }

            var execution = new OrderExecution<Order>(new LookupOnlyOperation(account, entry, seat), entry.Fingerprint, maxSends: 0, _time);
            _executions.Add(entry.Identity, execution);
            return execution;
        }
    }

    private static GiftCardException Refused<TResult>(OrderExecution<TResult> execution)
        where TResult : class
    {
        execution.Leave();
        return OrderingErrors.OtherContent(execution);
    }

    private static async ValueTask<TResult> WaitAsync<TResult>(OrderExecution<TResult> execution, CancellationToken cancellationToken)
        where TResult : class
    {
        try
        {
            return await execution.Result.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled)
        {
            execution.Leave();
            if (cancellationToken.IsCancellationRequested)
            {
                throw OrderingErrors.Cancelled(execution, cancelled, cancellationToken);
            }

            throw;
        }
    }

    private async Task ExecuteAsync<TResult>(OrderExecution<TResult> execution)
        where TResult : class
    {
        TResult? result = null;
        Exception? failure = null;
        try
        {
            (result, failure) = await StepAsync(execution).ConfigureAwait(false);
            if (Recorder is not null && result is Order order)
            {
                await Recorder
                    .RecordAsync(execution.Operation.Account, order, RewardDetail.Secrets, _time.GetUtcNow(), execution.Entry)
                    .ConfigureAwait(false);
            }
        }
        catch (GiftCardException known)
        {
            failure = OrderingErrors.About(execution, known);
        }
        catch (Exception other)
        {
            failure = OrderingErrors.Broken(execution, other);
        }
        finally
        {
            // Whatever went wrong: nobody waits for what has ended.
            Remove(execution);
            Report(execution, result);
            execution.End(result, failure ?? (result is null ? new OperationCanceledException() : null));
        }
    }

    private async ValueTask<(TResult? Result, Exception? Failure)> StepAsync<TResult>(OrderExecution<TResult> execution)
        where TResult : class
    {
        try
        {
            await _journal.WriteLeftoversAsync(execution.Operation.Identity).ConfigureAwait(false);
            await _protocol.LoadAsync(execution).ConfigureAwait(false);
            var last = await RepeatPipeline.RunAsync(_pipeline, _protocol, execution).ConfigureAwait(false);
            return (last.Result, last.Failure);
        }
        catch (OperationCanceledException) when (execution.Waits.IsCancellationRequested)
        {
            return (null, await _protocol.ConcludeAsync(execution).ConfigureAwait(false));
        }
    }

    private void Report<TResult>(OrderExecution<TResult> execution, TResult? result)
        where TResult : class
    {
        if (_instruments is not { CountsOrders: true } instruments || execution.Entry is not { } entry)
        {
            return;
        }

        var bought = NewOrder(result);
        if (bought is not null)
        {
            instruments.Bought(entry.Identity, bought.Lines.Select(static line => line.Total), bought.TotalCost);
        }

        // One that was bought before, and is merely returned or stands in the way of other content, has not ended here.
        if (entry.State != OrderJournalState.Accepted || bought is not null || execution.MayHaveBought)
        {
            var isOpen = entry.State == OrderJournalState.Sending;
            instruments.OrderEnded(entry.Identity, isOpen ? OrderJournalState.Unknown : entry.State);
        }
    }

    private static Order? NewOrder(object? result) => result is Order { WasReplayed: false } order ? order : null;

    private void Remove<TResult>(OrderExecution<TResult> execution)
        where TResult : class
    {
        execution.Close();
        lock (_gate)
        {
            _executions.Remove(execution.Operation.Identity);
        }
    }
}
