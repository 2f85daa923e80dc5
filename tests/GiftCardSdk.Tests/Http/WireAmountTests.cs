using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Tests.Http;

/// <summary>One form of amounts on every wire: what is written in another way is unreadable, never another amount.</summary>
public sealed partial class WireAmountTests
{
    [Theory]
    [InlineData("25", "25")]
    [InlineData("25.00", "25")]
    [InlineData("-3.5", "-3.5")]
    [InlineData("5E+1", "50")]
    [InlineData("1.25e1", "12.5")]
    [InlineData("1e-3", "0.001")]
    [InlineData("0e5", "0")]
    [InlineData("\"25.00\"", "25")]
    [InlineData("\"-0.5\"", "-0.5")]
    public void An_amount_is_read_to_the_last_digit(string json, string amount) =>
        Read(json).ShouldBe(decimal.Parse(amount, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("\"12,50\"")]
    [InlineData("\"1,250\"")]
    [InlineData("\"1 250\"")]
    [InlineData("\"25-\"")]
    [InlineData("\"+25\"")]
    [InlineData("\" 25\"")]
    [InlineData("\"25 EUR\"")]
    [InlineData("\"5E+1\"")]
    [InlineData("\"\"")]
    [InlineData("\"NaN\"")]
    [InlineData("true")]
    [InlineData("[25]")]
    [InlineData("{}")]
    [InlineData("1e-30")]
    [InlineData("1.5e-28")]
    [InlineData("1e29")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("1.00000000000000000000000000001")]
    public void Anything_else_is_unreadable(string json) => Should.Throw<JsonException>(() => Read(json));

    [Theory]
    [InlineData("705.00", "705")]
    [InlineData("25.50", "25.5")]
    [InlineData("0.00", "0")]
    [InlineData("1000", "1000")]
    [InlineData("-0.10", "-0.1")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Idle_zeros_do_not_go_out(string amount, string json) =>
        JsonSerializer
            .Serialize(new Priced(decimal.Parse(amount, CultureInfo.InvariantCulture)), PricedJson.Default.Priced)
            .ShouldBe($$"""{"Amount":{{json}}}""");

    [Fact]
    public void None_is_none() => JsonSerializer.Deserialize("{\"Amount\":null}", PricedJson.Default.Priced)!.Amount.ShouldBeNull();

    private static decimal? Read(string json) => JsonSerializer.Deserialize($$"""{"Amount":{{json}}}""", PricedJson.Default.Priced)!.Amount;

    private sealed record Priced(decimal? Amount);

    [JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString, Converters = [typeof(WireAmountConverter)])]
    [JsonSerializable(typeof(Priced))]
    private sealed partial class PricedJson : JsonSerializerContext;
}
