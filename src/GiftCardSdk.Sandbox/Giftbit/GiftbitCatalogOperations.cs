using System.Globalization;
using GiftCardSdk.Sandbox.Giftbit.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The catalog: the list has no prices, the detail has.</summary>
internal sealed class GiftbitCatalogOperations(GiftbitTwinOptions options, GiftbitCatalog catalog)
{
    private const int UsualPage = 20;

    private static GiftbitJsonContext Json => GiftbitJsonContext.Default;

    public SandboxAnswer Brands(SandboxCall call)
    {
        if (!GiftbitPage.TryRead(call, UsualPage, options.MaxPageSize, out var page, out var refusal))
        {
            return refusal.ToAnswer();
        }

        if (!TryFilters(call, out var matches, out var complaint))
        {
            return GiftbitPage.Parameter(complaint).ToAnswer();
        }

        var found = catalog.Listed.Where(matches).ToArray();
        var rows = page.Cut(found).Select(Item).ToArray();
        var info = new Info("INFO_BRANDS_RETRIEVED", "Brands", "Brands found.");
        return GiftbitReplies.Ok(new BrandsReply(rows, rows.Length, page.Limit, page.Offset, found.Length, info), Json.BrandsReply);
    }

    public SandboxAnswer Brand(SandboxCall call)
    {
        var code = call.Route("brand_code");
        if (call.ProductGone || catalog.Find(code) is not { } brand)
        {
            return new GiftbitRefusal(
                StatusCodes.Status422UnprocessableEntity,
                "ERROR_BRANDS_NO_SUCH_BRAND",
                "Unknown brand",
                code
            ).ToAnswer();
        }

        return GiftbitReplies.Ok(
            new BrandReply(Detail(brand), new Info("INFO_BRANDS_RETRIEVED", "Brands", "Brand found.")),
            Json.BrandReply
        );
    }

    public SandboxAnswer Regions(SandboxCall call)
    {
        var regions = catalog
            .Regions.Select(region => new Region(region.Id, region.Name, $"https://img.example/{region.Flag}.png"))
            .ToArray();
        return GiftbitReplies.Ok(
            new RegionsReply(regions, new Info("INFO_RETRIEVED_REGIONS", "Regions", "Regions found.")),
            Json.RegionsReply
        );
    }

    private static bool TryFilters(SandboxCall call, out Func<GiftbitBrand, bool> matches, out string complaint)
    {
        (matches, complaint) = (_ => false, "region, min_price_in_cents and max_price_in_cents are whole numbers");
        if (
            !TryNumber(call, "region", out var region)
            | !TryNumber(call, "min_price_in_cents", out var minimum)
            | !TryNumber(call, "max_price_in_cents", out var maximum)
        )
        {
            return false;
        }

        if (call.QueryValue("embeddable") is not (null or "true" or "false"))
        {
            complaint = "embeddable is true or false, in lower case";
            return false;
        }

        var currency = call.QueryValue("currencyisocode");
        var search = call.QueryValue("search");
        var embeddable = call.QueryValue("embeddable") == "true";
        matches = brand =>
            (region is null || brand.Regions.Contains((int)region))
            && (minimum is null || brand.HasPriceFrom(minimum.Value))
            && (maximum is null || brand.HasPriceUpTo(maximum.Value))
            && (currency is null || brand.Currency == currency)
            && (search is null || Mentions(brand, search))
            && (!embeddable || brand.Embeddable);
        return true;
    }

    private static bool TryNumber(SandboxCall call, string name, out long? value)
    {
        value = null;
        if (call.QueryValue(name) is not { } text)
        {
            return true;
        }

        var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        value = number;
        return isNumber;
    }

    private static bool Mentions(GiftbitBrand brand, string text) =>
        brand.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || brand.Description?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    private static string Picture(GiftbitBrand brand) => $"https://img.example/{brand.Code}.png";

    private static BrandItem Item(GiftbitBrand brand) => new(brand.Code, brand.Name, Picture(brand)) { Disclaimer = brand.Disclaimer };

    private static BrandDetail Detail(GiftbitBrand brand) =>
        new(brand.Code, brand.Name, Picture(brand))
        {
            Disclaimer = brand.Disclaimer,
            Description = brand.Description,
            Regions = brand.Regions,
            FundCurrency = brand.Currency,
            InappAvailable = brand.Embeddable,
            VariablePrice = brand.IsRange,
            MinPriceInCents = brand.IsRange ? brand.Prices[0] : null,
            MaxPriceInCents = brand.IsRange ? brand.Prices[1] : null,
            AllowedPricesInCents = brand.IsRange ? null : brand.Prices,
        };
}
