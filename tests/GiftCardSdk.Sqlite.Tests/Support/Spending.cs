using System.Globalization;
using GiftCardSdk.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>An application that buys as much as it may.</summary>
internal static class Spending
{
    public const decimal PerDay = 40.00m;
    public const decimal Dearest = 0.35m;
    private const int Callers = 32;

    public static ServiceProvider Start(string path, InMemoryGiftCardProvider provider)
    {
        var services = new ServiceCollection();
        services
            .AddGiftCards()
            .UseSqliteJournal(path)
            .AddInMemory("shop", provider)
            .LimitSpending("shop", new() { PerDay = [Money.Of(PerDay, "USD")] });
        return services.BuildServiceProvider();
    }

    /// <summary>Places orders of 7 to 35 cents until the limit refuses several in a row of each caller.</summary>
    public static async Task BuyAsync(IServiceProvider services, string process)
    {
        var account = services.GetRequiredService<IGiftCards>().GetAccount("shop");
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => BuyAsync(account, process, caller))));
    }

    private static async Task BuyAsync(IGiftCardAccount account, string process, int caller)
    {
        var refused = 0;
        for (var i = 0; refused < 5; i++)
        {
            var order = new OrderRequest
            {
                Reference = string.Create(CultureInfo.InvariantCulture, $"{process}-{caller}-{i}"),
                Lines = [new() { ProductId = "books", FaceValue = Money.Of(0.07m * (1 + (i % 5)), "USD") }],
                Delivery = Delivery.Returned,
            };
            try
            {
                await account.Orders.PlaceAsync(order);
            }
            catch (GiftCardException limit) when (limit.Code == GiftCardErrorCode.SpendingLimit)
            {
                refused++;
            }
        }
    }
}
