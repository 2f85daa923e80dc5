using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>Which of the six redemption fields a brand's cards have.</summary>
internal enum GifqRedemptionKind
{
    Code,
    CodeAndPin,
    CodePinAndSerial,
    Link,
    LinkAndChallenge,
    CodeSerialAndSecurityCode,
}

/// <summary>One way to buy a brand's card. Equal bounds mean a fixed denomination.</summary>
internal sealed record GifqOption(string Currency, decimal Minimum, decimal Maximum, IReadOnlyList<string> Countries, decimal? Discount)
{
    /// <summary>How many are left; null when nobody counts.</summary>
    public int? Stock { get; set; }

    /// <summary>How many months a card is good for; null when that is not said.</summary>
    public int? ValidMonths { get; init; }

    public string? BalanceCheckUrl { get; init; }

    public bool Sells(string currency, decimal faceValue, string country) =>
        Currency == currency
        && faceValue >= Minimum
        && faceValue <= Maximum
        && (Countries.Contains(country, StringComparer.Ordinal) || Countries.Contains(GifqBrands.Everywhere, StringComparer.Ordinal));

    public JsonObject Show() =>
        new()
        {
            ["currency"] = Currency,
            ["min_face_value"] = Minimum,
            ["max_face_value"] = Maximum,
            ["countries"] = GifqCatalog.Texts(Countries),
            ["discount"] = Discount,
            ["stock_count"] = Stock,
            ["expiry"] = ValidMonths is { } months ? FormattableString.Invariant($"{months} months") : null,
            ["balance_check_url"] = BalanceCheckUrl,
        };
}

/// <summary>A brand with everything it sells.</summary>
internal sealed record GifqBrand(
    string Slug,
    string Title,
    string Category,
    GifqRedemptionKind Redemption,
    IReadOnlyList<GifqOption> Options
)
{
    /// <summary>Derived from the slug, so that it is the same under every seed.</summary>
    public string Uuid { get; } = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(Slug)).AsSpan(0, 16)).ToString("D");

    /// <summary>Whether orders are taken; a brand can be listed and yet not to be had.</summary>
    public bool Available { get; init; } = true;

    public string Instructions =>
        Redemption is GifqRedemptionKind.Link or GifqRedemptionKind.LinkAndChallenge
            ? "Open the link and follow the page."
            : "Enter the code at checkout.";

    public GifqOption? Find(string currency, decimal faceValue, string country) =>
        Available ? Options.FirstOrDefault(option => option.Sells(currency, faceValue, country)) : null;
}

/// <summary>What is on sale, by brand. Guarded by the twin's lock.</summary>
internal sealed class GifqCatalog
{
    /// <summary>Listed like any other and refused in every order: the brand to ask for when a refusal is wanted.</summary>
    public const string UnavailableBrand = "sold-out-supplies";

    private readonly GifqReplies _replies;
    private readonly List<GifqBrand> _brands;
    private readonly HashSet<string> _uuids;

    public GifqCatalog(GifqReplies replies, int extraBrands)
    {
        _replies = replies;
        var all = GifqBrands.All().Concat(Enumerable.Range(1, extraBrands).Select(Extra));
        _brands = [.. all.OrderBy(brand => brand.Title, StringComparer.OrdinalIgnoreCase)];
        _uuids = _brands.Select(brand => brand.Uuid).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What can be seen, by title from A to Z.</summary>
    public IReadOnlyList<GifqBrand> Listed => _brands;

    public GifqBrand? Find(string slug) => _brands.Find(brand => brand.Slug == slug);

    /// <summary>Whether there is or was a brand with this id.</summary>
    public bool HadUuid(string uuid) => _uuids.Contains(uuid);

    public void Remove(string slug) =>
        _brands.Remove(Find(slug) ?? throw new ArgumentException($"The catalog has no brand '{slug}'.", nameof(slug)));

    public SandboxAnswer List(SandboxCall call) => _replies.Page(call, Listed, backwards: false, Show);

    public JsonObject Show(GifqBrand brand) =>
        new()
        {
            [_replies.Name("id")] = brand.Uuid,
            ["brand"] = brand.Slug,
            ["title"] = brand.Title,
            ["logo"] = $"https://static.example/{brand.Slug}.png",
            ["description"] = $"<p>{brand.Title}: {brand.Category}.</p>",
            ["terms"] = "One card per basket.",
            ["redeem_instructions"] = brand.Instructions,
            ["categories"] = Texts([brand.Category]),
            ["countries"] = Texts(
                brand.Options.SelectMany(option => option.Countries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            ),
            ["products"] = Json.Array(brand.Options.Select(option => option.Show())),
        };

    public static JsonArray Texts(IEnumerable<string> texts) => Json.Array(texts.Select(text => JsonValue.Create(text)));

    private static GifqBrand Extra(int number)
    {
        var label = number.ToString("D6", CultureInfo.InvariantCulture);
        GifqOption[] options = [new("USD", 5, 500, ["US"], Discount: number % 7)];
        return new GifqBrand("extra-" + label, "Extra Brand " + label, "shopping", GifqRedemptionKind.Code, options);
    }
}
