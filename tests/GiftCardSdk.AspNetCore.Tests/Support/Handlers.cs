using System.Collections.Concurrent;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>A handler that notes what it is told, and fails as often as it is asked to.</summary>
internal sealed class Notebook(string name = "notebook") : IGiftCardWebhookHandler
{
    private readonly ConcurrentQueue<GiftCardEvent> _told = new();
    private int _failures;

    public string Name => name;

    /// <summary>What it was told and did not fail at, in order.</summary>
    public IReadOnlyList<GiftCardEvent> Told => [.. _told];

    /// <summary>How often it was called, failures included.</summary>
    public int Calls { get; private set; }

    /// <summary>Completes when it is told something for the first time.</summary>
    public TaskCompletionSource<GiftCardEvent> First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The next so many calls fail.</summary>
    public void FailNext(int times) => _failures = times;

    public ValueTask HandleAsync(GiftCardEvent giftCardEvent, CancellationToken cancellationToken = default)
    {
        Calls++;
        if (_failures-- > 0)
        {
            throw new InvalidOperationException("The handler's own words, with a code in them: SECRET-CODE.");
        }

        _told.Enqueue(giftCardEvent);
        First.TrySetResult(giftCardEvent);
        return ValueTask.CompletedTask;
    }
}
