using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>Reads a list in either form: in its envelope, or bare. Rows that are null are passed over.</summary>
internal sealed class GiftCardPartnersPageConverter<T> : JsonConverter<GiftCardPartnersPage<T>>
    where T : class
{
    public override GiftCardPartnersPage<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            var bare = Rows(ref reader, options, out var count);
            return new() { Data = bare, RowCount = count };
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        List<T>? data = null;
        int? page = null,
            pageSize = null,
            totalCount = null;
        var rowCount = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (Is(name, nameof(GiftCardPartnersPage<>.Data)) && reader.TokenType == JsonTokenType.StartArray)
            {
                data = Rows(ref reader, options, out rowCount);
            }
            else if (Is(name, nameof(GiftCardPartnersPage<>.Page)))
            {
                page = Number(ref reader);
            }
            else if (Is(name, nameof(GiftCardPartnersPage<>.PageSize)))
            {
                pageSize = Number(ref reader);
            }
            else if (Is(name, nameof(GiftCardPartnersPage<>.TotalCount)))
            {
                totalCount = Number(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new()
        {
            Data = data ?? throw new JsonException("The list has no rows."),
            Page = page,
            PageSize = pageSize,
            TotalCount = totalCount,
            RowCount = rowCount,
        };
    }

    public override void Write(Utf8JsonWriter writer, GiftCardPartnersPage<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Lists are read only.");

    private static List<T> Rows(ref Utf8JsonReader reader, JsonSerializerOptions options, out int count)
    {
        var type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        var rows = new List<T>();
        for (count = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
        {
            if (JsonSerializer.Deserialize(ref reader, type) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    /// <summary>The figures only help to stop; one that is no number is as good as none.</summary>
    private static int? Number(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) && number >= 0)
        {
            return number;
        }

        reader.Skip();
        return null;
    }

    private static bool Is(string? name, string member) => string.Equals(name, member, StringComparison.OrdinalIgnoreCase);
}
