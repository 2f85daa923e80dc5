using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>One card of an order, with what this account may see of it. Code, PIN and link print as masks.</summary>
public sealed record Reward
{
    /// <summary>The provider's id of the card; null while the provider has not given one.</summary>
    public string? Id { get; init; }

    /// <summary>The line of the order that it belongs to, counted from 0; null if that cannot be told.</summary>
    public int? Line { get; init; }

    /// <summary>The product, by its id in the catalog; null while a recipient of a choice card has not chosen.</summary>
    public string? ProductId { get; init; }

    /// <summary>Who gets it; null when it was returned to the caller.</summary>
    public Recipient? Recipient { get; init; }

    /// <summary>Its face value; null if the provider does not say.</summary>
    public Money? FaceValue { get; init; }

    /// <summary>Whether it has reached its recipient.</summary>
    public DeliveryState Delivery { get; init; }

    /// <summary>The provider's own word for <see cref="Delivery"/>; null if it gave none.</summary>
    public string? RawDeliveryState { get; init; }

    /// <summary>Whether it has been used.</summary>
    public RedemptionState Redemption { get; init; }

    /// <summary>The provider's own word for <see cref="Redemption"/>; null if it gave none.</summary>
    public string? RawRedemptionState { get; init; }

    /// <summary>The provider's remark on this card, such as why a recipient was refused; null if there is none. May name the recipient: not for logs.</summary>
    public Secret? Remark { get; init; }

    /// <summary>
    /// What its recipient redeems, whichever form this provider gives it: the link, else the code, else the PIN or the serial number of a card that
    /// has nothing else. Null while the order is not final, and where the provider itself delivers. A code may need <see cref="Pin"/> or
    /// <see cref="SecurityCode"/> beside it, a link <see cref="Challenge"/>.
    /// </summary>
    [JsonIgnore]
    public Secret? Redeemable => Link ?? Code ?? Pin ?? Serial;

    /// <summary>The code to redeem; null if there is none or it was not asked for.</summary>
    public Secret? Code { get; init; }

    /// <summary>The PIN that belongs to the code; null if there is none or it was not asked for.</summary>
    public Secret? Pin { get; init; }

    /// <summary>The link that leads to the card; null if there is none or it was not asked for.</summary>
    public Secret? Link { get; init; }

    /// <summary>The question or code that the link asks for; null if there is none or it was not asked for.</summary>
    public Secret? Challenge { get; init; }

    /// <summary>The serial number; null if there is none or it was not asked for.</summary>
    public Secret? Serial { get; init; }

    /// <summary>The security code (CVV) of a payment card; null if there is none or it was not asked for.</summary>
    public Secret? SecurityCode { get; init; }

    /// <summary>When it was sent; null if it was not, or the provider does not say.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When it was claimed; null if it was not, or the provider does not say.</summary>
    public DateTimeOffset? RedeemedAt { get; init; }

    /// <summary>The last day on which it can be used; null if there is none, or the provider does not say.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Whether anything that redeems the card can be read: some cards have a PIN, a serial number or a challenge and no code.</summary>
    public bool HasSecret => (Code ?? Link ?? Pin ?? Challenge ?? Serial ?? SecurityCode) is not null;
}
