using System.Globalization;
using GiftCardSdk.Adapters;

namespace GiftCardSdk;

/// <summary>Every text of an order that a provider gets to see, with its place.</summary>
internal static class OrderTexts
{
    public static IEnumerable<OrderText> Of(OrderRequest request) =>
        [
            .. Of(request.Message),
            new("TemplateId", request.TemplateId),
            new("Language", request.Language),
            .. (request.Lines ?? []).SelectMany(Of),
            .. (request.Options ?? []).Where(options => options is not null).SelectMany(Of),
        ];

    private static IEnumerable<OrderText> Of(OrderMessage? message) =>
        message is null
            ? []
            :
            [
                new("Message.Subject", message.Subject),
                new("Message.Body", message.Body, TextKind.Body),
                new("Message.SenderName", message.SenderName),
                new("Message.SenderEmail", message.SenderEmail, TextKind.EmailAddress),
            ];

    private static IEnumerable<OrderText> Of(OrderLine? line, int index)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"Lines[{index}]");
        return line is null
            ? []
            :
            [
                new($"{at}.ProductId", line.ProductId),
                new($"{at}.LineReference", line.LineReference),
                .. line.Recipient is { } recipient ? Of(recipient, $"{at}.Recipient") : [],
            ];
    }

    private static IEnumerable<OrderText> Of(Recipient recipient, string at) =>
        [
            new($"{at}.Name", recipient.Name),
            // By default these are words of the name; what is wrong with it is said once.
            .. recipient.Name is null
                ? [new($"{at}.FirstName", recipient.FirstName), new OrderText($"{at}.LastName", recipient.LastName)]
                : OtherThan(recipient, at),
            new($"{at}.Email", recipient.Email, TextKind.EmailAddress),
            new($"{at}.Phone", recipient.Phone, TextKind.PhoneNumber),
            new($"{at}.Reference", recipient.Reference),
            .. recipient.PostalAddress is { } address ? Of(address, $"{at}.PostalAddress") : [],
        ];

    private static IEnumerable<OrderText> OtherThan(Recipient recipient, string at) =>
        new OrderText[] { new($"{at}.FirstName", recipient.FirstName), new($"{at}.LastName", recipient.LastName) }.Where(text =>
            text.Value is not null && !recipient.Name!.Contains(text.Value, StringComparison.Ordinal)
        );

    private static IEnumerable<OrderText> Of(PostalAddress address, string at) =>
        [
            new($"{at}.Line1", address.Line1),
            new($"{at}.Line2", address.Line2),
            new($"{at}.City", address.City),
            new($"{at}.Region", address.Region),
            new($"{at}.PostalCode", address.PostalCode),
            new($"{at}.Country", address.Country),
        ];

    private static IEnumerable<OrderText> Of(ProviderOrderOptions options) =>
        options.Texts().Select(text => text with { Name = $"{options.GetType().Name}.{text.Name}" });
}
