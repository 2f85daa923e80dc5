using GiftCardSdk;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>Giftronaut's own sandbox: a virtual balance, and cards that nobody can redeem. The host is that of production; the app's credentials choose.</summary>
internal sealed class LiveGiftronautSample : IProviderSample
{
    public const string ClientIdVariable = "GIFTRONAUT_CLIENT_ID";
    public const string ClientSecretVariable = "GIFTRONAUT_CLIENT_SECRET";

    public string Title => "Giftronaut (sandbox)";

    public string Account => "giftronaut";

    public string Address => "Giftronaut's sandbox";

    public CatalogQuery Query { get; } = new() { Currency = "USD" };

    public TwinStrings? Twin => null;

    // Credentials of production are refused: the account says that it is for the sandbox, and the life of a token tells.
    public void AddAccount(GiftCardsBuilder builder) =>
        builder.AddGiftronaut(options =>
        {
            options.ClientId = Environment.GetEnvironmentVariable(ClientIdVariable);
            options.ClientSecret = Environment.GetEnvironmentVariable(ClientSecretVariable);
        });
}
