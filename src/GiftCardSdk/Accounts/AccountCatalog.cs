using System.Runtime.CompilerServices;
using System.Text;
using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Accounts;

/// <summary>The catalog role: what the provider could not filter is filtered here, and what a cache keeps is not read again.</summary>
internal sealed class AccountCatalog(Account account, ICatalogCache? cache = null) : IGiftCardCatalog
{
    /// <summary>Enough to tell two sets of credentials apart, and too little to find one by.</summary>
    private const int KeyLength = 8;

    /// <summary>Whether products are kept between two readings.</summary>
    public bool IsCached => cache is not null;

    public IAsyncEnumerable<Product> ListAsync(CatalogQuery? query = null, CancellationToken cancellationToken = default)
    {
        account.Demand(GiftCardFeature.Catalog, "list products");
        return Filtered((query ?? CatalogQuery.All).Checked(), cancellationToken);
    }

    public async Task<Product> GetAsync(string productId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(productId);
        account.Demand(GiftCardFeature.Catalog, "read a product");
        try
        {
            return await account.Adapter.GetProductAsync(productId, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException gone) when (gone.Code == GiftCardErrorCode.ProductUnavailable && IsCached)
        {
            await ReplaceAsync(productId, null, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Forgets everything, so that the next look is a fresh one.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        account.Adapter.ForgetProducts();
        if (cache is not null && Source() is { } source)
        {
            await cache.ForgetAsync(source, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>An order has found a product other than it was kept: it is read afresh, and taken out if it is gone.</summary>
    public async Task RenewAsync(string productId)
    {
        try
        {
            var product = await account.Adapter.GetProductAsync(productId, CancellationToken.None).ConfigureAwait(false);
            await ReplaceAsync(productId, product, CancellationToken.None).ConfigureAwait(false);
        }
        catch (GiftCardException failure)
        {
            // Where it cannot be read now nothing is known of it; the order's own refusal is what its caller is told.
            if (failure.Code == GiftCardErrorCode.ProductUnavailable)
            {
                await ReplaceAsync(productId, null, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask ReplaceAsync(string productId, Product? product, CancellationToken cancellationToken)
    {
        if (cache is not null && Source() is { } source)
        {
            await cache.ReplaceAsync(source, productId, product, cancellationToken).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<Product> Filtered(CatalogQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var product in ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (query.Match(product) is { } match)
            {
                yield return match;
            }
        }
    }

    private async IAsyncEnumerable<Product> ReadAsync(CatalogQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (cache is not null && Source() is { } source)
        {
            foreach (var product in await cache.ListAsync(source, cancellationToken).ConfigureAwait(false))
            {
                yield return product;
            }

            yield break;
        }

        await foreach (var product in account.Adapter.ListProductsAsync(query, cancellationToken).ConfigureAwait(false))
        {
            yield return product;
        }
    }

    /// <summary>The catalog as a cache knows it; null while the account's options are not right, which the reading itself then says.</summary>
    private CatalogSource? Source()
    {
        try
        {
            var parts = account.Credentials().Order(StringComparer.Ordinal).Prepend(account.Address?.AbsoluteUri ?? "");
            var hash = Base32.Hash(Encoding.UTF8.GetBytes(string.Join('\n', parts)))[..KeyLength];
            var key = $"{account.Provider}/{account.Environment}/{account.Name}/{hash}";
            return new(account.Name, key, account.Adapter.Capabilities.CatalogLife, ReadAllAsync);
        }
        catch (GiftCardException)
        {
            return null;
        }
    }

    private IAsyncEnumerable<Product> ReadAllAsync(CancellationToken cancellationToken)
    {
        // One life, not two on top of each other: what the adapter keeps may be as old already.
        account.Adapter.ForgetProducts();
        return account.Adapter.ListProductsAsync(CatalogQuery.All, cancellationToken);
    }
}
