using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Diagnostics.Internal;

/// <summary>A logger that never throws: what an application's log does wrong must not change the end of an order, or keep a caller waiting.</summary>
internal sealed class GuardedLogger<T>(ILogger inner) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        try
        {
            return inner.BeginScope(state);
        }
        catch (Exception)
        {
            return null;
        }
    }

    public bool IsEnabled(LogLevel logLevel)
    {
        try
        {
            return inner.IsEnabled(logLevel);
        }
        catch (Exception)
        {
            return false;
        }
    }

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        try
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
        }
        catch (Exception)
        {
            // There is nowhere left to report it.
        }
    }
}

internal static class GuardedLogger
{
    /// <summary>The same log, which never throws.</summary>
    public static ILogger<T> Guarded<T>(this ILogger<T> logger) => logger as GuardedLogger<T> ?? new GuardedLogger<T>(logger);
}
