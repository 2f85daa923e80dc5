using System.Collections.Concurrent;
using System.Diagnostics;
using GiftCardSdk.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Conformance.Running;

/// <summary>Collects everything that is logged, traced, audited, thrown or printed.</summary>
internal sealed class OutputRecorder : ILoggerFactory, ILogger, IGiftCardAudit
{
    private readonly ActivityListener _listener;

    public OutputRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name.StartsWith(GiftCardTelemetry.ActivitySourceName, StringComparison.Ordinal),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                Lines.Add($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {activity.StatusDescription}"),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ConcurrentBag<string> Lines { get; } = [];

    public void Register(GiftCardsBuilder builder)
    {
        builder.Services.AddSingleton<ILoggerFactory>(this);
        builder.Services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        builder.Services.AddSingleton<IGiftCardAudit>(this);
    }

    public void See(OrderRequest request) =>
        Lines.Add(
            $"{request} {request.Message} {string.Join(' ', request.Lines)} {string.Join(' ', request.Lines.Select(line => line.Recipient))}"
        );

    /// <summary>What of an order prints, and what of it must not.</summary>
    public void See(Order order, HashSet<string> canaries)
    {
        Lines.Add($"{order} {string.Join(' ', order.Lines)} {string.Join(' ', order.Rewards)}");
        foreach (var reward in order.Rewards)
        {
            Lines.Add($"{reward.Code} {reward.Pin} {reward.Link} {reward.Remark} {reward.Recipient}");
            canaries.UnionWith(
                new[] { reward.Code, reward.Pin, reward.Link, reward.Challenge, reward.Serial, reward.SecurityCode }
                    .Select(secret => secret?.Reveal())
                    .OfType<string>()
                    .Where(static text => text.Length >= 6)
            );
        }
    }

    public void See(GiftCardException failure) => Lines.Add($"{failure} {failure.ProviderMessage} {failure.RedactedBody}");

    public void Record(GiftCardAuditEntry entry) => Lines.Add(entry.ToString());

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) { }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Lines.Add(state.ToString() ?? "");
        return null;
    }

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Lines.Add($"{formatter(state, exception)} {state} {exception}");

    public void Dispose() => _listener.Dispose();
}
