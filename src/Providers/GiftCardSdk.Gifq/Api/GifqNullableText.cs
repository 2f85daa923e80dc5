using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk.Gifq;

/// <summary>A text that is written even where it is null, which in an update is not the same as leaving it out.</summary>
/// <param name="Value">The text, or null.</param>
[JsonConverter(typeof(GifqNullableTextConverter))]
internal readonly record struct GifqNullableText(string? Value);

/// <summary>Writes the text itself.</summary>
internal sealed class GifqNullableTextConverter : JsonConverter<GifqNullableText>
{
    public override GifqNullableText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString());

    public override void Write(Utf8JsonWriter writer, GifqNullableText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
