using GiftCardSdk;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>The provider's own sample: play money; its address is published nowhere and comes from the account manager.</summary>
internal sealed class LiveGiftCardPartnersSample : IProviderSample
{
    public const string AddressVariable = "GIFT_CARD_PARTNERS_BASE_ADDRESS";
    public const string EmailVariable = "GIFT_CARD_PARTNERS_EMAIL";
    public const string AccessTokenVariable = "GIFT_CARD_PARTNERS_ACCESS_TOKEN";

    public string Title => "Gift Card Partners (sample)";

    public string Account => "giftcardpartners";

    public string Address => "the sample of Gift Card Partners";

    public CatalogQuery Query { get; } = new() { Currency = "USD" };

    public TwinStrings? Twin => null;

    public void AddAccount(GiftCardsBuilder builder) =>
        builder.AddGiftCardPartners(options =>
        {
            options.BaseAddress = new Uri(Environment.GetEnvironmentVariable(AddressVariable)!);
            options.Email = Environment.GetEnvironmentVariable(EmailVariable);
            options.AccessToken = Environment.GetEnvironmentVariable(AccessTokenVariable);
        });
}
