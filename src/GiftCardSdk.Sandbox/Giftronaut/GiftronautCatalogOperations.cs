using GiftCardSdk.Sandbox.Giftronaut.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>The two catalogs.</summary>
internal sealed class GiftronautCatalogOperations(GiftronautTwinOptions options, GiftronautCatalog catalog, GiftronautReplies replies)
{
    private static GiftronautJsonContext Json => GiftronautJsonContext.Default;

    public SandboxAnswer Branded(GiftronautCall call) => List(call, GiftronautCardType.Branded);

    public SandboxAnswer Choice(GiftronautCall call) => List(call, GiftronautCardType.Choice);

    private SandboxAnswer List(GiftronautCall call, string cardType)
    {
        var products = catalog.Listed.Where(product => product.CardType == cardType);
        if (!options.CatalogQueryHonoured)
        {
            return replies.Data([.. products.Select(Write)], Json.IReadOnlyListProduct);
        }

        if (!GiftronautPage.TryRead(call, options, out var page, out var refusal))
        {
            return refusal.ToAnswer();
        }

        var country = call.Http.QueryValue("countryCode");
        var currency = call.Http.QueryValue("currencyCode");
        var found = products
            .Where(product => (country is null || product.Country == country) && (currency is null || product.Currency == currency))
            .ToArray();
        return replies.List(page, [.. page.Cut(found).Select(Write)], found.Length, Json.IReadOnlyListProduct);
    }

    private Product Write(GiftronautProduct product)
    {
        var isOlder = options.PriceVocabulary switch
        {
            GiftronautPriceVocabulary.FaceValue => true,
            GiftronautPriceVocabulary.Price => false,
            _ => product.Id.StartsWith("GC-", StringComparison.Ordinal),
        };
        return isOlder ? WriteFaceValue(product) : WritePrice(product);
    }

    private static Product WriteFaceValue(GiftronautProduct product) =>
        new()
        {
            ProductId = product.Id,
            BrandName = product.Name,
            CurrencyCode = product.Currency,
            FaceValueType = Kind(product),
            Denominations = product.IsRange ? null : product.Prices,
            MinAmount = product.IsRange ? product.Prices[0] : null,
            MaxAmount = product.IsRange ? product.Prices[1] : null,
        };

    private static Product WritePrice(GiftronautProduct product) =>
        new()
        {
            ProductId = product.Id,
            BrandName = product.IsChoice ? null : product.Name,
            CardName = product.IsChoice ? product.Name : null,
            CurrencyCode = product.Currency,
            CountryCode = product.Country,
            Description = product.Description,
            PriceType = Kind(product),
            Prices = product.Prices,
            PriceStep = product.Step,
        };

    private static string Kind(GiftronautProduct product) => product.IsRange ? "RANGE" : "FIXED";
}
