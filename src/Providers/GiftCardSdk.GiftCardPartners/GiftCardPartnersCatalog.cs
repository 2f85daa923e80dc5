using System.Runtime.CompilerServices;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>The catalog. Lists are kept whole, so they are never asked for in parts: the core filters.</summary>
internal sealed class GiftCardPartnersCatalog(GiftCardPartnersProducts products, GiftCardPartnersProductMapping mapping)
{
    public async IAsyncEnumerable<Product> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var product in products.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return mapping.Of(product);
        }
    }

    public async Task<Product> GetAsync(string productId, CancellationToken cancellationToken) =>
        mapping.Of(await products.ReadAsync(productId, cancellationToken).ConfigureAwait(false));
}
