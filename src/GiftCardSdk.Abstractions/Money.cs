using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>
/// An amount of money: a decimal number of major units (25.00 means twenty-five euro) and an ISO 4217 currency code.
/// </summary>
/// <remarks>
/// Nothing here rounds. An amount that a currency cannot hold (25.005 EUR, 10.5 JPY) may exist, since exchange rates and fees produce such
/// figures, but <see cref="ToMinorUnits()"/> refuses it. Two amounts of different currencies are never added or compared.
/// The default value is zero in currency <c>XXX</c>, ISO's code for "no currency".
/// </remarks>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly record struct Money : IComparable<Money>
{
    private readonly string? _currency;

    private Money(decimal amount, string currency)
    {
        Amount = amount;
        _currency = currency;
    }

    /// <summary>The amount in major units, exactly as given. May be negative (a refund, a fee) or zero.</summary>
    public decimal Amount { get; }

    /// <summary>Three capital letters. Usually an ISO 4217 code; a provider's own code (Giftbit's <c>PRO</c>) is kept as it is.</summary>
    public string Currency => _currency ?? CurrencyCode.None;

    /// <summary>How many decimal places the currency has by ISO 4217: 0 (JPY), 2 (EUR) or 3 (KWD). Unknown codes count as 2.</summary>
    public int Exponent => CurrencyCode.ExponentOf(Currency);

    /// <summary>Makes an amount of major units.</summary>
    /// <param name="amount">Major units; 25 is twenty-five dollars, not twenty-five cents.</param>
    /// <param name="currency">Three ASCII letters, in any case.</param>
    /// <returns>The amount, with the currency in capital letters.</returns>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is not three letters.</exception>
    public static Money Of(decimal amount, string currency) => new(amount, CurrencyCode.Normalize(currency));

    /// <summary>Makes an amount of what a wire says, where either figure may be missing.</summary>
    /// <param name="amount">Major units; may be null.</param>
    /// <param name="currency">What stands for its currency; may be null or no currency code.</param>
    /// <returns>The amount; null unless there are both.</returns>
    public static Money? OrNull(decimal? amount, string? currency) =>
        amount is { } value && IsCurrency(currency) ? Of(value, currency) : null;

    /// <summary>Whether a text has the form of a currency code: three ASCII letters, in any case.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <returns>True if <see cref="Of"/> takes it.</returns>
    public static bool IsCurrency([NotNullWhen(true)] string? text) => CurrencyCode.IsOne(text);

    /// <summary>Makes an amount from the smallest units of its currency (cents, yen, fils) by the ISO 4217 exponent.</summary>
    /// <param name="minorUnits">Smallest units; 2500 with EUR is 25.00 EUR, with JPY it is 2500 JPY.</param>
    /// <param name="currency">Three ASCII letters, in any case.</param>
    /// <returns>The exact amount.</returns>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is not three letters.</exception>
    public static Money FromMinorUnits(long minorUnits, string currency) =>
        FromMinorUnits(minorUnits, currency, CurrencyCode.ExponentOf(CurrencyCode.Normalize(currency)));

    /// <summary>Makes an amount from units of a fixed size, for a wire that does not follow ISO 4217 (Giftbit's "cents" have always two places).</summary>
    /// <param name="minorUnits">Units of ten to the power of minus <paramref name="exponent"/>.</param>
    /// <param name="currency">Three ASCII letters, in any case.</param>
    /// <param name="exponent">Decimal places, 0 to 6.</param>
    /// <returns>The exact amount.</returns>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is not three letters.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exponent"/> is below 0 or above 6.</exception>
    public static Money FromMinorUnits(long minorUnits, string currency, int exponent) =>
        Of(minorUnits / CurrencyCode.ScaleOf(exponent), currency);

    /// <summary>The amount in the smallest units of its currency, by the ISO 4217 exponent.</summary>
    /// <returns>A whole number of cents, yen, fils …</returns>
    /// <exception cref="InvalidOperationException">The amount has more decimal places than the currency; nothing is rounded.</exception>
    /// <exception cref="OverflowException">The amount does not fit 64 bits.</exception>
    public long ToMinorUnits() => ToMinorUnits(Exponent);

    /// <summary>The amount in units of a fixed size, for a wire that does not follow ISO 4217.</summary>
    /// <param name="exponent">Decimal places, 0 to 6.</param>
    /// <returns>A whole number of units of ten to the power of minus <paramref name="exponent"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exponent"/> is below 0 or above 6.</exception>
    /// <exception cref="InvalidOperationException">The amount has more decimal places than that; nothing is rounded.</exception>
    /// <exception cref="OverflowException">The amount does not fit 64 bits.</exception>
    public long ToMinorUnits(int exponent)
    {
        var units = Amount * CurrencyCode.ScaleOf(exponent);
        return decimal.IsInteger(units)
            ? decimal.ToInt64(units)
            : throw new InvalidOperationException($"{this} has more than {exponent} decimal places; GiftCardSdk never rounds money.");
    }

    /// <summary>Whether the amount has no more decimal places than its currency, so that it could be paid.</summary>
    public bool IsPayable => decimal.Round(Amount, Exponent) == Amount;

    /// <summary>The sum of two amounts of one currency.</summary>
    /// <param name="other">An amount of the same currency.</param>
    /// <returns>The exact sum.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public Money Add(Money other) => new(Amount + Same(other).Amount, Currency);

    /// <summary>The difference of two amounts of one currency.</summary>
    /// <param name="other">An amount of the same currency.</param>
    /// <returns>The exact difference; may be negative.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public Money Subtract(Money other) => new(Amount - Same(other).Amount, Currency);

    /// <summary>The amount taken several times, such as the face value of a line of several cards.</summary>
    /// <param name="factor">How many times.</param>
    /// <returns>The exact product.</returns>
    public Money Multiply(decimal factor) => new(Amount * factor, Currency);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other) => Amount.CompareTo(Same(other).Amount);

    /// <summary>Reads what <see cref="ToString"/> prints: an amount, one blank and a currency code, such as <c>25.00 EUR</c>.</summary>
    /// <param name="text">The text; the amount in the form of <see cref="AmountText"/>, the code in capital or small letters.</param>
    /// <returns>The exact amount.</returns>
    /// <exception cref="FormatException">It is written in another way, such as <c>12,50 EUR</c>; nothing is guessed or rounded.</exception>
    public static Money Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var money)
            ? money
            : throw new FormatException(
                $"'{text}' is no amount; digits, a point where there are decimal places, a blank and a currency code are expected, such as 25.00 EUR."
            );
    }

    /// <summary>Reads what <see cref="ToString"/> prints, if it is that.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="money">The exact amount; the default value if it cannot be read.</param>
    /// <returns>Whether it could be read.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Money money)
    {
        money = default;
        var blank = text?.IndexOf(' ', StringComparison.Ordinal) ?? -1;
        if (blank < 0 || !CurrencyCode.IsOne(text.AsSpan(blank + 1)) || !AmountText.TryParse(text.AsSpan(0, blank), out var amount))
        {
            return false;
        }

        money = Of(amount, text![(blank + 1)..]);
        return true;
    }

    /// <summary>Prints the amount with at least the places of its currency, and its code: <c>25.00 EUR</c>, <c>2500 JPY</c>. No digit is left out.</summary>
    /// <returns>Invariant text, never localized.</returns>
    public override string ToString() =>
        Amount.ToString("0." + new string('0', Exponent) + AmountText.EveryPlace, CultureInfo.InvariantCulture) + " " + Currency;

    /// <summary>The sum of two amounts of one currency.</summary>
    public static Money operator +(Money left, Money right) => left.Add(right);

    /// <summary>The difference of two amounts of one currency.</summary>
    public static Money operator -(Money left, Money right) => left.Subtract(right);

    /// <summary>The amount taken <paramref name="right"/> times.</summary>
    public static Money operator *(Money left, decimal right) => left.Multiply(right);

    /// <summary>Whether the left amount is smaller; both must be of one currency.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left amount is larger; both must be of one currency.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left amount is smaller or equal; both must be of one currency.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left amount is larger or equal; both must be of one currency.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    private Money Same(Money other) =>
        string.Equals(Currency, other.Currency, StringComparison.Ordinal)
            ? other
            : throw new InvalidOperationException($"{this} and {other} are of different currencies; convert one of them first.");
}
