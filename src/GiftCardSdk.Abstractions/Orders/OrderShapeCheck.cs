using System.Globalization;
using GiftCardSdk.Texts;

namespace GiftCardSdk;

/// <summary>Compares an order with a shape; the sentences name the part, its value where that is no secret, and what would be right.</summary>
internal readonly struct OrderShapeCheck(OrderShape shape, OrderRequest request, Mistakes mistakes)
{
    public static IReadOnlyList<string> Run(OrderShape shape, OrderRequest request)
    {
        var mistakes = new Mistakes();
        var check = new OrderShapeCheck(shape, request, mistakes);
        check.Counts();
        for (var i = 0; i < request.Lines.Count; i++)
        {
            check.Line(request.Lines[i], i);
        }

        check.Order();
        new OrderTexts(DeliverableText.MistakeOf, mistakes).Check(request);
        return mistakes.Found;
    }

    private void Counts()
    {
        var lines = request.Lines;
        if (lines.Count > shape.MaxLines)
        {
            Add(
                $"Lines: {lines.Count} lines were given, but one order holds at most {shape.MaxLines}. Place an order for each, with a reference of its own."
            );
        }

        var (cards, sameProduct, sameFaceValue) = (0L, true, true);
        for (var i = 0; i < lines.Count; i++)
        {
            cards += lines[i].Quantity;
            sameProduct &= lines[i].ProductId == lines[0].ProductId;
            sameFaceValue &= lines[i].FaceValue == lines[0].FaceValue;
        }

        if (cards > shape.MaxCards)
        {
            Add($"Lines: {cards} cards were given, but one order holds at most {shape.MaxCards}.");
        }

        if (shape.SameProduct && !sameProduct)
        {
            Add($"Lines: all lines of one order must be of one product; found {List(lines.Select(line => line.ProductId))}.");
        }

        if (shape.SameFaceValue && !sameFaceValue)
        {
            Add($"Lines: all lines of one order must be of one face value; found {List(lines.Select(line => line.FaceValue.ToString()))}.");
        }
    }

    private void Line(OrderLine line, int index)
    {
        if (line.Quantity > shape.MaxQuantityPerLine)
        {
            Add($"Lines[{index}].Quantity: {line.Quantity} was given, but a line holds at most {shape.MaxQuantityPerLine}.");
        }

        if (shape.Recipients == RecipientRule.None && line.Recipient is not null)
        {
            Add($"Lines[{index}].Recipient: with delivery {shape.Delivery} the cards come back to you and no recipient is named.");
        }

        if (shape.Recipients == RecipientRule.OnePerLine && line.Recipient is null)
        {
            Add($"Lines[{index}].Recipient: delivery {shape.Delivery} needs a recipient on each line.");
        }

        Text(OrderField.Country, "Country", line.Country, index);
        Text(OrderField.LineReference, "LineReference", line.LineReference, index);
        if (line.Recipient is { } recipient && shape.Recipients != RecipientRule.None)
        {
            Text(OrderField.RecipientName, "Recipient.Name", recipient.Name ?? recipient.FirstName, index);
            Text(OrderField.RecipientEmail, "Recipient.Email", recipient.Email, index);
            Text(OrderField.RecipientPhone, "Recipient.Phone", recipient.Phone, index);
            Field(OrderField.RecipientPostalAddress, "Recipient.PostalAddress", recipient.PostalAddress is not null, index);
            Text(OrderField.RecipientReference, "Recipient.Reference", recipient.Reference, index);
        }
    }

    private void Order()
    {
        var message = request.Message;
        OfMessage(OrderField.Subject, "Message.Subject", message?.Subject);
        OfMessage(OrderField.Body, "Message.Body", message?.Body);
        OfMessage(OrderField.SenderName, "Message.SenderName", message?.SenderName);
        OfMessage(OrderField.SenderEmail, "Message.SenderEmail", message?.SenderEmail);
        Text(OrderField.TemplateId, "TemplateId", request.TemplateId);
        Field(OrderField.SendAt, "SendAt", request.SendAt is not null);
        Field(OrderField.ClaimBy, "ClaimBy", request.ClaimBy is not null);
        Text(OrderField.PaymentCurrency, "PaymentCurrency", request.PaymentCurrency);
        Text(OrderField.Language, "Language", request.Language);
        MaxCost();
    }

    private void MaxCost()
    {
        if (request.MaxCost is not null && shape.RuleOf(OrderField.MaxCost) == FieldRule.Forbidden)
        {
            Add($"MaxCost: what an order with delivery {shape.Delivery} costs is not known before it is bought; leave it out.");
            return;
        }

        Field(OrderField.MaxCost, "MaxCost", request.MaxCost is not null);
    }

    private void OfMessage(OrderField field, string part, string? text)
    {
        var isReplaced =
            shape.TemplateReplacesMessage && !string.IsNullOrWhiteSpace(request.TemplateId) && shape.RuleOf(field) == FieldRule.Required;
        if (!isReplaced)
        {
            var alternative = shape.TemplateReplacesMessage ? " (or TemplateId in its place)" : "";
            Field(field, part, !string.IsNullOrWhiteSpace(text), alternative: alternative);
        }
    }

    private void Text(OrderField field, string part, string? text, int? line = null) =>
        Field(field, part, !string.IsNullOrWhiteSpace(text), line);

    private void Field(OrderField field, string part, bool isGiven, int? line = null, string alternative = "")
    {
        var rule = shape.RuleOf(field);
        if (rule == FieldRule.Forbidden && isGiven)
        {
            mistakes.Add($"{Mistakes.Place(part, line)}: the provider has no place for it with delivery {shape.Delivery}; leave it out.");
        }
        else if (rule == FieldRule.Required && !isGiven)
        {
            mistakes.Add($"{Mistakes.Place(part, line)}: delivery {shape.Delivery} needs it{alternative}.");
        }
    }

    private void Add(FormattableString mistake) => mistakes.Add(mistake.ToString(CultureInfo.InvariantCulture));

    private static string List(IEnumerable<string> values) => string.Join(", ", values.Distinct(StringComparer.Ordinal).Take(4));
}
