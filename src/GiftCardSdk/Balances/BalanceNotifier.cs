using GiftCardSdk.Internal;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Balances;

/// <summary>Tells the log and the application's observers what has changed with a balance.</summary>
/// <param name="observers">Asked for when there is something to tell: an observer may itself use the SDK.</param>
/// <param name="time">The clock of the observers' patience.</param>
/// <param name="logger">The log.</param>
internal sealed class BalanceNotifier(Func<IEnumerable<IBalanceObserver>> observers, TimeProvider time, ILogger logger)
{
    /// <summary>How long one observer may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async ValueTask TellAsync(BalanceAlert alert)
    {
        BalanceLog.Changed(logger, alert);
        foreach (var observer in Observers(alert))
        {
            await TellAsync(observer, alert).ConfigureAwait(false);
        }
    }

    private IReadOnlyList<IBalanceObserver> Observers(BalanceAlert alert)
    {
        try
        {
            return [.. observers()];
        }
        catch (Exception failure)
        {
            BalanceLog.ObserverFailed(logger, nameof(IBalanceObserver), failure.GetType().Name, alert.Account);
            return [];
        }
    }

    private async ValueTask TellAsync(IBalanceObserver observer, BalanceAlert alert)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        Task? telling = null;
        try
        {
            telling = observer.OnBalanceAsync(alert, patience.Token).AsTask();
            await telling.WaitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            telling.Abandon();
            BalanceLog.ObserverFailed(logger, observer.GetType().Name, failure.GetType().Name, alert.Account);
        }
    }
}
