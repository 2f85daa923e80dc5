using GiftCardSdk;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace WebhookReceiver;

/// <summary>An account at each of three twins, and what is bought there.</summary>
internal static class Accounts
{
    /// <summary>One card a provider, by the account's name.</summary>
    public static IReadOnlyDictionary<string, OrderRequest> Orders { get; } =
        new Dictionary<string, OrderRequest>(StringComparer.Ordinal)
        {
            ["giftronaut"] = Card("survey-81-a", "GC-NORTHWIND-USD", 30) with
            {
                Message = new() { SenderName = "Fabrikam Rewards", Subject = "Your survey reward" },
            },
            ["giftcardpartners"] = Card("survey-81-b", "HARBOR-COFFEE-US", 15),
            ["giftbit"] = Card("survey-81-c", "northcafeus", 12) with
            {
                Message = new() { Subject = "Your survey reward", Body = "Enjoy a coffee." },
            },
        };

    public static GiftCardsBuilder Add(IServiceCollection services, GiftCardSandbox sandbox, string token)
    {
        var (giftronaut, partners, giftbit) = (sandbox.Giftronaut, sandbox.GiftCardPartners, sandbox.Giftbit);
        return services
            .AddGiftCards()
            // For a sample that is over soon; the defaults look after a quarter of a minute.
            .ConfigureEvents(o => o.Poll.Interval = o.Poll.FirstDelay = o.Poll.MaxDelay = TimeSpan.FromSeconds(1))
            .AddGiftronaut(o =>
            {
                (o.BaseAddress, o.ClientId, o.ClientSecret) = (giftronaut.BaseAddress, giftronaut.ClientId, giftronaut.ClientSecret);
                o.Webhooks.Secrets.Add(giftronaut.Webhooks.Secret);
            })
            .AddGiftCardPartners(o =>
            {
                (o.BaseAddress, o.Email, o.AccessToken) = (partners.BaseAddress, partners.Email, partners.AccessToken);
                o.Webhooks.PathTokens.Add(token);
                o.FulfillmentComplete = new($"https://shop.example/webhooks/gift-cards/giftcardpartners/{token}");
            })
            .AddGiftbit(o => (o.BaseAddress, o.ApiToken) = (giftbit.BaseAddress, giftbit.ApiToken));
    }

    private static OrderRequest Card(OrderReference reference, string product, decimal value) =>
        new()
        {
            Reference = reference,
            Delivery = Delivery.Email,
            Lines =
            [
                new()
                {
                    ProductId = product,
                    FaceValue = Money.Of(value, "USD"),
                    Recipient = new() { Name = "Mira Holt", Email = "mira@panel.example" },
                },
            ],
        };
}
