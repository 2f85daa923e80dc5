using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>
/// Writes money as <c>"25.00 EUR"</c> and reads it back, so that an application may store it without losing a digit. Reads the form with members
/// too, <c>{ "amount": 25, "currency": "EUR" }</c>, which a page or another program is likely to send.
/// </summary>
/// <remarks>Public, since a generated serializer context of any assembly must be able to name it.</remarks>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    private const string Expected =
        "Money is written as an amount, a blank and a currency code, such as \"25.00 EUR\", or as { \"amount\": 25, \"currency\": \"EUR\" }.";

    /// <inheritdoc/>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.StartObject => ReadMembers(ref reader),
            _ => null,
        };
        return Money.TryParse(text, out var money) ? money : throw new JsonException(Expected);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }

    private static string ReadMembers(ref Utf8JsonReader reader)
    {
        // As text, since a number read into a decimal loses what is too long for one.
        string? amount = null;
        string? currency = null;
        using var document = JsonDocument.ParseValue(ref reader);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (member.Name.Equals("amount", StringComparison.OrdinalIgnoreCase))
            {
                amount = amount is null ? TextOf(member.Value) : throw new JsonException($"The amount is given twice. {Expected}");
            }
            else if (member.Name.Equals("currency", StringComparison.OrdinalIgnoreCase))
            {
                currency = currency is null ? TextOf(member.Value) : throw new JsonException($"The currency is given twice. {Expected}");
            }
        }

        return $"{amount} {currency}";
    }

    private static string? TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
}
