using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>What a recipient gets.</summary>
/// <remarks>An open set.</remarks>
[JsonConverter(typeof(OpenSetJsonConverter<ProductKind>))]
public readonly record struct ProductKind : IOpenSet<ProductKind>
{
    private readonly string? _value;

    /// <summary>Makes a value of any word, known or not.</summary>
    /// <param name="value">The word; not empty.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public ProductKind(string value) => _value = OpenSet.Check(value);

    /// <summary>A card of one brand.</summary>
    public static ProductKind Branded { get; } = new("branded");

    /// <summary>The recipient chooses among several brands.</summary>
    public static ProductKind Choice { get; } = new("choice");

    /// <inheritdoc/>
    public string Value => _value ?? OpenSet.Unknown;

    /// <inheritdoc/>
    public static ProductKind From(string value) => new(value);

    /// <summary>Compares the words without regard to case.</summary>
    /// <param name="other">The other value.</param>
    /// <returns>True if the words are the same.</returns>
    public bool Equals(ProductKind other) => OpenSet.Same(Value, other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => OpenSet.Hash(Value);

    /// <summary>The word itself.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
