using GiftCardSdk.Sandbox.Huuray.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>What an order must look like, and what it means once it does.</summary>
internal sealed class HuurayOrderRules(HuurayTwinOptions options, HuurayCatalog catalog, HuurayUploads uploads)
{
    private const int MostSyncCards = 25;
    private const int LongestInvoiceText = 250;

    /// <summary>The first thing wrong with the order, or null when it is to be sold.</summary>
    public HuurayRefusal? Refuse(CreateOrder body, SandboxCall call) =>
        RefuseTexts(body) ?? RefuseProduct(body, call) ?? RefuseDelivery(body, call.Now) ?? RefuseInvoice(body);

    /// <summary>The order in full; call it only when nothing was refused.</summary>
    public HuurayOrderContent Complete(CreateOrder body, DateTimeOffset now)
    {
        var product = catalog.Find(body.Product.Token)!;
        var template = TemplateOf(body);
        return new HuurayOrderContent
        {
            RefId = string.IsNullOrEmpty(body.RefId) ? null : body.RefId,
            Product = product,
            Value = body.Product.Value,
            Quantity = body.Product.Quantity,
            Sync = body.Sync,
            ExpiresAt = body.Product.Expires ?? product.LatestExpiry(now),
            Template = template,
            PdfTemplateUid = body.DeliveryPdfTemplateUid,
            SendAt = body.DeliveryDatetime,
            Recipients = template is null ? [] : body.Recipients ?? [],
            PurchaseOrderFileToken = body.PurchaseOrderFileToken,
        };
    }

    private HuurayRefusal? RefuseTexts(CreateOrder body) =>
        body switch
        {
            { Product.Token.Length: 0 } => HuurayRefusal.Malformed("$.Product.Token", "too short"),
            { Product.Currency.Length: 0 } => HuurayRefusal.Malformed("$.Product.Currency", "too short"),
            { RefId: { } refId } when refId.Length > options.LongestRefId => HuurayRefusal.Refused("The RefID is too long"),
            _ => null,
        };

    private HuurayRefusal? RefuseProduct(CreateOrder body, SandboxCall call)
    {
        var asked = body.Product;
        if (asked.Quantity < 1)
        {
            return HuurayRefusal.Refused("Quantity is at least 1");
        }

        if (asked.Quantity > (body.Sync ? MostSyncCards : options.MostAsyncCards))
        {
            return HuurayRefusal.Refused(body.Sync ? "Quantity above the limit for direct orders" : "Quantity above the limit");
        }

        if (call.ProductGone || catalog.Find(asked.Token) is not { } product)
        {
            return new HuurayRefusal(options.UnknownProductStatus, "No match", "There is no such product");
        }

        if (asked.Currency != product.Country.Currency || !product.Accepts(asked.Value))
        {
            return HuurayRefusal.Refused("The product does not exist at this value and currency");
        }

        if (!product.IsActive || !catalog.HasStock(product, asked.Value, asked.Quantity))
        {
            return new HuurayRefusal(options.ProductUnavailableStatus, "Refused", "The product is not available at present");
        }

        return asked.Expires <= call.Now || asked.Expires > product.LatestExpiry(call.Now)
            ? HuurayRefusal.Refused("Expires is past, or later than the product allows")
            : null;
    }

    private HuurayRefusal? RefuseDelivery(CreateOrder body, DateTimeOffset now)
    {
        if (body.DeliveryTemplateId is null)
        {
            return body.DeliveryPdfTemplateUid is null ? null : HuurayRefusal.Refused("A PDF needs an e-mail template");
        }

        if (TemplateOf(body) is not { } template)
        {
            return HuurayRefusal.NotFound("There is no such template");
        }

        return RefusePdf(body, template)
            ?? RefuseRecipients(body, template)
            ?? (body.DeliveryDatetime < now ? HuurayRefusal.Refused("DeliveryDatetime is past") : null);
    }

    private HuurayRefusal? RefusePdf(CreateOrder body, HuurayTemplate template)
    {
        if (body.DeliveryPdfTemplateUid is not { } uid)
        {
            return null;
        }

        if (!template.IsEmail)
        {
            return HuurayRefusal.Refused("A PDF needs an e-mail template");
        }

        return options.PdfTemplates.FirstOrDefault(known => known.Uid == uid)?.Fits(catalog.Find(body.Product.Token)!) == true
            ? null
            : HuurayRefusal.Refused("The PDF template does not fit the product");
    }

    private static HuurayRefusal? RefuseRecipients(CreateOrder body, HuurayTemplate template)
    {
        var recipients = body.Recipients ?? [];
        if (recipients.Count == 0 || (recipients.Count != 1 && recipients.Count != body.Product.Quantity))
        {
            return HuurayRefusal.Refused("Recipients are one, or as many as the quantity");
        }

        return recipients.All(recipient => template.IsEmail ? IsAddress(recipient.Email) : IsPhone(recipient.Phone))
            ? null
            : HuurayRefusal.Refused("A recipient has no address the template can be sent to");
    }

    private HuurayRefusal? RefuseInvoice(CreateOrder body)
    {
        string?[] texts = [body.AdditionalReference, body.CustomerReference, body.ArticleNumber, body.Description];
        if (texts.Any(text => text is not null) && !options.InvoiceFields)
        {
            return HuurayRefusal.Refused("Invoice texts are not enabled for this account");
        }

        if (Array.Exists(texts, text => text?.Length > LongestInvoiceText))
        {
            return HuurayRefusal.Refused("An invoice text is longer than 250 characters");
        }

        return body.PurchaseOrderFileToken is { } token ? uploads.RefuseToken(token) : null;
    }

    private HuurayTemplate? TemplateOf(CreateOrder body) => options.Templates.FirstOrDefault(known => known.Id == body.DeliveryTemplateId);

    private static bool IsAddress(string? email) => email is not null && email.IndexOf('@', StringComparison.Ordinal) > 0;

    private static bool IsPhone(string? phone) => phone?.Any(char.IsAsciiDigit) == true;
}
