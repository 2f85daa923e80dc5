using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>Writes a reference as its text.</summary>
internal sealed class OrderReferenceJsonConverter : JsonConverter<OrderReference>
{
    /// <inheritdoc/>
    public override OrderReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { Length: > 0 } value ? new OrderReference(value) : default;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OrderReference value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
