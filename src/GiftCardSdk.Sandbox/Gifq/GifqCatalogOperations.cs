using GiftCardSdk.Sandbox.Gifq.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>The catalog: brands, each with the options it is sold in.</summary>
internal sealed class GifqCatalogOperations(GifqCatalog catalog, GifqReplies replies)
{
    public SandboxAnswer List(SandboxCall call) => replies.Page(call, catalog.Listed, backwards: false, Write);

    public static string Instructions(GifqBrand brand) =>
        brand.Redemption is GifqRedemptionKind.Link or GifqRedemptionKind.LinkAndChallenge
            ? "Open the link and follow the page."
            : "Enter the code at checkout.";

    public static Brand Write(GifqBrand brand) =>
        new()
        {
            Id = brand.Uuid,
            Slug = brand.Slug,
            Title = brand.Title,
            Logo = $"https://static.example/{brand.Slug}.png",
            Description = $"<p>{brand.Title}: {brand.Category}.</p>",
            Terms = "One card per basket.",
            RedeemInstructions = Instructions(brand),
            Categories = [brand.Category],
            Countries =
            [
                .. brand.Options.SelectMany(option => option.Countries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ],
            Products = [.. brand.Options.Select(Write)],
        };

    private static ProductOption Write(GifqOption option) =>
        new()
        {
            Currency = option.Currency,
            MinFaceValue = option.Minimum,
            MaxFaceValue = option.Maximum,
            Countries = option.Countries,
            Discount = option.Discount,
            StockCount = option.Stock,
            Expiry = option.ValidMonths is { } months ? FormattableString.Invariant($"{months} months") : null,
            BalanceCheckUrl = option.BalanceCheckUrl,
        };
}
