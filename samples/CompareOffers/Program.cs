using CompareOffers;
using GiftCardSdk;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

// One brand, country and face value across every configured account, the cheapest first.
//   dotnet run --project samples/CompareOffers
//   dotnet run --project samples/CompareOffers -- "Pixel Arcade" US 25 USD

if (Wanted.Parse(args) is not { } wanted)
{
    Console.Error.WriteLine(Wanted.Usage);
    return 2;
}

await using var sandbox = await GiftCardSandbox.StartAsync();
var services = new ServiceCollection();
services
    .AddGiftCards()
    .AddGiftbit(o => (o.BaseAddress, o.ApiToken) = (sandbox.Giftbit.BaseAddress, sandbox.Giftbit.ApiToken))
    .AddGifq(o => (o.BaseAddress, o.ApiToken) = (sandbox.Gifq.BaseAddress, sandbox.Gifq.ApiToken))
    .AddGiftronaut(o =>
        (o.BaseAddress, o.ClientId, o.ClientSecret) = (
            sandbox.Giftronaut.BaseAddress,
            sandbox.Giftronaut.ClientId,
            sandbox.Giftronaut.ClientSecret
        )
    )
    .AddGiftCardPartners(o =>
        (o.BaseAddress, o.Email, o.AccessToken) = (
            sandbox.GiftCardPartners.BaseAddress,
            sandbox.GiftCardPartners.Email,
            sandbox.GiftCardPartners.AccessToken
        )
    )
    .AddHuuray(o =>
        (o.BaseAddress, o.ApiToken, o.ApiSecret) = (sandbox.Huuray.BaseAddress, sandbox.Huuray.ApiToken, sandbox.Huuray.ApiSecret)
    );
await using var provider = services.BuildServiceProvider();

var giftCards = provider.GetRequiredService<IGiftCards>();
var found = await giftCards.Catalog.SearchAsync(wanted.Query);
Show.Ranking(wanted, found.Offers);
Show.Rest(giftCards.Accounts, found);
Show.Verdict(found.Offers);
return 0;
