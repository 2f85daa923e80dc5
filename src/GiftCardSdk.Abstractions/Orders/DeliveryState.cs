using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>Whether a reward has reached its recipient.</summary>
/// <remarks>An open set. The provider's own word stands beside it in <see cref="Reward.RawDeliveryState"/>.</remarks>
[JsonConverter(typeof(OpenSetJsonConverter<DeliveryState>))]
public readonly record struct DeliveryState : IOpenSet<DeliveryState>
{
    private readonly string? _value;

    /// <summary>Makes a value of any word, known or not.</summary>
    /// <param name="value">The word; not empty.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public DeliveryState(string value) => _value = OpenSet.Check(value);

    /// <summary>Not sent yet.</summary>
    public static DeliveryState Pending { get; } = new("pending");

    /// <summary>Given to the caller as a code or link, who passes it on.</summary>
    public static DeliveryState Returned { get; } = new("returned");

    /// <summary>Sent, and no bounce or complaint has come back so far; a late bounce may still change it.</summary>
    public static DeliveryState Delivered { get; } = new("delivered");

    /// <summary>The address refused it for now; the provider tries again by itself.</summary>
    public static DeliveryState Delayed { get; } = new("delayed");

    /// <summary>The address refused it for good.</summary>
    public static DeliveryState Undeliverable { get; } = new("undeliverable");

    /// <summary>The recipient has unsubscribed or complained; the provider sends nothing to this address any more.</summary>
    public static DeliveryState Suppressed { get; } = new("suppressed");

    /// <summary>The provider refused this recipient when the order was placed; no card was made for it.</summary>
    public static DeliveryState Refused { get; } = new("refused");

    /// <inheritdoc/>
    public string Value => _value ?? OpenSet.Unknown;

    /// <inheritdoc/>
    public static DeliveryState From(string value) => new(value);

    /// <summary>Compares the words without regard to case.</summary>
    /// <param name="other">The other value.</param>
    /// <returns>True if the words are the same.</returns>
    public bool Equals(DeliveryState other) => OpenSet.Same(Value, other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => OpenSet.Hash(Value);

    /// <summary>The word itself.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
