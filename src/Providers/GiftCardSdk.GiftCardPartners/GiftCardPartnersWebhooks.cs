using GiftCardSdk.Adapters;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>The provider's call to <c>FulfillmentComplete</c>. Nothing that it says is believed, signed or not: the order is read.</summary>
internal static class GiftCardPartnersWebhooks
{
    public static WebhookReading Read(WebhookDelivery delivery)
    {
        var verdict = delivery.Verify(documented: null);
        return verdict is not (WebhookVerdict.Verified or WebhookVerdict.NotSigned) ? WebhookReading.Refused(verdict)
            : GiftCardPartnersNotice.TryRead(delivery.Body, out var notice)
                ? new() { RawKind = "FulfillmentComplete", Hints = [HintOf(notice)] }
            : WebhookReading.Unreadable;
    }

    private static WebhookHint HintOf(GiftCardPartnersNotice notice) =>
        string.IsNullOrWhiteSpace(notice.OrderId) ? new() { ProviderKey = notice.PONumber } : new() { OrderId = notice.OrderId };
}
