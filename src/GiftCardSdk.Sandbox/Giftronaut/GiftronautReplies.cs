using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>Wraps replies as Giftronaut does, the disagreements of its documents decided by the options.</summary>
internal sealed class GiftronautReplies(GiftronautTwinOptions options)
{
    private const int UsualPageSize = 20;
    private const int LargestPageSize = 100;

    /// <summary>One object, bare by documentation.</summary>
    public SandboxAnswer Bare(JsonNode body, int status = StatusCodes.Status200OK) =>
        SandboxAnswer.Json(status, options.Envelope == GiftronautEnvelope.Wrapped ? new JsonObject { ["data"] = body } : body);

    /// <summary>One object or an unpaged list, in <c>data</c> by documentation.</summary>
    public SandboxAnswer Data(JsonNode body) =>
        SandboxAnswer.Json(
            StatusCodes.Status200OK,
            options.Envelope == GiftronautEnvelope.Bare ? body : new JsonObject { ["data"] = body }
        );

    /// <summary>The page of a list that the call asks for, counted from 1.</summary>
    public SandboxAnswer Page<T>(GiftronautCall call, IEnumerable<T> all, int total, Func<T, JsonObject> row)
    {
        var understood = TryNumber(call.Http, "page", 1, out var page) & TryNumber(call.Http, "pageSize", UsualPageSize, out var size);
        if (options.ClampPages)
        {
            (page, size) = (Math.Max(page, 1), Math.Clamp(size, 1, LargestPageSize));
        }

        if (!understood || page < 1 || size is < 1 or > LargestPageSize)
        {
            return GiftronautRules.Invalid("page starts at 1, pageSize lies between 1 and 100.");
        }

        var rows = Json.Array(all.Skip((int)Math.Min((page - 1L) * size, int.MaxValue)).Take(size).Select(row));
        return options.Envelope == GiftronautEnvelope.Bare
            ? SandboxAnswer.Json(StatusCodes.Status200OK, rows)
            : SandboxAnswer.Json(StatusCodes.Status200OK, Figured(rows, page, size, total));
    }

    private JsonObject Figured(JsonArray rows, int page, int size, int total)
    {
        var body = new JsonObject { ["data"] = rows };
        if (options.PageMetadata != GiftronautPageMetadata.None)
        {
            var figures = options.PageMetadata == GiftronautPageMetadata.Root ? body : [];
            figures["page"] = page;
            figures["pageSize"] = size;
            figures["totalCount"] = total;
            figures["totalPages"] = (total + size - 1) / size;
            if (figures != body)
            {
                body["pagination"] = figures;
            }
        }

        return body;
    }

    private static bool TryNumber(SandboxCall call, string name, int usual, out int value)
    {
        value = usual;
        return call.QueryValue(name) is not { } text
            || int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}

/// <summary>What a list is narrowed by: exact words, and days of UTC, both inclusive.</summary>
internal static class GiftronautFilters
{
    /// <summary>The first filter that is not one of its words, or no day.</summary>
    public static SandboxAnswer? Refuse(SandboxCall call, params ReadOnlySpan<(string Name, string[] Words)> known)
    {
        foreach (var (name, words) in known)
        {
            if (call.QueryValue(name) is { } word && !words.Contains(word))
            {
                return GiftronautRules.Invalid($"{name} is not known.");
            }
        }

        return IsDay(call.QueryValue("startDate")) && IsDay(call.QueryValue("endDate"))
            ? null
            : GiftronautRules.Invalid("startDate and endDate are days, as yyyy-MM-dd.");
    }

    /// <summary>The document was created within the days.</summary>
    public static bool Include(SandboxCall call, string createdAt) =>
        (call.QueryValue("startDate") is not { } start || string.CompareOrdinal(createdAt[..10], start) >= 0)
        && (call.QueryValue("endDate") is not { } end || string.CompareOrdinal(createdAt[..10], end) <= 0);

    public static bool Is(SandboxCall call, string name, string value) => call.QueryValue(name) is not { } wanted || wanted == value;

    private static bool IsDay(string? text) =>
        text is null || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
