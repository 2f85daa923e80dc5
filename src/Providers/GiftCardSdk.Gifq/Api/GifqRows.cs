using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>The body of a list, whatever it lists.</summary>
internal interface IGifqRows
{
    /// <summary>The list as a page, with what the headers of its answer say.</summary>
    object ToPage(Func<string, string?> header);
}

/// <summary>The body of a list: an array, or an object whose one array it is.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The rows.</param>
/// <param name="OddMembers">What of them could not be read.</param>
internal sealed record GifqRows<T>(WireRows<T> Items, OddMembers OddMembers) : IHasOddMembers, IGifqRows
    where T : class
{
    public object ToPage(Func<string, string?> header) =>
        new GifqPage<T>
        {
            Rows = Items.Rows,
            RowCount = Items.Count,
            Read = Items,
            CurrentPage = Number(header("current-page")),
            TotalPages = Number(header("total-pages")),
            TotalCount = Number(header("total-count")),
            PageItems = Number(header("page-items")),
        };

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Reads a list, be it bare or wrapped in an object: that it is bare is third-party knowledge.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed class GifqRowsConverter<T> : JsonConverter<GifqRows<T>>
    where T : class
{
    public override GifqRows<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        return reader.TokenType switch
        {
            JsonTokenType.StartArray => ReadArray(ref reader, type),
            JsonTokenType.StartObject => ReadOnlyArrayOf(ref reader, type),
            _ => throw new JsonException("A list was expected."),
        };
    }

    public override void Write(Utf8JsonWriter writer, GifqRows<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Lists are read only.");

    private static GifqRows<T> ReadOnlyArrayOf(ref Utf8JsonReader reader, JsonTypeInfo<T> type)
    {
        GifqRows<T>? rows = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
            }
            else if (rows is null)
            {
                rows = ReadArray(ref reader, type);
            }
            else
            {
                throw new JsonException("Two lists were found where one was expected.");
            }
        }

        return rows ?? throw new JsonException("No list was found.");
    }

    private static GifqRows<T> ReadArray(ref Utf8JsonReader reader, JsonTypeInfo<T> type)
    {
        using var list = JsonDocument.ParseValue(ref reader);
        var odd = new OddMembers();
        return new(WireReader.ReadRows(list.RootElement, type, odd), odd);
    }
}
