using System.Globalization;

namespace GiftCardSdk;

/// <summary>How balances are watched.</summary>
public sealed class BalanceMonitorOptions
{
    private readonly List<BalanceThreshold> _thresholds = [];

    /// <summary>The time between two readings of an account's balances. Default 5 minutes; 10 seconds to 1 day.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The last so much time is what the rate of spending is measured by: what balances have fallen by from reading to reading. Money that comes in is
    /// no negative spending. Default 1 day; 1 hour to 30 days.
    /// </summary>
    public TimeSpan RateOver { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The thresholds, as they were added.</summary>
    public IReadOnlyList<BalanceThreshold> Thresholds => _thresholds;

    /// <summary>Adds a threshold.</summary>
    /// <param name="account">The name of the account; it may be added while the application runs.</param>
    /// <param name="low">The balance is low when less than this can be spent; zero where the runway alone counts.</param>
    /// <param name="recoversAt">The balance has recovered when this can be spent again; null for a tenth more than <paramref name="low"/>.</param>
    /// <param name="runway">The balance is short when it lasts for less time than this; null for no such threshold.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentException">
    /// The name is blank, <paramref name="low"/> is negative, <paramref name="recoversAt"/> is not above it or of another currency, or
    /// <paramref name="runway"/> is not more than zero.
    /// </exception>
    public BalanceMonitorOptions AlertBelow(string account, Money low, Money? recoversAt = null, TimeSpan? runway = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        if (low.Amount < 0)
        {
            throw new ArgumentException($"A threshold of {low} was given for '{account}'; zero or more is expected.", nameof(low));
        }

        var recovered = recoversAt ?? low * 1.1m;
        if (recovered.Currency != low.Currency || recovered < low || (recovered == low && low.Amount > 0))
        {
            throw new ArgumentException(
                $"The balance of '{account}' is low below {low} and would recover at {recovered}; more of the same currency is expected.",
                nameof(recoversAt)
            );
        }

        if (runway <= TimeSpan.Zero)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"A runway of {runway} was given for '{account}'; more than zero is expected."),
                nameof(runway)
            );
        }

        _thresholds.Add(
            new()
            {
                Account = account,
                Low = low,
                RecoversAt = recovered,
                Runway = runway,
            }
        );
        return this;
    }
}
