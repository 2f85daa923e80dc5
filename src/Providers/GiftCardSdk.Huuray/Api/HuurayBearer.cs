using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>A bearer value as it came: blank is not the same as missing, since a blank one is there and not shown to this account.</summary>
/// <param name="Value">The value; null if it is blank.</param>
[JsonConverter(typeof(HuurayBearerConverter))]
internal readonly record struct HuurayBearer(Secret? Value)
{
    public static HuurayBearer? Of(Secret? value) => value is null ? null : new(value);
}

/// <summary>Reads and writes the value itself.</summary>
internal sealed class HuurayBearerConverter : JsonConverter<HuurayBearer>
{
    private static readonly WireSecretConverter Secrets = new();

    public override HuurayBearer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(Secrets.Read(ref reader, typeof(Secret), options));

    public override void Write(Utf8JsonWriter writer, HuurayBearer value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value?.Reveal() ?? "");
}
