using System.Runtime.CompilerServices;
using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Accounts;

/// <summary>The catalog role: what the provider could not filter is filtered here.</summary>
internal sealed class AccountCatalog(Account account) : IGiftCardCatalog
{
    public IAsyncEnumerable<Product> ListAsync(CatalogQuery? query = null, CancellationToken cancellationToken = default)
    {
        account.Demand(GiftCardFeature.Catalog, "list products");
        return Filtered((query ?? CatalogQuery.All).Checked(), cancellationToken);
    }

    public Task<Product> GetAsync(string productId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(productId);
        account.Demand(GiftCardFeature.Catalog, "read a product");
        return account.Adapter.GetProductAsync(productId, cancellationToken);
    }

    private async IAsyncEnumerable<Product> Filtered(CatalogQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var product in account.Adapter.ListProductsAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (query.Match(product) is { } match)
            {
                yield return match;
            }
        }
    }
}
