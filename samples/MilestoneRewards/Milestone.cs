using System.Globalization;
using GiftCardSdk;

namespace MilestoneRewards;

/// <summary>So many years of one employee.</summary>
internal sealed record Milestone(Employee Employee, int Years)
{
    /// <summary>What a card is worth, in the currency of the office, by the years.</summary>
    public static IReadOnlyDictionary<int, decimal> Worth { get; } =
        new Dictionary<int, decimal>
        {
            [1] = 25,
            [5] = 50,
            [10] = 100,
            [25] = 250,
        };

    private static readonly Dictionary<string, (string Product, string Currency)> Offices = new(StringComparer.Ordinal)
    {
        ["US"] = ("harvestmarketus", "USD"),
        ["DE"] = ("buchlaternede", "EUR"),
        ["GB"] = ("harvestmarketgb", "GBP"),
    };

    /// <summary>
    /// One card per employee and year: that, and nothing else, is in the reference. No day, so that a late run buys the same card; no office and no address,
    /// so that someone who moves or marries has no second one.
    /// </summary>
    public OrderReference Reference => OrderReference.From("milestone", Employee.Id, Years.ToString(CultureInfo.InvariantCulture));

    /// <summary>In words.</summary>
    public string Span => Years == 1 ? "1 year" : $"{Years} years";

    public OrderRequest ToOrder()
    {
        var (product, currency) = Offices[Employee.Office];
        return new()
        {
            Reference = Reference,
            Lines =
            [
                new()
                {
                    ProductId = product,
                    FaceValue = Money.Of(Worth[Years], currency),
                    Recipient = new() { Name = Employee.Name, Email = Employee.Email },
                },
            ],
            Delivery = Delivery.Email,
            Message = new() { Subject = $"{Span} with us", Body = $"Dear {Employee.Name}, thank you for {Span}." },
        };
    }
}
