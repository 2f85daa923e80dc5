using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>What all open sets share: the check of a word and its comparison without regard to case.</summary>
internal static class OpenSet
{
    public const string Unknown = "unknown";

    public static string Check(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        return value;
    }

    public static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    public static int Hash(string value) => StringComparer.OrdinalIgnoreCase.GetHashCode(value);
}

/// <summary>Writes an open set as its word and reads any word back.</summary>
/// <typeparam name="T">The open set.</typeparam>
/// <remarks>Public, since a generated serializer context of any assembly must be able to name it.</remarks>
public sealed class OpenSetJsonConverter<T> : JsonConverter<T>
    where T : struct, IOpenSet<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } word && !string.IsNullOrWhiteSpace(word) ? T.From(word) : default;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
