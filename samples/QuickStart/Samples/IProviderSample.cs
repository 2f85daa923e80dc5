using GiftCardSdk;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>What the walkthrough needs to know of a provider, and the strings that only a twin lets one pull.</summary>
internal interface IProviderSample
{
    /// <summary>The provider's name, for people.</summary>
    string Title { get; }

    /// <summary>The name of the account.</summary>
    string Account { get; }

    /// <summary>Where the requests go, for people.</summary>
    string Address { get; }

    /// <summary>What the catalog is asked for.</summary>
    CatalogQuery Query { get; }

    /// <summary>The twin behind it; null when it is the provider's own test environment, where nothing can be staged.</summary>
    TwinStrings? Twin { get; }

    /// <summary>Registers the account: this is all that an application does.</summary>
    void AddAccount(GiftCardsBuilder builder);

    /// <summary>Shows what only this provider has; nothing by default.</summary>
    Task ShowOwnAsync(IGiftCardAccount account, string run) => Task.CompletedTask;
}
