using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>Whether a reward has been used.</summary>
/// <remarks>An open set. The provider's own word stands beside it in <see cref="Reward.RawRedemptionState"/>.</remarks>
[JsonConverter(typeof(OpenSetJsonConverter<RedemptionState>))]
public readonly record struct RedemptionState : IOpenSet<RedemptionState>
{
    private readonly string? _value;

    /// <summary>Makes a value of any word, known or not.</summary>
    /// <param name="value">The word; not empty.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public RedemptionState(string value) => _value = OpenSet.Check(value);

    /// <summary>Open: it can still be claimed.</summary>
    public static RedemptionState Redeemable { get; } = new("redeemable");

    /// <summary>Claimed by its recipient.</summary>
    public static RedemptionState Redeemed { get; } = new("redeemed");

    /// <summary>Taken back by the sender.</summary>
    public static RedemptionState Cancelled { get; } = new("cancelled");

    /// <summary>The last day for claiming has passed.</summary>
    public static RedemptionState Expired { get; } = new("expired");

    /// <inheritdoc/>
    public string Value => _value ?? OpenSet.Unknown;

    /// <inheritdoc/>
    public static RedemptionState From(string value) => new(value);

    /// <summary>Compares the words without regard to case.</summary>
    /// <param name="other">The other value.</param>
    /// <returns>True if the words are the same.</returns>
    public bool Equals(RedemptionState other) => OpenSet.Same(Value, other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => OpenSet.Hash(Value);

    /// <summary>The word itself.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
