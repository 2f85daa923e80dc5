namespace GiftCardSdk.Conformance.Running;

/// <summary>Face values that an offer has.</summary>
internal static class FaceValues
{
    /// <summary>All fixed ones; of a range its ends; none where they are unknown.</summary>
    public static IReadOnlyList<Money> Of(Offer offer) =>
        offer.Denominations switch
        {
            FixedDenominations { Values: var values } => values,
            RangeDenominations range => [range.Min, range.Max],
            _ => [],
        };

    /// <summary>Some that can be bought, those first that a careless conversion would spoil: with as many places as the currency has.</summary>
    public static IEnumerable<Money> Buyable(Offer offer)
    {
        var step = 1m;
        for (var places = Money.Of(0, offer.Currency).Exponent; places > 0; places--)
        {
            step /= 10;
        }

        Money[] odd = offer.Denominations is RangeDenominations range ? [range.Min + Money.Of(step, offer.Currency)] : [];
        return odd.Concat(Of(offer)).Where(value => value.IsPayable && offer.Denominations.Allows(value) == true);
    }
}
