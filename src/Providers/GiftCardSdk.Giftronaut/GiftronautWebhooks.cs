using System.Buffers;
using System.Text.Json;
using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>Giftronaut's webhooks in neutral words.</summary>
internal static class GiftronautWebhooks
{
    private const int MostChallenge = 1000;

    /// <summary>How deliveries are signed. Source: guides; documented.</summary>
    public static WebhookSignatureOptions Signature { get; } = WebhookSignatureOptions.Digest("X-Giftronaut-Signature", "sha256=");

    public static WebhookReading Read(WebhookDelivery delivery)
    {
        var verdict = delivery.Verify(Signature);
        var notice = GiftronautNotice.Read(delivery.Body);
        // Whether a challenge is signed is not documented. Its echo gives nothing away, so that it need not be; one that is signed wrongly is none.
        if (notice is { EventType: null, ChallengeToken: { Length: > 0 and <= MostChallenge } token } && verdict != WebhookVerdict.Forged)
        {
            return new() { RawKind = "challenge", Reply = EchoOf(token) };
        }

        return verdict is not (WebhookVerdict.Verified or WebhookVerdict.NotSigned) ? WebhookReading.Refused(verdict)
            : string.IsNullOrWhiteSpace(notice?.EventType) ? WebhookReading.Unreadable
            : Of(notice);
    }

    /// <summary>An order is read besides: a webhook says less than the order, and may be the only one that arrives.</summary>
    private static WebhookReading Of(GiftronautNotice notice) =>
        new()
        {
            RawKind = notice.EventType,
            Events = [.. EventsOf(notice)],
            Hints = notice.Data?.OrderId is { } orderId ? [new() { OrderId = orderId }] : [],
        };

    private static IEnumerable<WebhookEvent> EventsOf(GiftronautNotice notice) =>
        (notice.EventType, notice.Data?.OrderId) switch
        {
            // Links are given to the caller, and delivered by nobody.
            ("order.delivery_complete", not null) =>
            [
                Event(notice, IsLinks(notice) ? GiftCardEventKind.OrderCompleted : GiftCardEventKind.Delivered),
            ],
            ("order.bounced", { } orderId) => Bounces(notice, orderId),
            ("balance.low_balance", _) => [Event(notice, GiftCardEventKind.BalanceLow) with { Balance = BalanceOf(notice) }],
            ("balance.depleted", _) => [Event(notice, GiftCardEventKind.BalanceLow) with { Balance = NothingOf(notice) }],
            _ => [Event(notice, GiftCardEventKind.Unknown)],
        };

    private static bool IsLinks(GiftronautNotice notice) => ProviderWords.Same(notice.Data?.OrderType, GiftronautWords.OrderType.Link);

    /// <summary>Under the ids that the cards have when the order is read. Where no recipient is named, the order tells.</summary>
    private static IEnumerable<WebhookEvent> Bounces(GiftronautNotice notice, string orderId) =>
        (notice.Data?.Recipients ?? [])
            .OfType<GiftronautNoticeRecipient>()
            .Where(recipient => recipient.Email is not null)
            .Select(recipient =>
                Event(notice, GiftCardEventKind.Bounced) with
                {
                    RewardId = GiftronautRewards.IdOf(recipient.Email, orderId),
                }
            );

    private static WebhookEvent Event(GiftronautNotice notice, GiftCardEventKind kind) =>
        new()
        {
            Kind = kind,
            RawKind = notice.EventType,
            EventId = notice.EventId,
            OrderId = notice.Data?.OrderId,
            OccurredAt = notice.CreatedAt,
        };

    private static Money? BalanceOf(GiftronautNotice notice) => Money.OrNull(notice.Data?.CurrentBalance, notice.Data?.Currency);

    private static Money? NothingOf(GiftronautNotice notice) => Money.OrNull(0, notice.Data?.Currency);

    private static byte[] EchoOf(string token)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("challengeToken", token);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
