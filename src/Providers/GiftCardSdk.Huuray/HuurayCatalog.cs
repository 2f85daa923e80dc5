using System.Runtime.CompilerServices;

namespace GiftCardSdk.Huuray;

/// <summary>The catalog of what the account may order. Huuray shows it whole and no product on its own, so that it can be kept for a while.</summary>
internal sealed class HuurayCatalog(IHuurayApi api, HuuraySettings settings, TimeProvider time)
{
    private readonly HuurayOffers _offers = new(settings);
    private Kept? _kept;

    public async IAsyncEnumerable<Product> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var product in await ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return product;
        }
    }

    public async Task<Product> GetAsync(string token, CancellationToken cancellationToken)
    {
        var products = FindKept() ?? await ReadAsync(cancellationToken).ConfigureAwait(false);
        return products.FirstOrDefault(product => product.Id == token)
            ?? throw settings.Refuse(
                GiftCardErrorCode.ProductUnavailable,
                $"Huuray's catalogue has no product '{token}' that this account may order now.",
                HuurayOperationNames.GetCatalogue
            );
    }

    /// <summary>The next product is looked for at Huuray.</summary>
    public void Forget() => Volatile.Write(ref _kept, null);

    private IReadOnlyList<Product>? FindKept() =>
        Volatile.Read(ref _kept) is { } kept && time.GetElapsedTime(kept.ReadAt) < settings.Initial.CatalogCacheTime ? kept.Products : null;

    private async Task<IReadOnlyList<Product>> ReadAsync(CancellationToken cancellationToken)
    {
        var readAt = time.GetTimestamp();
        var catalogue = await api.GetCatalogueAsync(all: false, cancellationToken).ConfigureAwait(false);
        Product[] products = [.. catalogue.Products.Where(HuurayOffers.CanBeOrdered).Select(_offers.ProductOf)];
        if (settings.Initial.CatalogCacheTime > TimeSpan.Zero)
        {
            Volatile.Write(ref _kept, new(products, readAt));
        }

        return products;
    }

    private sealed record Kept(IReadOnlyList<Product> Products, long ReadAt);
}
