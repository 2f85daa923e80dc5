using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>How much of an order's rewards is read; each step may cost further calls to the provider.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RewardDetail>))]
public enum RewardDetail
{
    /// <summary>The order alone; <see cref="Order.Rewards"/> may be empty.</summary>
    None = 0,

    /// <summary>Each reward with its delivery and redemption, without codes and links.</summary>
    State,

    /// <summary>Each reward with everything that this account may see.</summary>
    Secrets,
}
