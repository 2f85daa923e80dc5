using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>Buying and finding. An order is never recognised as a repeat: the same request twice is two orders.</summary>
internal sealed class HuurayOrders(HuurayTwinOptions options, HuurayCatalog catalog, HuurayStore store)
{
    private const int MostSyncCards = 25;
    private const int MostAsyncCards = 10_000;
    private const int LongestInvoiceText = 250;

    public SandboxAnswer Create(SandboxCall call, JsonObject body)
    {
        if ((RefuseProduct(body, call) ?? RefuseDelivery(body, call.Now) ?? RefuseInvoice(body)) is { } refusal)
        {
            return refusal;
        }

        return !call.BalanceEmpty && store.Sell(body, TemplateOf(body), call.Now) is { } order
            ? Created(order)
            : HuurayRules.Refuse(options.InsufficientFundsStatus, "Refused", "The balance does not suffice");
    }

    /// <summary>Every filter that is given must match. The answer is one order, whatever the number of matches.</summary>
    public SandboxAnswer Search(SandboxCall call, JsonObject body)
    {
        if (body.All(filter => filter.Value is null))
        {
            return HuurayRules.BadRequest("A search needs a filter");
        }

        // Reads the list from either end without copying it.
        var candidates = Candidates(body);
        var found =
            options.ManyMatches == HuurayManyMatches.Oldest
                ? candidates.FirstOrDefault(order => Matches(body, order, call.Now))
                : candidates.LastOrDefault(order => Matches(body, order, call.Now));
        return found is null ? HuurayRules.NotFound("Nothing fits this filter") : Found(found, body.Whole("VoucherID"));
    }

    private SandboxAnswer Created(HuurayOrder order)
    {
        var cards =
            order.IsSync ? Json.Array(order.Cards.Select(card => card.Show(options.ReturnCode)))
            : options.MissingVouchers == HuurayMissingVouchers.EmptyArray ? []
            : null;
        return Reply(order, cards, order.IsSync ? options.SyncOrderStatus : options.AsyncOrderStatus);
    }

    // Codes are shown only for the one card that was asked for.
    private SandboxAnswer Found(HuurayOrder order, int? cardId)
    {
        var cards = order
            .Cards.Where(card => options.ShowCancelledVouchers || !card.Cancelled)
            .Where(card => cardId is null || options.WholeOrderForVoucherId || card.Id == cardId)
            .Select(card => card.Show(options.ReturnCode && (options.CodesWithoutVoucherId || card.Id == cardId)));
        return Reply(order, Json.Array(cards), StatusCodes.Status200OK);
    }

    private static SandboxAnswer Reply(HuurayOrder order, JsonArray? cards, int status) =>
        HuurayRules.Answer(
            new JsonObject
            {
                ["OrderUID"] = order.Uid,
                ["RefID"] = order.RefId,
                ["Vouchers"] = cards,
            },
            status
        );

    private SandboxAnswer? RefuseProduct(JsonObject body, SandboxCall call)
    {
        var (asked, isSync) = (body.Part("Product"), body.Flag("Sync") == true);
        var (token, currency) = (asked.Text("Token")!, asked.Text("Currency")!);
        var (value, quantity, expires) = (asked.Whole("Value") ?? 0, asked.Whole("Quantity") ?? 0, asked.Time("Expires"));
        if (token.Length == 0 || currency.Length == 0)
        {
            return HuurayRules.Malformed(token.Length == 0 ? "$.Product.Token" : "$.Product.Currency", "too short");
        }

        if (quantity < 1)
        {
            return HuurayRules.Refused("Quantity is at least 1");
        }

        if (quantity > (isSync ? MostSyncCards : MostAsyncCards))
        {
            return HuurayRules.Refused(isSync ? "Quantity above the limit for direct orders" : "Quantity above the limit");
        }

        if (call.ProductGone || catalog.Find(token) is not { } product)
        {
            return HuurayRules.Refuse(options.UnknownProductStatus, "No match", "There is no such product");
        }

        if (currency != product.Country.Currency || !product.Accepts(value))
        {
            return HuurayRules.Refused("The product does not exist at this value and currency");
        }

        if (!product.IsActive || !catalog.HasStock(product, value, quantity))
        {
            return HuurayRules.Refuse(options.ProductUnavailableStatus, "Refused", "The product is not available at present");
        }

        return expires <= call.Now || expires > product.LatestExpiry(call.Now)
            ? HuurayRules.Refused("Expires is past, or later than the product allows")
            : null;
    }

    private SandboxAnswer? RefuseDelivery(JsonObject body, DateTimeOffset now)
    {
        if (!body.Has("DeliveryTemplateId"))
        {
            return body.Has("DeliveryPDFTemplateUid") ? HuurayRules.Refused("A PDF needs an e-mail template") : null;
        }

        if (TemplateOf(body) is not { } template)
        {
            return HuurayRules.NotFound("There is no such template");
        }

        return RefusePdf(body, template)
            ?? RefuseRecipients(body, template)
            ?? (body.Time("DeliveryDatetime") < now ? HuurayRules.Refused("DeliveryDatetime is past") : null);
    }

    private SandboxAnswer? RefusePdf(JsonObject body, HuurayTemplate template)
    {
        if (body.Text("DeliveryPDFTemplateUid") is not { } uid)
        {
            return null;
        }

        if (!template.IsEmail)
        {
            return HuurayRules.Refused("A PDF needs an e-mail template");
        }

        var product = catalog.Find(body.Part("Product").Text("Token"))!;
        return options.PdfTemplates.FirstOrDefault(known => known.Uid == uid)?.Fits(product) == true
            ? null
            : HuurayRules.Refused("The PDF template does not fit the product");
    }

    private static SandboxAnswer? RefuseRecipients(JsonObject body, HuurayTemplate template)
    {
        var recipients = body.Parts("Recipients");
        if (recipients.Count == 0 || (recipients.Count != 1 && recipients.Count != body.Part("Product").Whole("Quantity")))
        {
            return HuurayRules.Refused("Recipients are one, or as many as the quantity");
        }

        return recipients.All(recipient => template.IsEmail ? IsAddress(recipient.Text("Email")) : IsPhone(recipient.Text("Phone")))
            ? null
            : HuurayRules.Refused("A recipient has no address the template can be sent to");
    }

    private SandboxAnswer? RefuseInvoice(JsonObject body)
    {
        var texts = HuurayRules.InvoiceTexts.Select(name => body.Text(name)).OfType<string>().ToArray();
        if (texts.Length > 0 && !options.InvoiceFields)
        {
            return HuurayRules.Refused("Invoice texts are not enabled for this account");
        }

        if (Array.Exists(texts, text => text.Length > LongestInvoiceText))
        {
            return HuurayRules.Refused("An invoice text is longer than 250 characters");
        }

        return body.Text("PurchaseOrderFileToken") switch
        {
            null => null,
            _ when !options.PurchaseOrderFiles => HuurayFiles.NotEnabled,
            var token when store.Files.Contains(token) => null,
            _ => HuurayRules.Refused("There is no purchase-order file with this token"),
        };
    }

    private HuurayTemplate? TemplateOf(JsonObject body) =>
        options.Templates.FirstOrDefault(known => known.Id == body.Whole("DeliveryTemplateId"));

    // Oldest first, from the index that leaves the fewest orders.
    private IReadOnlyList<HuurayOrder> Candidates(JsonObject filter)
    {
        if (filter.Text("OrderUID") is { } uid)
        {
            return store.FindOrder(uid) is { } order ? [order] : [];
        }

        if (filter.Whole("VoucherID") is { } id)
        {
            return store.FindCard(id) is { } card ? [card.Order] : [];
        }

        return filter.Text("RefID") is { } refId ? store.WithRefId(refId) : store.Orders;
    }

    private static bool Matches(JsonObject filter, HuurayOrder order, DateTimeOffset now) =>
        order.FoundAt <= now
        && Fits(filter.Text("ProductToken"), order.Product.Token)
        && Fits(filter.Text("RefID"), order.RefId)
        && (filter.Whole("EmailTemplateID") is not { } email || (order.Template is { IsEmail: true } mail && mail.Id == email))
        && (filter.Whole("SMSTemplateID") is not { } sms || (order.Template is { IsEmail: false } text && text.Id == sms))
        && (filter.Time("DeliveryDatetime") is not { } time || order.Asked.Time("DeliveryDatetime") == time)
        && order.Cards.Any(card => Matches(filter, card));

    private static bool Matches(JsonObject filter, HuurayCard card)
    {
        var recipient = card.Document.Part("Recipient");
        return (filter.Whole("VoucherID") is not { } id || card.Id == id)
            && Fits(filter.Text("RecipientName"), recipient.Text("Name"))
            && Fits(filter.Text("RecipientEmail"), recipient.Text("Email"))
            && Fits(filter.Text("RecipientPhone"), recipient.Text("Phone"))
            && Fits(filter.Text("RecipientRefID"), recipient.Text("RefID"));
    }

    private static bool Fits(string? wanted, string? there) => wanted is null || wanted == there;

    private static bool IsAddress(string? email) => email is not null && email.IndexOf('@', StringComparison.Ordinal) > 0;

    private static bool IsPhone(string? phone) => phone?.Any(char.IsAsciiDigit) == true;
}
