using GiftCardSdk;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>Gift Card Partners, played by its twin.</summary>
internal sealed class GiftCardPartnersSample(GiftCardPartnersTwin twin) : IProviderSample
{
    public string Title => "Gift Card Partners";

    public string Account => "giftcardpartners";

    public string Address => twin.BaseAddress.ToString();

    public CatalogQuery Query { get; } = new() { Currency = "USD" };

    public TwinStrings Twin { get; } = new(twin, "balance.get", "orders.create", reward => twin.Claim(reward.Id ?? reward.Link!.Reveal()));

    public void AddAccount(GiftCardsBuilder builder) =>
        builder.AddGiftCardPartners(options =>
        {
            options.BaseAddress = twin.BaseAddress;
            options.Email = twin.Email;
            options.AccessToken = twin.AccessToken;
        });
}
