using GiftCardSdk.Http;
using GiftCardSdk.Http.Internal;

namespace GiftCardSdk.Adapters.Internal;

/// <summary>An account as the rooms of the core see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Provider">Its provider.</param>
/// <param name="Environment">Play money or real money.</param>
/// <param name="Adapter">Who speaks to the provider.</param>
/// <param name="Clock">The provider's clock; null where the adapter speaks to it in a way of its own.</param>
internal sealed record Account(
    string Name,
    string Provider,
    GiftCardEnvironment Environment,
    GiftCardAdapter Adapter,
    ProviderClock? Clock = null
)
{
    private readonly string? _journalId;

    /// <summary>What the journal knows it by: its name, unless something else is set.</summary>
    public string JournalId
    {
        get => _journalId ?? Name;
        init => _journalId = value;
    }

    /// <summary>Where its calls go; null where that is not known. Accounts of one host may be one account of the provider.</summary>
    public Uri? Address { get; init; }

    /// <summary>Reads what tells its credentials from others, as they are now; empty where the adapter names none.</summary>
    public Func<IReadOnlyList<string>> Credentials { get; init; } = static () => [];

    /// <summary>Whose turn an order waits for before it begins: the last client's, which an adapter makes after one for tokens; null where there is none.</summary>
    public RateLimiter? Rate { get; init; }

    /// <summary>How much it may spend; null for no limits.</summary>
    public SpendingLimits? Limits { get; init; }

    /// <summary>The products that it sells, as their costs are asked for.</summary>
    public ProductPrices Prices { get; init; } = new(Adapter, TimeProvider.System);

    /// <summary>Reads how its webhooks are told from forged ones, as the options say now; null where it takes none.</summary>
    public Func<WebhookOptions?> Webhooks { get; init; } = static () => null;

    /// <summary>An order of the account's, as the journal knows it.</summary>
    public OrderIdentity IdentityOf(OrderReference reference) => new(Provider, Environment, JournalId, OrderIdentity.PlaceOrder, reference);

    /// <summary>Whether the journal keeps an order under this account.</summary>
    public bool Owns(OrderIdentity order) => order.Provider == Provider && order.Environment == Environment && order.Account == JournalId;

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
    public Order Label(Order order) =>
        order.Provider == Provider && order.Account == Name ? order : order with { Provider = Provider, Account = Name };
}

/// <summary>Whatever stands for an account of ours, such as what an application is given.</summary>
internal interface IAccountHolder
{
    /// <summary>The account.</summary>
    Account Account { get; }
}
