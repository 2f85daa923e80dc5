using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Http;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.Accounts;

/// <summary>One account with its four roles.</summary>
internal sealed class GiftCardAccount(Account account, OrderCoordinator coordinator, AccountCatalog catalog, TimeProvider time)
    : IGiftCardAccount,
        IAccountHolder
{
    public Account Account => account;

    public string Name => account.Name;

    public string Provider => account.Provider;

    public GiftCardEnvironment Environment => account.Environment;

    public Capabilities Capabilities => account.Adapter.Capabilities;

    public IGiftCardCatalog Catalog => catalog;

    public IGiftCardOrders Orders { get; } = new AccountOrders(account, coordinator, catalog, time);

    public IGiftCardStatus Status { get; } = new AccountStatus(account, time, coordinator.Recorder);

    public IGiftCardBalances Balances { get; } = new AccountBalances(account);

    public object? GetService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceType == typeof(TimeProvider) ? time
            : serviceType == typeof(ProviderClock) ? account.Clock
            : serviceType.IsInstanceOfType(account.Adapter) ? account.Adapter
            : account.Adapter.GetService(serviceType);
    }

    public override string ToString() => $"{Name} ({Provider}, {Environment})";
}
