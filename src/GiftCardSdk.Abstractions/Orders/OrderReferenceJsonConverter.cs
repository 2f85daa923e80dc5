using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>Writes a reference as its text.</summary>
/// <remarks>Public, since a generated serializer context of any assembly must be able to name it.</remarks>
public sealed class OrderReferenceJsonConverter : JsonConverter<OrderReference>
{
    /// <inheritdoc/>
    public override OrderReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { Length: > 0 } value ? new OrderReference(value) : default;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OrderReference value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
