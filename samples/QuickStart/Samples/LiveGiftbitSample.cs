using GiftCardSdk;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>Giftbit's own Testbed: play money; mails go to the owner of the account.</summary>
internal sealed class LiveGiftbitSample : IProviderSample
{
    public const string TokenVariable = "GIFTBIT_API_TOKEN";

    public string Title => "Giftbit (Testbed)";

    public string Account => "giftbit";

    public string Address => "Giftbit's Testbed";

    public CatalogQuery Query { get; } = new() { Currency = "USD" };

    public TwinStrings? Twin => null;

    public void AddAccount(GiftCardsBuilder builder) =>
        builder.AddGiftbit(options => options.ApiToken = Environment.GetEnvironmentVariable(TokenVariable)!);
}
