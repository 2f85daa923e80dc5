using System.Globalization;
using GiftCardSdk.Sandbox.Huuray.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>What is on sale, and the layouts it is delivered in. Everything comes whole: there are no filters and no pages.</summary>
internal sealed class HuurayCatalogueOperations(
    HuurayTwinOptions options,
    HuurayCatalog catalog,
    HuurayCurrencies currencies,
    HuurayBodies bodies
)
{
    private static HuurayJsonContext Json => HuurayJsonContext.Default;

    public SandboxAnswer Catalogue(SandboxCall call)
    {
        if (!bodies.TryRead(call, json => json.ListProducts, out var body, out var refusal))
        {
            return refusal.ToAnswer();
        }

        var all = body.All ?? options.AllWhenMissing;
        var rows = catalog.Listed.Where(product => all || product.IsOrderable).Select(product => Row(product, all)).ToArray();
        return rows.Length == 0 && options.EmptyCatalogueIsNotFound
            ? HuurayRefusal.NotFound("There are no products").ToAnswer()
            : HuurayReplies.Answer(new CatalogueReply(rows), Json.CatalogueReply);
    }

    public SandboxAnswer Stock(SandboxCall call)
    {
        if (!bodies.TryRead(call, json => json.GetStock, out var body, out var refusal))
        {
            return refusal.ToAnswer();
        }

        if (call.ProductGone || catalog.Find(body.ProductToken) is not { } product)
        {
            return HuurayRefusal.NotFound("There is no such product").ToAnswer();
        }

        var value = body.Value ?? product.Prices[0];
        if (!product.Accepts(value))
        {
            return HuurayRefusal.Refused("The product does not exist at this value").ToAnswer();
        }

        var stock = product.IsRealTime ? options.RealTimeStock : catalog.Stock(product, value);
        return HuurayReplies.Answer(new StockReply(stock), Json.StockReply);
    }

    public SandboxAnswer Templates(SandboxCall call)
    {
        if (options.Templates.Count + options.PdfTemplates.Count == 0)
        {
            return HuurayRefusal.NotFound("There are no active templates").ToAnswer();
        }

        return HuurayReplies.Answer(
            new TemplatesReply([.. options.Templates.Select(Row)], [.. options.PdfTemplates.Select(Row)]),
            Json.TemplatesReply
        );
    }

    private ProductRow Row(HuurayProduct product, bool isPublic) =>
        new()
        {
            ProductToken = isPublic ? null : product.Token,
            BrandName = product.Brand,
            Country = product.Country.Name,
            CountryCode = product.Country.Code,
            Discount = isPublic ? null : product.Discount,
            Denominations = Denominations(product),
            Currency = product.Country.Currency,
            RealTimeStock = product.IsRealTime ? options.RealTimeWord : options.StockWord,
            Categories = product.Categories,
            LanguageCode = product.Country.Language,
            Active = product.IsActive,
            BrandDescription = product.Description,
            RedemptionInstructions = "Show the code at the till.",
            LogoFile = $"https://img.example.test/{product.Token}.png",
        };

    private static TemplateRow Row(HuurayTemplate template) =>
        template.IsEmail
            ? new(template.Id, template.Name, template.Type, template.Language, template.Sender, template.Subject, "<p>Hello</p>", "Hello")
            : new(
                template.Id,
                template.Name,
                template.Type,
                template.Language,
                template.Sender,
                Subject: null,
                FormattedText: null,
                "Hello"
            );

    private static PdfTemplateRow Row(HuurayPdfTemplate template) =>
        new(template.Uid, template.Name, "Standard", template.Language, template.Country, template.BrandName);

    private string? Denominations(HuurayProduct product)
    {
        var texts = product.Prices.Select(price => Text(price, product.Country.Currency));
        return (product.IsRange, options.RangeNotation) switch
        {
            (false, _) => string.Join(',', texts),
            (true, HuurayRangeNotation.Dash) => string.Join('-', texts),
            (true, HuurayRangeNotation.Words) => "Open value",
            _ => null,
        };
    }

    private string Text(long price, string currency) =>
        options.DenominationUnit == HuurayDenominationUnit.Minor
            ? price.ToString(CultureInfo.InvariantCulture)
            : currencies.Major(price, currency).ToString("0.###", CultureInfo.InvariantCulture);
}
