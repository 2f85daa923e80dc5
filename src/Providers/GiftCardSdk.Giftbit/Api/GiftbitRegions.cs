using System.Text.Json.Serialization;

namespace GiftCardSdk.Giftbit;

/// <summary>The answer to <see cref="IGiftbitApi.ListRegionsAsync"/>.</summary>
public sealed record GiftbitRegionList
{
    /// <summary>The regions. Source: API reference; documented with four rows, today there are likely more.</summary>
    [JsonPropertyName("regions")]
    public required IReadOnlyList<GiftbitRegion> Regions { get; init; }

    /// <summary>What the answer says about itself. Source: API reference; documented.</summary>
    [JsonPropertyName("info")]
    public GiftbitInfo? Info { get; init; }
}

/// <summary>A region: a number in brand queries, a name in orders.</summary>
public sealed record GiftbitRegion
{
    /// <summary>The number that brands and brand queries use. Source: API reference; documented.</summary>
    [JsonPropertyName("id")]
    public required int Id { get; init; }

    /// <summary>The name that orders use, such as <c>USA</c>. Source: API reference; documented.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Address of a picture of the flag. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("image_url")]
    public string? ImageUrl { get; init; }
}
