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
    ITwinStrings? Twin { get; }

    /// <summary>Registers the account: this is all that an application does.</summary>
    void AddAccount(GiftCardsBuilder builder);

    /// <summary>Shows what only this provider has; nothing by default.</summary>
    Task ShowOwnAsync(IGiftCardAccount account, string run) => Task.CompletedTask;
}

/// <summary>What a twin can be made to do.</summary>
internal interface ITwinStrings
{
    /// <summary>The next look at the balances is answered 429 once.</summary>
    void LimitNextRead();

    /// <summary>The next order is sold, and its answer gets lost on the way.</summary>
    void LoseNextAnswer();

    /// <summary>The pretend recipient opens the card.</summary>
    void Claim(Reward reward);

    /// <summary>Orders in the twin's own ledger.</summary>
    int OrdersSold { get; }

    /// <summary>Cards in the twin's own ledger.</summary>
    int CardsSold { get; }

    /// <summary>Orders in the twin's own ledger that were sold more than once.</summary>
    int Duplicates { get; }
}
