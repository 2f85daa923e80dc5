using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>How an event was learned. Either way it is the provider's word.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GiftCardEventSource>))]
public enum GiftCardEventSource
{
    /// <summary>By reading the order or the payout at the provider: because a webhook hinted at it, or because it was time to look.</summary>
    ReadBack = 0,

    /// <summary>By a webhook whose signature was right.</summary>
    Webhook,
}
