using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk.Http;

/// <summary>
/// Reads the value of a secret. An adapter names it on each member of its wire types that is as good as money. Written is a mask, whoever writes
/// it: only readers and writers that reveal (<see cref="WireReveal"/>), as adapters have for their providers alone, write the value itself.
/// </summary>
public sealed class WireSecretConverter : JsonConverter<Secret>
{
    /// <inheritdoc/>
    public override Secret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => Secret.OrNull(reader.GetString()),
            // A PIN that a provider takes for a figure is still the PIN, digit by digit.
            JsonTokenType.Number => Secret.OrNull(Encoding.UTF8.GetString(reader.ValueSpan)),
            _ => throw new JsonException(),
        };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(WireReveal.IsIn(options) ? value.Reveal() : Secret.Mask);
    }
}

/// <summary>The same for a list of texts; empty ones are left out.</summary>
public sealed class WireSecretListConverter : JsonConverter<IReadOnlyList<Secret>>
{
    private static readonly WireSecretConverter Item = new();

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
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        foreach (var secret in value)
        {
            Item.Write(writer, secret, options);
        }

        writer.WriteEndArray();
    }
}
