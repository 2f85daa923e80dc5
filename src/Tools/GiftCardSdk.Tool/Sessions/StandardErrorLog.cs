using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Tool.Sessions;

/// <summary>What is logged as an error, for whoever sees the terminal: standard output belongs to what was asked for.</summary>
internal sealed class StandardErrorLog(TextWriter error) : ILoggerProvider, ILogger
{
    public static void AddTo(ILoggingBuilder logging, ToolConsole console) =>
        logging
            .SetMinimumLevel(LogLevel.Error)
            // What a health check finds, doctor prints.
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None)
            .AddProvider(new StandardErrorLog(console.Error));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (IsEnabled(logLevel))
        {
            error.WriteLine(formatter(state, exception));
        }
    }

    public void Dispose() { }
}
