using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Ordering;
using GiftCardSdk.Resolver;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Model.Tests;

/// <summary>Hears what nobody is told but the log: contradictions, and failures of a pass that no journal explains.</summary>
internal sealed class WatchedLog(World world) : ILogger<OrderCoordinator>, ILogger<OrderResolver>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        var isBad =
            eventId.Id == LogEvents.BoughtButRefused
            || (
                eventId.Id == LogEvents.NotLookedAt
                && !formatter(state, exception).Contains(nameof(GiftCardErrorCode.JournalUnavailable), StringComparison.Ordinal)
            );
        if (isBad)
        {
            world.Find(formatter(state, exception));
        }
    }
}
