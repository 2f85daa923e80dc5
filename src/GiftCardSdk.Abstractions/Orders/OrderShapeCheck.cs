using System.Globalization;

namespace GiftCardSdk;

/// <summary>Compares an order with a shape; the sentences name the part, its value where that is no secret, and what would be right.</summary>
internal static class OrderShapeCheck
{
    public static IEnumerable<string> Mistakes(OrderShape shape, OrderRequest request) =>
        [
            .. Counts(shape, request),
            .. request.Lines.SelectMany((line, index) => OfLine(shape, line, index)),
            .. OfOrder(shape, request),
            .. OrderTexts.Of(request).Select(text => text.Mistake).OfType<string>(),
        ];

    private static IEnumerable<string> Counts(OrderShape shape, OrderRequest request)
    {
        var lines = request.Lines;
        if (lines.Count > shape.MaxLines)
        {
            yield return Invariant(
                $"Lines: {lines.Count} lines were given, but one order holds at most {shape.MaxLines}. Place an order for each, with a reference of its own."
            );
        }

        var cards = lines.Sum(line => (long)line.Quantity);
        if (cards > shape.MaxCards)
        {
            yield return Invariant($"Lines: {cards} cards were given, but one order holds at most {shape.MaxCards}.");
        }

        if (shape.SameProduct && lines.DistinctBy(line => line.ProductId, StringComparer.Ordinal).Skip(1).Any())
        {
            yield return $"Lines: all lines of one order must be of one product; found {List(lines.Select(line => line.ProductId))}.";
        }

        if (shape.SameFaceValue && lines.DistinctBy(line => line.FaceValue).Skip(1).Any())
        {
            yield return $"Lines: all lines of one order must be of one face value; found {List(lines.Select(line => line.FaceValue.ToString()))}.";
        }
    }

    private static IEnumerable<string> OfLine(OrderShape shape, OrderLine line, int index)
    {
        var at = Invariant($"Lines[{index}]");
        if (line.Quantity > shape.MaxQuantityPerLine)
        {
            yield return Invariant($"{at}.Quantity: {line.Quantity} was given, but a line holds at most {shape.MaxQuantityPerLine}.");
        }

        if (shape.Recipients == RecipientRule.None && line.Recipient is not null)
        {
            yield return $"{at}.Recipient: with delivery {shape.Delivery} the cards come back to you and no recipient is named.";
        }

        if (shape.Recipients == RecipientRule.OnePerLine && line.Recipient is null)
        {
            yield return $"{at}.Recipient: delivery {shape.Delivery} needs a recipient on each line.";
        }

        foreach (
            var mistake in OfField(shape, OrderField.Country, $"{at}.Country", line.Country)
                .Concat(OfField(shape, OrderField.LineReference, $"{at}.LineReference", line.LineReference))
        )
        {
            yield return mistake;
        }

        foreach (
            var mistake in line.Recipient is { } recipient && shape.Recipients != RecipientRule.None
                ? OfRecipient(shape, recipient, $"{at}.Recipient")
                : []
        )
        {
            yield return mistake;
        }
    }

    private static IEnumerable<string> OfRecipient(OrderShape shape, Recipient recipient, string at) =>
        [
            .. OfField(shape, OrderField.RecipientName, $"{at}.Name", recipient.Name ?? recipient.FirstName),
            .. OfField(shape, OrderField.RecipientEmail, $"{at}.Email", recipient.Email),
            .. OfField(shape, OrderField.RecipientPhone, $"{at}.Phone", recipient.Phone),
            .. OfField(shape, OrderField.RecipientPostalAddress, $"{at}.PostalAddress", recipient.PostalAddress),
            .. OfField(shape, OrderField.RecipientReference, $"{at}.Reference", recipient.Reference),
        ];

    private static IEnumerable<string> OfOrder(OrderShape shape, OrderRequest request)
    {
        var message = request.Message;
        return
        [
            .. OfText(shape, request, OrderField.Subject, "Message.Subject", message?.Subject),
            .. OfText(shape, request, OrderField.Body, "Message.Body", message?.Body),
            .. OfText(shape, request, OrderField.SenderName, "Message.SenderName", message?.SenderName),
            .. OfText(shape, request, OrderField.SenderEmail, "Message.SenderEmail", message?.SenderEmail),
            .. OfField(shape, OrderField.TemplateId, "TemplateId", request.TemplateId),
            .. OfField(shape, OrderField.SendAt, "SendAt", request.SendAt),
            .. OfField(shape, OrderField.ClaimBy, "ClaimBy", request.ClaimBy),
            .. OfField(shape, OrderField.PaymentCurrency, "PaymentCurrency", request.PaymentCurrency),
            .. OfField(shape, OrderField.Language, "Language", request.Language),
            .. OfField(shape, OrderField.MaxCost, "MaxCost", request.MaxCost),
        ];
    }

    private static IEnumerable<string> OfText(OrderShape shape, OrderRequest request, OrderField field, string name, string? value) =>
        shape.TemplateReplacesMessage && !string.IsNullOrWhiteSpace(request.TemplateId) && shape.RuleOf(field) == FieldRule.Required
            ? []
            : OfField(shape, field, name, value, shape.TemplateReplacesMessage ? " (or TemplateId in its place)" : "");

    private static IEnumerable<string> OfField(OrderShape shape, OrderField field, string name, object? value, string alternative = "")
    {
        var given = value is string text ? !string.IsNullOrWhiteSpace(text) : value is not null;
        return shape.RuleOf(field) switch
        {
            FieldRule.Forbidden when given => [$"{name}: the provider has no place for it with delivery {shape.Delivery}; leave it out."],
            FieldRule.Required when !given => [$"{name}: delivery {shape.Delivery} needs it{alternative}."],
            _ => [],
        };
    }

    private static string List(IEnumerable<string> values) => string.Join(", ", values.Distinct(StringComparer.Ordinal).Take(4));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
