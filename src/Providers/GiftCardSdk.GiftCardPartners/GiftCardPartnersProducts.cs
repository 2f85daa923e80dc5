using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>The account's products, kept for as long as the options say: the provider asks for a week at least.</summary>
internal sealed class GiftCardPartnersProducts(IGiftCardPartnersApi api, GiftCardPartnersSettings settings, TimeProvider time)
{
    /// <summary>A larger catalog is read anew each time rather than held in memory.</summary>
    private const int MostKept = 10_000;

    private Shelf _shelf = new(settings.Initial.Email);

    /// <summary>All products, in the provider's order: kept ones, or as they are read.</summary>
    public async IAsyncEnumerable<GiftCardPartnersProduct> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shelf = Current();
        if (shelf.Listing is { } kept && IsFresh(kept.ReadAt))
        {
            foreach (var product in kept.Products)
            {
                yield return product;
            }

            yield break;
        }

        var readAt = time.GetTimestamp();
        var read = new List<GiftCardPartnersProduct>();
        await foreach (var product in api.ListAllProductsAsync(null, cancellationToken).ConfigureAwait(false))
        {
            if (read.Count < MostKept)
            {
                read.Add(product);
                Keep(shelf, product, readAt);
            }

            yield return product;
        }

        shelf.Listing = read.Count < MostKept ? new(read, readAt) : null;
    }

    /// <summary>A product as it is now.</summary>
    /// <exception cref="GiftCardException">There is none, or the provider could not be read.</exception>
    public async Task<GiftCardPartnersProduct> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var (shelf, readAt) = (Current(), time.GetTimestamp());
        var product = settings.Assumptions.ProductsCanBeReadById
            ? await api.GetProductAsync(id, cancellationToken).ConfigureAwait(false)
            : await FindInListAsync(id, cancellationToken).ConfigureAwait(false);
        if (product.Id != id)
        {
            throw settings.Unexpected(
                $"The provider was asked for product '{id}' and answered with another one.",
                GiftCardPartnersOperationNames.GetProduct,
                GiftCardOutcome.NotAnOrder
            );
        }

        Keep(shelf, product, readAt);
        return product;
    }

    /// <summary>A product that is kept and not too old, or null.</summary>
    public GiftCardPartnersProduct? FindKept(string id) =>
        Current().Products.TryGetValue(id, out var kept) && IsFresh(kept.ReadAt) ? kept.Product : null;

    /// <summary>Forgets everything, readings under way included.</summary>
    public void Invalidate() => Volatile.Write(ref _shelf, new(settings.ReadNow().Email));

    private async Task<GiftCardPartnersProduct> FindInListAsync(string id, CancellationToken cancellationToken)
    {
        await foreach (var product in api.ListAllProductsAsync(null, cancellationToken).ConfigureAwait(false))
        {
            if (product.Id == id)
            {
                return product;
            }
        }

        throw settings.Refuse(GiftCardErrorCode.ProductUnavailable, $"The account's catalog has no product '{id}'.");
    }

    private void Keep(Shelf shelf, GiftCardPartnersProduct product, long readAt)
    {
        if (settings.Initial.CacheTime > TimeSpan.Zero && (shelf.Products.Count < MostKept || shelf.Products.ContainsKey(product.Id)))
        {
            shelf.Products[product.Id] = new(product, readAt);
        }
    }

    private bool IsFresh(long readAt) => time.GetElapsedTime(readAt) < settings.Initial.CacheTime;

    /// <summary>Catalog, discounts and fees are the user's own: with another e-mail address nothing of the old one counts.</summary>
    private Shelf Current()
    {
        var shelf = Volatile.Read(ref _shelf);
        var email = settings.ReadNow().Email;
        if (shelf.Email == email)
        {
            return shelf;
        }

        var fresh = new Shelf(email);
        return Interlocked.CompareExchange(ref _shelf, fresh, shelf) == shelf ? fresh : Current();
    }

    /// <summary>What is kept. A new one replaces it as a whole, so that a reading which began before cannot bring old products back.</summary>
    private sealed class Shelf(string? email)
    {
        public string? Email => email;

        public ConcurrentDictionary<string, Kept> Products { get; } = new(StringComparer.Ordinal);

        public Listing? Listing { get; set; }
    }

    private sealed record Kept(GiftCardPartnersProduct Product, long ReadAt);

    private sealed record Listing(IReadOnlyList<GiftCardPartnersProduct> Products, long ReadAt);
}
