using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GiftCardSdk.Sandbox.Giftronaut.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>The events that came about, and those nobody has taken yet. Guarded by the twin's lock.</summary>
internal sealed class GiftronautWebhooks(GiftronautTwinOptions options, GiftronautIds ids)
{
    private const int MostKept = 10_000;

    private readonly Queue<GiftronautWebhook> _all = new();
    private readonly Queue<GiftronautWebhook> _waiting = new();

    /// <summary>The last events, oldest first.</summary>
    public GiftronautWebhook[] All => [.. _all];

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
        var later = TakeWaiting();
        foreach (var webhook in webhooks.Concat(later))
        {
            Keep(_waiting, webhook);
        }
    }

    public string NewChallenge() => ids.Event().ToString("N");

    public static string Sign(string body, string secret)
    {
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body));
        return "sha256=" + Convert.ToHexStringLower(hash);
    }

    public void LinksCreated(GiftronautOrder order, DateTimeOffset now) =>
        Raise("order.created", Of(order) with { Quantity = order.Cards.Count, TotalCost = Money.Dollars(order.Content.TotalCost) }, now);

    public void Delivered(GiftronautOrder order, DateTimeOffset now)
    {
        var bounced = order.BouncedCount;
        Raise(
            bounced == 0 ? "order.delivery_complete" : "order.delivery_partial",
            Of(order) with
            {
                RecipientCount = order.Cards.Count,
                SentCount = order.SentCount,
                BouncedCount = bounced == 0 ? null : bounced,
            },
            now
        );
    }

    public void Bounced(GiftronautOrder order, IReadOnlyList<GiftronautCard> cards, DateTimeOffset now) =>
        Raise(
            "order.bounced",
            new WebhookData
            {
                OrderId = order.Id,
                BouncedCount = cards.Count,
                Recipients = [.. cards.Select(card => new BouncedRecipient(card.Email, "Mailbox does not exist"))],
            },
            now
        );

    /// <summary>What a fallen balance causes, if anything.</summary>
    public void Spent(GiftronautAccount account, decimal before, DateTimeOffset now)
    {
        var balance = account.Funds.Available;
        if (options.LowBalanceThreshold is { } threshold && before >= threshold && balance < threshold)
        {
            Raise("balance.low_balance", Of(account) with { CurrentBalance = balance, Threshold = threshold }, now);
        }

        if (balance == 0 && before > 0)
        {
            Raise("balance.depleted", Of(account), now);
        }
    }

    public void TopUpApproved(GiftronautAccount account, decimal amount, DateTimeOffset now) =>
        Raise("balance.ach_approved", Of(account) with { Amount = amount, ApprovedBy = "treasury" }, now);

    public void TopUpRejected(GiftronautAccount account, decimal amount, string reason, DateTimeOffset now) =>
        Raise("balance.ach_rejected", Of(account) with { Amount = amount, Reason = reason }, now);

    private void Raise(string type, WebhookData data, DateTimeOffset now)
    {
        var id = ids.Event();
        var envelope = new WebhookEnvelope(id, type, GiftronautTime.WriteMilliseconds(now), data);
        var body = JsonSerializer.Serialize(envelope, GiftronautJsonContext.Default.WebhookEnvelope);
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

    private static WebhookData Of(GiftronautOrder order) =>
        new()
        {
            OrderId = order.Id,
            OrderType = order.Content.OrderType,
            CardType = order.Content.Product.CardType,
        };

    private static WebhookData Of(GiftronautAccount account) => new() { OrganizationId = account.Organization, Currency = "USD" };
}
