using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Internal;
using Microsoft.Extensions.Logging;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Resolver;

/// <summary>Tells the log, the metrics and the application's observers what became of an order.</summary>
/// <param name="observers">Asked for when there is something to tell: an observer may itself use the SDK.</param>
/// <param name="instruments">Where it is counted.</param>
/// <param name="time">The clock of the observers' patience.</param>
/// <param name="logger">The log.</param>
internal sealed class ResolutionNotifier(
    Func<IEnumerable<IOrderObserver>> observers,
    Instruments instruments,
    TimeProvider time,
    ILogger<OrderResolver> logger
)
{
    /// <summary>How long one observer may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ILogger _logger = logger.Guarded();
    private readonly TimeProvider _time = GuardedTimeProvider.Of(time);

    public async ValueTask TellAsync(OrderResolution resolution)
    {
        Log(resolution);
        instruments.OrderResolved(resolution.Entry.Identity, resolution.End);
        if (resolution.End == Accepted)
        {
            instruments.Bought(resolution.Entry.Identity, resolution.Entry.Lines.Select(static line => line.FaceValue * line.Quantity));
        }

        foreach (var observer in Observers(resolution))
        {
            await TellAsync(observer, resolution).ConfigureAwait(false);
        }
    }

    private IReadOnlyList<IOrderObserver> Observers(OrderResolution resolution)
    {
        try
        {
            return [.. observers()];
        }
        catch (Exception failure)
        {
            LogFailure(nameof(IOrderObserver), failure, resolution);
            return [];
        }
    }

    private async ValueTask TellAsync(IOrderObserver observer, OrderResolution resolution)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        Task? telling = null;
        try
        {
            telling = observer.OnResolvedAsync(resolution, patience.Token).AsTask();
            await telling.WaitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            telling.Abandon();
            LogFailure(observer.GetType().Name, failure, resolution);
        }
    }

    private void LogFailure(string observer, Exception failure, OrderResolution resolution) =>
        ResolverLog.ObserverFailed(_logger, observer, failure.GetType().Name, resolution.Reference, resolution.Account);

    private void Log(OrderResolution resolution)
    {
        switch (resolution.End)
        {
            case Accepted:
                ResolverLog.Accepted(_logger, resolution.Reference, resolution.Account, resolution.Before, resolution.OrderId);
                break;
            case Absent:
                ResolverLog.Absent(_logger, resolution.Reference, resolution.Account);
                break;
            case Refused:
                ResolverLog.Refused(
                    _logger,
                    resolution.Reference,
                    resolution.Account,
                    resolution.Before,
                    resolution.Entry.Decision?.By,
                    resolution.Entry.Decision?.Why
                );
                break;
            default:
                ResolverLog.Parked(_logger, resolution.Reference, resolution.Account, resolution.Entry.Reason);
                break;
        }
    }
}
