using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>Writes a mask for what says who somebody is, or what was written to them, and reads a text as it is.</summary>
/// <remarks>
/// An order that is serialized ends up in logs and queues. An application that must keep recipients keeps them in types of its own: an order is
/// refused, before anything is sent, whose recipient or text is a mask that was read back. Public, since a generated serializer context of any
/// assembly must be able to name it.
/// </remarks>
public sealed class PersonalTextJsonConverter : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Secret.Mask);
    }
}
