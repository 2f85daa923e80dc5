using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>The products on sale. All names are invented. Guarded by the twin's lock.</summary>
internal sealed class GiftCardPartnersCatalog
{
    /// <summary>Listed like any other and refused in every order: the product to ask for when a refusal is wanted.</summary>
    public const string UnavailableProductId = "SOLD-OUT-SUPPLIES-US";

    private static readonly string[] Shipped = [GiftCardPartnersOrderType.PhysicalShipment];
    private static readonly string[] LinksOnly = [GiftCardPartnersOrderType.Links];
    private static readonly string[] MailOnly = [GiftCardPartnersOrderType.DigitalDelivery];

    private readonly List<GiftCardPartnersProduct> _products;
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GiftCardPartnersProduct> _byId;

    public GiftCardPartnersCatalog(int extraProducts)
    {
        _products = [.. Regular(), .. Enumerable.Range(1, extraProducts).Select(Extra)];
        _byId = _products.ToDictionary(product => product.Id, StringComparer.Ordinal);
    }

    /// <summary>Every currency a regular product is sold in.</summary>
    public static IReadOnlyList<string> Currencies =>
        [.. Regular().Select(product => product.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What can be seen, in catalog order.</summary>
    public IEnumerable<GiftCardPartnersProduct> Listed => _products.Where(product => !_removed.Contains(product.Id));

    public GiftCardPartnersProduct? Find(string? id) => id is null || _removed.Contains(id) ? null : _byId.GetValueOrDefault(id);

    public void Remove(string id) => _removed.Add(Known(id));

    public void Restore(string id) => _removed.Remove(Known(id));

    private string Known(string id) =>
        _byId.ContainsKey(id) ? id : throw new ArgumentException($"The catalog never had a product '{id}'.", nameof(id));

    private static GiftCardPartnersProduct Fixed(string id, string name, string currency, string[] cultures, params decimal[] values) =>
        new(id, name, currency, cultures, IsVariable: false, values);

    private static GiftCardPartnersProduct Open(
        string id,
        string name,
        string currency,
        string[] cultures,
        decimal minimum,
        decimal maximum
    ) => new(id, name, currency, cultures, IsVariable: true, [minimum, maximum]);

    private static GiftCardPartnersProduct Extra(int number)
    {
        var label = number.ToString("D6", CultureInfo.InvariantCulture);
        return number % 2 == 0
            ? Open("EXTRA-" + label, "Extra Product " + label, "USD", ["en-US"], 1m, 500m)
            : Fixed("EXTRA-" + label, "Extra Product " + label, "USD", ["en-US"], 10.00m, 25.00m, 50.00m);
    }

    private static IEnumerable<GiftCardPartnersProduct> Regular() => [.. NorthAmerica(), .. Posted(), .. Europe(), .. RestOfTheWorld()];

    private static IEnumerable<GiftCardPartnersProduct> NorthAmerica() =>
        [
            Fixed("HARBOR-COFFEE-US", "Harbor Coffee", "USD", ["en-US", "fr-CA"], 5.00m, 15.00m, 30.00m) with
            {
                Discount = 3.00m,
                Translations = [("fr", "Café du Port", "Café et viennoiseries.")],
            },
            Open("PRODUCTA", "Aurora Outfitters", "USD", ["en-US", "es-US"], 5m, 500m) with
            {
                Discount = 4.5m,
            },
            Fixed("COPPER-KETTLE-US", "Copper Kettle Kitchens", "USD", ["en-US"], 25.00m, 50.00m, 100.00m) with
            {
                Discount = 8m,
                BarcodeType = "CODE128",
            },
            Open("TIDEWATER-OUTDOORS-US", "Tidewater Outdoors", "USD", ["en-US"], 10m, 1_000m) with
            {
                Discount = 6.25m,
            },
            Fixed("PIXEL-COVE-US", "Pixel Cove Games", "USD", ["en-US"], 10.00m, 20.00m, 25.00m, 50.00m) with
            {
                DeliveryTypes = LinksOnly,
            },
            Fixed("LARK-CINEMA-US", "Lark Cinema", "USD", ["en-US", "es-US"], 12.50m, 25.00m, 37.50m) with
            {
                Discount = 12m,
                DeliveryTypes = MailOnly,
            },
            Open("OPEN-ROAD-PREPAID-US", "Open Road Prepaid", "USD", ["en-US"], 10m, 500m) with
            {
                Fee = 3.95m,
            },
            Open("ANY-BRAND-CHOICE-US", "Any Brand Choice", "USD", ["en-US", "es-US"], 1m, 2_000m) with
            {
                Fee = 0.50m,
                Discount = 1m,
            },
            Fixed("GREEN-BASKET-US", "Green Basket Grocers", "USD", ["en-US"], 20.00m, 40.00m, 80.00m) with
            {
                Discount = 2.5m,
                BarcodeType = "QR",
            },
            Fixed("TRAIL-GEAR-US", "Trail Gear", "USD", ["en-US"], 15.00m, 30.00m, 75.00m) with
            {
                Discount = 7m,
                Fee = 0.25m,
            },
            Open("KINDLY-CHARITY-US", "Kindly Charity Fund", "USD", ["en-US"], 1m, 1_000m),
            Fixed(UnavailableProductId, "Sold Out Supplies", "USD", ["en-US"], 10.00m, 25.00m) with
            {
                Available = false,
            },
            Fixed("HARBOR-COFFEE-CA", "Harbor Coffee Canada", "CAD", ["en-CA", "fr-CA"], 5.00m, 15.00m, 30.00m) with
            {
                Discount = 2m,
                Translations = [("fr", "Café du Port Canada", "Café et viennoiseries.")],
            },
            Open("TIDEWATER-OUTDOORS-CA", "Tidewater Outdoors Canada", "CAD", ["en-CA", "fr-CA"], 10m, 750m) with
            {
                Discount = 5m,
            },
            Fixed("GREEN-BASKET-CA", "Green Basket Canada", "CAD", ["en-CA"], 25.00m, 50.00m, 100.00m),
            Open("MERCADO-LUNA-MX", "Mercado Luna", "MXN", ["es-MX"], 100m, 10_000m) with
            {
                Discount = 4m,
            },
            Fixed("CINE-JADE-MX", "Cine Jade", "MXN", ["es-MX"], 150.00m, 300.00m),
            Open("ISLA-CAFE-DO", "Isla Café", "DOP", ["es-DO"], 250m, 15_000m),
            Fixed("VOLCAN-LIBROS-CR", "Volcán Libros", "CRC", ["es-CR"], 5_000.00m, 10_000.00m),
        ];

    private static IEnumerable<GiftCardPartnersProduct> Posted() =>
        [
            Open("MAPLE-BOOKS-CARD", "Maple Books", "USD", ["en-US"], 10m, 200m) with
            {
                Discount = 5m,
                IsPhysical = true,
                DeliveryTypes = Shipped,
                FulfillmentGroup = "books",
                NeedsCarrier = true,
            },
            Fixed("COPPER-KETTLE-CARD", "Copper Kettle Kitchens Plastic Card", "USD", ["en-US"], 25.00m, 50.00m, 100.00m) with
            {
                Discount = 7m,
                Fee = 0.75m,
                IsPhysical = true,
                DeliveryTypes = Shipped,
                FulfillmentGroup = "home",
            },
            Open("OPEN-ROAD-PREPAID-CARD", "Open Road Prepaid Plastic Card", "USD", ["en-US"], 25m, 1_000m) with
            {
                Fee = 5.95m,
                IsPhysical = true,
                DeliveryTypes = Shipped,
                FulfillmentGroup = "prepaid",
                NeedsCarrier = true,
            },
            Fixed("GREEN-BASKET-CARD-CA", "Green Basket Plastic Card Canada", "CAD", ["en-CA", "fr-CA"], 25.00m, 50.00m) with
            {
                Fee = 1.00m,
                IsPhysical = true,
                DeliveryTypes = Shipped,
                FulfillmentGroup = "home",
            },
        ];

    private static IEnumerable<GiftCardPartnersProduct> Europe() =>
        [
            Open("MOOR-AND-MEADOW-GB", "Moor & Meadow", "GBP", ["en-GB"], 5m, 500m) with
            {
                Discount = 5.5m,
            },
            Fixed("KETTLE-TEA-GB", "Kettle Tea Rooms", "GBP", ["en-GB"], 5.00m, 10.00m, 20.00m) with
            {
                Discount = 3m,
            },
            Open("WALDWEG-DE", "Waldweg", "EUR", ["de-DE", "de-AT"], 10m, 500m) with
            {
                Discount = 4m,
                Translations = [("de", "Waldweg", "Alles für draußen.")],
            },
            Fixed("BUCHLATERNE-DE", "Buchlaterne", "EUR", ["de-DE"], 15.00m, 25.00m, 50.00m),
            Fixed("VELO-BLEU-FR", "Vélo Bleu", "EUR", ["fr-FR", "fr-BE"], 20.00m, 50.00m, 150.00m) with
            {
                Discount = 3.75m,
            },
            Open("PIAZZA-SOLE-IT", "Piazza Sole", "EUR", ["it-IT"], 10m, 250m),
            Open("NARANJA-MODA-ES", "Naranja Moda", "EUR", ["es-ES", "pt-PT"], 10m, 300m) with
            {
                Discount = 6m,
            },
            Fixed("TULIP-TECH-NL", "Tulip Tech", "EUR", ["nl-NL"], 25.00m, 75.00m) with
            {
                Fee = 1.25m,
            },
            Open("EMERALD-GROCER-IE", "Emerald Grocer", "EUR", ["en-IE"], 5m, 400m),
            Open("ALPENGLUT-CH", "Alpenglut", "CHF", ["de-CH", "fr-CH"], 10m, 500m) with
            {
                Discount = 2m,
            },
            Fixed("FJORDLYS-NO", "Fjordlys", "NOK", ["nb-NO"], 100.00m, 250.00m, 500.00m),
            Open("NORRSKEN-SE", "Norrsken", "SEK", ["sv-SE"], 50m, 5_000m) with
            {
                Discount = 3m,
            },
            Fixed("HYGGEHUS-DK", "Hyggehus", "DKK", ["da-DK"], 75.00m, 150.00m, 300.00m),
            Open("BURSZTYN-PL", "Bursztyn", "PLN", ["pl-PL"], 20m, 2_000m) with
            {
                Discount = 5m,
            },
            Fixed("ZLATA-KAVA-CZ", "Zlatá Káva", "CZK", ["cs-CZ"], 200.00m, 500.00m),
            Open("DUNA-BOLT-HU", "Duna Bolt", "HUF", ["hu-HU"], 2_000m, 200_000m),
            Fixed("HVERIR-IS", "Hverir Spa", "ISK", ["is-IS"], 3_000m, 7_500m, 15_000m) with
            {
                Discount = 2.5m,
            },
        ];

    private static IEnumerable<GiftCardPartnersProduct> RestOfTheWorld() =>
        [
            Open("KISSATEN-JP", "Kissaten", "JPY", ["ja-JP"], 500m, 30_000m) with
            {
                Discount = 3.5m,
            },
            Fixed("HIKARI-GAMES-JP", "Hikari Games", "JPY", ["ja-JP"], 1_000m, 3_000m, 5_000m) with
            {
                Fee = 50m,
            },
            Fixed("HANOK-MART-KR", "Hanok Mart", "KRW", ["ko-KR"], 10_000m, 30_000m, 50_000m),
            Open("SEN-HOA-VN", "Sen Hoa", "VND", ["vi-VN"], 50_000m, 5_000_000m) with
            {
                Discount = 1m,
            },
            Open("MERLION-HOME-SG", "Merlion Home", "SGD", ["en-SG", "zh-SG"], 5m, 500m) with
            {
                Discount = 4m,
            },
            Fixed("PEARL-FERRY-HK", "Pearl Ferry", "HKD", ["zh-HK", "en-HK"], 50.00m, 100.00m, 500.00m),
            Open("CHAI-COURT-IN", "Chai Court", "INR", ["en-IN", "hi-IN"], 100m, 10_000m) with
            {
                Discount = 7.5m,
            },
            Fixed("REEF-DIVE-AU", "Reef Dive", "AUD", ["en-AU"], 20.00m, 50.00m, 100.00m) with
            {
                Discount = 4.25m,
            },
            Open("FERN-HIKE-NZ", "Fern Hike", "NZD", ["en-NZ"], 10m, 400m),
            Open("DESERT-ROSE-AE", "Desert Rose", "AED", ["ar-AE", "en-AE"], 50m, 5_000m) with
            {
                Discount = 3m,
            },
            Fixed("NAJD-BOOKS-SA", "Najd Books", "SAR", ["ar-SA"], 50.00m, 100.00m, 250.00m),
            Fixed("DHOW-MARKET-KW", "Dhow Market", "KWD", ["ar-KW", "en-KW"], 2.500m, 5.000m, 10.000m) with
            {
                Discount = 2.5m,
            },
            Open("PEARL-DIVER-BH", "Pearl Diver", "BHD", ["ar-BH"], 1m, 150m) with
            {
                Fee = 0.125m,
            },
            Open("PETRA-CRAFTS-JO", "Petra Crafts", "JOD", ["ar-JO"], 2m, 200m),
            Fixed("JASMIN-CAFE-TN", "Jasmin Café", "TND", ["fr-TN", "ar-TN"], 10.000m, 25.500m),
            Open("VELD-OUTFITTERS-ZA", "Veld Outfitters", "ZAR", ["en-ZA"], 50m, 5_000m) with
            {
                Discount = 5m,
            },
            Fixed("CORDILLERA-CL", "Cordillera", "CLP", ["es-CL"], 5_000m, 10_000m, 25_000m),
            Open("PAU-BRASIL-BR", "Pau Brasil", "BRL", ["pt-BR"], 20m, 2_000m) with
            {
                Discount = 6m,
            },
        ];
}
