namespace GiftCardSdk.Giftronaut;

/// <summary>Money on Giftronaut's wire: decimal numbers of whole units, whatever places the currency has.</summary>
internal static class GiftronautAmounts
{
    /// <summary>The one currency that is funded, and that of choice cards and campaigns.</summary>
    public const string Dollars = "USD";

    /// <summary>An amount of the wire, or null where it or its currency is missing or none.</summary>
    public static Money? OrNull(GiftronautMoney? money) => Money.OrNull(money?.Amount, money?.Currency);

    /// <summary>25 and 25.00 as one and the same figure: a repeat must send the same bytes.</summary>
    public static decimal Plain(decimal amount) => amount / 1.0000000000000000000000000000m;
}
