using System.Diagnostics.CodeAnalysis;

namespace GiftCardSdk.Giftbit;

/// <summary>What stands for a product at Giftbit: a brand code, or a region whose whole catalogue the recipient chooses from.</summary>
public static class GiftbitProductId
{
    private const string RegionPrefix = "region:";

    /// <summary>The product "everything in a region".</summary>
    /// <param name="regionName">The region's name as Giftbit writes it, such as <c>USA</c>; its currency must be known (<see cref="GiftbitWireAssumptions.RegionCurrencies"/>).</param>
    /// <returns>An id for <see cref="OrderLine.ProductId"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="regionName"/> is blank.</exception>
    public static string OfRegion(string regionName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(regionName);
        return RegionPrefix + regionName;
    }

    internal static bool TryGetRegion(string productId, [NotNullWhen(true)] out string? regionName)
    {
        regionName = productId.StartsWith(RegionPrefix, StringComparison.Ordinal) ? productId[RegionPrefix.Length..] : null;
        return regionName is not null;
    }
}

/// <summary>What an order buys: one brand, a choice of brands, or a choice of everything in a region.</summary>
/// <param name="BrandCodes">The brands; empty for a region.</param>
/// <param name="Region">The region's name; null for brands.</param>
internal sealed record GiftbitSelection(IReadOnlyList<string> BrandCodes, string? Region)
{
    public static GiftbitSelection Of(OrderRequest request)
    {
        var product = request.Lines[0].ProductId;
        return GiftbitProductId.TryGetRegion(product, out var region)
            ? new([], region)
            : new([product, .. request.OptionsOf<GiftbitOrderOptions>()?.BrandCodes ?? []], null);
    }
}
