using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>What is on sale, by brand. Guarded by the twin's lock.</summary>
internal sealed class GifqCatalog
{
    /// <summary>Listed like any other and refused in every order: the brand to ask for when a refusal is wanted.</summary>
    public const string UnavailableBrand = "sold-out-supplies";

    private readonly GifqBrand[] _brands;
    private readonly Dictionary<string, GifqBrand> _bySlug;
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);

    public GifqCatalog(int extraBrands)
    {
        _brands =
        [
            .. GifqBrands
                .All()
                .Concat(Enumerable.Range(1, extraBrands).Select(Extra))
                .OrderBy(brand => brand.Title, StringComparer.OrdinalIgnoreCase),
        ];
        _bySlug = _brands.ToDictionary(brand => brand.Slug, StringComparer.Ordinal);
        Listed = _brands;
    }

    /// <summary>What can be seen, by title from A to Z.</summary>
    public IReadOnlyList<GifqBrand> Listed { get; private set; }

    public GifqBrand? Find(string slug) => _removed.Contains(slug) ? null : _bySlug.GetValueOrDefault(slug);

    public bool HasUuid(string uuid) => Array.Exists(_brands, brand => brand.Uuid == uuid);

    public void Remove(string slug)
    {
        _removed.Add(Known(slug));
        Refresh();
    }

    public void Restore(string slug)
    {
        _removed.Remove(Known(slug));
        Refresh();
    }

    private void Refresh() => Listed = Array.FindAll(_brands, brand => !_removed.Contains(brand.Slug));

    private string Known(string slug) =>
        _bySlug.ContainsKey(slug) ? slug : throw new ArgumentException($"The catalog never had a brand '{slug}'.", nameof(slug));

    private static GifqBrand Extra(int number)
    {
        var label = number.ToString("D6", CultureInfo.InvariantCulture);
        return new GifqBrand(
            "extra-" + label,
            "Extra Brand " + label,
            "shopping",
            GifqRedemptionKind.Code,
            [new GifqOption("USD", 5, 500, ["US"], Discount: number % 7)]
        );
    }
}
