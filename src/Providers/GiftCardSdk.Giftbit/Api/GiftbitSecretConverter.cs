using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk.Giftbit;

/// <summary>Reads and writes the value of a secret itself: on Giftbit's wire, and only there, a link must be the link.</summary>
internal sealed class GiftbitSecretConverter : JsonConverter<Secret>
{
    /// <inheritdoc/>
    public override Secret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Secret.OrNull(reader.GetString()) : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Reveal());
}

/// <summary>The same for a list of texts; empty ones are left out.</summary>
internal sealed class GiftbitSecretListConverter : JsonConverter<IReadOnlyList<Secret>>
{
    private static readonly GiftbitSecretConverter Item = new();

    /// <inheritdoc/>
    public override IReadOnlyList<Secret> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var list = new List<Secret>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Null && Item.Read(ref reader, typeof(Secret), options) is { } secret)
            {
                list.Add(secret);
            }
        }

        return list;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Secret> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var secret in value)
        {
            Item.Write(writer, secret, options);
        }

        writer.WriteEndArray();
    }
}
