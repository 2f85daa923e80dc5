using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>Writes a reference as its text.</summary>
/// <remarks>Public, since a generated serializer context of any assembly must be able to name it.</remarks>
public sealed class OrderReferenceJsonConverter : JsonConverter<OrderReference>
{
    /// <inheritdoc/>
    public override OrderReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TextOf(ref reader) is { Length: > 0 } value ? new OrderReference(value) : default;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OrderReference value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }

    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException broken) when (reader.TokenType == JsonTokenType.String)
        {
            throw new ArgumentException(
                "An order reference: half a surrogate pair, or a byte that is no UTF-8, stands in the JSON text.",
                nameof(reader),
                broken
            );
        }
    }
}
