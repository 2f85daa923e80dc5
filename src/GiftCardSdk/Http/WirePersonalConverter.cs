using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk.Http;

/// <summary>
/// For a member of a wire type that says who somebody is or what was written to them: read as it is (a number as a text), written as a mask unless the
/// serializer writes to a provider (<see cref="WireReveal"/>).
/// </summary>
public sealed class WirePersonalConverter : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => throw new JsonException("A text was expected."),
        };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(WireReveal.IsIn(options) ? value : Secret.Mask);
    }
}
