using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk.Http;

/// <summary>Reads a document of cards that comes as Base64, null as none; writes a mask, since the document holds their codes.</summary>
public sealed class WireBytesConverter : JsonConverter<ReadOnlyMemory<byte>>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => default,
            JsonTokenType.String when reader.TryGetBytesFromBase64(out var bytes) => bytes,
            _ => throw new JsonException("Bytes in Base64 were expected."),
        };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (WireReveal.IsIn(options))
        {
            writer.WriteBase64StringValue(value.Span);
        }
        else
        {
            writer.WriteStringValue(Secret.Mask);
        }
    }
}
