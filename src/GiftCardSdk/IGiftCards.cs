using System.Diagnostics.CodeAnalysis;

namespace GiftCardSdk;

/// <summary>All configured accounts. Safe for use by many callers at once.</summary>
public interface IGiftCards
{
    /// <summary>The accounts that exist now, by name; those added while running included.</summary>
    IReadOnlyList<IGiftCardAccount> Accounts { get; }

    /// <summary>The catalogs of all accounts together: searching them, and forgetting what is kept of one.</summary>
    IGiftCardCatalogs Catalog { get; }

    /// <summary>The journal of all accounts' orders, by hand: what is open, why, and what would be safe.</summary>
    IGiftCardJournal Journal { get; }

    /// <summary>What the providers tell by webhooks, and what open orders show: received, kept, and handed to the application's handlers.</summary>
    IGiftCardWebhooks Webhooks { get; }

    /// <summary>What became of orders and cards, for support and reports.</summary>
    IGiftCardHistory History { get; }

    /// <summary>The account of a name.</summary>
    /// <param name="name">The name; capital letters count.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentException">There is no account of that name; the message lists those there are.</exception>
    IGiftCardAccount GetAccount(string name);

    /// <summary>The account of a name, if there is one.</summary>
    /// <param name="name">The name; capital letters count.</param>
    /// <param name="account">The account, or null.</param>
    /// <returns>Whether there is one.</returns>
    bool TryGetAccount(string name, [NotNullWhen(true)] out IGiftCardAccount? account);

    /// <summary>What a package beside the core adds for all accounts; its own extension methods ask for it.</summary>
    /// <param name="serviceType">The service, as its package registers it.</param>
    /// <returns>The service; null, as without a word of its own, if there is none of that type.</returns>
    object? GetService(Type serviceType) => null;
}
