using GiftCardSdk.Sandbox.GiftCardPartners.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>The catalog: the list shows each product in full.</summary>
internal sealed class GiftCardPartnersCatalogOperations(
    GiftCardPartnersTwinOptions options,
    GiftCardPartnersCatalog catalog,
    GiftCardPartnersAnswers answers
)
{
    private const decimal Hundred = 100;

    public SandboxAnswer List(SandboxCall call)
    {
        if (!GiftCardPartnersPage.TryRead(call, options, out var page, out var refusal))
        {
            return answers.Refuse(refusal);
        }

        var found = catalog.Listed.Where(Filter(call)).ToArray();
        return answers.List(
            options.PagedLists,
            page.Cut(found.Length, index => found[index], Body),
            json => json.PagedProducts,
            json => json.ProductBodyArray
        );
    }

    public SandboxAnswer Get(SandboxCall call) =>
        !call.ProductGone && catalog.Find(call.Route("id")) is { } product
            ? answers.Ok(Body(product), json => json.ProductBody)
            : answers.Unknown("There is no such product.");

    private Func<GiftCardPartnersProduct, bool> Filter(SandboxCall call)
    {
        var name = call.QueryValue("productName") ?? "";
        var description = call.QueryValue("productDescription") ?? "";
        var type = call.QueryValue("productType");
        return product =>
            product.Name.Contains(name, StringComparison.OrdinalIgnoreCase)
            && (Contains(product.ShortDescription, description) || Contains(product.LongDescription, description))
            && (type is null || string.Equals(Type(product), type, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private string Type(GiftCardPartnersProduct product) => product.IsPhysical ? options.PhysicalWord : "Digital";

    private ProductBody Body(GiftCardPartnersProduct product) =>
        new()
        {
            Id = product.Id,
            Name = product.Name,
            Type = Type(product),
            DenominationType = product.IsVariable ? options.VariableWord : "Fixed",
            Denominations = product.Denominations,
            CurrencyCode = product.Currency,
            CultureCodes = product.Cultures,
            AvailableDeliveryTypes = product.DeliveryTypes,
            ShortDescription = product.ShortDescription,
            LongDescription = product.LongDescription,
            Terms = "<p>No cash value. Not a real card.</p>",
            Disclaimer = $"{product.Name} exists in the sandbox only.",
            RedemptionNote = product.IsPhysical ? "Present the card when you pay." : "Show the code when you pay.",
            Meta = Meta(product),
            Media = new ProductMedia([new Faceplate("Classic", $"https://img.sandbox.example/{product.Id}.png")])
            {
                Logo = options.ShowSisterMembers ? $"https://img.sandbox.example/{product.Id}-logo.png" : null,
            },
            Cost = new ProductCost(product.Fee, options.DiscountAsFraction ? product.Discount / Hundred : product.Discount),
            Translations = [.. product.Translations.Select(Translation)],
        };

    private ProductMeta Meta(GiftCardPartnersProduct product) =>
        new(new ShippingConfiguration(product.FulfillmentGroup, product.NeedsCarrier))
        {
            Colors = options.ShowSisterMembers ? new ProductColors("#0B3D4F", "#F2F2F2", "#FFFFFF", "#222222") : null,
            Website = options.ShowSisterMembers ? $"https://{product.Id.ToLowerInvariant()}.example" : null,
            SupportsApiBalanceChecks = options.ShowSisterMembers ? false : null,
        };

    private static ProductTranslation Translation((string Culture, string Name, string Description) text) =>
        new()
        {
            CultureCode = text.Culture,
            Name = text.Name,
            Description = text.Description,
        };
}
