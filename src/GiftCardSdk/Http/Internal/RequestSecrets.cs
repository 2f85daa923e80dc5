using System.Net;
using System.Text;
using System.Text.Json;
using GiftCardSdk.Diagnostics.Internal;

namespace GiftCardSdk.Http.Internal;

/// <summary>Collects from a request what must not be read in what is printed of it.</summary>
internal static class RequestSecrets
{
    private const int ShortestHeader = 6;
    private const int ShortestNumber = 4;

    /// <summary>Headers that say nothing of anybody.</summary>
    private static readonly HashSet<string> PlainHeaders = new(
        ["Accept", "User-Agent", "Host", "Connection", "Expect", "Transfer-Encoding", "Idempotency-Key", "X-Request-Id"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>What names of members end in, without dashes and capitals, whose values are no secret and help to understand an error.</summary>
    private static readonly string[] PlainMembers =
    [
        "id",
        "ids",
        "uid",
        "currency",
        "currencycode",
        "country",
        "countrycode",
        "language",
        "languagecode",
        "culture",
        "locale",
        "type",
        "status",
        "timezone",
        "date",
        "reference",
        "ponumber",
        "idempotencykey",
        "granttype",
        "brandcode",
        "brandcodes",
        "producttoken",
        "template",
    ];

    public static CallSecrets Of(ProviderRequest request)
    {
        var values = new List<string>();
        AddHeaders(values, request);
        AddAddress(values, request.RequestUri);
        if (request.Content is SingleUseContent content)
        {
            AddBody(values, content);
        }

        return new(values);
    }

    private static void AddHeaders(List<string> values, ProviderRequest request)
    {
        foreach (var (name, header) in request.Headers.NonValidated)
        {
            if (PlainHeaders.Contains(name))
            {
                continue;
            }

            // The first word of an authorization is its kind.
            var isKind = string.Equals(name, "Authorization", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            foreach (var part in header.SelectMany(value => value.Split(' ').Skip(isKind)).Where(part => part.Length >= ShortestHeader))
            {
                values.Add(part);
                if (QuotedText.FromBase64(part) is { } inner && inner.Contains(':', StringComparison.Ordinal))
                {
                    values.AddRange(inner.Split(':', 2).Where(half => half.Length >= ShortestNumber));
                }
            }
        }
    }

    /// <summary>Of a path, what looks like a token: the rest are words of the interface and ids.</summary>
    private static void AddAddress(List<string> values, Uri? address)
    {
        if (address is null)
        {
            return;
        }

        values.AddRange(
            address.AbsolutePath.Split('/').Select(Uri.UnescapeDataString).Where(segment => TextMask.Apply(segment) != segment)
        );
        AddPairs(values, address.Query.TrimStart('?'));
    }

    private static void AddPairs(List<string> values, string pairs)
    {
        foreach (var pair in pairs.Split('&'))
        {
            if (pair.Split('=', 2) is [var name, var value])
            {
                Add(values, WebUtility.UrlDecode(name), WebUtility.UrlDecode(value));
            }
        }
    }

    private static void AddBody(List<string> values, SingleUseContent content)
    {
        var type = content.Headers.ContentType?.MediaType;
        if (type == "application/x-www-form-urlencoded")
        {
            AddPairs(values, Encoding.UTF8.GetString(content.Bytes.Span));
        }
        else if (type == "application/json")
        {
            AddJson(values, content.Bytes.Span);
        }
    }

    private static void AddJson(List<string> values, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var name = "";
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    name = reader.GetString() ?? "";
                }
                else if (reader.TokenType == JsonTokenType.String)
                {
                    Add(values, name, reader.GetString() ?? "");
                }
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // It is our own; what was read up to here is masked.
        }
    }

    private static void Add(List<string> values, string name, string value)
    {
        var text = value.Trim();
        if (text.Length < 2 || IsPlain(name) || (text.Length < ShortestNumber && text.All(char.IsAsciiDigit)) || bool.TryParse(text, out _))
        {
            return;
        }

        values.Add(text);
        if (text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at)
        {
            values.Add(text[..at]);
        }

        if (name.Contains("name", StringComparison.OrdinalIgnoreCase))
        {
            values.AddRange(text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 1));
        }

        values.AddRange(
            text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line.Length > ShortestHeader)
        );
    }

    private static bool IsPlain(string name)
    {
        var letters = string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant();
        return letters != "clientid" && PlainMembers.Any(end => letters.EndsWith(end, StringComparison.Ordinal));
    }
}
