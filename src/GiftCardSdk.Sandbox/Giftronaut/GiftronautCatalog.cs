namespace GiftCardSdk.Sandbox;

/// <summary>The two catalogs, branded and choice, in one list of products. Guarded by the twin's lock.</summary>
internal sealed class GiftronautCatalog
{
    private readonly List<GiftronautProduct> _products;
    private readonly Dictionary<string, GiftronautProduct> _byId;
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);

    public GiftronautCatalog(int extraProducts)
    {
        _products =
        [
            .. GiftronautAssortment.Branded,
            .. GiftronautAssortment.Choice,
            .. Enumerable.Range(1, extraProducts).Select(GiftronautAssortment.Extra),
        ];
        _byId = _products.ToDictionary(product => product.Id, StringComparer.Ordinal);
    }

    /// <summary>What can be seen, in catalog order.</summary>
    public IEnumerable<GiftronautProduct> Listed => _products.Where(product => !_removed.Contains(product.Id));

    /// <summary>What can be bought under this id; null when it never existed, is gone, or is listed only.</summary>
    public GiftronautProduct? Find(string id) =>
        !_removed.Contains(id) && _byId.GetValueOrDefault(id) is { Available: true } found ? found : null;

    public void Add(GiftronautProduct product)
    {
        if (!_byId.TryAdd(product.Id, product))
        {
            throw new ArgumentException($"The catalog has a product '{product.Id}' already.", nameof(product));
        }

        _products.Add(product);
    }

    public void Remove(string id) => _removed.Add(Known(id));

    public void Restore(string id) => _removed.Remove(Known(id));

    private string Known(string id) =>
        _byId.ContainsKey(id) ? id : throw new ArgumentException($"The catalog never had a product '{id}'.", nameof(id));
}
