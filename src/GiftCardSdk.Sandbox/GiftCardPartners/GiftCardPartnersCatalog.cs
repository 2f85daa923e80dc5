using System.Globalization;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>A product in one currency. <see cref="Denominations"/> is the list of a fixed one, or the two ends of a range.</summary>
internal sealed record GiftCardPartnersProduct(
    string Id,
    string Name,
    string Currency,
    string[] Cultures,
    bool IsVariable,
    decimal[] Denominations
)
{
    private const decimal Hundred = 100;

    /// <summary>In percent of the face value.</summary>
    public decimal Discount { get; init; }

    /// <summary>On top of the face value, for each card.</summary>
    public decimal Fee { get; init; }

    /// <summary>Physical products of one group can share a parcel; null where nothing is posted.</summary>
    public string? Group { get; init; }

    public string[] DeliveryTypes { get; init; } = [];

    public bool NeedsCarrier { get; init; }

    /// <summary>The symbology of the card's barcode, or null where it has none.</summary>
    public string? BarcodeType { get; init; }

    public (string Culture, string Name, string Description)? Translation { get; init; }

    public bool Available { get; init; } = true;

    public bool Accepts(decimal value) =>
        IsVariable
            ? value >= Denominations[0] && value <= Denominations[1] && GiftCardPartnersRules.Fits(value, Currency)
            : Array.IndexOf(Denominations, value) >= 0;

    /// <summary>What the account pays for one card.</summary>
    public decimal UnitCost(decimal value) => GiftCardPartnersRules.Round(value - (value * Discount / Hundred) + Fee, Currency);
}

/// <summary>The products on sale, each listed in full. All names are invented. Guarded by the twin's lock.</summary>
internal sealed class GiftCardPartnersCatalog(GiftCardPartnersTwinOptions options, GiftCardPartnersAnswers answers)
{
    /// <summary>Listed like any other and refused in every order: the product to ask for when a refusal is wanted.</summary>
    public const string UnavailableProductId = "SOLD-OUT-SUPPLIES-US";

    private const decimal Hundred = 100;

    private static readonly string[] Usual = [GiftCardPartnersRules.Digital, GiftCardPartnersRules.Links];
    private static readonly string[] Shipped = [GiftCardPartnersRules.Shipment];
    private static readonly string[] LinksOnly = [GiftCardPartnersRules.Links];
    private static readonly string[] MailOnly = [GiftCardPartnersRules.Digital];

    private readonly List<GiftCardPartnersProduct> _products = [.. Regular(), .. Enumerable.Range(1, options.ExtraProducts).Select(Extra)];

    /// <summary>Every currency a regular product is sold in.</summary>
    public static IReadOnlyList<string> Currencies => [.. Regular().Select(product => product.Currency).Distinct(StringComparer.Ordinal)];

    /// <summary>What can be seen, in catalog order.</summary>
    public IReadOnlyList<GiftCardPartnersProduct> Listed => _products;

    public GiftCardPartnersProduct? Find(string? id) => _products.Find(product => product.Id == id);

    public void Remove(string id) =>
        _products.Remove(Find(id) ?? throw new ArgumentException($"The catalog has no product '{id}'.", nameof(id)));

    public SandboxAnswer List(SandboxCall call)
    {
        GiftCardPartnersProduct[] found = [.. _products.Where(product => Matches(call, product))];
        return answers.Page(call, found.Length, index => found[index], Row);
    }

    public SandboxAnswer Get(SandboxCall call) =>
        !call.ProductGone && Find(call.Route("id")) is { } product
            ? answers.Ok(Row(product))
            : answers.Unknown("There is no such product.");

    private bool Matches(SandboxCall call, GiftCardPartnersProduct product) =>
        Contains(product.Name, call.QueryValue("productName"))
        && (
            Contains(Short(product), call.QueryValue("productDescription"))
            || Contains(Long(product), call.QueryValue("productDescription"))
        )
        && (call.QueryValue("productType") is not { } type || string.Equals(TypeOf(product), type, StringComparison.OrdinalIgnoreCase));

    private static bool Contains(string text, string? part) => text.Contains(part ?? "", StringComparison.OrdinalIgnoreCase);

    private static string Short(GiftCardPartnersProduct product) => $"{product.Name} gift card.";

    private static string Long(GiftCardPartnersProduct product) => $"Valid wherever {product.Name} does business.";

    private string TypeOf(GiftCardPartnersProduct product) => product.Group is null ? "Digital" : options.PhysicalWord;

    private JsonObject Row(GiftCardPartnersProduct product) =>
        new()
        {
            ["Id"] = product.Id,
            ["Name"] = product.Name,
            ["Type"] = TypeOf(product),
            ["DenominationType"] = product.IsVariable ? options.VariableWord : "Fixed",
            ["Denominations"] = Json.Array(product.Denominations.Select(value => (JsonNode)value)),
            ["CurrencyCode"] = product.Currency,
            ["CultureCodes"] = Json.Array(product.Cultures.Select(culture => (JsonNode)culture)),
            ["AvailableDeliveryTypes"] = Json.Array(product.DeliveryTypes.Select(type => (JsonNode)type)),
            ["ShortDescription"] = Short(product),
            ["LongDescription"] = Long(product),
            ["Terms"] = "<p>No cash value. Not a real card.</p>",
            ["Disclaimer"] = $"{product.Name} exists in the sandbox only.",
            ["RedemptionNote"] = product.Group is null ? "Show the code when you pay." : "Present the card when you pay.",
            ["Meta"] = Meta(product),
            ["Media"] = new JsonObject
            {
                ["Faceplates"] = new JsonArray(Faceplate(product)),
                ["Logo"] = options.ShowSisterMembers ? $"https://img.sandbox.example/{product.Id}-logo.png" : null,
            }.WithoutNulls(),
            ["Cost"] = new JsonObject
            {
                ["Fee"] = product.Fee,
                ["DiscountPercentage"] = options.DiscountAsFraction ? product.Discount / Hundred : product.Discount,
            },
            ["Translations"] = product.Translation is { } text ? new JsonArray(Translation(text)) : [],
        };

    private JsonObject Meta(GiftCardPartnersProduct product)
    {
        var shipping = new JsonObject
        {
            ["FulfillmentGroup"] = product.Group ?? "none",
            ["HasRequiredCardCarriers"] = product.NeedsCarrier,
        };
        var meta = new JsonObject { ["ShippingConfiguration"] = shipping };
        if (options.ShowSisterMembers)
        {
            meta["Colors"] = new JsonObject
            {
                ["Primary"] = "#0B3D4F",
                ["Secondary"] = "#F2F2F2",
                ["PrimaryText"] = "#FFFFFF",
                ["SecondaryText"] = "#222222",
            };
            meta["Website"] = $"https://{product.Id.ToLowerInvariant()}.example";
            meta["SupportsApiBalanceChecks"] = false;
        }

        return meta;
    }

    private static JsonObject Faceplate(GiftCardPartnersProduct product) =>
        new() { ["Name"] = "Classic", ["Path"] = $"https://img.sandbox.example/{product.Id}.png" };

    private static JsonObject Translation((string Culture, string Name, string Description) text) =>
        new()
        {
            ["CultureCode"] = text.Culture,
            ["Name"] = text.Name,
            ["Description"] = text.Description,
        };

    private static GiftCardPartnersProduct Fixed(
        string id,
        string name,
        string currency,
        string[] cultures,
        decimal[] values,
        decimal discount = 0,
        decimal fee = 0,
        string[]? types = null,
        string? barcode = null,
        string? group = null,
        bool needsCarrier = false,
        (string, string, string)? translation = null,
        bool available = true
    ) =>
        new(id, name, currency, cultures, IsVariable: false, values)
        {
            Discount = discount,
            Fee = fee,
            DeliveryTypes = types ?? (group is null ? Usual : Shipped),
            BarcodeType = barcode,
            Group = group,
            NeedsCarrier = needsCarrier,
            Translation = translation,
            Available = available,
        };

    private static GiftCardPartnersProduct Open(
        string id,
        string name,
        string currency,
        string[] cultures,
        decimal[] bounds,
        decimal discount = 0,
        decimal fee = 0,
        string? group = null,
        bool needsCarrier = false,
        (string, string, string)? translation = null
    ) =>
        Fixed(id, name, currency, cultures, bounds, discount, fee, group: group, needsCarrier: needsCarrier, translation: translation) with
        {
            IsVariable = true,
        };

    private static GiftCardPartnersProduct Extra(int number)
    {
        var label = number.ToString("D6", CultureInfo.InvariantCulture);
        return number % 2 == 0
            ? Open("EXTRA-" + label, "Extra Product " + label, "USD", ["en-US"], [1m, 500m])
            : Fixed("EXTRA-" + label, "Extra Product " + label, "USD", ["en-US"], [10.00m, 25.00m, 50.00m]);
    }

    private static IEnumerable<GiftCardPartnersProduct> Regular() =>
        [
            Fixed(
                "HARBOR-COFFEE-US",
                "Harbor Coffee",
                "USD",
                ["en-US", "fr-CA"],
                [5.00m, 15.00m, 30.00m],
                discount: 3.00m,
                translation: ("fr", "Café du Port", "Café et viennoiseries.")
            ),
            Open("PRODUCTA", "Aurora Outfitters", "USD", ["en-US", "es-US"], [5m, 500m], discount: 4.5m),
            Fixed(
                "COPPER-KETTLE-US",
                "Copper Kettle Kitchens",
                "USD",
                ["en-US"],
                [25.00m, 50.00m, 100.00m],
                discount: 8m,
                barcode: "CODE128"
            ),
            Open("TIDEWATER-OUTDOORS-US", "Tidewater Outdoors", "USD", ["en-US"], [10m, 1_000m], discount: 6.25m),
            Fixed("PIXEL-COVE-US", "Pixel Cove Games", "USD", ["en-US"], [10.00m, 20.00m, 25.00m, 50.00m], types: LinksOnly),
            Fixed("LARK-CINEMA-US", "Lark Cinema", "USD", ["en-US", "es-US"], [12.50m, 25.00m, 37.50m], discount: 12m, types: MailOnly),
            Open("OPEN-ROAD-PREPAID-US", "Open Road Prepaid", "USD", ["en-US"], [10m, 500m], fee: 3.95m),
            Open("ANY-BRAND-CHOICE-US", "Any Brand Choice", "USD", ["en-US", "es-US"], [1m, 2_000m], fee: 0.50m, discount: 1m),
            Fixed("GREEN-BASKET-US", "Green Basket Grocers", "USD", ["en-US"], [20.00m, 40.00m, 80.00m], discount: 2.5m, barcode: "QR"),
            Fixed("TRAIL-GEAR-US", "Trail Gear", "USD", ["en-US"], [15.00m, 30.00m, 75.00m], discount: 7m, fee: 0.25m),
            Open("KINDLY-CHARITY-US", "Kindly Charity Fund", "USD", ["en-US"], [1m, 1_000m]),
            Fixed(UnavailableProductId, "Sold Out Supplies", "USD", ["en-US"], [10.00m, 25.00m], available: false),
            Fixed(
                "HARBOR-COFFEE-CA",
                "Harbor Coffee Canada",
                "CAD",
                ["en-CA", "fr-CA"],
                [5.00m, 15.00m, 30.00m],
                discount: 2m,
                translation: ("fr", "Café du Port Canada", "Café et viennoiseries.")
            ),
            Open("TIDEWATER-OUTDOORS-CA", "Tidewater Outdoors Canada", "CAD", ["en-CA", "fr-CA"], [10m, 750m], discount: 5m),
            Fixed("GREEN-BASKET-CA", "Green Basket Canada", "CAD", ["en-CA"], [25.00m, 50.00m, 100.00m]),
            Open("MERCADO-LUNA-MX", "Mercado Luna", "MXN", ["es-MX"], [100m, 10_000m], discount: 4m),
            Fixed("CINE-JADE-MX", "Cine Jade", "MXN", ["es-MX"], [150.00m, 300.00m]),
            Open("ISLA-CAFE-DO", "Isla Café", "DOP", ["es-DO"], [250m, 15_000m]),
            Fixed("VOLCAN-LIBROS-CR", "Volcán Libros", "CRC", ["es-CR"], [5_000.00m, 10_000.00m]),
            Open("MAPLE-BOOKS-CARD", "Maple Books", "USD", ["en-US"], [10m, 200m], discount: 5m, group: "books", needsCarrier: true),
            Fixed(
                "COPPER-KETTLE-CARD",
                "Copper Kettle Kitchens Plastic Card",
                "USD",
                ["en-US"],
                [25.00m, 50.00m, 100.00m],
                discount: 7m,
                fee: 0.75m,
                group: "home"
            ),
            Open(
                "OPEN-ROAD-PREPAID-CARD",
                "Open Road Prepaid Plastic Card",
                "USD",
                ["en-US"],
                [25m, 1_000m],
                fee: 5.95m,
                group: "prepaid",
                needsCarrier: true
            ),
            Fixed(
                "GREEN-BASKET-CARD-CA",
                "Green Basket Plastic Card Canada",
                "CAD",
                ["en-CA", "fr-CA"],
                [25.00m, 50.00m],
                fee: 1.00m,
                group: "home"
            ),
            Open("MOOR-AND-MEADOW-GB", "Moor & Meadow", "GBP", ["en-GB"], [5m, 500m], discount: 5.5m),
            Fixed("KETTLE-TEA-GB", "Kettle Tea Rooms", "GBP", ["en-GB"], [5.00m, 10.00m, 20.00m], discount: 3m),
            Open(
                "WALDWEG-DE",
                "Waldweg",
                "EUR",
                ["de-DE", "de-AT"],
                [10m, 500m],
                discount: 4m,
                translation: ("de", "Waldweg", "Alles für draußen.")
            ),
            Fixed("BUCHLATERNE-DE", "Buchlaterne", "EUR", ["de-DE"], [15.00m, 25.00m, 50.00m]),
            Fixed("VELO-BLEU-FR", "Vélo Bleu", "EUR", ["fr-FR", "fr-BE"], [20.00m, 50.00m, 150.00m], discount: 3.75m),
            Open("PIAZZA-SOLE-IT", "Piazza Sole", "EUR", ["it-IT"], [10m, 250m]),
            Open("NARANJA-MODA-ES", "Naranja Moda", "EUR", ["es-ES", "pt-PT"], [10m, 300m], discount: 6m),
            Fixed("TULIP-TECH-NL", "Tulip Tech", "EUR", ["nl-NL"], [25.00m, 75.00m], fee: 1.25m),
            Open("EMERALD-GROCER-IE", "Emerald Grocer", "EUR", ["en-IE"], [5m, 400m]),
            Open("ALPENGLUT-CH", "Alpenglut", "CHF", ["de-CH", "fr-CH"], [10m, 500m], discount: 2m),
            Fixed("FJORDLYS-NO", "Fjordlys", "NOK", ["nb-NO"], [100.00m, 250.00m, 500.00m]),
            Open("NORRSKEN-SE", "Norrsken", "SEK", ["sv-SE"], [50m, 5_000m], discount: 3m),
            Fixed("HYGGEHUS-DK", "Hyggehus", "DKK", ["da-DK"], [75.00m, 150.00m, 300.00m]),
            Open("BURSZTYN-PL", "Bursztyn", "PLN", ["pl-PL"], [20m, 2_000m], discount: 5m),
            Fixed("ZLATA-KAVA-CZ", "Zlatá Káva", "CZK", ["cs-CZ"], [200.00m, 500.00m]),
            Open("DUNA-BOLT-HU", "Duna Bolt", "HUF", ["hu-HU"], [2_000m, 200_000m]),
            Fixed("HVERIR-IS", "Hverir Spa", "ISK", ["is-IS"], [3_000m, 7_500m, 15_000m], discount: 2.5m),
            Open("KISSATEN-JP", "Kissaten", "JPY", ["ja-JP"], [500m, 30_000m], discount: 3.5m),
            Fixed("HIKARI-GAMES-JP", "Hikari Games", "JPY", ["ja-JP"], [1_000m, 3_000m, 5_000m], fee: 50m),
            Fixed("HANOK-MART-KR", "Hanok Mart", "KRW", ["ko-KR"], [10_000m, 30_000m, 50_000m]),
            Open("SEN-HOA-VN", "Sen Hoa", "VND", ["vi-VN"], [50_000m, 5_000_000m], discount: 1m),
            Open("MERLION-HOME-SG", "Merlion Home", "SGD", ["en-SG", "zh-SG"], [5m, 500m], discount: 4m),
            Fixed("PEARL-FERRY-HK", "Pearl Ferry", "HKD", ["zh-HK", "en-HK"], [50.00m, 100.00m, 500.00m]),
            Open("CHAI-COURT-IN", "Chai Court", "INR", ["en-IN", "hi-IN"], [100m, 10_000m], discount: 7.5m),
            Fixed("REEF-DIVE-AU", "Reef Dive", "AUD", ["en-AU"], [20.00m, 50.00m, 100.00m], discount: 4.25m),
            Open("FERN-HIKE-NZ", "Fern Hike", "NZD", ["en-NZ"], [10m, 400m]),
            Open("DESERT-ROSE-AE", "Desert Rose", "AED", ["ar-AE", "en-AE"], [50m, 5_000m], discount: 3m),
            Fixed("NAJD-BOOKS-SA", "Najd Books", "SAR", ["ar-SA"], [50.00m, 100.00m, 250.00m]),
            Fixed("DHOW-MARKET-KW", "Dhow Market", "KWD", ["ar-KW", "en-KW"], [2.500m, 5.000m, 10.000m], discount: 2.5m),
            Open("PEARL-DIVER-BH", "Pearl Diver", "BHD", ["ar-BH"], [1m, 150m], fee: 0.125m),
            Open("PETRA-CRAFTS-JO", "Petra Crafts", "JOD", ["ar-JO"], [2m, 200m]),
            Fixed("JASMIN-CAFE-TN", "Jasmin Café", "TND", ["fr-TN", "ar-TN"], [10.000m, 25.500m]),
            Open("VELD-OUTFITTERS-ZA", "Veld Outfitters", "ZAR", ["en-ZA"], [50m, 5_000m], discount: 5m),
            Fixed("CORDILLERA-CL", "Cordillera", "CLP", ["es-CL"], [5_000m, 10_000m, 25_000m]),
            Open("PAU-BRASIL-BR", "Pau Brasil", "BRL", ["pt-BR"], [20m, 2_000m], discount: 6m),
        ];
}
