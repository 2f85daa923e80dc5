using GiftCardSdk.Ordering;

namespace GiftCardSdk;

/// <summary>One account with its four roles.</summary>
internal sealed class GiftCardAccount(ConnectedAccount identity, OrderCoordinator coordinator, TimeProvider time) : IGiftCardAccount
{
    public CoordinatedAccount ForOrders => identity.ForOrders;

    public string Name => identity.Name;

    public string Provider => identity.Provider;

    public GiftCardEnvironment Environment => identity.Environment;

    public Capabilities Capabilities => identity.Adapter.Capabilities;

    public IGiftCardCatalog Catalog { get; } = new AccountCatalog(identity);

    public IGiftCardOrders Orders { get; } = new AccountOrders(identity, coordinator);

    public IGiftCardStatus Status { get; } = new AccountStatus(identity, time);

    public IGiftCardBalances Balances { get; } = new AccountBalances(identity);

    public object? GetService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceType.IsInstanceOfType(identity.Adapter) ? identity.Adapter : identity.Adapter.GetService(serviceType);
    }

    public override string ToString() => $"{Name} ({Provider}, {Environment})";
}
