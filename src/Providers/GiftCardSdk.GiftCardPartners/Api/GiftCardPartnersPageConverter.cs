using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>Reads a list in either form: in its envelope, or bare. Rows that are null are passed over.</summary>
internal sealed class GiftCardPartnersPageConverter<T> : JsonConverter<GiftCardPartnersPage<T>>
    where T : class
{
    public override GiftCardPartnersPage<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var odd = new OddMembers();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return PageOf(Rows(ref reader, options, odd), odd);
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        WireRows<T>? data = null;
        int? page = null,
            pageSize = null,
            totalCount = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (Is(name, nameof(GiftCardPartnersPage<>.Data)) && reader.TokenType == JsonTokenType.StartArray)
            {
                data = Rows(ref reader, options, odd);
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

        return PageOf(data ?? throw new JsonException("The list has no rows."), odd) with
        {
            Page = page,
            PageSize = pageSize,
            TotalCount = totalCount,
        };
    }

    public override void Write(Utf8JsonWriter writer, GiftCardPartnersPage<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Lists are read only.");

    private static GiftCardPartnersPage<T> PageOf(WireRows<T> rows, OddMembers odd) =>
        new()
        {
            Data = rows.Rows,
            RowCount = rows.Count,
            Read = rows,
            OddMembers = odd,
        };

    private static WireRows<T> Rows(ref Utf8JsonReader reader, JsonSerializerOptions options, OddMembers odd)
    {
        using var list = JsonDocument.ParseValue(ref reader);
        return WireReader.ReadRows(list.RootElement, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)), odd);
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
