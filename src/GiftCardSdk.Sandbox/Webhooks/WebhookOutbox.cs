namespace GiftCardSdk.Sandbox;

/// <summary>A webhook, and how far its delivery has come.</summary>
internal sealed class WebhookDelivery(SandboxWebhook webhook)
{
    public SandboxWebhook Webhook => webhook;

    public int Attempts { get; set; }

    /// <summary>When it is tried next; null while it is being tried, and after the end.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>A fault strikes the first attempt, or none.</summary>
    public bool IsDrawn { get; set; }

    /// <summary>What the first attempt posts besides; null for nothing.</summary>
    public Fault? Fault { get; set; }
}

/// <summary>The webhooks that came about, and when each of them is tried. Guarded by the twin's lock.</summary>
internal sealed class WebhookOutbox(FaultScript faults)
{
    // A long run must not fill the memory with webhooks that nobody collects.
    private const int MostKept = 10_000;

    private static readonly TimeSpan UsualDelay = TimeSpan.FromSeconds(5);

    // No provider publishes a schedule; the same is assumed for all.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(12),
    ];

    private readonly Queue<SandboxWebhook> _all = new();
    private readonly PriorityQueue<WebhookDelivery, (DateTimeOffset Due, long Sequence)> _queue = new();
    private readonly List<WebhookDelivery> _heldBack = [];
    private long _sequence;

    /// <summary>The last ones, oldest first; a copy.</summary>
    public IReadOnlyList<SandboxWebhook> All => [.. _all];

    /// <summary>When the next one is tried; null if none waits.</summary>
    public DateTimeOffset? NextDue => _queue.TryPeek(out _, out var at) ? at.Due : null;

    public void Add(SandboxWebhook webhook)
    {
        _all.Enqueue(webhook);
        if (_all.Count > MostKept)
        {
            _all.Dequeue();
        }

        Schedule(new WebhookDelivery(webhook), webhook.At);
    }

    /// <summary>Posts none of those that came about so far.</summary>
    public void Forget()
    {
        _queue.Clear();
        _heldBack.Clear();
    }

    /// <summary>Takes the next one that must be posted now; null if there is none.</summary>
    public WebhookDelivery? Next(DateTimeOffset now)
    {
        while (_queue.TryPeek(out var delivery, out var at) && at.Due <= now)
        {
            _queue.Dequeue();
            // One that was held back may stand in the queue twice; its own time says which entry counts.
            if (delivery.DueAt == at.Due && !IsStruck(delivery, now))
            {
                delivery.DueAt = null;
                return delivery;
            }
        }

        return null;
    }

    /// <summary>Notes how an attempt ended.</summary>
    public void Attempted(WebhookDelivery delivery, bool isTaken, DateTimeOffset now)
    {
        if (!isTaken && delivery.Attempts < Waits.Length)
        {
            Schedule(delivery, now + Waits[delivery.Attempts]);
        }

        delivery.Attempts++;
        delivery.Fault = null;
        // Now a later one went first.
        _heldBack.ForEach(held => Schedule(held, now));
        _heldBack.Clear();
    }

    // Whether a fault keeps it from being posted now.
    private bool IsStruck(WebhookDelivery delivery, DateTimeOffset now)
    {
        _heldBack.Remove(delivery);
        if (delivery.IsDrawn)
        {
            return false;
        }

        var (webhook, fault) = (delivery.Webhook, faults.Draw(delivery.Webhook.Event, delivery.Webhook.Key, now));
        (delivery.IsDrawn, delivery.Fault) = (true, fault);
        switch (fault?.Kind)
        {
            case FaultKind.WebhookLost:
                return true;
            case FaultKind.WebhookOutOfOrder:
                _heldBack.Add(delivery);
                Schedule(delivery, now + (fault.Delay ?? UsualDelay));
                return true;
            case FaultKind.WebhookLate:
                Schedule(delivery, webhook.At + (fault.Delay ?? UsualDelay));
                return delivery.DueAt > now;
            default:
                return false;
        }
    }

    private void Schedule(WebhookDelivery delivery, DateTimeOffset due)
    {
        delivery.DueAt = due;
        _queue.Enqueue(delivery, (due, ++_sequence));
    }
}
