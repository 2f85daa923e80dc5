using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;
using Microsoft.Extensions.Logging;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Resolver;

/// <summary>The account that an order of the journal belongs to; null if it is not configured here.</summary>
internal delegate Account? AccountFinder(OrderIdentity identity);

/// <summary>
/// Finds out what became of orders that nobody waits for any more: lists them, looks each up when its time has come, reports what it found. It
/// only looks; a send happens where a caller places the order, and <see cref="OrderRebuilder"/> is one if the application wants it.
/// </summary>
internal sealed class OrderResolver : IDisposable
{
    /// <summary>The states in which an order is looked for.</summary>
    public static readonly OrderJournalState[] Open = [Sending, Unknown, Parked, Absent];

    private readonly OrderCoordinator _coordinator;
    private readonly AccountFinder _accounts;
    private readonly ResolverOptions _options;
    private readonly TimeProvider _time;
    private readonly ResolutionNotifier _notifier;
    private readonly Instruments _instruments;
    private readonly ILogger _logger;
    private readonly OrderRebuilder _rebuilder;
    private readonly AccountLeases _leases;
    private readonly BackOff _backOff;
    private readonly SemaphoreSlim _onePass = new(1);

    public OrderResolver(
        OrderCoordinator coordinator,
        AccountFinder accounts,
        OrderingOptions options,
        TimeProvider time,
        ResolutionNotifier notifier,
        Func<IOrderRequestSource?> source,
        Instruments instruments,
        ILogger<OrderResolver> logger,
        JitterSource? jitter = null
    )
    {
        _coordinator = coordinator;
        _accounts = accounts;
        _options = options.Resolver;
        _time = time = GuardedTimeProvider.Of(time);
        _notifier = notifier;
        _instruments = instruments;
        _logger = logger.Guarded();
        _rebuilder = new(coordinator, source, _logger);
        _leases = new(coordinator.Journal.Journal, coordinator.Me, options, time);
        _backOff = new(_options, time, jitter ?? Jitter.Next);
    }

    /// <summary>One pass over the open orders.</summary>
    /// <param name="onlyDue">Whether orders are left alone that were looked up lately.</param>
    /// <param name="cancellationToken">Ends the look-ups; what was found out is written and reported.</param>
    public async Task<ResolveSummary> RunAsync(bool onlyDue, CancellationToken cancellationToken)
    {
        await _onePass.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var statistics = new PassStatistics();
            var due = await ListDueAsync(onlyDue, statistics, cancellationToken).ConfigureAwait(false);
            // An account for itself: what waits for one provider's limit keeps no other waiting.
            await Task.WhenAll(due.Select(orders => ResolveAsync(orders.Key, [.. orders], statistics, cancellationToken)))
                .ConfigureAwait(false);
            _backOff.KeepOnly(statistics.Seen);
            _instruments.OpenOrders(statistics.OpenAt(_time.GetUtcNow()));
            ResolverLog.PassEnded(_logger, statistics.Summary.LookedAt, statistics.Summary.StillUnknown);
            return statistics.Summary;
        }
        finally
        {
            _onePass.Release();
        }
    }

    /// <summary>Lets other processes take over.</summary>
    public ValueTask GiveBackAsync() => _leases.GiveBackAsync();

    public void Dispose() => _onePass.Dispose();

    /// <summary>The orders to be looked up, by account.</summary>
    private async ValueTask<ILookup<Account, JournalEntry>> ListDueAsync(
        bool onlyDue,
        PassStatistics statistics,
        CancellationToken cancellationToken
    )
    {
        var due = new List<(Account Account, JournalEntry Entry)>();
        await foreach (var entry in ListAsync(cancellationToken).ConfigureAwait(false))
        {
            statistics.Listed(entry);
            if (IsOver(entry) || (onlyDue && !_backOff.IsDue(entry.Identity)))
            {
                continue;
            }

            if (entry.Identity.Operation != OrderIdentity.PlaceOrder)
            {
                LeaveToCaller(entry, statistics);
            }
            else if (AccountOf(entry) is { } account)
            {
                due.Add((account, entry));
            }
            else
            {
                _backOff.PostponeLong(entry.Identity);
                statistics.HasNoAccount();
            }
        }

        return due.ToLookup(order => order.Account, order => order.Entry);
    }

    /// <summary>What is open, then what is believed absent for so short a time that it may yet be found.</summary>
    private async IAsyncEnumerable<JournalEntry> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var late = new JournalQuery { States = [Absent], LastSentAfter = _time.GetUtcNow() - _options.LookForLateOrders };
        foreach (var query in (JournalQuery[])[JournalQuery.Unresolved, late])
        {
            await foreach (var entry in _coordinator.Journal.ListAsync(query, cancellationToken).ConfigureAwait(false))
            {
                yield return entry;
            }
        }
    }

    /// <summary>The orders of one account: first those whose end is open, then those that are only looked for in case they are late.</summary>
    private async Task ResolveAsync(Account account, JournalEntry[] entries, PassStatistics statistics, CancellationToken cancellationToken)
    {
        var (together, inParallel) = (
            Math.Max(account.Adapter.MaxOrdersPerLookup, 1),
            account.Adapter.MaxOrdersPerLookup > 1 ? 1 : _options.MaxParallel
        );
        foreach (var part in entries.GroupBy(IsOpen).OrderByDescending(part => part.Key))
        {
            await Parallel
                .ForEachAsync(
                    part.Chunk(Math.Min(together, entries.Length)),
                    new ParallelOptions { MaxDegreeOfParallelism = inParallel, CancellationToken = cancellationToken },
                    (chunk, token) => ResolveTogetherAsync(account, chunk, statistics, token)
                )
                .ConfigureAwait(false);
        }
    }

    private static bool IsOpen(JournalEntry entry) => entry.State is Sending or Unknown;

    /// <summary>Orders that one look-up answers for.</summary>
    [SuppressMessage("Reliability", "CA2025", Justification = "All inquiries are awaited before the look-up is disposed.")]
    private async ValueTask ResolveTogetherAsync(
        Account account,
        JournalEntry[] entries,
        PassStatistics statistics,
        CancellationToken cancellationToken
    )
    {
        if (entries is [var only])
        {
            await ResolveAsync(account, only, null, statistics, cancellationToken).ConfigureAwait(false);
            return;
        }

        using var shared = new SharedLookup(
            account.Adapter,
            entries.Length,
            _options.MaxParallel,
            _options.ScanWithin,
            _time,
            cancellationToken
        );
        var inquiries = new List<Task>(entries.Length);
        try
        {
            foreach (var entry in entries)
            {
                var seat = await shared.TakeSeatAsync().ConfigureAwait(false);
                inquiries.Add(ResolveSeatedAsync(account, entry, seat, statistics, cancellationToken));
            }
        }
        finally
        {
            await Task.WhenAll(inquiries).ConfigureAwait(false);
        }
    }

    private async Task ResolveSeatedAsync(
        Account account,
        JournalEntry entry,
        SharedLookup.Seat seat,
        PassStatistics statistics,
        CancellationToken cancellationToken
    )
    {
        using (seat)
        {
            await ResolveAsync(account, entry, seat, statistics, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether nothing is expected of it any more.</summary>
    private bool IsOver(JournalEntry entry) =>
        entry.State is Parked or Absent && !(_time.GetUtcNow() - entry.LastSentAt < _options.LookForLateOrders);

    private void LeaveToCaller(JournalEntry entry, PassStatistics statistics)
    {
        if (IsOpen(entry) && !_coordinator.IsBusy(entry.Identity))
        {
            _backOff.PostponeLong(entry.Identity);
            statistics.NeedsCaller();
            ResolverLog.NeedsCaller(_logger, entry.Identity.Reference, entry.Identity.Operation, entry.Identity.Account);
        }
    }

    private Account? AccountOf(JournalEntry entry)
    {
        var reason = "the account is not configured here";
        try
        {
            if (_accounts(entry.Identity) is { } account)
            {
                return account;
            }
        }
        catch (Exception failure)
        {
            reason = $"the account could not be made ({failure.GetType().Name})";
        }

        ResolverLog.NotLookedAt(_logger, entry.Identity.Reference, entry.Identity.Account, reason);
        return null;
    }

    private async ValueTask ResolveAsync(
        Account account,
        JournalEntry entry,
        SharedLookup.Seat? seat,
        PassStatistics statistics,
        CancellationToken cancellationToken
    )
    {
        InquiryResult result;
        try
        {
            result = await InquireAsync(account, entry, seat, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            var reason = (failure as GiftCardException)?.Code.ToString() ?? failure.GetType().Name;
            ResolverLog.NotLookedAt(_logger, entry.Identity.Reference, entry.Identity.Account, reason);
            result = InquiryResult.Same(entry);
        }

        if (result.Entry is not { } now)
        {
            statistics.IsInOtherHands();
            return;
        }

        Postpone(now);
        statistics.Looked(now, result.Kind == InquiryEnd.Ended);
        if (result.Kind == InquiryEnd.Ended)
        {
            await _notifier.TellAsync(new(entry.State, now)).ConfigureAwait(false);
        }
    }

    private async ValueTask<InquiryResult> InquireAsync(
        Account account,
        JournalEntry entry,
        SharedLookup.Seat? seat,
        CancellationToken cancellationToken
    )
    {
        if (_coordinator.IsBusy(entry.Identity) || !await _leases.HoldAsync(account, cancellationToken).ConfigureAwait(false))
        {
            return InquiryResult.Busy;
        }

        // What a person has to decide is never placed again on its own.
        var placed = entry.State == Parked ? null : await _rebuilder.TryPlaceAsync(account, entry, cancellationToken).ConfigureAwait(false);
        return placed ?? await _coordinator.InquireAsync(account, entry, seat, cancellationToken).ConfigureAwait(false);
    }

    private void Postpone(JournalEntry entry)
    {
        if (IsOpen(entry))
        {
            _backOff.Postpone(entry.Identity);
        }
        else
        {
            _backOff.PostponeLong(entry.Identity);
        }
    }
}
