using System.Collections.Concurrent;
using System.Diagnostics;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Providers.Wire;

/// <summary>Collects whatever a program could print while secrets travel every path, good and bad; then it is searched for them.</summary>
internal sealed class OutputRecorder : IGiftCardAudit, IDisposable
{
    private readonly ConcurrentQueue<string> _said = [];
    private readonly ConcurrentQueue<string> _traced = [];
    private readonly ActivityListener _listener;

    public OutputRecorder()
    {
        _listener = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                _traced.Enqueue(
                    $"{activity.DisplayName} {activity.StatusDescription} {Join(activity.TagObjects)} {Join(activity.Events.SelectMany(e => e.Tags))}"
                ),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>What the application said so far, in pieces; without traces, which are everybody's in this process.</summary>
    public IReadOnlyCollection<string> Said => _said;

    /// <summary>Has an application log and audit here.</summary>
    public void Register(IServiceCollection services) =>
        services
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new CanaryLog(_said.Enqueue)))
            .AddSingleton<IGiftCardAudit>(this);

    /// <summary>Makes a call and prints its end: what it returns, or its exception with all that it carries.</summary>
    /// <returns>What the call returned; null if it failed.</returns>
    public async Task<T?> SeeAsync<T>(Func<Task<T>> call)
    {
        try
        {
            var result = await call();
            _said.Enqueue(Join(PartsOf(result)));
            return result;
        }
        catch (GiftCardException failure)
        {
            _said.Enqueue($"{failure} {failure.RedactedBody} {failure.ProviderMessage}");
            return default;
        }
    }

    /// <summary>Prints what the journal keeps of every order.</summary>
    public async Task SeeJournalAsync(IServiceProvider services)
    {
        await foreach (var entry in services.GetRequiredService<IOrderJournal>().ListAsync(new JournalQuery { IncludeTombstones = true }))
        {
            _said.Enqueue(Join<object?>([entry, entry.Reason, entry.RawStatus, entry.ProviderKey, entry.LastProviderCode]));
            _said.Enqueue($"{Join(entry.Lines)} {Join(entry.Lookups)} {Join(entry.ProviderOrderIds)}");
        }
    }

    /// <summary>Fails if one of these, in whatever case, is in anything that was seen.</summary>
    public void ShouldHaveSeenNoneOf(IEnumerable<string> secrets) =>
        secrets
            .Where(secret => _said.Concat(_traced).Any(piece => piece.Contains(secret, StringComparison.OrdinalIgnoreCase)))
            .ShouldBeEmpty();

    public void Record(GiftCardAuditEntry entry) => _said.Enqueue($"{entry}");

    public void Dispose() => _listener.Dispose();

    private static IEnumerable<object?> PartsOf(object? result) =>
        result switch
        {
            Order order => [order, .. order.Rewards, .. order.Lines, .. order.Lines.Select(line => line.Recipient)],
            IEnumerable<object?> many => many,
            _ => [result],
        };

    private static string Join<T>(IEnumerable<T> parts) => string.Join(' ', parts);
}
