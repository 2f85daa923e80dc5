using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>How far an accepted order has come.</summary>
/// <remarks>An open set: a word that a provider adds later is kept as it is and does not count as final.</remarks>
[JsonConverter(typeof(OpenSetJsonConverter<OrderStatus>))]
public readonly record struct OrderStatus : IOpenSet<OrderStatus>
{
    private readonly string? _value;

    /// <summary>Makes a value of any word, known or not.</summary>
    /// <param name="value">The word; not empty.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public OrderStatus(string value) => _value = OpenSet.Check(value);

    /// <summary>Accepted; the provider is still making the cards.</summary>
    public static OrderStatus Pending { get; } = new("pending");

    /// <summary>Accepted and parked for lack of money; it goes out by itself once the account is funded. Never place it again.</summary>
    public static OrderStatus AwaitingFunds { get; } = new("awaiting_funds");

    /// <summary>Accepted; it goes out at the time that was asked for.</summary>
    public static OrderStatus Scheduled { get; } = new("scheduled");

    /// <summary>Every card is issued or finally failed, and every code or link that this account may see can be read.</summary>
    public static OrderStatus Completed { get; } = new("completed");

    /// <summary>The provider gave the order up; no card will come.</summary>
    public static OrderStatus Failed { get; } = new("failed");

    /// <summary>The order was cancelled before it was carried out.</summary>
    public static OrderStatus Cancelled { get; } = new("cancelled");

    /// <inheritdoc/>
    public string Value => _value ?? OpenSet.Unknown;

    /// <inheritdoc/>
    public static OrderStatus From(string value) => new(value);

    /// <summary>Whether nothing more will happen to the order itself. Delivery and redemption of its rewards go on.</summary>
    public bool IsFinal => this == Completed || this == Failed || this == Cancelled;

    /// <summary>Compares the words without regard to case.</summary>
    /// <param name="other">The other value.</param>
    /// <returns>True if the words are the same.</returns>
    public bool Equals(OrderStatus other) => OpenSet.Same(Value, other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => OpenSet.Hash(Value);

    /// <summary>The word itself.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
