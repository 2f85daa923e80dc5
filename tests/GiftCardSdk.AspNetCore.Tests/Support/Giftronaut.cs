using System.Text;
using GiftCardSdk.Giftronaut;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>Deliveries as Giftronaut writes and signs them, and the account that takes them.</summary>
internal static class Giftronaut
{
    public const string Account = "giftronaut";
    public const string Secret = "signing-secret-of-the-portal";

    public static WebhookSignatureOptions Signature => WebhookSignatureOptions.Digest("X-Giftronaut-Signature", "sha256=");

    public static string Delivered(string orderId, string eventId = "6d1c6a0e-1c3b-4f6e-9d60-55a1b7f1f0aa") =>
        $$$"""{"eventId":"{{{eventId}}}","eventType":"order.delivery_complete","createdAt":"2026-01-15T11:59:00.250","data":{"orderId":"{{{orderId}}}","orderType":"ONE_TIME","cardType":"CHOICE_CARD","recipientCount":1,"sentCount":1}}""";

    public static string LowBalance(string eventId = "b1", string createdAt = "2026-01-15T11:59:00.250") =>
        $$$"""{"eventId":"{{{eventId}}}","eventType":"balance.low_balance","createdAt":"{{{createdAt}}}","data":{"organizationId":"harbour-pine","currentBalance":41.5,"threshold":50,"currency":"USD"}}""";

    public static IReadOnlyDictionary<string, string> Signed(string body, string secret = Secret) =>
        WebhookSigner.Sign(Encoding.UTF8.GetBytes(body), secret, Signature, DateTimeOffset.UnixEpoch);

    /// <summary>An account whose orders nobody can read: for deliveries alone.</summary>
    public static GiftCardsBuilder Add(GiftCardsBuilder cards, Action<GiftronautOptions>? configure = null)
    {
        cards.AddGiftronaut(options =>
        {
            options.BaseAddress = new("http://127.0.0.1:1");
            options.ClientId = "sbx_local_client";
            options.ClientSecret = "not-a-real-secret";
            options.Webhooks.Secrets.Add(Secret);
            configure?.Invoke(options);
        });
        return cards;
    }

    /// <summary>An account at the twin.</summary>
    public static GiftCardsBuilder AddAt(GiftCardsBuilder cards, GiftronautTwin twin, Action<GiftronautOptions>? configure = null) =>
        Add(
            cards,
            options =>
            {
                options.BaseAddress = twin.BaseAddress;
                options.ClientId = twin.ClientId;
                options.ClientSecret = twin.ClientSecret;
                options.MaxRequestsPerMinute = 100_000;
                configure?.Invoke(options);
            }
        );
}
