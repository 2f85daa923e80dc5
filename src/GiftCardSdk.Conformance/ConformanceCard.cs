namespace GiftCardSdk.Conformance;

/// <summary>A card in the stand-in's own books. Its codes are made up, and it prints them masked.</summary>
/// <param name="ProductId">The product as orders name it; null where the recipient chooses.</param>
/// <param name="FaceValue">The face value of this card.</param>
public sealed record ConformanceCard(string? ProductId, Money FaceValue)
{
    /// <summary>Whom the stand-in sends the card to: e-mail address and phone number as they arrived. Null where it sends nothing.</summary>
    public Recipient? Recipient { get; init; }

    /// <summary>The code that belongs on <see cref="Reward.Code"/>; null where the card has none, or none yet.</summary>
    public Secret? Code { get; init; }

    /// <summary>The PIN that belongs on <see cref="Reward.Pin"/>; null where the card has none, or none yet.</summary>
    public Secret? Pin { get; init; }

    /// <summary>The link that belongs on <see cref="Reward.Link"/>; null where the card has none, or none yet.</summary>
    public Secret? Link { get; init; }

    /// <summary>The answer that belongs on <see cref="Reward.Challenge"/>; null where the link asks for none.</summary>
    public Secret? Challenge { get; init; }

    /// <summary>The number that belongs on <see cref="Reward.Serial"/>; null where the card has none.</summary>
    public Secret? Serial { get; init; }

    /// <summary>The code that belongs on <see cref="Reward.SecurityCode"/>, such as a CVV; null where the card has none.</summary>
    public Secret? SecurityCode { get; init; }
}
