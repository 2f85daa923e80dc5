using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>
/// A value whose holder owns the money behind it: a card's code, PIN or link. It prints as a mask everywhere; only <see cref="Reveal"/> gives it away.
/// </summary>
/// <remarks>
/// <see cref="ToString"/>, the debugger, string interpolation, logging and JSON all show <c>***</c>. To store or show the value, call
/// <see cref="Reveal"/> at that one place, so that a search for "Reveal" lists every place where a secret leaves.
/// </remarks>
[DebuggerDisplay("***")]
[JsonConverter(typeof(SecretJsonConverter))]
public sealed class Secret : IEquatable<Secret>
{
    /// <summary>What is printed instead of the value.</summary>
    public const string Mask = "***";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    /// <summary>Wraps a value.</summary>
    /// <param name="value">The value itself; not empty.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or empty.</exception>
    public Secret(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    /// <summary>Wraps a value that may be missing.</summary>
    /// <param name="value">The value, or null or an empty text where the provider gave none.</param>
    /// <returns>The secret, or null if there is nothing to keep.</returns>
    public static Secret? OrNull(string? value) => string.IsNullOrEmpty(value) ? null : new Secret(value);

    /// <summary>Gives the value away. Whoever reads it can spend it.</summary>
    /// <returns>The value itself.</returns>
    public string Reveal() => _value;

    /// <summary>Whether two secrets hold the same value, compared in a time that does not depend on where they differ.</summary>
    /// <param name="other">The other secret, or null.</param>
    /// <returns>True if both hold the same value.</returns>
    public bool Equals(Secret? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_value), Encoding.UTF8.GetBytes(other._value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>The mask, never the value.</summary>
    /// <returns><c>***</c>.</returns>
    public override string ToString() => Mask;

    /// <summary>
    /// Writes the mask, and reads a mask as null: what was masked is gone, and is read again from the provider. Any other text is refused. Public,
    /// since a generated serializer context of any assembly must be able to name it.
    /// </summary>
    public sealed class SecretJsonConverter : JsonConverter<Secret>
    {
        /// <inheritdoc/>
        public override Secret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(Mask)
                ? null
                : throw new JsonException("A Secret is written as a mask and never read; store the revealed value in a field of your own.");

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options)
        {
            ArgumentNullException.ThrowIfNull(writer);
            writer.WriteStringValue(Mask);
        }
    }
}
