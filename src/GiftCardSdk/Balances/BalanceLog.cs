using GiftCardSdk.Diagnostics.Internal;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Balances;

/// <summary>What the monitor of balances writes to the log.</summary>
internal static partial class BalanceLog
{
    /// <summary>A low balance is a warning, unless the provider takes orders anyway.</summary>
    public static void Changed(ILogger logger, BalanceAlert alert)
    {
        var level = alert.WhenShort == FundsShortage.Refuses ? LogLevel.Warning : LogLevel.Information;
        var then = alert.WhenShort switch
        {
            FundsShortage.Refuses => "orders beyond it are refused",
            FundsShortage.Converts => "the provider may convert from another balance",
            FundsShortage.Parks => "the provider may take orders beyond it and wait for money",
            _ => "the provider may convert from another balance, or take orders beyond it and wait for money",
        };
        switch (alert.Change)
        {
            case BalanceChange.Low:
                Low(logger, level, alert.Account, alert.Provider, alert.Balance.Available, alert.Threshold.Low, alert.Runway, then);
                break;
            case BalanceChange.RunwayShort:
                Short(logger, level, alert.Account, alert.Provider, alert.Balance.Available, alert.Runway, alert.Threshold.Runway, then);
                break;
            case BalanceChange.RunwayRecovered:
                LastsAgain(logger, alert.Account, alert.Provider, alert.Balance.Available, alert.Runway);
                break;
            default:
                Recovered(logger, alert.Account, alert.Provider, alert.Balance.Available, alert.Threshold.RecoversAt);
                break;
        }
    }

    [LoggerMessage(
        LogEvents.BalanceNotRead,
        LogLevel.Warning,
        "The balances of {Account} could not be read ({Failure}), which says nothing about them; this is not repeated until they can be."
    )]
    public static partial void NotRead(ILogger logger, string account, string failure);

    [LoggerMessage(
        LogEvents.BalanceObserverFailed,
        LogLevel.Error,
        "{Observer} failed with {Failure} when it was told of the balance of {Account}."
    )]
    public static partial void ObserverFailed(ILogger logger, string observer, string failure, string account);

    [LoggerMessage(
        LogEvents.BalancePassFailed,
        LogLevel.Error,
        "The balances could not be looked at ({Failure}); the next pass tries again."
    )]
    public static partial void PassFailed(ILogger logger, string failure);

    [LoggerMessage(
        EventId = LogEvents.BalanceLow,
        Message = "The balance of {Account} ({Provider}) is low: {Available} can be spent, less than {Low}, runway {Runway}; {Then}."
    )]
    private static partial void Low(
        ILogger logger,
        LogLevel level,
        string account,
        string provider,
        Money available,
        Money low,
        TimeSpan? runway,
        string then
    );

    [LoggerMessage(
        EventId = LogEvents.RunwayShort,
        Message = "The balance of {Account} ({Provider}), {Available}, lasts for {Runway} at the present rate of spending, less than {Least}; {Then}."
    )]
    private static partial void Short(
        ILogger logger,
        LogLevel level,
        string account,
        string provider,
        Money available,
        TimeSpan? runway,
        TimeSpan? least,
        string then
    );

    [LoggerMessage(
        LogEvents.BalanceRecovered,
        LogLevel.Information,
        "The balance of {Account} ({Provider}) has recovered: {Available} can be spent, at least {RecoversAt}."
    )]
    private static partial void Recovered(ILogger logger, string account, string provider, Money available, Money recoversAt);

    [LoggerMessage(
        LogEvents.RunwayRecovered,
        LogLevel.Information,
        "The balance of {Account} ({Provider}), {Available}, lasts for {Runway} again."
    )]
    private static partial void LastsAgain(ILogger logger, string account, string provider, Money available, TimeSpan? runway);
}
