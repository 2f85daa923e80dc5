using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk.Http;

/// <summary>
/// Reads and writes amounts on a provider's wire: numbers, and texts in the form of <see cref="AmountText"/>. What is written in another way is
/// unreadable, and nothing is rounded.
/// </summary>
/// <remarks>Written without idle zeros: 705.00 goes out as <c>705</c>, since a currency without decimal places may be refused with them.</remarks>
public sealed class WireAmountConverter : JsonConverter<decimal>
{
    /// <summary>The most characters of a number that are looked at; an amount has no more.</summary>
    private const int MaxLength = 128;

    /// <inheritdoc/>
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var amount = reader.TokenType switch
        {
            JsonTokenType.Number => TryRead(ref reader, out var number) ? number : (decimal?)null,
            JsonTokenType.String => AmountText.TryParse(reader.GetString(), out var text) ? text : null,
            _ => null,
        };
        return amount ?? throw new JsonException("An amount was expected: digits, and a point where there are decimal places.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        // Dividing by one with all its places takes the idle zeros away.
        writer.WriteNumberValue(value / 1.0000000000000000000000000000m);
    }

    /// <summary>Reads a number as JSON writes it. Some serializers write 50 as 5E+1; within a number that is JSON's own form.</summary>
    internal static bool TryParse(string json, out decimal amount)
    {
        amount = 0;
        var exponent = json.AsSpan().IndexOfAny('e', 'E');
        return json.Length <= MaxLength
            && (
                exponent < 0
                    ? AmountText.TryParse(json, out amount)
                    : decimal.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out amount)
                        && Digits(json.AsSpan(0, exponent)) == Digits(amount.ToString(CultureInfo.InvariantCulture))
            );
    }

    private static bool TryRead(ref Utf8JsonReader reader, out decimal amount)
    {
        amount = 0;
        return !reader.HasValueSequence
            && reader.ValueSpan.Length <= MaxLength
            && TryParse(Encoding.UTF8.GetString(reader.ValueSpan), out amount);
    }

    /// <summary>The digits that count, without point and sign: equal ones mean that nothing was rounded.</summary>
    private static string Digits(ReadOnlySpan<char> number) => string.Concat(number.ToString().Where(char.IsAsciiDigit)).Trim('0');
}
