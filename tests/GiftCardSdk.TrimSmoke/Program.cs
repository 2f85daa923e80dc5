using GiftCardSdk;
using GiftCardSdk.Giftbit;
using GiftCardSdk.TrimSmoke;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

// What a user's program does first. If the trimmer took away anything that is found only at run time (generated validation and binding,
// options by name, keyed services, generated JSON), something below fails.
using var provider = new FixedAnswers(
    """
    { "brand": { "brand_code": "northcafeus", "name": "North Cafe", "image_url": 7, "regions": {},
      "fund_currencyisocode": "USD", "variable_price": false, "allowed_prices_in_cents": [2500] } }
    """,
    """
    { "direct_links": ["https://reward.example/trim-smoke"],
      "campaign": { "id": "trim-smoke", "uuid": "b2d94e0a61c84f7f9d3e5a0c7b18f263", "status": "API_CREATING", "delivery_type": "DIRECT_LINK", "contacts": "none" } }
    """,
    """{ "campaign": { "id": "trim-smoke", "uuid": "b2d94e0a61c84f7f9d3e5a0c7b18f263", "status": {} } }"""
);
var configuration = new ConfigurationBuilder()
    .AddInMemoryCollection([new("ApiToken", "bound"), new("BaseAddress", provider.Address.ToString())])
    .Build();
var services = new ServiceCollection();
services.AddGiftCards().AddGiftbit(configuration).AddGiftbit("wrong", options => options.CatalogConcurrency = 0);

await using var container = services.BuildServiceProvider();
var giftCards = container.GetRequiredService<IGiftCards>();
var account = giftCards.GetAccount("giftbit");
Demand(account.GetService<IGiftbitApi>() is not null, "an account hands out the provider's own interface");
Demand(ReferenceEquals(container.GetRequiredKeyedService<IGiftCardAccount>("giftbit"), account), "an account is a keyed service");
Demand(IsRefused(() => giftCards.GetAccount("wrong")), "options are validated");

var order = await account.Orders.PlaceAsync(
    new OrderRequest
    {
        Reference = "trim-smoke",
        Lines = [new() { ProductId = "northcafeus", FaceValue = Money.Of(25, "USD") }],
        Delivery = Delivery.Returned,
    }
);
Demand(
    order.Rewards is [{ Link: { } link }] && link.Reveal() == "https://reward.example/trim-smoke",
    "an order is placed and its answer read, odd members or not"
);
Demand(
    await IsUnreadableAsync(() => account.Status.GetAsync(order.Id, RewardDetail.None)),
    "a status that is none makes an order unreadable"
);

Console.WriteLine("trim smoke: ok");

static void Demand(bool holds, string what)
{
    if (!holds)
    {
        throw new InvalidOperationException($"Does not hold in a trimmed program: {what}.");
    }
}

static async Task<bool> IsUnreadableAsync(Func<Task> call)
{
    try
    {
        await call();
        return false;
    }
    catch (GiftCardException failure)
    {
        return failure.Code == GiftCardErrorCode.UnexpectedResponse;
    }
}

static bool IsRefused(Action action)
{
    try
    {
        action();
        return false;
    }
    catch (OptionsValidationException)
    {
        return true;
    }
}
