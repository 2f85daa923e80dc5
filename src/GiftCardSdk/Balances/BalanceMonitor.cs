using System.Collections.Concurrent;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Diagnostics.Internal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Balances;

/// <summary>
/// Under a generic host: reads the balances of every account that shows them, again and again, and tells when one crosses a threshold. What an account
/// can spend counts alone; a reading that fails says nothing.
/// </summary>
internal sealed class BalanceMonitor(
    IGiftCards giftCards,
    IOptions<BalanceMonitorOptions> options,
    BalanceNotifier notifier,
    Instruments instruments,
    BalanceReadings readings,
    TimeProvider time,
    ILogger<BalanceMonitor> logger
) : BackgroundService
{
    private readonly ILogger _logger = logger.Guarded();
    private readonly TimeProvider _time = GuardedTimeProvider.Of(time);
    private readonly ConcurrentDictionary<(string Account, string Currency), SpendingRate> _rates = new();
    private readonly ConcurrentDictionary<string, bool> _failing = new(StringComparer.Ordinal);
    private ILookup<string, ThresholdState>? _thresholds;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        EnsureThresholdsAreOfAccounts();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await PassAsync(stoppingToken).ConfigureAwait(false);
            await Task.Delay(options.Value.Interval, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PassAsync(CancellationToken stoppingToken)
    {
        try
        {
            _thresholds ??= options.Value.Thresholds.ToLookup(
                static threshold => threshold.Account,
                static threshold => new ThresholdState(threshold),
                StringComparer.Ordinal
            );
            IGiftCardAccount[] accounts =
            [
                .. giftCards.Accounts.Where(static account => account.Capabilities.Supports(GiftCardFeature.Balances)),
            ];
            await Task.WhenAll(accounts.Select(account => ReadAsync(account, stoppingToken))).ConfigureAwait(false);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The application stops, or is disposed of without a stop: what the pass needs may be gone already.
        }
        catch (Exception failure)
        {
            BalanceLog.PassFailed(_logger, failure.GetType().Name);
        }
    }

    /// <summary>A threshold of an account that was misspelt would never tell.</summary>
    private void EnsureThresholdsAreOfAccounts()
    {
        var accounts = giftCards.Accounts.Where(static account => account.Capabilities.Supports(GiftCardFeature.Balances)).ToList();
        if (options.Value.Thresholds.FirstOrDefault(threshold => accounts.All(account => account.Name != threshold.Account)) is { } stray)
        {
            throw new InvalidOperationException(
                $"There is a threshold for the balances of the account '{stray.Account}', and no account of that name that shows balances; there {(accounts.Count == 0 ? "are none" : $"is {string.Join(", ", accounts.Select(account => $"'{account.Name}'"))}")}. Name one of those in AlertBelow, or add the account."
            );
        }
    }

    private async Task ReadAsync(IGiftCardAccount account, CancellationToken stoppingToken)
    {
        IReadOnlyList<Balance> balances;
        try
        {
            balances = await account.Balances.ListAsync(stoppingToken).ConfigureAwait(false);
            _failing.TryRemove(account.Name, out _);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            if (_failing.TryAdd(account.Name, true))
            {
                BalanceLog.NotRead(_logger, account.Name, (failure as GiftCardException)?.Code.ToString() ?? failure.GetType().Name);
            }

            return;
        }

        foreach (var balance in WithMissing(account.Name, balances))
        {
            await NoteAsync(account, balance).ConfigureAwait(false);
        }
    }

    /// <summary>A currency that is watched and that the provider does not list is one of which nothing is held.</summary>
    private IEnumerable<Balance> WithMissing(string account, IReadOnlyList<Balance> balances) =>
        balances.Concat(
            _thresholds!
                [account]
                .Select(static state => state.Threshold.Low.Currency)
                .Distinct(StringComparer.Ordinal)
                .Where(currency => balances.All(balance => balance.Currency != currency))
                .Select(static currency => new Balance { Available = Money.Of(0, currency) })
        );

    private async ValueTask NoteAsync(IGiftCardAccount account, Balance balance)
    {
        var rate = _rates.GetOrAdd((account.Name, balance.Currency), _ => new(options.Value.RateOver, _time));
        var runway = rate.Note(balance.Available.Amount);
        instruments.BalanceRead(account.Provider, account.Name, balance.Available, runway);
        readings.Add(new(account.Name, balance, runway, _time.GetUtcNow()));
        foreach (var state in _thresholds![account.Name].Where(state => state.Threshold.Low.Currency == balance.Currency))
        {
            foreach (var change in state.Note(balance.Available, runway))
            {
                await notifier.TellAsync(AlertOf(account, balance, state.Threshold, runway, change)).ConfigureAwait(false);
            }
        }
    }

    private BalanceAlert AlertOf(
        IGiftCardAccount account,
        Balance balance,
        BalanceThreshold threshold,
        TimeSpan? runway,
        BalanceChange change
    ) =>
        new()
        {
            Change = change,
            Account = account.Name,
            Provider = account.Provider,
            Balance = balance,
            Threshold = threshold,
            Runway = runway,
            WhenShort = account.Capabilities.WhenFundsAreShort,
            At = _time.GetUtcNow(),
        };
}
