namespace GiftCardSdk;

/// <summary>
/// Keeps the products of accounts between two readings; none unless one is registered, such as by <c>CacheCatalogs()</c> of the package
/// GiftCardSdk.Catalog. Safe for use by many callers at once.
/// </summary>
public interface ICatalogCache
{
    /// <summary>All products of an account, kept ones or freshly read. A reading that fails, or ends early, is not kept.</summary>
    /// <param name="source">Whose products, and how they are read.</param>
    /// <param name="cancellationToken">Ends the waiting; a reading that others wait for goes on.</param>
    /// <returns>The products, in the provider's order.</returns>
    /// <exception cref="GiftCardException">Nothing is kept and the provider could not be read.</exception>
    ValueTask<IReadOnlyList<Product>> ListAsync(CatalogSource source, CancellationToken cancellationToken = default);

    /// <summary>Forgets all products of an account. A store that cannot be reached is logged, never thrown.</summary>
    /// <param name="source">Whose products.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>When it is done.</returns>
    ValueTask ForgetAsync(CatalogSource source, CancellationToken cancellationToken = default);

    /// <summary>Puts a product in the place of what is kept of it. A store that cannot be reached is logged, never thrown.</summary>
    /// <param name="source">Whose product.</param>
    /// <param name="productId">The product's id.</param>
    /// <param name="product">The product as it is now; null if it is gone, and then no reading under way brings it back.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>When it is done.</returns>
    ValueTask ReplaceAsync(CatalogSource source, string productId, Product? product, CancellationToken cancellationToken = default);
}

/// <summary>An account's catalog, as a cache knows it.</summary>
/// <param name="Account">The name of the account.</param>
/// <param name="Key">
/// What it is kept under: provider, environment, account, and eight characters of a hash of where it is read and with which credentials, since
/// products and prices may be the credentials' own. Nothing of it is secret.
/// </param>
/// <param name="Life">How long it stays good by the provider's word (<see cref="Capabilities.CatalogLife"/>).</param>
/// <param name="Read">Reads all products afresh.</param>
public sealed record CatalogSource(string Account, string Key, TimeSpan Life, Func<CancellationToken, IAsyncEnumerable<Product>> Read);
