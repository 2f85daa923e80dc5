using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>An order for direct links, which stand in the answer.</summary>
public sealed record GiftbitDirectLinkOrder
{
    /// <summary>The caller's own id, unique over all orders of the account; a repeat never buys again. Source: production checklist; documented.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Face value of each reward, in hundredths of the brand's currency. Source: API reference; documented.</summary>
    [JsonPropertyName("price_in_cents")]
    public required long PriceInCents { get; init; }

    /// <summary>One brand, or several of the same region among which the recipient chooses; null with <see cref="Region"/>. Source: API reference; documented.</summary>
    [JsonPropertyName("brand_codes")]
    public IReadOnlyList<string>? BrandCodes { get; init; }

    /// <summary>The name of a region whose whole catalogue the recipient chooses from; null with <see cref="BrandCodes"/>. Source: API reference; documented.</summary>
    [JsonPropertyName("region")]
    public string? Region { get; init; }

    /// <summary>How many links, at least 1; null for Giftbit's default. Source: API reference; documented. That the default is 1 is inferred.</summary>
    [JsonPropertyName("link_count")]
    public int? LinkCount { get; init; }

    /// <summary>The last day for claiming, inclusive, by Pacific time, at most a year ahead; null for no end. Source: API reference; documented.</summary>
    [JsonPropertyName("expiry")]
    public DateOnly? Expiry { get; init; }
}

/// <summary>The answer to a direct-link order.</summary>
public sealed record GiftbitDirectLinkReply
{
    /// <summary>The order. Source: API reference; documented.</summary>
    [JsonPropertyName("campaign")]
    public required GiftbitCampaign Campaign { get; init; }

    /// <summary>The links; whoever holds one can claim it. Null or empty means not made yet (then <see cref="IGiftbitApi.GetLinksAsync"/>), which is inferred. Source: API reference; documented.</summary>
    [JsonPropertyName("direct_links")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretListConverter))]
    public IReadOnlyList<Secret>? DirectLinks { get; init; }

    /// <summary>Whether the order waits for money, among other things. Source: API reference; documented.</summary>
    [JsonPropertyName("info")]
    public GiftbitInfo? Info { get; init; }

    /// <summary>The HTTP status once more. Source: API reference; documented.</summary>
    [JsonPropertyName("status")]
    public int? Status { get; init; }
}

/// <summary>A page of the links of an order, or the word that they are still being made.</summary>
public sealed record GiftbitLinkPage : IGiftbitPage<GiftbitLink>, IJsonOnDeserialized
{
    /// <summary>The links of a short-link order; null for direct links and while they are made. Source: API reference; documented.</summary>
    [JsonPropertyName("shortlinks")]
    [WireStrict(EveryRow = true)]
    public IReadOnlyList<GiftbitLink>? ShortLinks { get; init; }

    /// <summary>The links of a direct-link order; null for short links and while they are made. Source: API reference; documented.</summary>
    [JsonPropertyName("directlinks")]
    [WireStrict(EveryRow = true)]
    public IReadOnlyList<GiftbitLink>? DirectLinks { get; init; }

    /// <summary>Links in this page; null while they are made. Source: API reference; documented.</summary>
    [JsonPropertyName("number_of_results")]
    public int? NumberOfResults { get; init; }

    /// <summary>The limit that was used; null while they are made. Source: API reference; documented.</summary>
    [JsonPropertyName("limit")]
    public int? Limit { get; init; }

    /// <summary>The offset that was used; null while they are made. Source: API reference; documented.</summary>
    [JsonPropertyName("offset")]
    public int? Offset { get; init; }

    /// <summary>Links in all; null while they are made. Source: API reference; documented.</summary>
    [JsonPropertyName("total_count")]
    public int? TotalCount { get; init; }

    /// <summary>Whether the links are ready, among other things. Source: API reference; documented.</summary>
    [JsonPropertyName("info")]
    public GiftbitInfo? Info { get; init; }

    /// <summary>The links of either kind; null while they are made.</summary>
    [JsonIgnore]
    public IReadOnlyList<GiftbitLink>? Links => ShortLinks ?? DirectLinks;

    IReadOnlyList<GiftbitLink> IGiftbitPage<GiftbitLink>.Rows => Links ?? [];

    void IJsonOnDeserialized.OnDeserialized()
    {
        if (Links is null && Info is null)
        {
            throw new JsonException("There are neither links nor a word about them.");
        }
    }
}

/// <summary>A link of an order. Whoever holds it can claim the reward; it prints masked.</summary>
public sealed record GiftbitLink
{
    /// <summary>Its number within the order, from 1. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("number")]
    public int? Number { get; init; }

    /// <summary>The address of a direct link; null for a short link. Source: API reference; documented.</summary>
    [JsonPropertyName("link")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    public Secret? Link { get; init; }

    /// <summary>The address of a short link; null for a direct link. Source: API reference; documented.</summary>
    [JsonPropertyName("shortlink")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    public Secret? ShortLink { get; init; }

    /// <summary>The address, of either kind.</summary>
    [JsonIgnore]
    public Secret? Address => Link ?? ShortLink;
}
