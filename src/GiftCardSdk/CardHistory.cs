namespace GiftCardSdk;

/// <summary>What became of one card, as far as it was seen. No code, PIN, link, name or address.</summary>
public sealed record CardHistory
{
    /// <summary>The provider's id of the card (<see cref="Reward.Id"/>); null if it gave none.</summary>
    public string? Id { get; init; }

    /// <summary>The last four characters of its serial number; null where it has none, is short, or is what redeems the card.</summary>
    public string? SerialEnding { get; init; }

    /// <summary>The line of the order that it belongs to, counted from 0; null if that cannot be told.</summary>
    public int? Line { get; init; }

    /// <summary>The product; null while a recipient of a choice card has not chosen.</summary>
    public string? ProductId { get; init; }

    /// <summary>Its face value; null if the provider does not say.</summary>
    public Money? FaceValue { get; init; }

    /// <summary>Whether it has reached its recipient; a state that was known is not forgotten when a later reading does not tell.</summary>
    public DeliveryState Delivery { get; init; }

    /// <summary>When it was sent, by the provider; null if it does not say.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Whether it has been used; a state that was known is not forgotten when a later reading does not tell.</summary>
    public RedemptionState Redemption { get; init; }

    /// <summary>When it was claimed, by the provider; null if it does not say.</summary>
    public DateTimeOffset? RedeemedAt { get; init; }

    /// <summary>The last day on which it can be used; null if there is none, or the provider does not say.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>When its delivery or redemption was last seen to be another than before, by this machine's clock.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
