using System.Globalization;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>A region: a number when brands are listed, a name when something is ordered.</summary>
internal sealed record GiftbitRegion(int Id, string Name, string Currency, string Flag);

/// <summary>A brand. <see cref="Prices"/> is the list of a fixed brand, or the two ends of a range.</summary>
internal sealed record GiftbitBrand(string Code, string Name, string Currency, IReadOnlyList<int> Regions, bool IsRange, long[] Prices)
{
    public bool Embeddable { get; init; } = true;

    public bool Available { get; init; } = true;

    public string? Disclaimer { get; init; }

    public string? Description { get; init; }

    public bool Accepts(long cents) => IsRange ? cents >= Prices[0] && cents <= Prices[1] : Array.IndexOf(Prices, cents) >= 0;
}

/// <summary>The brands on sale. All names are invented. Guarded by the twin's lock.</summary>
internal sealed class GiftbitCatalog
{
    /// <summary>Listed like any other and refused in every order: the brand to ask for when a refusal is wanted.</summary>
    public const string UnavailableBrandCode = "soldoutus";

    /// <summary>What the recipient of a full-catalog reward picks when nobody says otherwise.</summary>
    public const string ChoiceBrandCode = "charityglobal";

    private const int UsualPage = 20;

    private const int Canada = 1;
    private const int Usa = 2;
    private const int Global = 3;
    private const int Australia = 4;
    private const int UnitedKingdom = 5;
    private const int Germany = 6;
    private const int France = 7;
    private const int Ireland = 8;
    private const int NewZealand = 9;
    private const int Japan = 10;

    private static readonly string[] NumberNames = ["region", "min_price_in_cents", "max_price_in_cents"];

    private readonly List<GiftbitBrand> _brands;

    private readonly GiftbitTwinOptions _options;

    public GiftbitCatalog(GiftbitTwinOptions options)
    {
        _options = options;
        _brands = [.. Regular(), .. Enumerable.Range(1, options.ExtraBrands).Select(Extra)];
    }

    public IReadOnlyList<GiftbitRegion> Regions { get; } =
    [
        new(Canada, "Canada", "CAD", "ca"),
        new(Usa, "USA", "USD", "us"),
        new(Global, "Global", "USD", "globe"),
        new(Australia, "Australia", "AUD", "au"),
        new(UnitedKingdom, "United Kingdom", "GBP", "gb"),
        new(Germany, "Germany", "EUR", "de"),
        new(France, "France", "EUR", "fr"),
        new(Ireland, "Ireland", "EUR", "ie"),
        new(NewZealand, "New Zealand", "NZD", "nz"),
        new(Japan, "Japan", "JPY", "jp"),
    ];

    /// <summary>What can be seen, in catalog order.</summary>
    public IReadOnlyList<GiftbitBrand> Listed => _brands;

    public GiftbitBrand? Find(string code) => _brands.Find(brand => brand.Code == code);

    public GiftbitRegion? FindRegion(string? name) => Regions.FirstOrDefault(region => region.Name == name);

    public void Remove(string code) =>
        _brands.Remove(Find(code) ?? throw new ArgumentException($"The catalog has no brand '{code}'.", nameof(code)));

    /// <summary>The list has no prices, the detail has.</summary>
    public SandboxAnswer List(SandboxCall call)
    {
        if (NumberNames.FirstOrDefault(name => call.QueryValue(name) is { } text && Number(text) is null) is not null)
        {
            return GiftbitRules.Parameter("region, min_price_in_cents and max_price_in_cents are whole numbers");
        }

        if (call.QueryValue("embeddable") is not (null or "true" or "false"))
        {
            return GiftbitRules.Parameter("embeddable is true or false, in lower case");
        }

        GiftbitBrand[] found = [.. _brands.Where(brand => Matches(call, brand))];
        var info = GiftbitRules.Info("INFO_BRANDS_RETRIEVED", "Brands", "Brands found.");
        return GiftbitRules.Page(call, "brands", found, Row, info, UsualPage, _options.MaxPageSize);
    }

    public SandboxAnswer Get(SandboxCall call)
    {
        var code = call.Route("brand_code");
        if (call.ProductGone || Find(code) is not { } brand)
        {
            return GiftbitRules.Invalid("ERROR_BRANDS_NO_SUCH_BRAND", code, "Unknown brand");
        }

        var info = GiftbitRules.Info("INFO_BRANDS_RETRIEVED", "Brands", "Brand found.");
        return GiftbitRules.Ok(new JsonObject { ["brand"] = Detail(brand), ["info"] = info });
    }

    public SandboxAnswer ListRegions(SandboxCall call)
    {
        var rows = Regions.Select(region => new JsonObject
        {
            ["id"] = region.Id,
            ["name"] = region.Name,
            ["image_url"] = $"https://img.example/{region.Flag}.png",
        });
        var info = GiftbitRules.Info("INFO_RETRIEVED_REGIONS", "Regions", "Regions found.");
        return GiftbitRules.Ok(new JsonObject { ["regions"] = Json.Array(rows), ["info"] = info });
    }

    private static bool Matches(SandboxCall call, GiftbitBrand brand) =>
        (Number(call.QueryValue("region")) is not { } region || brand.Regions.Contains((int)region))
        && (Number(call.QueryValue("min_price_in_cents")) is not { } minimum || brand.Prices[^1] >= minimum)
        && (Number(call.QueryValue("max_price_in_cents")) is not { } maximum || brand.Prices[0] <= maximum)
        && (call.QueryValue("currencyisocode") is not { } currency || brand.Currency == currency)
        && (call.QueryValue("search") is not { } text || Mentions(brand.Name, text) || Mentions(brand.Description, text))
        && (call.QueryValue("embeddable") != "true" || brand.Embeddable);

    private static bool Mentions(string? words, string text) => words?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static JsonObject Row(GiftbitBrand brand) =>
        new JsonObject
        {
            ["brand_code"] = brand.Code,
            ["name"] = brand.Name,
            ["image_url"] = $"https://img.example/{brand.Code}.png",
            ["disclaimer"] = brand.Disclaimer,
        }.WithoutNulls();

    private static JsonObject Detail(GiftbitBrand brand)
    {
        var detail = Row(brand);
        detail["description"] = brand.Description;
        detail["regions"] = Json.Array(brand.Regions.Select(region => (JsonNode)region));
        detail["fund_currencyisocode"] = brand.Currency;
        detail["inapp_available"] = brand.Embeddable;
        detail["variable_price"] = brand.IsRange;
        if (brand.IsRange)
        {
            detail["min_price_in_cents"] = brand.Prices[0];
            detail["max_price_in_cents"] = brand.Prices[1];
        }
        else
        {
            detail["allowed_prices_in_cents"] = Json.Array(brand.Prices.Select(price => (JsonNode)price));
        }

        return detail.WithoutNulls();
    }

    private static GiftbitBrand Range(string code, string name, string currency, int[] regions, long minimum, long maximum) =>
        new(code, name, currency, regions, IsRange: true, [minimum, maximum]) { Description = $"{name}: any amount in the range." };

    private static GiftbitBrand List(string code, string name, string currency, int[] regions, params long[] prices) =>
        new(code, name, currency, regions, IsRange: false, prices);

    private static GiftbitBrand Extra(int number)
    {
        var label = number.ToString("D6", CultureInfo.InvariantCulture);
        return number % 2 == 0
            ? Range("extra" + label, "Extra Brand " + label, "USD", [Usa], 100, 50_000)
            : List("extra" + label, "Extra Brand " + label, "USD", [Usa], 1_000, 2_500, 5_000);
    }

    private static IEnumerable<GiftbitBrand> Regular() =>
        [
            Range("northcafeus", "North Cafe", "USD", [Usa], 300, 40_000) with
            {
                Description = "Coffee and cake.",
            },
            List("trailgearus", "Trail Gear", "USD", [Usa, Global], 1_500, 3_000, 7_500) with
            {
                Embeddable = false,
                Disclaimer = "Trail Gear is not a sponsor.",
            },
            Range("lanternbooksus", "Lantern Books", "USD", [Usa], 500, 50_000),
            List("pixelarcadeus", "Pixel Arcade", "USD", [Usa], 1_000, 2_000, 2_500, 5_000, 10_000),
            Range("harvestmarketus", "Harvest Market", "USD", [Usa], 500, 100_000) with
            {
                Disclaimer = "Groceries only.",
            },
            List("silverscreenus", "Silver Screen", "USD", [Usa], 1_200, 2_400, 3_600),
            Range("cloudmilesus", "Cloud Miles", "USD", [Usa, Global], 2_500, 200_000),
            List("bluebikeus", "Blue Bike", "USD", [Usa], 1_000, 5_000, 10_000, 25_000),
            Range("maplehomeus", "Maple Home", "USD", [Usa], 1_000, 75_000),
            List("soundpondus", "Sound Pond", "USD", [Usa], 999, 1_999, 4_999),
            Range("quickbiteus", "Quick Bite", "USD", [Usa], 100, 20_000),
            List("petmeadowus", "Pet Meadow", "USD", [Usa], 1_500, 2_500, 5_000) with
            {
                Embeddable = false,
            },
            Range("openprepaidus", "Open Prepaid", "USD", [Usa, Global], 500, 100_000) with
            {
                Disclaimer = "Issued by a bank that does not exist.",
            },
            List(UnavailableBrandCode, "Sold Out Supplies", "USD", [Usa], 1_000, 2_500) with
            {
                Available = false,
            },
            Range("northcafeca", "North Cafe Canada", "CAD", [Canada], 300, 40_000),
            List("trailgearca", "Trail Gear Canada", "CAD", [Canada], 1_500, 3_000, 7_500),
            Range("lanternbooksca", "Lantern Books Canada", "CAD", [Canada], 500, 50_000),
            List("pixelarcadeca", "Pixel Arcade Canada", "CAD", [Canada], 1_000, 2_500, 5_000),
            Range("harvestmarketca", "Harvest Market Canada", "CAD", [Canada], 500, 100_000),
            List("icerinkca", "Ice Rink", "CAD", [Canada], 2_000, 4_000) with
            {
                Embeddable = false,
            },
            Range("openprepaidca", "Open Prepaid Canada", "CAD", [Canada, Global], 500, 100_000),
            Range("reefdiveau", "Reef Dive", "AUD", [Australia], 1_000, 60_000),
            List("bushcampau", "Bush Camp", "AUD", [Australia], 2_000, 5_000, 10_000),
            Range("harvestmarketau", "Harvest Market Australia", "AUD", [Australia], 500, 100_000),
            List("pixelarcadeau", "Pixel Arcade Australia", "AUD", [Australia], 1_500, 3_000, 6_000),
            Range("lanternbooksau", "Lantern Books Australia", "AUD", [Australia], 500, 50_000),
            Range("teahousegb", "Tea House", "GBP", [UnitedKingdom], 300, 30_000),
            List("moorwalkgb", "Moor Walk", "GBP", [UnitedKingdom], 1_000, 2_000, 5_000),
            Range("harvestmarketgb", "Harvest Market UK", "GBP", [UnitedKingdom], 500, 80_000),
            List("silverscreengb", "Silver Screen UK", "GBP", [UnitedKingdom], 1_000, 2_000),
            Range("railpassgb", "Rail Pass", "GBP", [UnitedKingdom], 1_000, 100_000) with
            {
                Embeddable = false,
            },
            Range("nordkaffeede", "Nordkaffee", "EUR", [Germany], 300, 40_000),
            List("waldwegde", "Waldweg", "EUR", [Germany], 1_500, 2_500, 5_000),
            Range("buchlaternede", "Buchlaterne", "EUR", [Germany], 500, 50_000),
            Range("cafedunordfr", "Café du Nord", "EUR", [France], 300, 40_000),
            List("velobleufr", "Vélo Bleu", "EUR", [France], 1_000, 5_000, 10_000),
            Range("greenfieldie", "Greenfield Grocer", "EUR", [Ireland], 500, 60_000),
            Range("openprepaideu", "Open Prepaid Europe", "EUR", [Germany, France, Ireland, Global], 500, 100_000),
            List("fernhikenz", "Fern Hike", "NZD", [NewZealand], 2_000, 5_000),
            Range("harbourcafenz", "Harbour Cafe", "NZD", [NewZealand], 500, 30_000),
            // The wire counts hundredths even of a currency that has none: 50000 is 500 yen.
            Range("kissatenjp", "Kissaten", "JPY", [Japan], 50_000, 3_000_000),
            List("hikarigamesjp", "Hikari Games", "JPY", [Japan], 100_000, 300_000, 500_000),
            Range("charityglobal", "Charity of Choice", "USD", [Global, Usa, Canada, Australia, UnitedKingdom], 100, 100_000),
            List("streamraftglobal", "Stream Raft", "USD", [Global], 1_000, 2_500, 5_000),
        ];
}
