using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// Something an order can name: one brand in one country, or a design whose brand the recipient picks. <see cref="Prices"/> is the list of
/// permitted face values, or the two ends of a range.
/// </summary>
internal sealed record GiftronautProduct(string Id, string Name, string Currency, string? Country, bool IsRange, decimal[] Prices)
{
    public bool IsChoice { get; init; }

    /// <summary>The distance of permitted values in a range, from its lower end; null permits every value.</summary>
    public decimal? Step { get; init; }

    public bool Available { get; init; } = true;

    public string? Description { get; init; }

    public string CardType => IsChoice ? GiftronautCardType.Choice : GiftronautCardType.Branded;

    public bool Accepts(decimal amount) =>
        IsRange
            ? amount >= Prices[0]
                && amount <= Prices[1]
                && GiftronautCurrency.Of(Currency).CanExpress(amount)
                && (Step is not { } step || (amount - Prices[0]) % step == 0)
            : Array.IndexOf(Prices, amount) >= 0;

    /// <summary>The permitted face values in words.</summary>
    public string PricesInWords =>
        IsRange
            ? string.Create(CultureInfo.InvariantCulture, $"{Prices[0]} to {Prices[1]}") + (Step is { } step ? StepInWords(step) : "")
            : string.Join(", ", Prices.Select(price => price.ToString(CultureInfo.InvariantCulture)));

    private static string StepInWords(decimal step) => string.Create(CultureInfo.InvariantCulture, $" in steps of {step}");
}
