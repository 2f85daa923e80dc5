using System.Net.Mail;
using GiftCardSdk.Sandbox.Giftronaut.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>What the parts of an order must look like. Each rule answers with the first thing wrong, or null.</summary>
internal sealed class GiftronautOrderRules(GiftronautTwinOptions options, GiftronautCatalog catalog, GiftronautState state)
{
    /// <summary>Everything wrong with an order for recipients, its cost apart.</summary>
    public GiftronautRefusal? Refuse(GiftronautCall call, CreateOrder body, string cardType) =>
        RefuseProduct(call, body.ProductId, cardType)
        ?? RefuseRecipients(body.Recipients, needAmount: true)
        ?? RefuseAmounts(body.ProductId!, body.Recipients!.Select(recipient => recipient!.Amount!.Value))
        ?? RefuseEmailSetting(call, body.EmailSetting)
        ?? RefuseTiming(body.SendTiming, call.Now, required: true);

    public GiftronautRefusal? RefuseProduct(GiftronautCall call, string? productId, string? cardType)
    {
        if (string.IsNullOrWhiteSpace(productId))
        {
            return GiftronautRefusal.Required("productId");
        }

        if (!call.Http.ProductGone && catalog.Find(productId) is { } product && product.CardType == cardType)
        {
            return null;
        }

        var refusal = GiftronautRefusal.NotFound("PRODUCT_NOT_FOUND", "product");
        return options.UnknownProduct == GiftronautUnknownProduct.BadRequest
            ? refusal with
            {
                Status = StatusCodes.Status400BadRequest,
            }
            : refusal;
    }

    /// <summary>The product, once <see cref="RefuseProduct"/> has let it pass.</summary>
    public GiftronautProduct Product(string? productId) => catalog.Find(productId!)!;

    public GiftronautRefusal? RefuseAmounts(string productId, IEnumerable<decimal> amounts)
    {
        var product = Product(productId);
        return amounts.All(product.Accepts) ? null : GiftronautRefusal.Invalid($"The product's amounts are {product.PricesInWords}.");
    }

    public GiftronautRefusal? RefuseRecipients(IReadOnlyList<Recipient?>? recipients, bool needAmount)
    {
        if (recipients is not { Count: > 0 })
        {
            return GiftronautRefusal.Required("recipients");
        }

        if (RefuseCount(recipients.Count) is { } tooMany)
        {
            return tooMany;
        }

        for (var i = 0; i < recipients.Count; i++)
        {
            if (!IsAddress(recipients[i]?.Email))
            {
                return GiftronautRefusal.Invalid($"recipients[{i}].email is not an e-mail address.");
            }

            if (needAmount && recipients[i]!.Amount is null)
            {
                return GiftronautRefusal.Required($"recipients[{i}].amount");
            }
        }

        return null;
    }

    public GiftronautRefusal? RefuseCount(int count) =>
        count >= 1 && count <= options.MaxCardsPerOrder
            ? null
            : GiftronautRefusal.Invalid($"An order has 1 to {options.MaxCardsPerOrder} cards.");

    public static GiftronautRefusal? RefuseTemplate(GiftronautCall call, string? templateId) =>
        templateId is null || call.Account.Templates.Find(templateId) is not null
            ? null
            : GiftronautRefusal.Invalid("templateId names no template; leave it out for the default one.");

    public static GiftronautRefusal? RefuseTiming(SendTiming? timing, DateTimeOffset now, bool required) =>
        timing switch
        {
            null => required ? GiftronautRefusal.Required("sendTiming") : null,
            { Type: "IMMEDIATE", ScheduledAt: null, Timezone: null } => null,
            { Type: "IMMEDIATE" } => GiftronautRefusal.Invalid("IMMEDIATE excludes scheduledAt and timezone."),
            { Type: "SCHEDULED", ScheduledAt: { } at, Timezone: { } zone } => !GiftronautTime.TryParseInZone(at, zone, out var instant)
                ? GiftronautRefusal.Invalid("scheduledAt is yyyy-MM-ddTHH:mm:ss without an offset, timezone an IANA zone.")
            : instant <= now ? GiftronautRefusal.Invalid("scheduledAt has passed.")
            : null,
            { Type: "SCHEDULED" } => GiftronautRefusal.Invalid("SCHEDULED needs scheduledAt and timezone."),
            _ => GiftronautRefusal.Invalid("sendTiming.type is IMMEDIATE or SCHEDULED."),
        };

    /// <summary>When a timing that passed <see cref="RefuseTiming"/> sends; null means at once.</summary>
    public static DateTimeOffset? SendAt(SendTiming? timing) =>
        timing is { ScheduledAt: { } at, Timezone: { } zone } && GiftronautTime.TryParseInZone(at, zone, out var instant) ? instant : null;

    /// <summary>The order would cost more than there is.</summary>
    public GiftronautRefusal? RefuseCost(GiftronautCall call, GiftronautOrderContent content)
    {
        var available = call.Http.BalanceEmpty ? 0m : call.Account.Funds.Available;
        var mustPay = call.Http.BalanceEmpty || state.Charges(call.Account);
        return mustPay && content.TotalCost > available ? GiftronautRefusal.InsufficientBalance(content.TotalCost, available) : null;
    }

    public static bool IsAddress(string? text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);

    private static GiftronautRefusal? RefuseEmailSetting(GiftronautCall call, EmailSetting? setting) =>
        setting switch
        {
            null => GiftronautRefusal.Required("emailSetting"),
            _ when string.IsNullOrWhiteSpace(setting.SenderName) => GiftronautRefusal.Required("emailSetting.senderName"),
            _ when string.IsNullOrWhiteSpace(setting.Subject) => GiftronautRefusal.Required("emailSetting.subject"),
            _ => RefuseTemplate(call, setting.TemplateId),
        };
}
