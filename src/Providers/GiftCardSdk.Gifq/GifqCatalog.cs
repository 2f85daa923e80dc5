using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace GiftCardSdk.Gifq;

/// <summary>
/// The catalog. GIFQ lists brands from A to Z and shows none on its own, so it is remembered on which page each was last seen: reading one brand
/// anew is then one call, not hundreds.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore makes a handle only when it is asked for one, and nobody asks.")]
internal sealed class GifqCatalog(IGifqApi api, GifqSettings settings)
{
    private readonly ConcurrentDictionary<string, int> _pages = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _search = new(1);
    private readonly GifqOffers _offers = new(settings.Assumptions);

    public async IAsyncEnumerable<Product> ListAsync(ProductKind? kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (kind is not null && kind != ProductKind.Branded)
        {
            yield break;
        }

        var rows = GifqPaging.RowsAsync(ReadPageAsync, brand => brand.Slug, GifqOperationNames.ListProducts, cancellationToken);
        await foreach (var brand in rows.ConfigureAwait(false))
        {
            yield return _offers.ProductOf(brand);
        }
    }

    public async Task<Product> GetAsync(string slug, CancellationToken cancellationToken) =>
        await FindAsync(slug, cancellationToken).ConfigureAwait(false)
        ?? throw settings.Refuse(
            GiftCardErrorCode.ProductUnavailable,
            $"GIFQ's catalog has no brand '{slug}' for this account now.",
            GifqOperationNames.ListProducts
        );

    /// <summary>The brand as it is now, or null: from where it was last seen, else from the whole list. However many look for their first brand, the list is read by one of them at a time.</summary>
    public async Task<Product?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        if (await FindWhereItWasAsync(slug, cancellationToken).ConfigureAwait(false) is { } seen)
        {
            return seen;
        }

        var wasKnown = HasSeen(slug);
        await _search.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Whoever read the list meanwhile has come across it.
            return !wasKnown && await FindWhereItWasAsync(slug, cancellationToken).ConfigureAwait(false) is { } met
                ? met
                : await SearchAsync(slug, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _search.Release();
        }
    }

    /// <summary>Whether it is known where in the catalog a brand stands.</summary>
    public bool HasSeen(string slug) => _pages.ContainsKey(slug);

    /// <summary>The brand, read anew from the page that it was last seen on or from the one before: what vanishes moves others forward. Null if it is on neither.</summary>
    public async Task<Product?> FindWhereItWasAsync(string slug, CancellationToken cancellationToken)
    {
        if (!_pages.TryGetValue(slug, out var last))
        {
            return null;
        }

        for (var number = last; number >= Math.Max(1, last - 1); number--)
        {
            if (await FindOnAsync(number, slug, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private async Task<Product?> SearchAsync(string slug, CancellationToken cancellationToken)
    {
        await foreach (var product in ListAsync(null, cancellationToken).ConfigureAwait(false))
        {
            if (product.Id == slug)
            {
                return product;
            }
        }

        return null;
    }

    private async Task<Product?> FindOnAsync(int number, string slug, CancellationToken cancellationToken)
    {
        try
        {
            var page = await ReadPageAsync(new() { Page = number, Limit = GifqPageQuery.MaxLimit }, cancellationToken)
                .ConfigureAwait(false);
            return page.Rows.FirstOrDefault(brand => brand.Slug == slug) is { } brand ? _offers.ProductOf(brand) : null;
        }
        catch (GiftCardException gone) when (gone.HttpStatus == 400)
        {
            // The catalog has become shorter than that.
            return null;
        }
    }

    private async Task<GifqPage<GifqBrand>> ReadPageAsync(GifqPageQuery query, CancellationToken cancellationToken)
    {
        var page = await api.ListProductsAsync(query, cancellationToken).ConfigureAwait(false);
        foreach (var brand in page.Rows)
        {
            _pages[brand.Slug] = query.Page ?? 1;
        }

        return page;
    }
}
