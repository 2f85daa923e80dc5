using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Tests.Http;

/// <summary>Keeps every log entry with all that it holds: category, level, text, values, exception.</summary>
internal sealed class LogCollector : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = [];

    /// <summary>Level, id and category of each entry.</summary>
    public IEnumerable<string> Heads => Lines.Select(static line => line.Split(':')[0]);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
        // Nothing is held open; a provider must be disposable.
    }

    private sealed class Logger(LogCollector log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            log.Lines.Enqueue($"{category} scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : "";
            log.Lines.Enqueue($"{logLevel} {eventId.Id} {category}: {formatter(state, exception)} {values} {exception}");
        }
    }
}

internal static class LogCollectorExtensions
{
    /// <summary>Logs everything, down to the finest, to a collector.</summary>
    public static IServiceCollection WithLog(this IServiceCollection services, LogCollector log) =>
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
}
