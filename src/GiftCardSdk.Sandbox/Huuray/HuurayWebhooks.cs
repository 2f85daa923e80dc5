using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace GiftCardSdk.Sandbox;

/// <summary>The events that call back.</summary>
internal static class HuurayEvent
{
    public const string Order = "order";
    public const string Delivered = "delivery";
    public const string Opened = "open";
    public const string Redeemed = "redemption";
}

/// <summary>A webhook and how far its delivery has come.</summary>
internal sealed class HuurayOutgoing(HuurayWebhook webhook)
{
    public HuurayWebhook Webhook => webhook;

    public int Attempts { get; set; }

    /// <summary>When it is to be tried next; null: it arrived, or nobody tries any more.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; } = webhook.At;
}

/// <summary>The webhooks that have come about, and when each is tried. Guarded by the twin's lock.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seeded draw is what repeats a run.")]
internal sealed class HuurayWebhooks(HuurayWebhookOptions options, HuurayReplies replies, int seed)
{
    // A long run is not to fill the memory with webhooks nobody collects.
    private const int Capacity = 10_000;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(12),
    ];

    private readonly Random _random = new(seed);
    private readonly Queue<HuurayOutgoing> _outgoing = new();

    public IReadOnlyList<HuurayWebhook> All => [.. _outgoing.Select(outgoing => outgoing.Webhook)];

    public void Add(string what, HuurayOrder order, IReadOnlyList<HuurayVoucher> vouchers, DateTimeOffset now)
    {
        var body = JsonSerializer.Serialize(replies.Callback(order, vouchers), HuurayJsonContext.Default.Callback);
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var delivery = NewDeliveryId();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [options.EventHeader] = what,
            [options.DeliveryHeader] = delivery,
            [options.TimestampHeader] = timestamp,
            [options.SignatureHeader] = options.Sign(options.Secret, timestamp + "." + body),
        };
        var webhook = new HuurayWebhook
        {
            Event = what,
            DeliveryId = delivery,
            At = now,
            Headers = headers,
            Body = body,
        };
        _outgoing.Enqueue(new HuurayOutgoing(webhook));
        if (_outgoing.Count > Capacity)
        {
            _outgoing.Dequeue();
        }
    }

    /// <summary>Those to be tried now, oldest first.</summary>
    public HuurayOutgoing[] Due(DateTimeOffset now) => [.. _outgoing.Where(outgoing => outgoing.NextAttemptAt <= now)];

    /// <summary>Notes how an attempt ended.</summary>
    public static void Tried(HuurayOutgoing outgoing, bool arrived, DateTimeOffset now)
    {
        outgoing.NextAttemptAt = !arrived && outgoing.Attempts < Waits.Length ? now + Waits[outgoing.Attempts] : null;
        outgoing.Attempts++;
    }

    private string NewDeliveryId()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes).ToString("D");
    }
}
