using System.Collections.Concurrent;
using GiftCardSdk.Journal.Relational;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>What the journal told the log.</summary>
internal sealed class RecordingLog : ILogger<RelationalJournal>
{
    public ConcurrentQueue<(LogLevel Level, int Id, string Text)> Entries { get; } = new();

    /// <summary>How often the journal noticed that it is older than it was.</summary>
    public int Gaps => Entries.Count(entry => entry is (LogLevel.Critical, 2022, _));

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Entries.Enqueue((logLevel, eventId.Id, formatter(state, exception)));
}
