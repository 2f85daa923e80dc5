using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>What an account may be able to do besides placing orders.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GiftCardFeature>))]
public enum GiftCardFeature
{
    /// <summary>List and read products.</summary>
    Catalog = 0,

    /// <summary>Read balances.</summary>
    Balances,

    /// <summary>Read an order by the provider's id.</summary>
    Status,

    /// <summary>Find an order by the caller's reference.</summary>
    FindByReference,

    /// <summary>Tell whether each reward was delivered.</summary>
    DeliveryTracking,

    /// <summary>Tell whether each reward was claimed.</summary>
    RedemptionTracking,

    /// <summary>Send a reward once more.</summary>
    Resend,

    /// <summary>Take back one reward.</summary>
    CancelReward,

    /// <summary>Take back a whole order.</summary>
    CancelOrder,

    /// <summary>Receive events from the provider.</summary>
    Webhooks,

    /// <summary>List the orders of a period.</summary>
    ListOrders,

    /// <summary>List the movements of the balances in a period.</summary>
    ListMovements,
}
