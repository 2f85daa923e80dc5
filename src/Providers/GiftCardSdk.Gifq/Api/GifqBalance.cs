using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>What the account holds in one currency.</summary>
[Experimental("GCSDK001")]
public sealed record GifqBalance : IJsonOnDeserialized
{
    /// <summary>The currency. Source: getting started for its existence; its JSON name is assumed.</summary>
    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    /// <summary>What can be spent, in units of <see cref="Currency"/>. Source: getting started for its existence; its JSON name is assumed.</summary>
    [JsonPropertyName("amount")]
    [WireStrict]
    public decimal? Amount
    {
        get => field ?? Balance ?? Available;
        init;
    }

    [JsonInclude]
    [JsonPropertyName("balance")]
    [WireStrict]
    internal decimal? Balance { get; init; }

    [JsonInclude]
    [JsonPropertyName("available")]
    [WireStrict]
    internal decimal? Available { get; init; }

    void IJsonOnDeserialized.OnDeserialized()
    {
        if (Amount is null)
        {
            throw new JsonException("The amount is missing.");
        }
    }
}
