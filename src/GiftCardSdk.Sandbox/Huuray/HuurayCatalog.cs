using System.Globalization;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>Which bearer values a card of a product has.</summary>
internal enum HuurayCardParts
{
    Everything,
    CodeOnly,
    LinkOnly,
}

/// <summary>
/// A product: one brand in one country. <see cref="Prices"/> holds minor units: the list of a fixed product, or the two ends of a range,
/// which is issued in real time while the others are sold from stock.
/// </summary>
internal sealed record HuurayProduct(string Token, string Brand, HuurayCountry Country, bool IsRange, long[] Prices)
{
    public string Categories { get; init; } = "Shopping";

    /// <summary>The account's discount in percent; null where none was agreed.</summary>
    public decimal? Discount { get; init; }

    public bool IsActive { get; init; } = true;

    /// <summary>Whether the account may order it; otherwise only the public catalogue shows it.</summary>
    public bool IsOrderable { get; init; } = true;

    public int ValidMonths { get; init; } = 24;

    public HuurayCardParts Parts { get; init; }

    public string? Description { get; init; }

    public bool Accepts(long value) => IsRange ? value >= Prices[0] && value <= Prices[1] : Array.IndexOf(Prices, value) >= 0;

    /// <summary>What one card of this value costs the account.</summary>
    public long Price(long value) =>
        Discount is { } percent ? (long)Math.Round(value * (100 - percent) / 100, MidpointRounding.AwayFromZero) : value;

    /// <summary>When a card bought now expires at the latest: the end of a day.</summary>
    public DateTimeOffset LatestExpiry(DateTimeOffset now) =>
        new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddMonths(ValidMonths).AddDays(1).AddSeconds(-1);
}

/// <summary>The products with their stock, and the templates they are delivered with. Every list is answered whole, without pages. Guarded by the twin's lock.</summary>
internal sealed class HuurayCatalog
{
    /// <summary>Listed like any other product and refused in every order: for tests that want a refusal.</summary>
    public const string UnavailableProductToken = "pt-sold-out-se";

    private const int OpeningStock = 100_000;

    private readonly HuurayTwinOptions _options;
    private readonly HuurayCurrencies _currencies;
    private readonly List<HuurayProduct> _products;
    private readonly Dictionary<(string Token, long Value), int> _stock = [];

    public HuurayCatalog(HuurayTwinOptions options, HuurayCurrencies currencies)
    {
        _options = options;
        _currencies = currencies;
        _products = [.. Special(), .. HuurayCountry.All.SelectMany(Regular)];
    }

    public IEnumerable<HuurayProduct> Orderable => _products.Where(product => product.IsOrderable);

    /// <summary>The product of a token; null if there is none that the account may see.</summary>
    public HuurayProduct? Find(string? token) => Orderable.FirstOrDefault(product => product.Token == token);

    public void Remove(string token) => _products.Remove(Known(token));

    public void SetStock(string token, long value, int cards) => _stock[(Known(token).Token, value)] = cards;

    public bool HasStock(HuurayProduct product, long value, int cards) => product.IsRange || StockOf(product, value) >= cards;

    public void TakeStock(HuurayProduct product, long value, int cards)
    {
        if (!product.IsRange)
        {
            _stock[(product.Token, value)] = StockOf(product, value) - cards;
        }
    }

    public SandboxAnswer List(SandboxCall call, JsonObject body)
    {
        var all = body.Flag("All") == true;
        var rows = Json.Array(_products.Where(product => all || product.IsOrderable).Select(product => Row(product, all)));
        return rows.Count == 0 ? HuurayRules.NotFound("There are no products") : HuurayRules.Answer(new JsonObject { ["Products"] = rows });
    }

    public SandboxAnswer Stock(SandboxCall call, JsonObject body)
    {
        if (call.ProductGone || Find(body.Text("ProductToken")) is not { } product)
        {
            return HuurayRules.NotFound("There is no such product");
        }

        var value = body.Whole("Value") ?? product.Prices[0];
        return product.Accepts(value)
            ? HuurayRules.Answer(new JsonObject { ["Stock"] = product.IsRange ? null : StockOf(product, value) })
            : HuurayRules.Refused("The product does not exist at this value");
    }

    public SandboxAnswer Templates(SandboxCall call) =>
        _options.Templates.Count + _options.PdfTemplates.Count == 0
            ? HuurayRules.NotFound("There are no active templates")
            : HuurayRules.Answer(
                new JsonObject
                {
                    ["Templates"] = Json.Array(_options.Templates.Select(Row)),
                    ["PDFTemplates"] = Json.Array(_options.PdfTemplates.Select(Row)),
                }
            );

    public SandboxAnswer ExchangeRate(SandboxCall call)
    {
        if (call.QueryValue("FromCurrency") is not { } from || call.QueryValue("ToCurrency") is not { } to)
        {
            return HuurayRules.BadRequest("FromCurrency and ToCurrency are both needed");
        }

        if (HuurayCurrencies.Rate(from, to) is not { } rate)
        {
            return HuurayRules.NotFound("There is no rate for this pair");
        }

        var spread = from == to ? 0 : HuurayCurrencies.SpreadPercent;
        var shown = _options.RateContainsSpread ? Math.Round(rate * (100 - spread) / 100, 8) : rate;
        return HuurayRules.Answer(new JsonObject { ["ExchangeRate"] = shown, ["Spread"] = spread });
    }

    private JsonObject Row(HuurayProduct product, bool isPublic)
    {
        var row = new JsonObject
        {
            ["ProductToken"] = product.Token,
            ["BrandName"] = product.Brand,
            ["Country"] = product.Country.Name,
            ["CountryCode"] = product.Country.Code,
            ["Discount"] = product.Discount,
            ["Denominations"] = Denominations(product),
            ["Currency"] = product.Country.Currency,
            ["RealTimeStock"] = product.IsRange ? "Real-time" : "Stock",
            ["Categories"] = product.Categories,
            ["LanguageCode"] = product.Country.Language,
            ["Active"] = product.IsActive,
            ["BrandDescription"] = product.Description,
            ["RedemptionInstructions"] = "Show the code at the till.",
            ["LogoFile"] = $"https://img.example.test/{product.Token}.png",
        };
        if (isPublic)
        {
            row.Remove("ProductToken");
        }

        if (isPublic || product.Discount is null)
        {
            row.Remove("Discount");
        }

        return row;
    }

    private static JsonObject Row(HuurayTemplate template) =>
        new()
        {
            ["Id"] = template.Id,
            ["Name"] = template.Name,
            ["Type"] = template.Type,
            ["Language"] = template.Language,
            ["Sender"] = "Demo AB",
            ["Subject"] = template.IsEmail ? "A gift for you" : null,
            ["FormattedText"] = template.IsEmail ? "<p>Hello</p>" : null,
            ["PlainText"] = "Hello",
        };

    private static JsonObject Row(HuurayPdfTemplate template) =>
        new()
        {
            ["Uid"] = template.Uid,
            ["Name"] = template.Name,
            ["Type"] = "Standard",
            ["Language"] = template.Language,
            ["Country"] = template.Country,
            ["BrandName"] = null,
        };

    private string? Denominations(HuurayProduct product)
    {
        var texts = product.Prices.Select(price => Text(price, product.Country.Currency));
        return (product.IsRange, _options.RangeNotation) switch
        {
            (false, _) => string.Join(',', texts),
            (true, HuurayRangeNotation.Dash) => string.Join('-', texts),
            (true, HuurayRangeNotation.Words) => "Open value",
            _ => null,
        };
    }

    private string Text(long price, string currency) =>
        _options.DenominationUnit == HuurayDenominationUnit.Minor
            ? price.ToString(CultureInfo.InvariantCulture)
            : _currencies.Major(price, currency).ToString("0.###", CultureInfo.InvariantCulture);

    private int StockOf(HuurayProduct product, long value) =>
        product.Token == UnavailableProductToken ? 0 : _stock.GetValueOrDefault((product.Token, value), OpeningStock);

    private HuurayProduct Known(string token) =>
        _products.Find(product => product.Token == token)
        ?? throw new ArgumentException($"The catalogue has no product '{token}'.", nameof(token));

    private HuurayProduct Range(string name, string brand, string country, decimal minimum, decimal maximum) =>
        Make(name, brand, country, [minimum, maximum], isRange: true) with
        {
            Description = $"{brand}: any amount in the range.",
        };

    private HuurayProduct Make(string name, string brand, string code, decimal[] values, bool isRange = false)
    {
        var country = HuurayCountry.Of(code);
        long[] prices = [.. values.Select(value => _currencies.Minor(value, country.Currency))];
        return new($"pt-{name}-{code.ToLowerInvariant()}", brand, country, isRange, prices);
    }

    // Sold in every country, so that each has a product with fixed values and one with a range.
    private IEnumerable<HuurayProduct> Regular(HuurayCountry country)
    {
        var unit = country.Unit;
        yield return Range("free-choice", "Free Choice Demo", country.Code, unit / 2, unit * 50) with
        {
            Categories = "Choice",
            Discount = 0m,
            Parts = HuurayCardParts.LinkOnly,
            Description = "The recipient picks the brand.",
        };
        yield return Fixed("lantern-books", "Lantern Books Demo", country.Code, [unit, unit * 2.5m, unit * 5], "Books,Leisure", 2.5m) with
        {
            Parts = HuurayCardParts.CodeOnly,
        };
    }

    private HuurayProduct Fixed(string name, string brand, string country, decimal[] values, string categories, decimal? discount = null) =>
        Make(name, brand, country, values) with
        {
            Categories = categories,
            Discount = discount,
        };

    private HuurayProduct Flexible(
        string name,
        string brand,
        string country,
        decimal minimum,
        decimal maximum,
        string categories,
        decimal? discount = null,
        int months = 24
    ) => Range(name, brand, country, minimum, maximum) with { Categories = categories, Discount = discount, ValidMonths = months };

    private HuurayProduct Closed(string name, string brand, string country) =>
        Make(name, brand, country, [100, 250]) with
        {
            IsActive = false,
        };

    private static HuurayProduct MembersOnly(HuurayProduct product) => product with { IsOrderable = false };

    private IEnumerable<HuurayProduct> Special() =>
        [
            Fixed("nord-kaffe", "Nordkaffe Demo", "SE", [100, 250, 500], "Food,Coffee", 3.25m) with
            {
                Description = "Demo coffee bars.",
            },
            // A second offer of the same brand in the same country.
            Flexible("nord-kaffe-flex", "Nordkaffe Demo", "SE", 50, 5_000, "Food,Coffee", 1.75m),
            Fixed("nord-kaffe", "Nordkaffe Demo", "DK", [100, 250, 500], "Food,Coffee", 3m),
            Fixed("nord-kaffe", "Nordkaffe Demo", "NO", [100, 250, 500], "Food,Coffee"),
            Fixed("sold-out", "Sold Out Supplies Demo", "SE", [100, 250], "Shopping"),
            Closed("winter-closed", "Winter Closed Demo", "SE"),
            Closed("summer-closed", "Summer Closed Demo", "DK"),
            MembersOnly(Range("members-only", "Members Only Demo", "SE", 100, 1_000)),
            MembersOnly(Range("members-only", "Members Only Demo", "DK", 100, 1_000)),
            MembersOnly(Make("members-only", "Members Only Demo", "DE", [25, 50])),
            Fixed("trail-gear", "Trail Gear Demo", "US", [15, 25, 75], "Sport"),
            Flexible("trail-gear-flex", "Trail Gear Demo", "US", 5, 500, "Sport", 6m),
            Fixed("harbour-cinema", "Harbour Cinema Demo", "GB", [12.5m, 25, 37.5m], "Leisure,Film"),
            Fixed("waldweg", "Waldweg Demo", "DE", [15, 25, 50], "Sport", 4m),
            Fixed("velo-bleu", "Vélo Bleu Demo", "FR", [10, 50, 100], "Sport"),
            Fixed("hikari-games", "Hikari Games Demo", "JP", [1_000, 3_000, 5_000], "Games", 2m),
            // Half a dinar: the third decimal counts.
            Fixed("pearl-market", "Pearl Market Demo", "KW", [2.5m, 5, 12.525m], "Food", 1.5m),
            Flexible("open-prepaid", "Open Prepaid Demo", "FI", 5, 1_000, "Shopping", 0.5m, months: 12),
            Flexible("open-prepaid", "Open Prepaid Demo", "US", 5, 2_000, "Shopping", months: 12),
        ];
}
