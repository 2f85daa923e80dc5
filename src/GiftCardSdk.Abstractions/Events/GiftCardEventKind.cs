using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>What has happened to an order, a card or an account.</summary>
/// <remarks>An open set. The provider's own word stands beside it in <see cref="GiftCardEvent.RawKind"/>.</remarks>
[JsonConverter(typeof(OpenSetJsonConverter<GiftCardEventKind>))]
public readonly record struct GiftCardEventKind : IOpenSet<GiftCardEventKind>
{
    private readonly string? _value;

    /// <summary>Makes a value of any word, known or not.</summary>
    /// <param name="value">The word; not empty.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public GiftCardEventKind(string value) => _value = OpenSet.Check(value);

    /// <summary>Something that has no neutral name; <see cref="GiftCardEvent.RawKind"/> is all that is known.</summary>
    public static GiftCardEventKind Unknown { get; }

    /// <summary>The order has come to <see cref="OrderStatus.Completed"/>.</summary>
    public static GiftCardEventKind OrderCompleted { get; } = new("order.completed");

    /// <summary>The order has come to <see cref="OrderStatus.Failed"/>: no card will come.</summary>
    public static GiftCardEventKind OrderFailed { get; } = new("order.failed");

    /// <summary>The order has come to <see cref="OrderStatus.Cancelled"/>.</summary>
    public static GiftCardEventKind OrderCancelled { get; } = new("order.cancelled");

    /// <summary>A card has reached its recipient; all cards of the order, where the event names none.</summary>
    public static GiftCardEventKind Delivered { get; } = new("delivered");

    /// <summary>A recipient has opened the message or the card.</summary>
    public static GiftCardEventKind Opened { get; } = new("opened");

    /// <summary>The address of a recipient has refused the message for good. The card is paid for: send it again to another address.</summary>
    public static GiftCardEventKind Bounced { get; } = new("bounced");

    /// <summary>A card was claimed by its recipient.</summary>
    public static GiftCardEventKind Redeemed { get; } = new("redeemed");

    /// <summary>The last day for claiming a card has passed.</summary>
    public static GiftCardEventKind Expired { get; } = new("expired");

    /// <summary>The account's balance has fallen below a limit that was set at the provider, or is used up.</summary>
    public static GiftCardEventKind BalanceLow { get; } = new("balance.low");

    /// <inheritdoc/>
    public string Value => _value ?? OpenSet.Unknown;

    /// <inheritdoc/>
    public static GiftCardEventKind From(string value) => new(value);

    /// <summary>Compares the words without regard to case.</summary>
    /// <param name="other">The other value.</param>
    /// <returns>True if the words are the same.</returns>
    public bool Equals(GiftCardEventKind other) => OpenSet.Same(Value, other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => OpenSet.Hash(Value);

    /// <summary>The word itself.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
