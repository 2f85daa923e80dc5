using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>A bearer value as it came. One that is blank or null is there and not shown to this account; a missing one may still come.</summary>
/// <param name="Value">The value; null if it is blank or null.</param>
/// <param name="IsThere">Whether the answer has it at all.</param>
/// <param name="IsNull">Whether it came as null.</param>
[JsonConverter(typeof(HuurayBearerConverter))]
internal readonly record struct HuurayBearer(Secret? Value, bool IsThere, bool IsNull = false)
{
    public bool IsBlank => IsThere && !IsNull && Value is null;

    public static HuurayBearer Of(Secret? value) => new(value, value is not null);
}

/// <summary>Reads the value itself, and writes it where that is revealed.</summary>
internal sealed class HuurayBearerConverter : JsonConverter<HuurayBearer>
{
    private static readonly WireSecretConverter Secrets = new();

    public override bool HandleNull => true;

    public override HuurayBearer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null
            ? new(null, IsThere: true, IsNull: true)
            : new(Secrets.Read(ref reader, typeof(Secret), options), IsThere: true);

    public override void Write(Utf8JsonWriter writer, HuurayBearer value, JsonSerializerOptions options) =>
        writer.WriteStringValue(
            value.IsNull ? null
            : value.Value is { } secret ? (WireReveal.IsIn(options) ? secret.Reveal() : Secret.Mask)
            : ""
        );
}
