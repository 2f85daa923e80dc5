namespace GiftCardSdk.Huuray;

/// <summary>Lists of the wire: any may be null, and what is null in them is no row.</summary>
internal static class HuurayRows
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T?>? rows)
        where T : class => rows is null ? [] : [.. rows.OfType<T>()];
}
