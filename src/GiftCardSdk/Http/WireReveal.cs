using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk.Http;

/// <summary>
/// Among the converters of a serializer, says that it writes to a provider: there names, addresses and codes are written as they are. Everywhere else,
/// as in a log, <see cref="WireSecretConverter"/> and <see cref="WirePersonalConverter"/> write masks. It converts nothing.
/// </summary>
public sealed class WireReveal : JsonConverter<WireReveal>
{
    /// <summary>Whether a serializer writes to a provider.</summary>
    /// <param name="options">Its options.</param>
    /// <returns>True if it is among the converters.</returns>
    public static bool IsIn(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        for (var i = 0; i < options.Converters.Count; i++)
        {
            if (options.Converters[i] is WireReveal)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override WireReveal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("This is a sign and no value.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, WireReveal value, JsonSerializerOptions options) =>
        throw new NotSupportedException("This is a sign and no value.");
}
