using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>What the SDK logged; what the web server logs is its own affair.</summary>
internal sealed class RecordedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, int Id, string Text)> _entries = new();

    public IReadOnlyCollection<(LogLevel Level, int Id, string Text)> Entries => _entries;

    /// <summary>The entries with ids of webhooks and events, in their order.</summary>
    public IReadOnlyList<string> OfWebhooks => [.. _entries.Where(entry => entry.Id is >= 4000 and < 5000).Select(entry => entry.Text)];

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("GiftCardSdk", StringComparison.Ordinal) ? new Recorder(_entries) : new Recorder(null);

    public void Dispose() { }

    private sealed class Recorder(ConcurrentQueue<(LogLevel Level, int Id, string Text)>? entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => entries is not null;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => entries?.Enqueue((logLevel, eventId.Id, formatter(state, exception) + exception));
    }
}
