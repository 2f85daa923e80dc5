using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>
/// Reads a list in any of its plausible forms: rows in <c>data</c>, <c>items</c>, <c>content</c>, under the name of what is listed, or bare, the figures about the page beside them,
/// in <c>pagination</c> or <c>meta</c>, or nowhere. Only <c>data</c> is documented; client code has met <c>products</c> and <c>templates</c>.
/// </summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed class GiftronautPageConverter<T> : JsonConverter<GiftronautPage<T>>
    where T : class
{
    private static readonly string[] Lists = ["data", "items", "content", "products", "templates", "orders", "campaigns"];
    private static readonly string[] Figures = ["pagination", "meta"];

    public override GiftronautPage<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        // A list within the envelope brings its figures along.
        var list = Member(root, "data") is { ValueKind: JsonValueKind.Object } inner ? inner : root;
        var rows = RowsOf(list) ?? throw new JsonException("No list was found.");
        JsonElement[] places =
        [
            root,
            list,
            .. Figures.SelectMany(name => new[] { Member(root, name), Member(list, name) }).OfType<JsonElement>(),
        ];
        var odd = new OddMembers();
        var read = WireReader.ReadRows(rows, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)), odd);
        return new()
        {
            Rows = read.Rows,
            Read = read,
            OddMembers = odd,
            RowCount = read.Count,
            Page = Number(places, "page"),
            PageSize = Number(places, "pageSize"),
            TotalCount = Number(places, "totalCount", "total", "totalElements"),
            TotalPages = Number(places, "totalPages"),
        };
    }

    public override void Write(Utf8JsonWriter writer, GiftronautPage<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Lists are read only.");

    private static JsonElement? RowsOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array
            ? root
            : Lists.Select(name => Member(root, name)).FirstOrDefault(list => list is { ValueKind: JsonValueKind.Array });

    /// <summary>The figures only help to stop; one that is no number is as good as none.</summary>
    private static int? Number(JsonElement[] places, params string[] names) =>
        places
            .SelectMany(place => names.Select(name => Member(place, name)))
            .Select(member =>
                member is { ValueKind: JsonValueKind.Number } figure && figure.TryGetInt32(out var number) ? number : (int?)null
            )
            .FirstOrDefault(number => number is >= 0);

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;
}
