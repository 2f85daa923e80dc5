using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Http;
using Microsoft.Extensions.Logging;
using static GiftCardSdk.Ordering.OrderJournalState;

namespace GiftCardSdk.Ordering.Resolving;

/// <summary>The account that an order of the journal belongs to; null if it is not configured here.</summary>
internal delegate CoordinatedAccount? AccountFinder(OrderIdentity identity);

/// <summary>
/// Finds out what became of orders that nobody waits for any more: lists them, looks each up when its time has come, reports what it found. It
/// only looks; a send happens where a caller places the order, and <see cref="RebuiltOrders"/> is one if the application wants it.
/// </summary>
internal sealed class OrderResolver : IDisposable
{
    /// <summary>The states in which an order is looked for.</summary>
    public static readonly OrderJournalState[] Open = [Sending, Unknown, Parked, Absent];

    private readonly OrderCoordinator _coordinator;
    private readonly AccountFinder _accounts;
    private readonly ResolverOptions _options;
    private readonly TimeProvider _time;
    private readonly ResolutionReport _report;
    private readonly Instruments _instruments;
    private readonly ILogger _logger;
    private readonly RebuiltOrders _rebuilt;
    private readonly AccountLeases _leases;
    private readonly BackOff _backOff;
    private readonly SemaphoreSlim _onePass = new(1);

    public OrderResolver(
        OrderCoordinator coordinator,
        AccountFinder accounts,
        OrderingOptions options,
        TimeProvider time,
        ResolutionReport report,
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
        _report = report;
        _instruments = instruments;
        _logger = logger.Guarded();
        _rebuilt = new(coordinator, source, _logger);
        _leases = new(coordinator.Journal.Journal, coordinator.Me, options, time);
        _backOff = new(_options, time, jitter ?? OrderCoordinator.Jitter);
    }

    /// <summary>One pass over the open orders.</summary>
    /// <param name="onlyDue">Whether orders are left alone that were looked up lately.</param>
    /// <param name="cancellationToken">Ends the look-ups; what was found out is written and reported.</param>
    public async Task<ResolveSummary> RunAsync(bool onlyDue, CancellationToken cancellationToken)
    {
        await _onePass.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var tally = new PassTally();
            var due = await ListDueAsync(onlyDue, tally, cancellationToken).ConfigureAwait(false);
            // An account for itself: what waits for one provider's limit keeps no other waiting.
            await Task.WhenAll(due.Select(orders => ResolveAsync(orders.Key, [.. orders], tally, cancellationToken))).ConfigureAwait(false);
            _backOff.KeepOnly(tally.Seen);
            _instruments.OpenOrders(tally.Open);
            ResolverLog.PassEnded(_logger, tally.Summary.LookedAt, tally.Summary.StillUnknown);
            return tally.Summary;
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
    private async ValueTask<ILookup<CoordinatedAccount, JournalEntry>> ListDueAsync(
        bool onlyDue,
        PassTally tally,
        CancellationToken cancellationToken
    )
    {
        var due = new List<(CoordinatedAccount Account, JournalEntry Entry)>();
        await foreach (var entry in ListAsync(cancellationToken).ConfigureAwait(false))
        {
            tally.Listed(entry);
            if (IsOver(entry) || (onlyDue && !_backOff.IsDue(entry.Identity)))
            {
                continue;
            }

            if (entry.Identity.Operation != OrderIdentity.PlaceOrder)
            {
                LeaveToCaller(entry, tally);
            }
            else if (AccountOf(entry) is { } account)
            {
                due.Add((account, entry));
            }
            else
            {
                _backOff.PostponeLong(entry.Identity);
                tally.HasNoAccount();
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
    private async Task ResolveAsync(
        CoordinatedAccount account,
        JournalEntry[] entries,
        PassTally tally,
        CancellationToken cancellationToken
    )
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
                    (chunk, token) => ResolveTogetherAsync(account, chunk, tally, token)
                )
                .ConfigureAwait(false);
        }
    }

    private static bool IsOpen(JournalEntry entry) => entry.State is Sending or Unknown;

    /// <summary>Orders that one look-up answers for.</summary>
    [SuppressMessage("Reliability", "CA2025", Justification = "All inquiries are awaited before the look-up is disposed.")]
    private async ValueTask ResolveTogetherAsync(
        CoordinatedAccount account,
        JournalEntry[] entries,
        PassTally tally,
        CancellationToken cancellationToken
    )
    {
        if (entries is [var only])
        {
            await ResolveAsync(account, only, null, tally, cancellationToken).ConfigureAwait(false);
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
                inquiries.Add(ResolveSeatedAsync(account, entry, seat, tally, cancellationToken));
            }
        }
        finally
        {
            await Task.WhenAll(inquiries).ConfigureAwait(false);
        }
    }

    private async Task ResolveSeatedAsync(
        CoordinatedAccount account,
        JournalEntry entry,
        SharedLookup.Seat seat,
        PassTally tally,
        CancellationToken cancellationToken
    )
    {
        using (seat)
        {
            await ResolveAsync(account, entry, seat, tally, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether nothing is expected of it any more.</summary>
    private bool IsOver(JournalEntry entry) =>
        entry.State is Parked or Absent && !(_time.GetUtcNow() - entry.LastSentAt < _options.LookForLateOrders);

    private void LeaveToCaller(JournalEntry entry, PassTally tally)
    {
        if (entry.State is Sending or Unknown && !_coordinator.IsBusy(entry.Identity))
        {
            _backOff.PostponeLong(entry.Identity);
            tally.NeedsCaller();
            ResolverLog.NeedsCaller(_logger, entry.Identity.Reference, entry.Identity.Operation, entry.Identity.Account);
        }
    }

    private CoordinatedAccount? AccountOf(JournalEntry entry)
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
        CoordinatedAccount account,
        JournalEntry entry,
        SharedLookup.Seat? seat,
        PassTally tally,
        CancellationToken cancellationToken
    )
    {
        Finding finding;
        try
        {
            finding = await FindOutAsync(account, entry, seat, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            var reason = (failure as GiftCardException)?.Code.ToString() ?? failure.GetType().Name;
            ResolverLog.NotLookedAt(_logger, entry.Identity.Reference, entry.Identity.Account, reason);
            finding = Finding.Same(entry);
        }

        if (finding.Entry is not { } now)
        {
            tally.IsInOtherHands();
            return;
        }

        Postpone(now);
        tally.Looked(now, finding.Kind == FindingKind.Ended);
        if (finding.Kind == FindingKind.Ended)
        {
            await _report.TellAsync(new(entry.State, now)).ConfigureAwait(false);
        }
    }

    private async ValueTask<Finding> FindOutAsync(
        CoordinatedAccount account,
        JournalEntry entry,
        SharedLookup.Seat? seat,
        CancellationToken cancellationToken
    )
    {
        if (_coordinator.IsBusy(entry.Identity) || !await _leases.HoldAsync(account, cancellationToken).ConfigureAwait(false))
        {
            return Finding.Busy;
        }

        // What a person has to decide is never placed again on its own.
        var placed = entry.State == Parked ? null : await _rebuilt.TryPlaceAsync(account, entry, cancellationToken).ConfigureAwait(false);
        return placed ?? await _coordinator.InquireAsync(account, entry, seat, cancellationToken).ConfigureAwait(false);
    }

    private void Postpone(JournalEntry entry)
    {
        if (entry.State is Sending or Unknown)
        {
            _backOff.Postpone(entry.Identity);
        }
        else
        {
            _backOff.PostponeLong(entry.Identity);
        }
    }
}
