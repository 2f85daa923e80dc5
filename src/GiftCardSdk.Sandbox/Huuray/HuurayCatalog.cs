using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>The products on sale and their stock. All names are invented. Guarded by the twin's lock.</summary>
internal sealed class HuurayCatalog
{
    /// <summary>Listed like any other and refused in every order: the product to ask for when a refusal is wanted.</summary>
    public const string UnavailableProductToken = "pt-sold-out-se";

    private readonly HuurayTwinOptions _options;
    private readonly HuurayCurrencies _currencies;
    private readonly List<HuurayProduct> _products;
    private readonly Dictionary<string, HuurayProduct> _byToken;
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Token, long Value), int> _stock = [];

    public HuurayCatalog(HuurayTwinOptions options, HuurayCurrencies currencies)
    {
        _options = options;
        _currencies = currencies;
        _products = [.. Special(), .. HuurayCountries.All.SelectMany(Regular), .. Enumerable.Range(1, options.ExtraProducts).Select(Extra)];
        _byToken = _products.ToDictionary(product => product.Token, StringComparer.Ordinal);
    }

    /// <summary>What can be seen, in catalogue order.</summary>
    public IEnumerable<HuurayProduct> Listed => _products.Where(product => !_removed.Contains(product.Token));

    /// <summary>The product, if the account may know its token.</summary>
    public HuurayProduct? Find(string token) =>
        !_removed.Contains(token) && _byToken.TryGetValue(token, out var product) && product.IsOrderable ? product : null;

    public void Remove(string token) => _removed.Add(Known(token).Token);

    public void Restore(string token) => _removed.Remove(Known(token).Token);

    public int Stock(HuurayProduct product, long value) =>
        product.IsSoldOut ? 0 : _stock.GetValueOrDefault((product.Token, value), _options.OpeningStock);

    public void SetStock(string token, long value, int cards) => _stock[(Known(token).Token, value)] = cards;

    public bool HasStock(HuurayProduct product, long value, int cards) => product.IsRealTime || Stock(product, value) >= cards;

    public void TakeStock(HuurayProduct product, long value, int cards)
    {
        if (!product.IsRealTime)
        {
            _stock[(product.Token, value)] = Stock(product, value) - cards;
        }
    }

    private HuurayProduct Known(string token) =>
        _byToken.GetValueOrDefault(token) ?? throw new ArgumentException($"The catalogue never had a product '{token}'.", nameof(token));

    private HuurayProduct Range(string name, string brand, HuurayCountry country, decimal minimum, decimal maximum) =>
        Make(name, brand, country, isRange: true, minimum, maximum) with
        {
            IsRealTime = true,
            Description = $"{brand}: any amount in the range.",
        };

    private HuurayProduct List(string name, string brand, HuurayCountry country, params ReadOnlySpan<decimal> values) =>
        Make(name, brand, country, isRange: false, values);

    private HuurayProduct Make(string name, string brand, HuurayCountry country, bool isRange, params ReadOnlySpan<decimal> values)
    {
        var prices = new long[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            prices[i] = _currencies.Minor(values[i], country.Currency);
        }

        var token = string.Create(CultureInfo.InvariantCulture, $"pt-{name}-{country.Code.ToLowerInvariant()}");
        return new HuurayProduct(token, brand, country, isRange, prices);
    }

    // What is sold everywhere, so that every country has a fixed and a flexible product.
    private IEnumerable<HuurayProduct> Regular(HuurayCountry country) =>
        [
            Range("free-choice", "Free Choice Demo", country, country.Unit / 2, country.Unit * 50) with
            {
                Categories = "Choice",
                Discount = 0m,
                Parts = HuurayCardParts.LinkOnly,
                Description = "The recipient picks the brand.",
            },
            List("lantern-books", "Lantern Books Demo", country, country.Unit, country.Unit * 2.5m, country.Unit * 5) with
            {
                Categories = "Books,Leisure",
                Discount = 2.5m,
                Parts = HuurayCardParts.CodeOnly,
            },
        ];

    private HuurayProduct Extra(int number)
    {
        var country = HuurayCountries.All[number % HuurayCountries.All.Count];
        var label = number.ToString("D6", CultureInfo.InvariantCulture);
        return number % 2 == 0
            ? Range("extra-" + label, "Extra Brand " + label, country, country.Unit, country.Unit * 10)
            : List("extra-" + label, "Extra Brand " + label, country, country.Unit, country.Unit * 2);
    }

    private IEnumerable<HuurayProduct> Special() =>
        [
            List("nord-kaffe", "Nordkaffe Demo", Sweden, 100, 250, 500) with
            {
                Categories = "Food,Coffee",
                Discount = 3.25m,
                Description = "Demo coffee bars.",
            },
            // A second offer of the same brand in the same country.
            Range("nord-kaffe-flex", "Nordkaffe Demo", Sweden, 50, 5_000) with
            {
                Categories = "Food,Coffee",
                Discount = 1.75m,
            },
            List("nord-kaffe", "Nordkaffe Demo", Denmark, 100, 250, 500) with
            {
                Categories = "Food,Coffee",
                Discount = 3m,
            },
            List("nord-kaffe", "Nordkaffe Demo", HuurayCountries.Of("NO"), 100, 250, 500) with
            {
                Categories = "Food,Coffee",
            },
            List("sold-out", "Sold Out Supplies Demo", Sweden, 100, 250) with
            {
                IsSoldOut = true,
            },
            List("winter-closed", "Winter Closed Demo", Sweden, 100, 250) with
            {
                IsActive = false,
            },
            List("summer-closed", "Summer Closed Demo", Denmark, 100, 250) with
            {
                IsActive = false,
            },
            Range("members-only", "Members Only Demo", Sweden, 100, 1_000) with
            {
                IsOrderable = false,
            },
            Range("members-only", "Members Only Demo", Denmark, 100, 1_000) with
            {
                IsOrderable = false,
            },
            List("members-only", "Members Only Demo", HuurayCountries.Of("DE"), 25, 50) with
            {
                IsOrderable = false,
            },
            List("trail-gear", "Trail Gear Demo", HuurayCountries.Of("US"), 15, 25, 75) with
            {
                Categories = "Sport",
            },
            Range("trail-gear-flex", "Trail Gear Demo", HuurayCountries.Of("US"), 5, 500) with
            {
                Categories = "Sport",
                Discount = 6m,
            },
            List("harbour-cinema", "Harbour Cinema Demo", HuurayCountries.Of("GB"), 12.5m, 25, 37.5m) with
            {
                Categories = "Leisure,Film",
            },
            List("waldweg", "Waldweg Demo", HuurayCountries.Of("DE"), 15, 25, 50) with
            {
                Categories = "Sport",
                Discount = 4m,
            },
            List("velo-bleu", "Vélo Bleu Demo", HuurayCountries.Of("FR"), 10, 50, 100) with
            {
                Categories = "Sport",
            },
            List("hikari-games", "Hikari Games Demo", HuurayCountries.Of("JP"), 1_000, 3_000, 5_000) with
            {
                Categories = "Games",
                Discount = 2m,
            },
            // Half a dinar: the third decimal counts.
            List("pearl-market", "Pearl Market Demo", HuurayCountries.Of("KW"), 2.5m, 5, 12.525m) with
            {
                Categories = "Food",
                Discount = 1.5m,
            },
            Range("open-prepaid", "Open Prepaid Demo", HuurayCountries.Of("FI"), 5, 1_000) with
            {
                ValidMonths = 12,
                Discount = 0.5m,
            },
            Range("open-prepaid", "Open Prepaid Demo", HuurayCountries.Of("US"), 5, 2_000) with
            {
                ValidMonths = 12,
            },
        ];

    private static HuurayCountry Sweden => HuurayCountries.Of("SE");

    private static HuurayCountry Denmark => HuurayCountries.Of("DK");
}
