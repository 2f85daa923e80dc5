using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>What was sent again.</summary>
public sealed record HuurayResend : HuurayAnswer
{
    /// <summary>How many messages went out again; null if it is not said. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("NumberOfResends")]
    [WireStrict]
    public int? NumberOfResends { get; init; }

    /// <summary>Whether only some could be sent (status 206); which, Huuray does not say. Source: vendor's OpenAPI file; documented.</summary>
    [JsonIgnore]
    public bool IsPartial { get; init; }

    private protected override bool ShowsSomething => NumberOfResends is not null;
}

/// <summary>An order or one card of it.</summary>
public sealed record HuurayChoice
{
    /// <summary>Huuray's id of the order. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("OrderUID")]
    public required string OrderUid { get; init; }

    /// <summary>One card; null for all of the order. What is null is not sent. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("VoucherID")]
    [JsonConverter(typeof(WireIdConverter))]
    public string? VoucherId { get; init; }
}
