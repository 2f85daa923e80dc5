using System.Diagnostics.CodeAnalysis;

namespace GiftCardSdk.Giftbit;

/// <summary>Guards against what no type of the wire can exclude: nulls inside lists, ids that are blank.</summary>
internal static class GiftbitRows
{
    public static IReadOnlyList<T> WithoutNulls<T>(this IReadOnlyList<T>? rows)
        where T : class =>
        rows is null ? []
        : rows.Contains(null!) ? [.. rows.OfType<T>()]
        : rows;

    /// <summary>Whether an id of the wire can stand in a path; one that cannot is of no use to anybody.</summary>
    public static bool IsUsableId([NotNullWhen(true)] this string? id) => !string.IsNullOrWhiteSpace(id) && id is not ("." or "..");
}
