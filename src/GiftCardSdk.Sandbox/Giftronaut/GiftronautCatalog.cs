using System.Globalization;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// Something an order can name: one brand in one country, or a design whose brand the recipient picks. <see cref="Prices"/> is the list of
/// permitted face values, or the two ends of a range.
/// </summary>
internal sealed record GiftronautProduct(string Id, string Name, string Currency, string? Country, bool IsRange, decimal[] Prices)
{
    public bool IsChoice { get; init; }

    /// <summary>The distance of permitted values in a range, from its lower end; null permits every value.</summary>
    public decimal? Step { get; init; }

    public bool Available { get; init; } = true;

    public string? Description { get; init; }

    public string CardType => IsChoice ? GiftronautRules.Choice : GiftronautRules.Branded;

    public bool Accepts(decimal amount) =>
        IsRange
            ? amount >= Prices[0]
                && amount <= Prices[1]
                && GiftronautCurrencies.CanExpress(amount, Currency)
                && (Step is not { } step || (amount - Prices[0]) % step == 0)
            : Array.IndexOf(Prices, amount) >= 0;

    /// <summary>The permitted face values in words.</summary>
    public string PricesInWords =>
        string.Join(IsRange ? " to " : ", ", Prices.Select(price => price.ToString(CultureInfo.InvariantCulture)))
        + (Step is { } step ? " in steps of " + step.ToString(CultureInfo.InvariantCulture) : "");
}

/// <summary>The two catalogs, branded and choice, in one list of products. All names are invented. Guarded by the twin's lock.</summary>
internal sealed class GiftronautCatalog(GiftronautTwinOptions options, GiftronautReplies replies)
{
    /// <summary>Listed like any other and refused in every order: the product to ask for when a refusal is wanted.</summary>
    public const string UnavailableProductId = "GC-SOLDOUT-USD";

    private const string Table = """
        Northwind Outdoors: GC-NORTHWIND-USD USD USA 15 30 75
        Contoso Cafe: GC-CONTOSOCAFE-EUR EUR DEU 8..250
        Fabrikam Books: 20417 SGD SGP 10..120/5
        Ember Grill: GC-EMBERGRILL-USD USD USA 5..500
        Pixel Dock: GC-PIXELDOCK-USD USD USA 10 25 50 100
        Silverleaf Spa: GC-SILVERLEAF-USD USD USA 25..1000
        Tiny Trains: GC-TINYTRAINS-USD USD USA 9.99 19.99 49.99
        Oak & Iron: GC-OAKANDIRON-USD USD USA 20..400
        Cloudseat Air: GC-CLOUDSEAT-USD USD USA 50 100 250 500 1000
        Meadow Mart: GC-MEADOWMART-USD USD USA 1..300
        Sold Out Supplies: GC-SOLDOUT-USD USD USA 10 25
        Meadow Mart: GC-MEADOWMART-CAD CAD CAN 1..300
        Northwind Outdoors: GC-NORTHWIND-CAD CAD CAN 20 40 100
        Contoso Cafe: GC-CONTOSOCAFE-GBP GBP GBR 5..200
        Pixel Dock: GC-PIXELDOCK-GBP GBP GBR 10 20 50
        Oak & Iron: GC-OAKANDIRON-EUR EUR FRA 20..400
        Pixel Dock: GC-PIXELDOCK-EUR EUR ESP 10 20 50 100
        Sakuraya: GC-SAKURAYA-JPY JPY JPN 500..50000
        Pixel Dock: GC-PIXELDOCK-JPY JPY JPN 1000 3000 5000 10000
        Desert Rose: GC-DESERTROSE-KWD KWD KWT 2.5..150
        Pearl Coast: GC-PEARLCOAST-BHD BHD BHR 5 10.5 25
        Hanok Tea: GC-HANOKTEA-KRW KRW KOR 5000..500000
        Koala Kits: GC-KOALAKITS-AUD AUD AUS 20 50 100
        Fjordfisk: GC-FJORDFISK-NOK NOK NOR 100..5000
        Alpenglow Sport: GC-ALPENGLOW-CHF CHF CHE 20 50 100 200
        Fabrikam Books: 20418 USD USA 10..200/5; 20419 MYR MYS 20..500/10; 20420 AUD AUS 10..200/5; 20421 INR IND 250..10000/250
        Contoso Cafe: 20430 EUR AUT 10 25 50; 20431 EUR ITA 10 25 50; 20432 EUR NLD 10 25 50; 20433 EUR BEL 10 25 50
        Contoso Cafe: 20434 EUR PRT 10 25 50; 20435 EUR IRL 10 25 50; 20436 EUR FIN 10 25 50; 20437 EUR GRC 10 25 50
        Contoso Cafe: 20438 PLN POL 40 100 200; 20439 CZK CZE 250 500 1000; 20440 RON ROU 50 100 250
        Contoso Cafe: 20441 HUF HUN 4000 10000 20000
        Meadow Mart: 20450 USD USA 1..300; 20451 MXN MEX 50..5000; 20452 BRL BRA 20..1500; 20453 CLP CHL 5000..250000
        Meadow Mart: 20454 COP COL 20000..1000000; 20455 ZAR ZAF 50..5000; 20456 NZD NZL 5..500
        Nordlys Kino: 20460 SEK SWE 100..2000/50; 20461 DKK DNK 100..2000/50; 20462 NOK NOR 100..2000/50
        Nordlys Kino: 20463 ISK ISL 1000..40000/500; 20464 EUR FIN 10..200/5
        Trail Gear: 20466 USD USA 15 30 75
        Lotus Rides: 20470 THB THA 100 250 500 1000; 20471 VND VNM 100000 250000 500000; 20472 IDR IDN 50000 100000 250000
        Lotus Rides: 20473 PHP PHL 200 500 1000 2000; 20474 MYR MYS 20 50 100; 20475 SGD SGP 10 20 50; 20476 HKD HKG 100 200 500
        Lotus Rides: 20477 TWD TWN 300 500 1000
        Desert Rose: 20480 AED ARE 25..2000; 20481 SAR SAU 25..2000; 20482 QAR QAT 25..2000; 20483 BHD BHR 2.5..200/0.125
        Desert Rose: 20484 OMR OMN 2.5..200/0.5; 20485 JOD JOR 5..250; 20486 TND TUN 10.5..500; 20487 KWD KWT 2.125 5.25 10.5 25
        Pixel Dock: 20490 USD USA 10 25 50 100; 20491 CAD CAN 15 30 60; 20492 AUD AUS 15 30 75; 20493 EUR DEU 10 20 50 100
        Pixel Dock: 20494 EUR FRA 10 20 50 100; 20495 PLN POL 50 100 200; 20496 TRY TUR 250 500 1000; 20497 BRL BRA 50 100 250
        Pixel Dock: 20498 INR IND 500 1000 2500; 20499 KRW KOR 10000 30000 50000; 20500 ZAR ZAF 100 250 500
        Olive Table: 20510 EUR ESP 15..300; 20511 EUR ITA 15..300; 20512 EUR GRC 15..300; 20513 ILS ISR 50..1500
        Olive Table: 20514 TRY TUR 200..10000; 20515 GBP GBR 15..300
        Alpenglow Sport: 20520 EUR AUT 20 50 100 200; 20521 EUR DEU 20 50 100 200; 20522 CHF CHE 10..500/0.05
        Retired Reading: 20530 USD USA 10
        Sunrise design: CHOICE-SUNRISE-USD USD - 5..1000
        Confetti design: CHOICE-CONFETTI-USD USD - 5..1000
        Harbour design: CHOICE-HARBOUR-USD USD - 5..1000
        Origami design: CHOICE-ORIGAMI-USD USD - 10..500/5
        Lantern design: CHOICE-LANTERN-USD USD - 5..1000
        Midnight design: CHOICE-MIDNIGHT-USD USD - 5..2000
        Winter design: CHOICE-WINTER-USD USD - 5..1000
        Plain design: CHOICE-PLAIN-USD USD - 1..1000
        """;

    private static readonly string[] Unavailable = [UnavailableProductId, "20530", "CHOICE-WINTER-USD"];

    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
        ["20418"] = "Paper, ink and quiet.",
        ["20450"] = "Groceries from the county next door.",
        ["20490"] = "Games and what goes with them.",
    };

    private readonly OrderedDictionary<string, GiftronautProduct> _products = new(
        All().Concat(Enumerable.Range(1, options.ExtraProducts).Select(Extra)).Select(product => KeyValuePair.Create(product.Id, product)),
        StringComparer.Ordinal
    );

    /// <summary>What can be seen, in catalog order.</summary>
    public IEnumerable<GiftronautProduct> Listed => _products.Values;

    /// <summary>What can be bought under this id; null when it never existed, is gone, or is listed only.</summary>
    public GiftronautProduct? Find(string id) => _products.GetValueOrDefault(id) is { Available: true } found ? found : null;

    public void Add(GiftronautProduct product)
    {
        if (!_products.TryAdd(product.Id, product))
        {
            throw new ArgumentException($"The catalog has a product '{product.Id}' already.", nameof(product));
        }
    }

    public void Remove(string id)
    {
        if (!_products.Remove(id))
        {
            throw new ArgumentException($"The catalog has no product '{id}'.", nameof(id));
        }
    }

    public SandboxAnswer List(GiftronautCall call, string cardType)
    {
        var products = Listed.Where(product => product.CardType == cardType);
        if (!options.CatalogQueryHonoured)
        {
            return replies.Data(Json.Array(products.Select(Row)));
        }

        var (country, currency) = (call.Http.QueryValue("countryCode"), call.Http.QueryValue("currencyCode"));
        var found = products
            .Where(product => (country is null || product.Country == country) && (currency is null || product.Currency == currency))
            .ToArray();
        return replies.Page(call, found, found.Length, Row);
    }

    private JsonObject Row(GiftronautProduct product) =>
        options.PriceVocabulary switch
        {
            GiftronautPriceVocabulary.FaceValue => FaceValueRow(product),
            GiftronautPriceVocabulary.Price => PriceRow(product),
            _ => product.Id.StartsWith("GC-", StringComparison.Ordinal) ? FaceValueRow(product) : PriceRow(product),
        };

    private static JsonObject FaceValueRow(GiftronautProduct product)
    {
        var row = new JsonObject
        {
            ["productId"] = product.Id,
            ["brandName"] = product.Name,
            ["currencyCode"] = product.Currency,
            ["faceValueType"] = product.IsRange ? "RANGE" : "FIXED",
        };
        if (product.IsRange)
        {
            (row["minAmount"], row["maxAmount"]) = (product.Prices[0], product.Prices[1]);
        }
        else
        {
            row["denominations"] = Prices(product);
        }

        return row;
    }

    private static JsonObject PriceRow(GiftronautProduct product) =>
        new JsonObject
        {
            ["productId"] = product.Id,
            [product.IsChoice ? "cardName" : "brandName"] = product.Name,
            ["currencyCode"] = product.Currency,
            ["countryCode"] = product.Country,
            ["description"] = product.Description,
            ["priceType"] = product.IsRange ? "RANGE" : "FIXED",
            ["prices"] = Prices(product),
            ["priceStep"] = product.Step,
        }.WithoutNulls();

    private static JsonArray Prices(GiftronautProduct product) => Json.Array(product.Prices.Select(price => JsonValue.Create(price)));

    // A brand and what it sells, each with id, currency, country and the values: a list, or a range with or without a step. Products whose id
    // is a number came later; only they know steps. Designs are in US dollars; brand and country are the recipient's choice.
    private static IEnumerable<GiftronautProduct> All() =>
        Table
            .Split(["\r\n", "\n"], StringSplitOptions.None)
            .Select(line => line.Split(": "))
            .SelectMany(line => line[1].Split("; ").Select(entry => Parse(line[0], entry.Split(' '))));

    private static GiftronautProduct Parse(string name, string[] entry)
    {
        var (id, isRange) = (entry[0], entry[3].Contains("..", StringComparison.Ordinal));
        var texts = isRange ? entry[3].Split(["..", "/"], StringSplitOptions.None) : entry[3..];
        decimal[] values = [.. texts.Select(text => decimal.Parse(text, CultureInfo.InvariantCulture))];
        return new(id, name, entry[1], entry[2] == "-" ? null : entry[2], isRange, isRange ? values[..2] : values)
        {
            IsChoice = id.StartsWith("CHOICE-", StringComparison.Ordinal),
            Step = isRange && values is [_, _, var step] ? step : null,
            Available = !Unavailable.Contains(id),
            Description = Descriptions.GetValueOrDefault(id),
        };
    }

    private static GiftronautProduct Extra(int number)
    {
        var label = number.ToString("D6", CultureInfo.InvariantCulture);
        return number % 2 == 0
            ? new("9" + label, "Extra Brand " + label, "USD", "USA", IsRange: true, [1, 500])
            : new("GC-EXTRA" + label + "-USD", "Extra Brand " + label, "USD", "USA", IsRange: false, [10, 25, 50]);
    }
}
