using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>The products on sale. All names are invented.</summary>
internal static class GiftronautAssortment
{
    /// <summary>Listed like any other and refused in every order: the product to ask for when a refusal is wanted.</summary>
    public const string UnavailableProductId = "GC-SOLDOUT-USD";

    /// <summary>One a brand, country and currency. Products whose id is a number came later; only they know steps.</summary>
    public static IReadOnlyList<GiftronautProduct> Branded { get; } =
    [
        Fixed("GC-NORTHWIND-USD", "Northwind Outdoors", "USD", "USA", 15, 30, 75),
        Range("GC-CONTOSOCAFE-EUR", "Contoso Cafe", "EUR", "DEU", 8, 250),
        Range("20417", "Fabrikam Books", "SGD", "SGP", 10, 120) with
        {
            Step = 5,
        },
        Range("GC-EMBERGRILL-USD", "Ember Grill", "USD", "USA", 5, 500),
        Fixed("GC-PIXELDOCK-USD", "Pixel Dock", "USD", "USA", 10, 25, 50, 100),
        Range("GC-SILVERLEAF-USD", "Silverleaf Spa", "USD", "USA", 25, 1000),
        Fixed("GC-TINYTRAINS-USD", "Tiny Trains", "USD", "USA", 9.99m, 19.99m, 49.99m),
        Range("GC-OAKANDIRON-USD", "Oak & Iron", "USD", "USA", 20, 400),
        Fixed("GC-CLOUDSEAT-USD", "Cloudseat Air", "USD", "USA", 50, 100, 250, 500, 1000),
        Range("GC-MEADOWMART-USD", "Meadow Mart", "USD", "USA", 1, 300),
        Fixed(UnavailableProductId, "Sold Out Supplies", "USD", "USA", 10, 25) with
        {
            Available = false,
        },
        Range("GC-MEADOWMART-CAD", "Meadow Mart", "CAD", "CAN", 1, 300),
        Fixed("GC-NORTHWIND-CAD", "Northwind Outdoors", "CAD", "CAN", 20, 40, 100),
        Range("GC-CONTOSOCAFE-GBP", "Contoso Cafe", "GBP", "GBR", 5, 200),
        Fixed("GC-PIXELDOCK-GBP", "Pixel Dock", "GBP", "GBR", 10, 20, 50),
        Range("GC-OAKANDIRON-EUR", "Oak & Iron", "EUR", "FRA", 20, 400),
        Fixed("GC-PIXELDOCK-EUR", "Pixel Dock", "EUR", "ESP", 10, 20, 50, 100),
        Range("GC-SAKURAYA-JPY", "Sakuraya", "JPY", "JPN", 500, 50_000),
        Fixed("GC-PIXELDOCK-JPY", "Pixel Dock", "JPY", "JPN", 1_000, 3_000, 5_000, 10_000),
        Range("GC-DESERTROSE-KWD", "Desert Rose", "KWD", "KWT", 2.5m, 150),
        Fixed("GC-PEARLCOAST-BHD", "Pearl Coast", "BHD", "BHR", 5, 10.5m, 25),
        Range("GC-HANOKTEA-KRW", "Hanok Tea", "KRW", "KOR", 5_000, 500_000),
        Fixed("GC-KOALAKITS-AUD", "Koala Kits", "AUD", "AUS", 20, 50, 100),
        Range("GC-FJORDFISK-NOK", "Fjordfisk", "NOK", "NOR", 100, 5_000),
        Fixed("GC-ALPENGLOW-CHF", "Alpenglow Sport", "CHF", "CHE", 20, 50, 100, 200),
        Range("20418", "Fabrikam Books", "USD", "USA", 10, 200) with
        {
            Step = 5,
            Description = "Paper, ink and quiet.",
        },
        Range("20419", "Fabrikam Books", "MYR", "MYS", 20, 500) with
        {
            Step = 10,
        },
        Range("20420", "Fabrikam Books", "AUD", "AUS", 10, 200) with
        {
            Step = 5,
        },
        Range("20421", "Fabrikam Books", "INR", "IND", 250, 10_000) with
        {
            Step = 250,
        },
        Fixed("20430", "Contoso Cafe", "EUR", "AUT", 10, 25, 50),
        Fixed("20431", "Contoso Cafe", "EUR", "ITA", 10, 25, 50),
        Fixed("20432", "Contoso Cafe", "EUR", "NLD", 10, 25, 50),
        Fixed("20433", "Contoso Cafe", "EUR", "BEL", 10, 25, 50),
        Fixed("20434", "Contoso Cafe", "EUR", "PRT", 10, 25, 50),
        Fixed("20435", "Contoso Cafe", "EUR", "IRL", 10, 25, 50),
        Fixed("20436", "Contoso Cafe", "EUR", "FIN", 10, 25, 50),
        Fixed("20437", "Contoso Cafe", "EUR", "GRC", 10, 25, 50),
        Fixed("20438", "Contoso Cafe", "PLN", "POL", 40, 100, 200),
        Fixed("20439", "Contoso Cafe", "CZK", "CZE", 250, 500, 1_000),
        Fixed("20440", "Contoso Cafe", "RON", "ROU", 50, 100, 250),
        Fixed("20441", "Contoso Cafe", "HUF", "HUN", 4_000, 10_000, 20_000),
        Range("20450", "Meadow Mart", "USD", "USA", 1, 300) with
        {
            Description = "Groceries from the county next door.",
        },
        Range("20451", "Meadow Mart", "MXN", "MEX", 50, 5_000),
        Range("20452", "Meadow Mart", "BRL", "BRA", 20, 1_500),
        Range("20453", "Meadow Mart", "CLP", "CHL", 5_000, 250_000),
        Range("20454", "Meadow Mart", "COP", "COL", 20_000, 1_000_000),
        Range("20455", "Meadow Mart", "ZAR", "ZAF", 50, 5_000),
        Range("20456", "Meadow Mart", "NZD", "NZL", 5, 500),
        Range("20460", "Nordlys Kino", "SEK", "SWE", 100, 2_000) with
        {
            Step = 50,
        },
        Range("20461", "Nordlys Kino", "DKK", "DNK", 100, 2_000) with
        {
            Step = 50,
        },
        Range("20462", "Nordlys Kino", "NOK", "NOR", 100, 2_000) with
        {
            Step = 50,
        },
        Range("20463", "Nordlys Kino", "ISK", "ISL", 1_000, 40_000) with
        {
            Step = 500,
        },
        Range("20464", "Nordlys Kino", "EUR", "FIN", 10, 200) with
        {
            Step = 5,
        },
        Fixed("20466", "Trail Gear", "USD", "USA", 15, 30, 75),
        Fixed("20470", "Lotus Rides", "THB", "THA", 100, 250, 500, 1_000),
        Fixed("20471", "Lotus Rides", "VND", "VNM", 100_000, 250_000, 500_000),
        Fixed("20472", "Lotus Rides", "IDR", "IDN", 50_000, 100_000, 250_000),
        Fixed("20473", "Lotus Rides", "PHP", "PHL", 200, 500, 1_000, 2_000),
        Fixed("20474", "Lotus Rides", "MYR", "MYS", 20, 50, 100),
        Fixed("20475", "Lotus Rides", "SGD", "SGP", 10, 20, 50),
        Fixed("20476", "Lotus Rides", "HKD", "HKG", 100, 200, 500),
        Fixed("20477", "Lotus Rides", "TWD", "TWN", 300, 500, 1_000),
        Range("20480", "Desert Rose", "AED", "ARE", 25, 2_000),
        Range("20481", "Desert Rose", "SAR", "SAU", 25, 2_000),
        Range("20482", "Desert Rose", "QAR", "QAT", 25, 2_000),
        Range("20483", "Desert Rose", "BHD", "BHR", 2.5m, 200) with
        {
            Step = 0.125m,
        },
        Range("20484", "Desert Rose", "OMR", "OMN", 2.5m, 200) with
        {
            Step = 0.5m,
        },
        Range("20485", "Desert Rose", "JOD", "JOR", 5, 250),
        Range("20486", "Desert Rose", "TND", "TUN", 10.5m, 500),
        Fixed("20487", "Desert Rose", "KWD", "KWT", 2.125m, 5.25m, 10.5m, 25),
        Fixed("20490", "Pixel Dock", "USD", "USA", 10, 25, 50, 100) with
        {
            Description = "Games and what goes with them.",
        },
        Fixed("20491", "Pixel Dock", "CAD", "CAN", 15, 30, 60),
        Fixed("20492", "Pixel Dock", "AUD", "AUS", 15, 30, 75),
        Fixed("20493", "Pixel Dock", "EUR", "DEU", 10, 20, 50, 100),
        Fixed("20494", "Pixel Dock", "EUR", "FRA", 10, 20, 50, 100),
        Fixed("20495", "Pixel Dock", "PLN", "POL", 50, 100, 200),
        Fixed("20496", "Pixel Dock", "TRY", "TUR", 250, 500, 1_000),
        Fixed("20497", "Pixel Dock", "BRL", "BRA", 50, 100, 250),
        Fixed("20498", "Pixel Dock", "INR", "IND", 500, 1_000, 2_500),
        Fixed("20499", "Pixel Dock", "KRW", "KOR", 10_000, 30_000, 50_000),
        Fixed("20500", "Pixel Dock", "ZAR", "ZAF", 100, 250, 500),
        Range("20510", "Olive Table", "EUR", "ESP", 15, 300),
        Range("20511", "Olive Table", "EUR", "ITA", 15, 300),
        Range("20512", "Olive Table", "EUR", "GRC", 15, 300),
        Range("20513", "Olive Table", "ILS", "ISR", 50, 1_500),
        Range("20514", "Olive Table", "TRY", "TUR", 200, 10_000),
        Range("20515", "Olive Table", "GBP", "GBR", 15, 300),
        Fixed("20520", "Alpenglow Sport", "EUR", "AUT", 20, 50, 100, 200),
        Fixed("20521", "Alpenglow Sport", "EUR", "DEU", 20, 50, 100, 200),
        Range("20522", "Alpenglow Sport", "CHF", "CHE", 10, 500) with
        {
            Step = 0.05m,
        },
        Fixed("20530", "Retired Reading", "USD", "USA", 10) with
        {
            Available = false,
        },
    ];

    /// <summary>Designs in US dollars; brand and currency are the recipient's choice.</summary>
    public static IReadOnlyList<GiftronautProduct> Choice { get; } =
    [
        Design("CHOICE-SUNRISE-USD", "Sunrise design", 5, 1_000),
        Design("CHOICE-CONFETTI-USD", "Confetti design", 5, 1_000),
        Design("CHOICE-HARBOUR-USD", "Harbour design", 5, 1_000),
        Design("CHOICE-ORIGAMI-USD", "Origami design", 10, 500) with
        {
            Step = 5,
        },
        Design("CHOICE-LANTERN-USD", "Lantern design", 5, 1_000),
        Design("CHOICE-MIDNIGHT-USD", "Midnight design", 5, 2_000),
        Design("CHOICE-WINTER-USD", "Winter design", 5, 1_000) with
        {
            Available = false,
        },
        Design("CHOICE-PLAIN-USD", "Plain design", 1, 1_000),
    ];

    public static GiftronautProduct Extra(int number)
    {
        var label = number.ToString("D6", CultureInfo.InvariantCulture);
        return number % 2 == 0
            ? Range("9" + label, "Extra Brand " + label, "USD", "USA", 1, 500)
            : Fixed("GC-EXTRA" + label + "-USD", "Extra Brand " + label, "USD", "USA", 10, 25, 50);
    }

    private static GiftronautProduct Range(string id, string brand, string currency, string country, decimal minimum, decimal maximum) =>
        new(id, brand, currency, country, IsRange: true, [minimum, maximum]);

    private static GiftronautProduct Fixed(string id, string brand, string currency, string country, params decimal[] prices) =>
        new(id, brand, currency, country, IsRange: false, prices);

    private static GiftronautProduct Design(string id, string name, decimal minimum, decimal maximum) =>
        new(id, name, "USD", Country: null, IsRange: true, [minimum, maximum]) { IsChoice = true };
}
