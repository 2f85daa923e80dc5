namespace GiftCardSdk.Providers.Wire;

internal static partial class Example
{
    /// <summary>The headers of the documented page, of the only page there is.</summary>
    public static IReadOnlyDictionary<string, string> PageHeaders { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["current-page"] = "1",
            ["page-items"] = "1",
            ["total-count"] = "1",
            ["total-pages"] = "1",
        };
}
