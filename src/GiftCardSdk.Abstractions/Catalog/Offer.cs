namespace GiftCardSdk;

/// <summary>One way in which a product can be bought: a currency, where the card works, which face values, and what it costs.</summary>
public sealed record Offer
{
    /// <summary>Currency of the face value.</summary>
    public required string Currency { get; init; }

    /// <summary>Where the card can be used.</summary>
    public CountrySet Countries { get; init; } = CountrySet.Unknown;

    /// <summary>The face values.</summary>
    public Denominations Denominations { get; init; } = UnknownDenominations.Instance;

    /// <summary>Percent of the face value that the account saves; negative means a fee on top, null means unknown.</summary>
    public decimal? DiscountPercent { get; init; }

    /// <summary>What each card costs besides; null means unknown, zero means nothing.</summary>
    public Money? FeePerCard { get; init; }

    /// <summary>Cards in stock; null if the provider does not say or makes cards as they are ordered.</summary>
    public int? Stock { get; init; }

    /// <summary>How a card of this offer can be delivered; empty if the provider does not say.</summary>
    public IReadOnlyList<Delivery> Deliveries { get; init; } = [];

    /// <summary>What one card of a face value costs the account; null if that is not known. Never guessed.</summary>
    /// <param name="faceValue">A face value in the currency of this offer.</param>
    /// <returns>Face value less discount plus fee, or null. Not rounded: the provider's own rounding is not known here.</returns>
    /// <exception cref="ArgumentException"><paramref name="faceValue"/> is in another currency.</exception>
    public Money? CostOf(Money faceValue)
    {
        if (faceValue.Currency != Currency)
        {
            throw new ArgumentException($"{faceValue} is not in the currency of this offer, {Currency}.", nameof(faceValue));
        }

        return DiscountPercent is { } discount && FeePerCard is { } fee && fee.Currency == Currency
            ? (faceValue * (1 - (discount / 100))) + fee
            : null;
    }
}
