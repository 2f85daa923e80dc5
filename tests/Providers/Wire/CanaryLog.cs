using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Providers.Wire;

/// <summary>A log that shows all there is: lines as they read, the values they were made of, scopes, and exceptions whole.</summary>
/// <param name="add">Takes each line.</param>
internal sealed class CanaryLog(Action<string> add) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose() { }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        add($"{state} {ValuesOf(state)}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => add($"{formatter(state, exception)} {state} {ValuesOf(state)} {exception}");

    private static string ValuesOf(object? state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : "";
}
