using System.Globalization;
using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>A neutral order in the provider's words.</summary>
internal static class GiftCardPartnersOrderBody
{
    /// <param name="submission">The order.</param>
    /// <param name="fulfillmentComplete">Where the end is told of orders that do not say it themselves; null for nowhere.</param>
    public static GiftCardPartnersNewOrder Of(OrderSubmission submission, Uri? fulfillmentComplete)
    {
        var request = submission.Request;
        var options = request.OptionsOf<GiftCardPartnersOrderOptions>() ?? new GiftCardPartnersOrderOptions();
        return new()
        {
            Type = TypeOf(request.Delivery),
            PONumber = submission.ProviderKey,
            Note = WireText.OrNull(options.Note),
            DepartmentId = WireText.OrNull(options.DepartmentId),
            LineItems = [.. request.Lines.Select((line, index) => Line(request, line, options.OfLine(index)))],
            WebhookSettings = (options.FulfillmentComplete ?? fulfillmentComplete) is { } address
                ? new() { FulfillmentComplete = address.AbsoluteUri }
                : null,
        };
    }

    public static string TypeOf(Delivery delivery) =>
        delivery switch
        {
            Delivery.Returned => GiftCardPartnersWords.OrderType.Links,
            Delivery.Post => GiftCardPartnersWords.OrderType.PhysicalShipment,
            _ => GiftCardPartnersWords.OrderType.DigitalDelivery,
        };

    private static GiftCardPartnersNewLine Line(OrderRequest request, OrderLine line, GiftCardPartnersLineOptions options) =>
        new()
        {
            ProductId = line.ProductId,
            Value = line.FaceValue.Amount,
            Quantity = line.Quantity,
            ExternalId = WireText.OrNull(line.LineReference),
            BrandingId = WireText.OrNull(options.BrandingId),
            Culture = WireText.OrNull(request.Language),
            DigitalDeliveryAddress = Digital(request.Delivery, line.Recipient),
            PhysicalDeliveryAddress = request.Delivery == Delivery.Post ? Postal(line.Recipient, options) : null,
            Personalization = Personalization(request, line.Recipient),
        };

    private static GiftCardPartnersDigitalAddress? Digital(Delivery delivery, Recipient? recipient) =>
        delivery switch
        {
            Delivery.Email => new() { Email = recipient?.Email?.Trim() },
            Delivery.Sms => new() { Sms = recipient?.Phone?.Trim() },
            Delivery.EmailAndSms => new() { Email = recipient?.Email?.Trim(), Sms = recipient?.Phone?.Trim() },
            _ => null,
        };

    private static GiftCardPartnersPostalAddress Postal(Recipient? recipient, GiftCardPartnersLineOptions options) =>
        new()
        {
            ShippingMethodId = options.ShippingMethodId ?? "",
            CarrierId = WireText.OrNull(options.CarrierId),
            Name = NameOf(recipient) ?? "",
            AddressLine1 = recipient?.PostalAddress?.Line1 ?? "",
            AddressLine2 = WireText.OrNull(recipient?.PostalAddress?.Line2),
            City = recipient?.PostalAddress?.City ?? "",
            State = recipient?.PostalAddress?.Region ?? "",
            Zip = recipient?.PostalAddress?.PostalCode ?? "",
            Country = recipient?.PostalAddress?.Country.ToUpperInvariant() ?? "",
        };

    private static GiftCardPartnersPersonalization? Personalization(OrderRequest request, Recipient? recipient)
    {
        var message = request.Message;
        var greets = message is not null || request.Delivery != Delivery.Post;
        var personalization = new GiftCardPartnersPersonalization
        {
            // On a parcel the name stands in the address already.
            To = greets ? NameOf(recipient) : null,
            FromName = WireText.OrNull(message?.SenderName),
            FromEmail = WireText.OrNull(message?.SenderEmail),
            Message = WireText.OrNull(message?.Body),
            DeliveryDate = request.SendAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
        return personalization == new GiftCardPartnersPersonalization() ? null : personalization;
    }

    private static string? NameOf(Recipient? recipient) =>
        WireText.OrNull(recipient?.Name) ?? WireText.OrNull($"{recipient?.FirstName} {recipient?.LastName}".Trim());
}
