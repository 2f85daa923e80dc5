using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GiftCardSdk.Benchmarks.Rate;

/// <summary>A process that places all of its orders at once, and says how many were not placed.</summary>
internal static class RateBuyer
{
    public const string Only = "--rate-buyer";

    /// <param name="journal">A file for SQLite, else a connection string of PostgreSQL.</param>
    /// <param name="address">Where the twin is.</param>
    /// <param name="token">The token that all processes have.</param>
    /// <param name="prefix">What the references begin with.</param>
    /// <param name="orders">How many.</param>
    public static async Task<int> RunAsync(string journal, string address, string token, string prefix, string orders)
    {
        var services = new ServiceCollection();
        var builder = services.AddGiftCards().AddGifq(options => (options.BaseAddress, options.ApiToken) = (new Uri(address), token));
        await using var source = journal.EndsWith(".db", StringComparison.Ordinal) ? null : NpgsqlDataSource.Create(journal);
        _ = source is null ? builder.UseSqliteJournal(journal) : builder.UsePostgreSqlJournal(_ => source);
        await using var application = services.BuildServiceProvider();
        var account = application.GetRequiredService<IGiftCards>().GetAccount("gifq");
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync();
        var count = int.Parse(orders, CultureInfo.InvariantCulture);
        var ends = await Task.WhenAll(Enumerable.Range(0, count).Select(order => PlaceAsync(account, $"{prefix}-{order}")));
        Console.WriteLine(ends.Count(isPlaced => !isPlaced).ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task<bool> PlaceAsync(IGiftCardAccount account, string reference)
    {
        try
        {
            await account.Orders.PlaceAsync(
                new()
                {
                    Reference = reference,
                    Delivery = Delivery.Returned,
                    Lines =
                    [
                        new()
                        {
                            ProductId = "north-cafe",
                            FaceValue = Money.Of(25, "USD"),
                            Country = "US",
                        },
                    ],
                }
            );
            return true;
        }
        catch (GiftCardException failure)
        {
            await Console.Error.WriteLineAsync($"{failure.Code}: {failure.Message}");
            return false;
        }
    }
}
