using System.Collections.Concurrent;

namespace GiftCardSdk.Diagnostics;

/// <summary>What the monitor of balances has read since the process started; a singleton of <c>MonitorBalances</c>, and missing without it.</summary>
public sealed class BalanceReadings
{
    /// <summary>The most readings that are kept of one balance; older ones are dropped.</summary>
    public const int MostKept = 300;

    private readonly ConcurrentDictionary<(string Account, string Currency), BalanceReading[]> _kept = new();

    /// <summary>The newest reading of each account and currency, in their order.</summary>
    public IReadOnlyList<BalanceReading> Latest =>
        [
            .. _kept
                .OrderBy(static kept => kept.Key.Account, StringComparer.Ordinal)
                .ThenBy(static kept => kept.Key.Currency, StringComparer.Ordinal)
                .Select(static kept => kept.Value[^1]),
        ];

    /// <summary>The last readings of one balance, at most <see cref="MostKept"/>.</summary>
    /// <param name="account">The name of the account.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The readings, oldest first; empty if there are none.</returns>
    public IReadOnlyList<BalanceReading> Of(string account, string currency) => _kept.GetValueOrDefault((account, currency), []);

    internal void Add(BalanceReading reading)
    {
        var key = (reading.Account, reading.Balance.Currency);
        _kept.AddOrUpdate(
            key,
            static (_, first) => [first],
            static (_, kept, next) => [.. kept.Skip(Math.Max(0, kept.Length + 1 - MostKept)), next],
            reading
        );
    }
}

/// <summary>What one balance was when it was read.</summary>
/// <param name="Account">The name of the account.</param>
/// <param name="Balance">What it held in one currency.</param>
/// <param name="Runway">How long that lasts at the present rate of spending, a year at most; null while nothing is known of the rate.</param>
/// <param name="At">When it was read.</param>
public sealed record BalanceReading(string Account, Balance Balance, TimeSpan? Runway, DateTimeOffset At);
