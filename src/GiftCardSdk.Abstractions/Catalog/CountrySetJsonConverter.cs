using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>Writes a set of countries as a list of codes, or as the word <c>worldwide</c> or <c>unknown</c>, and reads it back.</summary>
/// <remarks>Public, since a generated serializer context of any assembly must be able to name it.</remarks>
public sealed class CountrySetJsonConverter : JsonConverter<CountrySet>
{
    private const string Expected = "Countries are a list of two-letter codes, or \"worldwide\", or \"unknown\".";

    /// <inheritdoc/>
    public override CountrySet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartArray ? ReadCodes(ref reader)
        : reader.TokenType != JsonTokenType.String ? throw new JsonException(Expected)
        : reader.ValueTextEquals("worldwide") ? CountrySet.Worldwide
        : reader.ValueTextEquals("unknown") ? CountrySet.Unknown
        : throw new JsonException(Expected);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CountrySet value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value.IsWorldwide || !value.IsKnown)
        {
            writer.WriteStringValue(value.ToString());
            return;
        }

        writer.WriteStartArray();
        foreach (var code in value.Codes)
        {
            writer.WriteStringValue(code);
        }

        writer.WriteEndArray();
    }

    private static CountrySet ReadCodes(ref Utf8JsonReader reader)
    {
        var codes = new List<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            codes.Add(reader.GetString()!);
        }

        try
        {
            return reader.TokenType == JsonTokenType.EndArray ? CountrySet.Of(codes) : throw new JsonException(Expected);
        }
        catch (ArgumentException wrong)
        {
            throw new JsonException(Expected, wrong);
        }
    }
}
