using GiftCardSdk.Adapters;
using GiftCardSdk.Http;
using GiftCardSdk.Ordering;

namespace GiftCardSdk;

/// <summary>An account as its four roles see it.</summary>
internal sealed record ConnectedAccount(string Name, GiftCardEnvironment Environment, GiftCardAdapter Adapter, ProviderClock? Clock = null)
{
    public string Provider => Adapter.Provider;

    public CoordinatedAccount ForOrders { get; init; } = new(Name, Adapter.Provider, Environment, Adapter, Clock);

    /// <summary>Refuses what the account said beforehand it cannot do. Orders are checked against their shape instead.</summary>
    public void Demand(GiftCardFeature feature, string what)
    {
        if (!Adapter.Capabilities.Supports(feature))
        {
            throw new GiftCardException(
                $"The account '{Name}' ({Provider}) cannot {what}; its Capabilities have no {feature}.",
                GiftCardErrorCode.NotSupported,
                GiftCardOutcome.NotAnOrder
            )
            {
                Provider = Provider,
                Account = Name,
            };
        }
    }

    /// <summary>An order as an adapter returned it, with the names that only the core knows.</summary>
    public Order Sign(Order order) =>
        order.Provider == Provider && order.Account == Name ? order : order with { Provider = Provider, Account = Name };
}
