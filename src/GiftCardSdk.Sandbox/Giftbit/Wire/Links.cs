using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Giftbit.Wire;

internal sealed record ShortLink(int Number, [property: JsonPropertyName("shortlink")] string Link);

internal sealed record DirectLink(string Link, int Number);

/// <summary>One of the two lists when ready, nothing but <see cref="Info"/> before.</summary>
internal sealed record LinksReply(Info Info)
{
    [JsonPropertyName("shortlinks")]
    public IReadOnlyList<ShortLink>? ShortLinks { get; init; }

    /// <summary>Without the underscore that the create reply has.</summary>
    [JsonPropertyName("directlinks")]
    public IReadOnlyList<DirectLink>? DirectLinks { get; init; }

    public int? NumberOfResults { get; init; }

    public int? Limit { get; init; }

    public int? Offset { get; init; }

    public int? TotalCount { get; init; }
}
