using GiftCardSdk;
using GiftCardSdk.Sandbox;

namespace Observability;

/// <summary>A day at the shop in a moment: good orders, a provider that is in a hurry, an order that is refused.</summary>
internal static class Orders
{
    private const int Count = 5;

    public static async Task PlaceAsync(Shop shop, GiftCardSandbox sandbox)
    {
        // A read is answered 429 once, and nobody but the meter notices.
        sandbox.Giftbit.Faults.Add(
            new Fault
            {
                Operation = "funds.get",
                Kind = FaultKind.RateLimited,
                Times = 1,
                RetryAfter = TimeSpan.FromSeconds(1),
            }
        );
        foreach (var account in shop.GiftCards.Accounts)
        {
            await account.Balances.ListAsync();
            for (var number = 1; number <= Count; number++)
            {
                await account.Orders.PlaceAsync(Order(account.Provider, number));
            }
        }

        sandbox.Huuray.RemoveProduct("pt-nord-kaffe-se");
        try
        {
            await shop.GiftCards.GetAccount("huuray").Orders.PlaceAsync(Order("huuray", Count + 1));
        }
        catch (GiftCardException refused)
        {
            Console.WriteLine($"refused as expected: {refused.Code}");
        }
    }

    private static OrderRequest Order(string provider, int number) =>
        new()
        {
            Reference = FormattableString.Invariant($"observed-{number}"),
            Delivery = Delivery.Returned,
            Lines = [Line(provider)],
        };

    private static OrderLine Line(string provider) =>
        provider switch
        {
            "giftbit" => new() { ProductId = "northcafeus", FaceValue = Money.Of(25, "USD") },
            "gifq" => new()
            {
                ProductId = "north-cafe",
                FaceValue = Money.Of(25, "USD"),
                Country = "US",
            },
            _ => new() { ProductId = "pt-nord-kaffe-se", FaceValue = Money.Of(250, "SEK") },
        };
}
