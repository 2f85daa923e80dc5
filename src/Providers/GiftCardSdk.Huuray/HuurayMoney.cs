namespace GiftCardSdk.Huuray;

/// <summary>Money on Huuray's wire: whole numbers of minor units, 32 bits wide in an order and 64 in a balance.</summary>
internal sealed class HuurayMoney(HuurayWireAssumptions assumptions)
{
    private const int Hundredths = 2;

    /// <summary>An amount of the wire, or null where its currency is missing or none.</summary>
    public Money? OrNull(long units, string? currency) =>
        Money.IsCurrency(currency) ? Money.FromMinorUnits(units, currency, PlacesOf(currency)) : null;

    /// <summary>An amount as an order writes it; null if it does not come out whole, or is too large. Never rounded.</summary>
    public int? ToWire(Money amount)
    {
        var units = amount.Amount / Money.FromMinorUnits(1, amount.Currency, PlacesOf(amount.Currency)).Amount;
        return decimal.IsInteger(units) && units is >= int.MinValue and <= int.MaxValue ? (int)units : null;
    }

    private int PlacesOf(string currency) => assumptions.CountsInHundredths ? Hundredths : Money.Of(0, currency).Exponent;
}
