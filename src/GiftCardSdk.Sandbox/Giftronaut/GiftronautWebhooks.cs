using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>The events that webhooks tell of. Guarded by the twin's lock.</summary>
internal sealed class GiftronautWebhooks(GiftronautTwinOptions options, SandboxWebhooks webhooks)
{
    public static IReadOnlyList<string> Events { get; } =
    [
        "order.created",
        "order.delivery_complete",
        "order.delivery_partial",
        "order.bounced",
        "balance.low_balance",
        "balance.depleted",
        "balance.ach_approved",
        "balance.ach_rejected",
    ];

    public static IReadOnlyList<(string Name, string Value)> Sign(SandboxWebhook webhook, string secret, DateTimeOffset at) =>
        [("X-Giftronaut-Signature", "sha256=" + SandboxWebhooks.Hmac(secret, webhook.Body)), ("User-Agent", "GiftronautAPI-Webhook/1.0")];

    public void LinksCreated(GiftronautOrder order, DateTimeOffset now)
    {
        var data = Of(order);
        data["quantity"] = order.Cards.Count;
        data["totalCost"] = GiftronautRules.Dollars(order.Terms.TotalCost);
        Raise("order.created", data, now, order.Key);
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

        Raise(bounced == 0 ? "order.delivery_complete" : "order.delivery_partial", data, now, order.Key);
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
        Raise("order.bounced", data, now, order.Key);
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

    private void Raise(string type, JsonObject data, DateTimeOffset now, string? key = null)
    {
        var id = webhooks.NewId();
        var envelope = new JsonObject
        {
            ["eventId"] = id,
            ["eventType"] = type,
            ["createdAt"] = GiftronautRules.Time(now, ".fff"),
            ["data"] = data,
        };
        webhooks.Raise(type, envelope.ToJsonString(), now, key, id: id);
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
