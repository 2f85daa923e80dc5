namespace GiftCardSdk;

/// <summary>The catalogs of all accounts together. Safe for use by many callers at once.</summary>
public interface IGiftCardCatalogs
{
    /// <summary>Looks through the catalogs of several accounts at once. One that cannot be read hides nothing of the others.</summary>
    /// <param name="query">What is wanted; with a face value, each offer is found with what a card of it costs. Null for everything.</param>
    /// <param name="accounts">The names of the accounts to look at; null for all.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The offers in a stable order, and what kept accounts from being read.</returns>
    /// <exception cref="ArgumentException">A code of the query is none, or there is no account of one of the names.</exception>
    Task<CatalogSearchResult> SearchAsync(
        CatalogQuery? query = null,
        IReadOnlyCollection<string>? accounts = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Forgets what is kept of an account's catalog, by a cache and by its adapter, so that the next look is a fresh one: for when a provider has
    /// announced a change. Nothing happens where nothing is kept.
    /// </summary>
    /// <param name="account">The name of the account.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>When it is done.</returns>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    Task ForgetAsync(string account, CancellationToken cancellationToken = default);
}
