using GiftCardSdk;
using GiftCardSdk.Gifq;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>GIFQ, played by its twin.</summary>
internal sealed class GifqSample(GifqTwin twin) : IProviderSample
{
    public string Title => "GIFQ";

    public string Account => "gifq";

    public string Address => twin.BaseAddress.ToString();

    public CatalogQuery Query { get; } = new() { Country = "US", Currency = "USD" };

    public TwinStrings Twin { get; } = new(twin, "balances.list", "orders.create");

    public void AddAccount(GiftCardsBuilder builder) =>
        builder.AddGifq(options =>
        {
            options.ApiToken = twin.ApiToken;
            options.BaseAddress = twin.BaseAddress;
        });

    /// <summary>What only GIFQ has: payouts, whose recipients choose. The answer gets lost, and the batch is found again by its recipients.</summary>
    public async Task ShowOwnAsync(IGiftCardAccount account, string run)
    {
        var api = account.GetService<IGifqApi>();
        var campaign = await api.CreateCampaignAsync(
            new GifqCampaignEdit
            {
                Name = "Panel thank-you",
                EmailSubject = "For you, {{recipient_name}}",
                EmailBody = "{{amount}} is ready.",
            }
        );
        await api.ActivateCampaignAsync(campaign.Id);
        Twin.LoseAnswerTo("payout_orders.create");

        var wave = await account
            .GetService<IGifqPayouts>()
            .DispatchAsync(
                OrderReference.From(run, "wave-1"),
                new GifqNewPayoutOrder
                {
                    CampaignId = campaign.Id,
                    WalletCurrency = "EUR",
                    ExpiresInDays = 45,
                    Recipients =
                    [
                        new()
                        {
                            Email = "mira.oduya@mail.example",
                            Amount = 20,
                            Currency = "EUR",
                        },
                        new()
                        {
                            Email = "ida@mail.example",
                            Amount = 20,
                            Currency = "EUR",
                        },
                    ],
                }
            );
        Show.Own(
            "Payouts to two recipients, whose answer got lost: found again by who gets what, and sent once",
            $"batch {wave.Value.Id}, {wave.Value.TotalAmount} {wave.Value.WalletCurrency}, {wave.Value.Status}"
        );
    }
}
