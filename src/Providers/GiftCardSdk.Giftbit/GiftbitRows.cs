namespace GiftCardSdk.Giftbit;

/// <summary>Guards against nulls inside lists, which no type of the wire can exclude.</summary>
internal static class GiftbitRows
{
    public static IEnumerable<T> WithoutNulls<T>(this IEnumerable<T?>? rows)
        where T : class => (rows ?? []).OfType<T>();
}
