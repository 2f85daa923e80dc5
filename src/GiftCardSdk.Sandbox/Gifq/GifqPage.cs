using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>A page of a list that exists: pages are counted from 1, and even an empty list has one.</summary>
internal sealed record GifqPage(int Number, int Limit, int TotalCount, int TotalPages)
{
    private const int UsualLimit = 10;
    private const int LargestLimit = 20;

    public static bool TryRead(
        SandboxCall call,
        int totalCount,
        GifqTwinOptions options,
        [NotNullWhen(true)] out GifqPage? page,
        [NotNullWhen(false)] out GifqRefusal? refusal
    )
    {
        page = null;
        refusal = null;
        if (!TryNumber(call, "limit", UsualLimit, out var limit) || (limit > LargestLimit && options.RefuseLargeLimits))
        {
            refusal = GifqRefusal.Malformed($"Pagination: limit is a whole number from 1 to {LargestLimit}.");
            return false;
        }

        limit = Math.Min(limit, LargestLimit);
        var pages = Math.Max(1, (totalCount + limit - 1) / limit);
        if (!TryNumber(call, "page", 1, out var number) || number > pages)
        {
            refusal = GifqRefusal.Malformed($"Pagination: page lies in 1..{pages}, not at {call.QueryValue("page")}.");
            return false;
        }

        page = new GifqPage(number, limit, totalCount, pages);
        return true;
    }

    /// <summary>The rows of this page; backwards means that the last row of the list comes first.</summary>
    public T[] Cut<T>(IReadOnlyList<T> rows, bool backwards)
    {
        var first = (Number - 1) * Limit;
        var cut = new T[Math.Min(Limit, TotalCount - first)];
        for (var i = 0; i < cut.Length; i++)
        {
            cut[i] = rows[backwards ? TotalCount - 1 - first - i : first + i];
        }

        return cut;
    }

    public Dictionary<string, string> Headers(GifqPageItems counts, int rows) =>
        new(StringComparer.Ordinal)
        {
            ["current-page"] = Text(Number),
            ["page-items"] = Text(counts == GifqPageItems.PageSize ? Limit : rows),
            ["total-count"] = Text(TotalCount),
            ["total-pages"] = Text(TotalPages),
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool TryNumber(SandboxCall call, string name, int usual, out int value)
    {
        value = usual;
        return call.QueryValue(name) is not { } text
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= 1);
    }
}
