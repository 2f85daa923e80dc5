using System.Globalization;

namespace GiftCardSdk;

/// <summary>A balance that has crossed a threshold.</summary>
public sealed record BalanceAlert
{
    /// <summary>What has changed.</summary>
    public required BalanceChange Change { get; init; }

    /// <summary>The name of the account.</summary>
    public required string Account { get; init; }

    /// <summary>The provider.</summary>
    public required string Provider { get; init; }

    /// <summary>The balance as read; zero where the account holds nothing in the currency of the threshold.</summary>
    public required Balance Balance { get; init; }

    /// <summary>The threshold.</summary>
    public required BalanceThreshold Threshold { get; init; }

    /// <summary>How long what can be spent lasts at the present rate of spending, a year at most; null if nothing is known of the rate yet.</summary>
    public TimeSpan? Runway { get; init; }

    /// <summary>What the provider does with orders that the balance does not cover: unless it refuses them, a low balance stops nothing by itself.</summary>
    public FundsShortage WhenShort { get; init; }

    /// <summary>When the balance was read.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Account, change and amounts.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"BalanceAlert {{ {Account}, {Change}, {Balance.Available}, runway {Runway} }}");
}

/// <summary>What has changed with a balance.</summary>
public enum BalanceChange
{
    /// <summary>What can be spent is less than <see cref="BalanceThreshold.Low"/>.</summary>
    Low = 0,

    /// <summary>What can be spent has reached <see cref="BalanceThreshold.RecoversAt"/> again.</summary>
    Recovered,

    /// <summary>What can be spent lasts for less time than <see cref="BalanceThreshold.Runway"/>.</summary>
    RunwayShort,

    /// <summary>What can be spent lasts for a quarter longer than <see cref="BalanceThreshold.Runway"/> again.</summary>
    RunwayRecovered,
}
