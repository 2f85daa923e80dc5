using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk.Huuray;

/// <summary>Writes times as the vendor's clients do.</summary>
internal sealed class HuurayTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        HuurayTime.Read(reader.GetString()) ?? throw new JsonException("A time was expected.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(HuurayTime.Write(value));
}
