using GiftCardSdk;
using GiftCardSdk.Giftronaut;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>Giftronaut, played by its twin.</summary>
internal sealed class GiftronautSample(GiftronautTwin twin) : IProviderSample
{
    public string Title => "Giftronaut";

    public string Account => "giftronaut";

    public string Address => twin.BaseAddress.ToString();

    public CatalogQuery Query { get; } = new() { Currency = "USD" };

    public TwinStrings Twin { get; } = new(twin, "balance.get", "reward_links.order", reward => twin.Claim(reward.Link!.Reveal()));

    public void AddAccount(GiftCardsBuilder builder) =>
        builder.AddGiftronaut(options =>
        {
            options.ClientId = twin.ClientId;
            options.ClientSecret = twin.ClientSecret;
            options.BaseAddress = twin.BaseAddress;
            options.Scopes += $" {GiftronautWords.Scope.CampaignsRead} {GiftronautWords.Scope.CampaignsWrite}";
        });

    /// <summary>What only Giftronaut has: amounts of their own in one order, and campaigns, which are run once even if an answer gets lost.</summary>
    public async Task ShowOwnAsync(IGiftCardAccount account, string run)
    {
        var order = await account.PlaceAndWaitAsync(
            new OrderRequest
            {
                Reference = OrderReference.From(run, "two"),
                Lines = [Line("mira.oduya@mail.example", 75), Line("bounce.ida@mail.example", 15)],
                Delivery = Delivery.Email,
                Message = new OrderMessage { SenderName = "The panel team", Subject = "A thank-you from us" },
            },
            TimeSpan.FromSeconds(30)
        );
        Show.Own(
            "One order, two amounts, and an address that bounced",
            string.Join(", ", order.Rewards.Select(reward => reward.Delivery.Value))
        );

        var campaign = await account
            .GetService<IGiftronautApi>()
            .CreateCampaignAsync(
                new GiftronautCampaignEdit
                {
                    Name = "Panel thank-you",
                    CardType = GiftronautWords.CardType.Choice,
                    ProductId = "CHOICE-SUNRISE-USD",
                    Amount = 20,
                    Subject = "For you",
                    SenderName = "The panel team",
                }
            );
        Twin.LoseAnswerTo("campaigns.run");
        var wave = await account
            .GetService<IGiftronautCampaigns>()
            .RunAsync(
                OrderReference.From(run, "wave-1"),
                campaign,
                new GiftronautCampaignRun
                {
                    Recipients = [new() { Email = "mira.oduya@mail.example" }, new() { Email = "ida@mail.example" }],
                }
            );
        Show.Own(
            "A campaign run for two recipients, whose answer got lost: found again by its key, and carried out once",
            $"order {wave.Value.OrderId}, {wave.Value.TotalCost}, {wave.Value.Status}"
        );
    }

    private static OrderLine Line(string email, decimal amount) =>
        new()
        {
            ProductId = "GC-NORTHWIND-USD",
            FaceValue = Money.Of(amount, "USD"),
            Recipient = new Recipient { Email = email },
        };
}
