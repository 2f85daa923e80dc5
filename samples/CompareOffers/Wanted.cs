using System.Globalization;
using GiftCardSdk;

namespace CompareOffers;

/// <summary>What is compared: one brand, one country, one face value.</summary>
internal sealed record Wanted(string Brand, string Country, Money FaceValue)
{
    public const string Usage = "Run it without arguments, or with a brand, a country and a face value: \"Trail Gear\" US 75 USD.";

    /// <summary>What the catalogs are asked for; what a provider does not say counts as a perhaps.</summary>
    public CatalogQuery Query =>
        new()
        {
            Search = Brand,
            Country = Country,
            FaceValue = FaceValue,
            InStock = true,
        };

    /// <summary>Reads the arguments; null if they are not understood.</summary>
    public static Wanted? Parse(string[] args) =>
        args switch
        {
            [] => new("Trail Gear", "US", Money.Of(75, "USD")),
            [var brand, { Length: 2 } country, var amount, { Length: 3 } currency]
                when decimal.TryParse(amount, CultureInfo.InvariantCulture, out var value)
                    && value > 0
                    && country.All(char.IsAsciiLetter)
                    && currency.All(char.IsAsciiLetter) => new(brand, country.ToUpperInvariant(), Money.Of(value, currency)),
            _ => null,
        };
}
