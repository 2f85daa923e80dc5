using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>Writes a mask for what says who somebody is, or what was written to them; reads a text as it is, but no mask.</summary>
/// <remarks>
/// An order that is serialized ends up in logs and queues. An application that must keep recipients keeps them in types of its own. Public, since a
/// generated serializer context of any assembly must be able to name it.
/// </remarks>
public sealed class PersonalTextJsonConverter : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is var text && text == Secret.Mask
            ? throw new JsonException(
                "A recipient's name or address was written as a mask and cannot be read back; keep what you need in a type of your own."
            )
            : text;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Secret.Mask);
    }
}
