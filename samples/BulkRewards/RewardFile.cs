using System.Globalization;
using CsvHelper;
using GiftCardSdk;
using GiftCardSdk.Batches;

namespace BulkRewards;

/// <summary>One line of the list.</summary>
internal sealed record Reward(string Reference, string Account, string Product, decimal Amount, string Currency, string Country)
{
    public BatchLine ToLine() =>
        new(
            new()
            {
                Reference = Reference,
                Delivery = Delivery.Returned,
                Lines =
                [
                    new()
                    {
                        ProductId = Product,
                        FaceValue = Money.Of(Amount, Currency),
                        Country = Country.Length == 0 ? null : Country,
                    },
                ],
            },
            Account
        );
}

/// <summary>The list as a CSV file.</summary>
internal static class RewardFile
{
    public const int ExampleLines = 60;

    /// <summary>Reads as it is asked for: a list of any length takes the memory of one line.</summary>
    public static async IAsyncEnumerable<BatchLine> ReadAsync(string path)
    {
        await using var csv = CsvReader.FromFile(path);
        while (await csv.ReadAsync())
        {
            yield return new Reward(
                csv.GetString("reference"),
                csv.GetString("account"),
                csv.GetString("product"),
                csv.Parse<decimal>("amount"),
                csv.GetString("currency"),
                csv.GetString("country")
            ).ToLine();
        }
    }

    public static async Task WriteExampleAsync(string path)
    {
        await using var csv = CsvWriter.Create(File.Create(path));
        await csv.WriteRecordAsync(["reference", "account", "product", "amount", "currency", "country"]);
        for (var number = 1; number <= ExampleLines; number++)
        {
            await csv.WriteRecordAsync(Example(number, string.Create(CultureInfo.InvariantCulture, $"survey-81-{number}")));
        }
    }

    private static string[] Example(int number, string reference) =>
        (number % 3) switch
        {
            0 => [reference, "giftbit", "northcafeus", "10", "USD", ""],
            1 => [reference, "gifq", "buchlaterne", "30", "EUR", "DE"],
            _ => [reference, "huuray", "pt-nord-kaffe-flex-se", "200", "SEK", ""],
        };
}
