using System.Diagnostics;
using System.Globalization;
using GiftCardSdk;
using Microsoft.Extensions.DependencyInjection;

namespace CrashSafeOrders;

/// <summary>The application: takes up what is open, then places its orders. References come from what the orders are for, so a restart makes the same ones.</summary>
internal static class Buyer
{
    public const string Verb = "buy";
    public const string Dies = "and-die";
    public const int Orders = 20;

    private const int DiesAfter = 7;

    public static async Task<int> RunAsync(bool dies)
    {
        var services = new ServiceCollection();
        services
            .AddGiftCards()
            .UseSqliteJournal(Environment.GetEnvironmentVariable(Child.Journal)!)
            .AddGiftbit(options =>
            {
                options.BaseAddress = new Uri(Environment.GetEnvironmentVariable(Child.Address)!);
                options.ApiToken = Environment.GetEnvironmentVariable(Child.Token);
            });
        await using var provider = services.BuildServiceProvider();
        var giftCards = provider.GetRequiredService<IGiftCards>();
        var account = giftCards.GetAccount("giftbit");

        // Under a host this happens in the background.
        var summary = await giftCards.Journal.ResolveAsync();
        Console.WriteLine($"  open orders found in the journal: {summary.LookedAt}, of which bought: {summary.Accepted}");

        var (now, before) = (0, 0);
        await Parallel.ForEachAsync(
            Enumerable.Range(1, Orders),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (number, token) =>
            {
                var order = await PlaceAsync(account, number, token);
                _ = order.WasReplayed ? Interlocked.Increment(ref before) : Interlocked.Increment(ref now);
                if (dies && now == DiesAfter)
                {
                    Console.WriteLine($"  {now} answers are here; killed now");
                    // Nothing is flushed, disposed of or finished: as if the power had failed.
                    Process.GetCurrentProcess().Kill();
                }
            }
        );
        Console.WriteLine($"  bought now: {now}, bought before the crash and returned: {before}");
        return 0;
    }

    private static Task<Order> PlaceAsync(IGiftCardAccount account, int number, CancellationToken cancellationToken) =>
        account.Orders.PlaceAsync(
            new OrderRequest
            {
                Reference = OrderReference.From("survey-81", number.ToString(CultureInfo.InvariantCulture)),
                Lines = [new() { ProductId = "northcafeus", FaceValue = Money.Of(12, "USD") }],
                Delivery = Delivery.Returned,
            },
            cancellationToken
        );
}
