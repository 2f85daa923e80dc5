namespace GiftCardSdk;

/// <summary>One set of credentials at one provider, with its four roles. Safe for use by many callers at once.</summary>
public interface IGiftCardAccount
{
    /// <summary>The account's name, unique over all providers. It is also its options name, its service key and its tag in metrics.</summary>
    string Name { get; }

    /// <summary>The provider, in small letters, such as <c>giftbit</c>.</summary>
    string Provider { get; }

    /// <summary>Play money or real money.</summary>
    GiftCardEnvironment Environment { get; }

    /// <summary>What this account can do, known before any call.</summary>
    Capabilities Capabilities { get; }

    /// <summary>What can be bought.</summary>
    IGiftCardCatalog Catalog { get; }

    /// <summary>Buying, sending again, taking back.</summary>
    IGiftCardOrders Orders { get; }

    /// <summary>What has become of an order.</summary>
    IGiftCardStatus Status { get; }

    /// <summary>What the account holds.</summary>
    IGiftCardBalances Balances { get; }

    /// <summary>The provider's own interface behind this account, for what is not neutral; also the clock of the provider as this account hears it.</summary>
    /// <param name="serviceType">Such as <c>typeof(IGiftbitApi)</c>, or <c>typeof(ProviderClock)</c>.</param>
    /// <returns>The service, or null if this account has none of that type.</returns>
    object? GetService(Type serviceType);
}
