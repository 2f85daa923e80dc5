namespace GiftCardSdk.Texts;

/// <summary>Every text of an order that a provider gets to see, with its place, which is spelled out only where something is wrong.</summary>
/// <param name="rule">What is wrong with a text of a kind; null if nothing is.</param>
/// <param name="mistakes">What is found wrong.</param>
internal readonly struct OrderTexts(Func<string, TextKind, string?> rule, Mistakes mistakes)
{
    public void Check(OrderRequest request)
    {
        if (request.Message is { } message)
        {
            Check(message);
        }

        Check("TemplateId", request.TemplateId);
        Check("Language", request.Language);
        for (var i = 0; i < (request.Lines?.Count ?? 0); i++)
        {
            Check(request.Lines![i], i);
        }

        for (var i = 0; i < (request.Options?.Count ?? 0); i++)
        {
            Check(request.Options![i]);
        }
    }

    private void Check(OrderMessage message)
    {
        Check("Message.Subject", message.Subject);
        Check("Message.Body", message.Body, kind: TextKind.Body);
        Check("Message.SenderName", message.SenderName);
        Check("Message.SenderEmail", message.SenderEmail, kind: TextKind.EmailAddress);
    }

    private void Check(OrderLine? line, int index)
    {
        Check("ProductId", line?.ProductId, index);
        Check("LineReference", line?.LineReference, index);
        if (line?.Recipient is { } recipient)
        {
            Check(recipient, index);
        }
    }

    private void Check(Recipient recipient, int line)
    {
        Check("Recipient.Name", recipient.Name, line);
        CheckUnlessInName("Recipient.FirstName", recipient.FirstName, recipient.Name, line);
        CheckUnlessInName("Recipient.LastName", recipient.LastName, recipient.Name, line);
        Check("Recipient.Email", recipient.Email, line, TextKind.EmailAddress);
        Check("Recipient.Phone", recipient.Phone, line, TextKind.PhoneNumber);
        Check("Recipient.Reference", recipient.Reference, line);
        if (recipient.PostalAddress is { } address)
        {
            Check(address, line);
        }
    }

    private void Check(PostalAddress address, int line)
    {
        Check("Recipient.PostalAddress.Line1", address.Line1, line);
        Check("Recipient.PostalAddress.Line2", address.Line2, line);
        Check("Recipient.PostalAddress.City", address.City, line);
        Check("Recipient.PostalAddress.Region", address.Region, line);
        Check("Recipient.PostalAddress.PostalCode", address.PostalCode, line);
        Check("Recipient.PostalAddress.Country", address.Country, line);
    }

    private void Check(ProviderOrderOptions? options)
    {
        foreach (var text in options?.Texts() ?? [])
        {
            if (text.Value is { } value && rule(value, text.Kind) is { } mistake)
            {
                mistakes.Add($"{options!.GetType().Name}.{text.Name}: {mistake}");
            }
        }
    }

    /// <summary>By default these are words of the name; what is wrong with it is said once.</summary>
    private void CheckUnlessInName(string part, string? text, string? name, int line)
    {
        if (text is not null && name?.Contains(text, StringComparison.Ordinal) != true)
        {
            Check(part, text, line);
        }
    }

    private void Check(string part, string? text, int? line = null, TextKind kind = TextKind.Line)
    {
        if (text is not null && rule(text, kind) is { } mistake)
        {
            mistakes.Add($"{Mistakes.Place(part, line)}: {mistake}");
        }
    }
}
