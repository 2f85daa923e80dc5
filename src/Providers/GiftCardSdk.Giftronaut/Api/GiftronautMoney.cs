using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>An amount: mostly with its currency, in some places a plain number.</summary>
[JsonConverter(typeof(GiftronautMoneyConverter))]
public sealed record GiftronautMoney
{
    /// <summary>The amount, in units of <see cref="Currency"/>. Source: quickstart; documented.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The currency, ISO 4217; null where the wire has a plain number. Source: quickstart; documented.</summary>
    public string? Currency { get; init; }

    /// <summary>Amount and currency.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}").TrimEnd();
}

/// <summary>Reads <c>{"amount","currency"}</c> and plain numbers alike.</summary>
internal sealed class GiftronautMoneyConverter : JsonConverter<GiftronautMoney>
{
    private static readonly WireAmountConverter Amounts = new();

    public override GiftronautMoney Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject ? ReadObject(ref reader, options) : new() { Amount = Number(ref reader, options) };

    public override void Write(Utf8JsonWriter writer, GiftronautMoney value, JsonSerializerOptions options)
    {
        if (value.Currency is null)
        {
            Amounts.Write(writer, value.Amount, options);
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName("amount");
        Amounts.Write(writer, value.Amount, options);
        writer.WriteString("currency", value.Currency);
        writer.WriteEndObject();
    }

    private static GiftronautMoney ReadObject(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        decimal? amount = null;
        string? currency = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name == "amount")
            {
                amount = Number(ref reader, options);
            }
            else if (name == "currency" && reader.TokenType == JsonTokenType.String)
            {
                currency = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return new() { Amount = amount ?? throw new JsonException("The amount is missing."), Currency = currency };
    }

    private static decimal Number(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        Amounts.Read(ref reader, typeof(decimal), options);
}
