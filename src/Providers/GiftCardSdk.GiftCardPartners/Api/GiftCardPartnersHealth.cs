using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>What the service says of its own health. That it answered with a success is all that counts.</summary>
[Experimental("GCSDK001")]
public sealed record GiftCardPartnersHealth
{
    /// <summary>A word for people; null if there is none. Assumed.</summary>
    [JsonPropertyName("Status")]
    public string? Status { get; init; }
}
