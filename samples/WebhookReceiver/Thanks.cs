using System.Collections.Concurrent;
using GiftCardSdk;

namespace WebhookReceiver;

/// <summary>What the application does about an event. It prints it; yours would mark a row, under the event's id as a unique key.</summary>
internal sealed class Thanks : IGiftCardWebhookHandler
{
    private readonly ConcurrentDictionary<string, GiftCardEvent> _done = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many orders have to be completed until the sample is over.</summary>
    public int Wanted { get; init; }

    /// <summary>Completes with the last of those orders.</summary>
    public Task All => _all.Task;

    /// <summary>What was told, once each.</summary>
    public IEnumerable<GiftCardEvent> Done => _done.Values;

    public ValueTask HandleAsync(GiftCardEvent giftCardEvent, CancellationToken cancellationToken = default)
    {
        if (_done.TryAdd(giftCardEvent.Id, giftCardEvent))
        {
            Console.WriteLine(
                $"  {giftCardEvent.Account, -16} {giftCardEvent.Kind, -15} {giftCardEvent.Reference}  ({Told(giftCardEvent.Source)})"
            );
        }

        if (Done.Count(told => told.Kind == GiftCardEventKind.OrderCompleted) >= Wanted)
        {
            _all.TrySetResult();
        }

        return ValueTask.CompletedTask;
    }

    private static string Told(GiftCardEventSource source) =>
        source == GiftCardEventSource.Webhook ? "a signed webhook" : "the order itself";
}
