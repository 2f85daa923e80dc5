using GiftCardSdk;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>Giftbit, played by its twin.</summary>
internal sealed class GiftbitSample(GiftbitTwin twin) : IProviderSample
{
    public string Title => "Giftbit";

    public string Account => "giftbit";

    public string Address => twin.BaseAddress.ToString();

    public CatalogQuery Query { get; } = new() { Country = "US", Currency = "USD" };

    public TwinStrings Twin { get; } =
        new(twin, "funds.get", "direct_links.create", reward => twin.Claim(reward.Id ?? reward.Link!.Reveal()));

    public void AddAccount(GiftCardsBuilder builder) =>
        builder.AddGiftbit(options =>
        {
            options.ApiToken = twin.ApiToken;
            options.BaseAddress = twin.BaseAddress;
        });
}
