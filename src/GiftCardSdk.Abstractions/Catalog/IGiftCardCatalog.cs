namespace GiftCardSdk;

/// <summary>What an account can buy. Safe for use by many callers at once.</summary>
public interface IGiftCardCatalog
{
    /// <summary>Streams the products that match; the first comes before the last is read from the provider.</summary>
    /// <param name="query">Which products; null for all.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The products, in the provider's order.</returns>
    /// <exception cref="GiftCardException">The provider could not be read, or the account has no catalog.</exception>
    IAsyncEnumerable<Product> ListAsync(CatalogQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Reads one product, fresh from the provider.</summary>
    /// <param name="productId">The product's id (<see cref="Product.Id"/>).</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The product.</returns>
    /// <exception cref="ArgumentException"><paramref name="productId"/> is blank.</exception>
    /// <exception cref="GiftCardException">There is no such product (<see cref="GiftCardErrorCode.ProductUnavailable"/>), or the provider could not be read.</exception>
    Task<Product> GetAsync(string productId, CancellationToken cancellationToken = default);
}
