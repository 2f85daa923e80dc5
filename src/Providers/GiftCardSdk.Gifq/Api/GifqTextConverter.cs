using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk.Gifq;

/// <summary>Reads a text that may come as a number: no document says of what type ids and free-form texts are.</summary>
internal sealed class GifqTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            // As it was written, digit by digit: an id is no figure.
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => throw new JsonException("A text was expected."),
        };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
