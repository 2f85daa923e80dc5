using static GiftCardSdk.Sandbox.GifqRedemptionKind;

namespace GiftCardSdk.Sandbox;

/// <summary>The regular catalog. All names are invented.</summary>
internal static class GifqBrands
{
    private const string Balance = "https://cards.example/balance";

    /// <summary>The provider's way to say that a card is good everywhere; no country's code.</summary>
    public const string Everywhere = "WW";

    private static readonly string[] Nordic = ["SEK", "NOK", "DKK", "ISK"];
    private static readonly string[] EastEurope = ["PLN", "CZK", "HUF", "RON"];
    private static readonly string[] Gulf = ["AED", "SAR", "KWD", "BHD", "OMR", "JOD"];
    private static readonly string[] SouthEastAsia = ["SGD", "THB", "PHP", "MYR", "IDR", "VND"];
    private static readonly string[] Latin = ["MXN", "BRL", "CLP"];

    public static IEnumerable<GifqBrand> All() =>
        [.. Books(), .. Food(), .. Shops(), .. Travel(), .. Games(), .. Streaming(), .. Prepaid(), .. Rest()];

    private static IEnumerable<GifqBrand> Books() =>
        [
            Brand(
                "lumen-books",
                "Lumen Books",
                "books",
                CodePinAndSerial,
                Fixed("USD", 4, ["US"], 25).Select(option => option with { Stock = 118, ValidMonths = 24 }),
                Range("EUR", -1.5m, 10, 200, "IE").Select(option => option with { BalanceCheckUrl = Balance })
            ),
            Brand("buchlaterne", "Buchlaterne", "books", Code, Range("EUR", 3, 5, 250, "DE", "AT"), Range("CHF", 2, 10, 250)),
            Brand("page-and-pine", "Page & Pine", "books", CodeAndPin, Fixed("GBP", 5, 10, 20, 50), Fixed("USD", 5, 10, 20, 50)),
            Brand("librairie-du-port", "Librairie du Port", "books", Code, Range("EUR", 2.5m, 10, 150, "FR", "BE", "LU")),
            Brand("hon-no-mori", "Hon no Mori", "books", Code, Fixed("JPY", 2, 1_000, 3_000, 5_000)),
        ];

    private static IEnumerable<GifqBrand> Food() =>
        [
            Brand("north-cafe", "North Cafe", "food", Code, Range("USD", 6, 5, 500), Range("CAD", 5, 5, 500), Range("GBP", 4, 5, 300)),
            Brand("quick-bite", "Quick Bite", "food", Link, Range("USD", 8, 1, 200, "US"), Range("EUR", 6, 5, 200)),
            Brand("greenfield-grocer", "Greenfield Grocer", "food", CodeAndPin, Range("EUR", 0, 5, 600, "IE"), Range("GBP", 0, 5, 600)),
            Brand("harvest-market", "Harvest Market", "food", CodeAndPin, Range("USD", -1, 5, 1_000), Range("AUD", -1, 5, 1_000)),
            Brand("kissaten", "Kissaten", "food", Code, Range("JPY", 3, 500, 30_000)),
            Brand("tea-house", "Tea House", "food", Code, Range("GBP", 7, 3, 300), Range("INR", 5, 100, 10_000)),
            Brand("nordkaffe", "Nordkaffe", "food", Code, In(4, Nordic)),
            Brand("souk-kitchen", "Souk Kitchen", "food", Link, In(3, Gulf)),
            Brand("pho-lane", "Pho Lane", "food", Code, Fixed("VND", 5, 50_000, 100_000, 500_000)),
            Brand("taqueria-sol", "Taqueria Sol", "food", Code, Fixed("MXN", 6, 100, 250, 500), Fixed("USD", 6, ["US"], 10, 25)),
        ];

    private static IEnumerable<GifqBrand> Shops() =>
        [
            Brand("maple-home", "Maple Home", "home", Code, Range("CAD", 4, 10, 750), Range("USD", 4, 10, 750, "US")),
            Brand(
                "trail-gear",
                "Trail Gear",
                "sports",
                CodeAndPin,
                Fixed("USD", 9, 15, 30, 75),
                Fixed("EUR", 8, ["DE", "NL", "FR"], 15, 30, 75)
            ),
            Brand("blue-bike", "Blue Bike", "sports", Code, Fixed("EUR", 5, 10, 50, 100, 250)),
            Brand("fern-hike", "Fern Hike", "sports", Code, Fixed("NZD", 6, 20, 50), Fixed("AUD", 6, 20, 50)),
            Brand("reef-dive", "Reef Dive", "sports", Code, Range("AUD", 5, 10, 600)),
            Brand("pet-meadow", "Pet Meadow", "pets", Code, Fixed("USD", 7, 15, 25, 50), Fixed("GBP", 6, 15, 25, 50)),
            Brand("cedar-threads", "Cedar Threads", "fashion", CodeAndPin, Range("USD", 10, 20, 500), Range("EUR", 9, 20, 500)),
            Brand("mode-und-mehr", "Mode und Mehr", "fashion", Code, Range("EUR", 8, 10, 300, "DE"), Range("CHF", 7, 10, 300)),
            Brand("vistula-style", "Vistula Style", "fashion", Code, In(5, EastEurope)),
            Brand("anadolu-bazaar", "Anadolu Bazaar", "shopping", Code, Range("TRY", 6, 100, 20_000)),
            Brand("carthage-market", "Carthage Market", "shopping", Code, Range("TND", 2.5m, 5.500m, 500)),
            Brand(
                "pearl-souk",
                "Pearl Souk",
                "shopping",
                CodeAndPin,
                Range("KWD", 3, 0.500m, 250),
                Range("BHD", 3, 0.500m, 250),
                Fixed("OMR", 3, 2.500m, 5, 12.500m)
            ),
            Brand("petra-stores", "Petra Stores", "shopping", Code, Range("JOD", 4, 1, 300)),
            Brand("han-river-mall", "Han River Mall", "shopping", Code, Range("KRW", 2, 5_000, 500_000)),
            Brand("table-mountain-outfitters", "Table Mountain Outfitters", "shopping", Code, Range("ZAR", 6, 50, 5_000)),
            Brand("ganga-bazaar", "Ganga Bazaar", "shopping", Code, Range("INR", 3, 100, 25_000)),
            Brand("carioca-loja", "Carioca Loja", "shopping", Code, Fixed("BRL", 4, 30, 60, 150)),
            Brand("andes-tienda", "Andes Tienda", "shopping", Code, Fixed("CLP", 3, 5_000, 10_000, 25_000)),
            Brand("lion-city-plaza", "Lion City Plaza", "shopping", Code, Range("SGD", 4, 10, 500)),
            Brand("harbour-nine", "Harbour Nine", "shopping", Code, Range("HKD", 4, 50, 5_000)),
        ];

    private static IEnumerable<GifqBrand> Travel() =>
        [
            Brand(
                "cloud-miles",
                "Cloud Miles",
                "travel",
                CodeSerialAndSecurityCode,
                Range("USD", 2, 25, 2_000),
                Range("EUR", 2, 25, 2_000)
            ),
            Brand("rail-pass", "Rail Pass", "travel", Code, Range("GBP", 0, 10, 1_000), Range("EUR", 0, 10, 1_000, "FR", "DE", "BE", "NL")),
            Brand("fjord-stays", "Fjord Stays", "travel", LinkAndChallenge, Range("NOK", 5, 250, 20_000), Range("SEK", 5, 250, 20_000)),
            Brand("geysir-tours", "Geysir Tours", "travel", LinkAndChallenge, Range("ISK", 6, 1_000, 200_000)),
            Brand("city-taxi", "City Taxi", "travel", Code, In(1.5m, ["USD", "GBP", "EUR", "AED", "INR", "SGD", "ZAR"])),
            Brand("island-hopper", "Island Hopper", "travel", Code, In(3, SouthEastAsia)),
        ];

    private static IEnumerable<GifqBrand> Games() =>
        [
            Brand(
                "pixel-arcade",
                "Pixel Arcade",
                "games",
                CodeAndPin,
                Fixed("USD", 3, 10, 20, 25, 50, 100),
                Fixed("EUR", 3, 10, 20, 50),
                Fixed("GBP", 3, 10, 20, 50),
                Fixed("JPY", 3, 1_500, 3_000)
            ),
            Brand("hikari-games", "Hikari Games", "games", Code, Fixed("JPY", 1, 1_000, 3_000, 5_000, 10_000)),
            Brand(
                "vapor-locker",
                "Vapor Locker",
                "games",
                Code,
                In(-2, ["USD", "EUR", "GBP", "PLN", "TRY", "BRL", "CLP", "INR", "KRW", "SAR", "ZAR"])
            ),
            Brand("blockforge", "Blockforge", "games", Code, Fixed("USD", -3.5m, [Everywhere], 10, 25, 50)),
            Brand(
                "dragon-keep",
                "Dragon Keep",
                "games",
                CodeSerialAndSecurityCode,
                Fixed("KRW", 0, 10_000, 30_000),
                Fixed("THB", 0, 100, 350)
            ),
        ];

    private static IEnumerable<GifqBrand> Streaming() =>
        [
            Brand("stream-raft", "Stream Raft", "streaming", Link, In(-1, ["USD", "EUR", "GBP", "CAD", "AUD", "MXN", "BRL", "SEK", "PLN"])),
            Brand("sound-pond", "Sound Pond", "streaming", Code, Fixed("USD", 2, 9.99m, 19.99m, 49.99m), Fixed("EUR", 2, 9.99m, 19.99m)),
            Brand("silver-screen", "Silver Screen", "cinema", CodeAndPin, Fixed("USD", 12, 12, 24, 36), Fixed("GBP", 10, 10, 20)),
            Brand("kino-wisla", "Kino Wisla", "cinema", Code, Fixed("PLN", 8, 50, 100, 200)),
            Brand("cinema-oresund", "Cinema Oresund", "cinema", Code, Range("DKK", 6, 100, 2_000), Range("SEK", 6, 100, 2_000)),
        ];

    private static IEnumerable<GifqBrand> Prepaid() =>
        [
            Brand(
                "open-prepaid",
                "Open Prepaid",
                "prepaid",
                LinkAndChallenge,
                In(-4.5m, [.. GifqCurrencies.All.Select(currency => currency.Code)])
            ),
            Brand("open-prepaid-gulf", "Open Prepaid Gulf", "prepaid", CodeSerialAndSecurityCode, In(-3, Gulf)),
            Brand("open-prepaid-latin", "Open Prepaid Latin", "prepaid", Link, In(-5, Latin)),
            Brand("talk-and-text", "Talk & Text", "mobile", CodeAndPin, In(2, [.. SouthEastAsia, .. Latin, "INR", "TRY", "ZAR"])),
        ];

    private static IEnumerable<GifqBrand> Rest() =>
        [
            Brand(
                "charity-of-choice",
                "Charity of Choice",
                "charity",
                Link,
                Range("USD", 0, 1, 1_000, Everywhere),
                Range("EUR", 0, 1, 1_000, Everywhere)
            ),
            Brand("rose-and-reed", "Rose & Reed", "flowers", Code, Range("EUR", 11, 20, 150, "NL", "BE", "DE"), Range("GBP", 10, 20, 150)),
            Brand(
                "spa-alpina",
                "Spa Alpina",
                "wellness",
                LinkAndChallenge,
                Range("CHF", 7.25m, 50, 500),
                Range("EUR", 7.25m, 50, 500, "AT", "DE", "IT")
            ),
            Brand("bright-courses", "Bright Courses", "learning", Code, Range("USD", null, 10, 300, Everywhere)),
            Brand(
                "last-seats",
                "Last Seats",
                "events",
                Code,
                Fixed("USD", 15, ["US"], 20, 40).Select(option => option with { Stock = 0 }),
                Fixed("USD", 15, ["US"], 60).Select(option => option with { Stock = 3 })
            ),
            Brand(GifqCatalog.UnavailableBrand, "Sold Out Supplies", "shopping", Code, Fixed("USD", 5, 10, 25)) with
            {
                Available = false,
            },
        ];

    private static GifqBrand Brand(
        string slug,
        string title,
        string category,
        GifqRedemptionKind redemption,
        params IEnumerable<IEnumerable<GifqOption>> options
    ) => new(slug, title, category, redemption, [.. options.SelectMany(option => option)]);

    private static IEnumerable<GifqOption> Range(
        string currency,
        decimal? discount,
        decimal minimum,
        decimal maximum,
        params string[] countries
    ) => [new GifqOption(currency, minimum, maximum, countries is [] ? GifqCurrencies.Get(currency).Countries : countries, discount)];

    private static IEnumerable<GifqOption> Fixed(string currency, decimal? discount, params decimal[] values) =>
        Fixed(currency, discount, [], values);

    private static IEnumerable<GifqOption> Fixed(string currency, decimal? discount, string[] countries, params decimal[] values) =>
        values.SelectMany(value => Range(currency, discount, value, value, countries));

    /// <summary>A range in each of the currencies, from about five to about five hundred dollars.</summary>
    private static IEnumerable<GifqOption> In(decimal discount, IEnumerable<string> currencies) =>
        currencies.SelectMany(currency => Range(currency, discount, RoundWorth(5, currency), RoundWorth(500, currency)));

    /// <summary>What the dollars are worth, rounded to one digit as shops do.</summary>
    private static decimal RoundWorth(decimal dollars, string currency)
    {
        var worth = dollars * GifqCurrencies.Get(currency).PerDollar;
        var magnitude = 1m;
        while (worth / magnitude >= 10)
        {
            magnitude *= 10;
        }

        return decimal.Round(worth / magnitude, MidpointRounding.AwayFromZero) * magnitude;
    }
}
