using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Tests.Http;

/// <summary>One odd member or row spoils nothing else; what must be right is never guessed.</summary>
public sealed partial class WireReaderTests
{
    [Theory]
    [InlineData("""{ "id": "a", "count": 1 }""", "a", 1)]
    [InlineData("""{ "id": 3000000000, "count": 1.0 }""", "3000000000", 1)]
    [InlineData("""{ "id": "a", "count": " 7 " }""", "a", 7)]
    [InlineData("""{ "id": "a", "count": "1,000" }""", "a", null)]
    [InlineData("""{ "id": "a", "count": 1.5 }""", "a", null)]
    [InlineData("""{ "id": "a", "count": 99999999999 }""", "a", null)]
    [InlineData("""{ "id": "a", "count": {} }""", "a", null)]
    [InlineData("""{ "id": "a", "count": null }""", "a", null)]
    [InlineData("""{ "id": "a", "count": 1, "count": "odd" }""", "a", 1)]
    [InlineData("""{ "id": "\ud800", "id": "a", "note": "\ud800" }""", null, null)]
    public void A_member_is_read_where_that_leaves_no_doubt_and_missing_otherwise(string json, string? id, int? count)
    {
        var read = Record.Exception(() => (Read(json, out _)?.Id, Read(json, out _)?.Count).ShouldBe((id, count)));

        (read is JsonException).ShouldBe(id is null);
    }

    [Theory]
    [InlineData("""{ "id": "a", "isOpen": "TRUE" }""", true)]
    [InlineData("""{ "id": "a", "isOpen": 0 }""", false)]
    [InlineData("""{ "id": "a", "isOpen": "yes" }""", null)]
    public void A_boolean_may_come_as_text_or_number(string json, bool? isOpen) => Read(json, out _)!.IsOpen.ShouldBe(isOpen);

    [Theory]
    [InlineData("""{ "id": {} }""", "$.id")]
    [InlineData("""{ "count": 1 }""", "$.id")]
    [InlineData("""{ "id": "a", "amount": "12,50" }""", "$.amount")]
    [InlineData("""{ "id": "a", "cards": [{ "code": "c" }, { "code": [] }] }""", "$.cards[].code")]
    [InlineData("""{ "id": "a", "cards": "none" }""", "$.cards")]
    [InlineData("""{ "id": "a" }{}""", null)]
    [InlineData("""{ "id": "a", """, null)]
    public void What_must_be_right_makes_the_answer_unreadable_and_is_named_without_its_value(string json, string? path) =>
        Should.Throw<JsonException>(() => Read(json, out _)).Path.ShouldBe(path, json);

    [Fact]
    public void An_odd_row_leaves_its_place_and_the_rest_is_read()
    {
        var read = Read(
            """{ "id": "a", "nested": { "id": 5, "rows": [] , "count": [] }, "rows": [{ "id": "x" }, 7, { "count": 1 }, { "id": "y", "note": {} }], "prices": [1, "", "2.50", null], "named": { "a": 1, "b": {}, "c": "3" } }""",
            out var odd
        )!;

        read.Rows.Select(row => row?.Id).ShouldBe(["x", null, null, "y"]);
        read.Prices.ShouldBe([1m, 2.50m]);
        read.Named.ShouldBe(new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 1, ["c"] = 3 });
        (read.Nested!.Id, read.Nested.Count).ShouldBe(("5", null));
        odd.Counts.ShouldBe(
            new Dictionary<string, int>(StringComparer.Ordinal)
            {
                ["nested.count"] = 1,
                ["rows[]"] = 1,
                ["rows[].id"] = 1,
                ["rows[].note"] = 1,
                ["prices[]"] = 2,
                ["named[]"] = 1,
            },
            ignoreOrder: true
        );
    }

    [Fact]
    public void Rows_that_are_read_one_by_one_keep_what_is_left_of_the_broken_ones()
    {
        using var document = JsonDocument.Parse(
            """[{ "id": "a" }, null, { "id": [], "note": "mine" }, { "id": "b", "amount": {}, "note": 5 }, 7]"""
        );
        var odd = new OddMembers();

        var rows = WireReader.ReadRows(document.RootElement, Context.Default.Thing, odd);

        (rows.Count, rows.Rows.Single().Id).ShouldBe((5, "a"));
        rows.Visible(row => row.Note).Select(row => (row.Id, row.Note)).ShouldBe([("a", null), (null!, "mine"), ("b", "5")]);
        rows.Visible(row => row.Id).Select(row => row.Id).ShouldBe(["a", "b"]);
        odd.Counts.Keys.ShouldBe(["[].id", "[].amount", "[]"]);
    }

    [Fact]
    public void A_documented_answer_is_read_without_a_note()
    {
        Read("""{ "id": "a", "count": 1, "rows": [{ "id": "x" }], "cards": [{ "code": "c" }], "strange": { "deep": [] } }""", out var odd);

        odd.Counts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2031-04-05", "2031-04-05T00:00:00+00:00")]
    [InlineData("2031-04-05T10:11:12+02:00", "2031-04-05T08:11:12+00:00")]
    [InlineData("2031-04-05 10:11:12", "2031-04-05T10:11:12+00:00")]
    [InlineData("Sat, 05 Apr 2031 10:11:12 GMT", "2031-04-05T10:11:12+00:00")]
    [InlineData("1924905600", "2030-12-31T00:00:00+00:00")]
    [InlineData("1924905600000", "2030-12-31T00:00:00+00:00")]
    [InlineData("05-04-2031", null)]
    [InlineData("05/04/2031", null)]
    [InlineData("0001-01-01T00:00:00", null)]
    [InlineData("1970-01-01", null)]
    [InlineData("2031-02-30", null)]
    [InlineData("20310405", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_time_is_read_where_it_leaves_no_doubt(string? text, string? instant) =>
        WireTime
            .Read(text)
            .ShouldBe(instant is null ? null : DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));

    private static Thing? Read(string json, out OddMembers odd)
    {
        odd = new();
        return WireReader.Read(Encoding.UTF8.GetBytes(json), Context.Default.Thing, odd);
    }

    internal sealed record Thing
    {
        public required string Id { get; init; }

        [WireStrict]
        public decimal? Amount { get; init; }

        public int? Count { get; init; }

        public bool? IsOpen { get; init; }

        public string? Note { get; init; }

        public Thing? Nested { get; init; }

        public IReadOnlyList<Thing?> Rows { get; init; } = [];

        public IReadOnlyList<decimal>? Prices { get; init; }

        public IReadOnlyDictionary<string, int>? Named { get; init; }

        [WireStrict(EveryRow = true)]
        public IReadOnlyList<Card>? Cards { get; init; }
    }

    internal sealed record Card
    {
        [WireStrict]
        [JsonConverter(typeof(WireSecretConverter))]
        public Secret? Code { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        Converters = [typeof(WireTextConverter)]
    )]
    [JsonSerializable(typeof(Thing))]
    internal sealed partial class Context : JsonSerializerContext;
}
