namespace GiftCardSdk.Giftbit;

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
