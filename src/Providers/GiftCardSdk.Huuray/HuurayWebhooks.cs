using GiftCardSdk.Adapters;

namespace GiftCardSdk.Huuray;

/// <summary>
/// Huuray's callback. How it is signed, and where it says what has happened, is not public: until the account's options say both, it is a hint to
/// read the order, which shows neither delivery nor use.
/// </summary>
internal sealed class HuurayWebhooks(HuuraySettings settings)
{
    public WebhookReading Read(WebhookDelivery delivery)
    {
        var verdict = delivery.Verify(documented: null);
        if (verdict is not (WebhookVerdict.Verified or WebhookVerdict.NotSigned))
        {
            return WebhookReading.Refused(verdict);
        }

        if (!HuurayCallback.TryRead(delivery.Body, out var callback))
        {
            return WebhookReading.Unreadable;
        }

        var word = WordOf(delivery);
        return new()
        {
            RawKind = word,
            Events = word is null ? [] : [EventOf(callback, word)],
            Hints = [HintOf(callback)],
        };
    }

    private string? WordOf(WebhookDelivery delivery) =>
        settings.Assumptions.WebhookEventHeader is { } header && delivery.Header(header)?.Trim() is { Length: > 0 } word ? word : null;

    private WebhookEvent EventOf(HuurayCallback callback, string word) =>
        new()
        {
            Kind = settings.Assumptions.WebhookEvents.TryGetValue(word, out var kind)
                ? new GiftCardEventKind(kind)
                : GiftCardEventKind.Unknown,
            RawKind = word,
            OrderId = HuurayOrderId.Of(callback.OrderUid, callback.RefId),
            // Of several cards, the one that it happened to is not told.
            RewardId = callback.Vouchers is [{ Id: { Length: > 0 } only }] ? only : null,
        };

    private static WebhookHint HintOf(HuurayCallback callback) =>
        string.IsNullOrWhiteSpace(callback.OrderUid) ? new() { ProviderKey = callback.RefId } : new() { OrderId = callback.OrderUid };
}
