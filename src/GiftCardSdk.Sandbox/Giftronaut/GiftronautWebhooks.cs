using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>A webhook as Giftronaut would send it, ready to be posted: once, twice, late, or changed to see it refused.</summary>
/// <param name="EventId">The id by which a receiver drops duplicates.</param>
/// <param name="EventType">The kind of event, e.g. <c>order.delivery_complete</c>.</param>
/// <param name="Body">The JSON, word for word as it is signed. It may hold recipients' addresses.</param>
/// <param name="Signature">The value of <c>X-Giftronaut-Signature</c>.</param>
/// <param name="RaisedAt">When it came about, by the sandbox's clock.</param>
public sealed record GiftronautWebhook(Guid EventId, string EventType, string Body, string Signature, DateTimeOffset RaisedAt)
{
    /// <summary>Type and id; never the content.</summary>
    public override string ToString() => $"{EventType} {EventId}";
}

/// <summary>The events that came about, and those nobody has taken yet. Guarded by the twin's lock.</summary>
internal sealed class GiftronautWebhooks(GiftronautTwinOptions options, Func<Guid> newId)
{
    private const int MostKept = 10_000;

    private readonly Queue<GiftronautWebhook> _all = new();
    private readonly Queue<GiftronautWebhook> _waiting = new();

    /// <summary>The last events, oldest first.</summary>
    public IReadOnlyCollection<GiftronautWebhook> All => _all;

    /// <summary>Takes out all events that wait to be sent.</summary>
    public List<GiftronautWebhook> TakeWaiting()
    {
        List<GiftronautWebhook> waiting = [.. _waiting];
        _waiting.Clear();
        return waiting;
    }

    /// <summary>Puts back, in front, what was not taken.</summary>
    public void Return(IEnumerable<GiftronautWebhook> webhooks)
    {
        foreach (var webhook in webhooks.Concat(TakeWaiting()).ToArray())
        {
            Keep(_waiting, webhook);
        }
    }

    public static string Sign(string body, string secret)
    {
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body));
        return "sha256=" + Convert.ToHexStringLower(hash);
    }

    public void LinksCreated(GiftronautOrder order, DateTimeOffset now)
    {
        var data = Of(order);
        data["quantity"] = order.Cards.Count;
        data["totalCost"] = GiftronautRules.Dollars(order.Terms.TotalCost);
        Raise("order.created", data, now);
    }

    public void Delivered(GiftronautOrder order, DateTimeOffset now)
    {
        var (data, bounced) = (Of(order), order.BouncedCount);
        data["recipientCount"] = order.Cards.Count;
        data["sentCount"] = order.SentCount;
        if (bounced > 0)
        {
            data["bouncedCount"] = bounced;
        }

        Raise(bounced == 0 ? "order.delivery_complete" : "order.delivery_partial", data, now);
    }

    public void Bounced(GiftronautOrder order, GiftronautCard[] cards, DateTimeOffset now)
    {
        var recipients = cards.Select(card => new JsonObject { ["email"] = card.Email, ["reason"] = "Mailbox does not exist" });
        var data = new JsonObject
        {
            ["orderId"] = order.Id,
            ["bouncedCount"] = cards.Length,
            ["recipients"] = Json.Array(recipients),
        };
        Raise("order.bounced", data, now);
    }

    /// <summary>What a fallen balance causes, if anything.</summary>
    public void Spent(decimal before, decimal balance, DateTimeOffset now)
    {
        if (options.LowBalanceThreshold is { } threshold && before >= threshold && balance < threshold)
        {
            Raise("balance.low_balance", OfAccount(("currentBalance", balance), ("threshold", threshold)), now);
        }

        if (balance == 0 && before > 0)
        {
            Raise("balance.depleted", OfAccount(), now);
        }
    }

    public void TopUpApproved(decimal amount, DateTimeOffset now) =>
        Raise("balance.ach_approved", OfAccount(("amount", amount), ("approvedBy", "treasury")), now);

    public void TopUpRejected(decimal amount, string reason, DateTimeOffset now) =>
        Raise("balance.ach_rejected", OfAccount(("amount", amount), ("reason", reason)), now);

    private void Raise(string type, JsonObject data, DateTimeOffset now)
    {
        var id = newId();
        var envelope = new JsonObject
        {
            ["eventId"] = id,
            ["eventType"] = type,
            ["createdAt"] = GiftronautRules.Time(now, ".fff"),
            ["data"] = data,
        };
        var body = envelope.ToJsonString();
        var webhook = new GiftronautWebhook(id, type, body, Sign(body, options.WebhookSecret), now);
        Keep(_all, webhook);
        Keep(_waiting, webhook);
    }

    private static void Keep(Queue<GiftronautWebhook> queue, GiftronautWebhook webhook)
    {
        queue.Enqueue(webhook);
        if (queue.Count > MostKept)
        {
            queue.Dequeue();
        }
    }

    private static JsonObject Of(GiftronautOrder order) =>
        new()
        {
            ["orderId"] = order.Id,
            ["orderType"] = order.Terms.OrderType,
            ["cardType"] = order.Terms.Product.CardType,
        };

    private static JsonObject OfAccount(params ReadOnlySpan<(string Name, JsonNode Value)> members)
    {
        var data = new JsonObject { ["organizationId"] = "harbour-pine" };
        foreach (var (name, value) in members)
        {
            data[name] = value;
        }

        data["currency"] = "USD";
        return data;
    }
}
