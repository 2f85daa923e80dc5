namespace GiftCardSdk.Ordering;

/// <summary>
/// What an order buys. Message, template, schedule, expiry, bounds and references stay out: a retry computes them anew, and the original stands.
/// </summary>
internal static class OrderContent
{
    public static void Write(ref ContentWriter content, OrderRequest request)
    {
        content.Begin("order");
        content.Add("delivery", WordOf(request.Delivery));
        content.AddCode("payment-currency", request.PaymentCurrency);
        for (var i = 0; i < request.Lines.Count; i++)
        {
            var line = request.Lines[i];
            content.Begin("line");
            content.Add("product", line.ProductId);
            content.Add("currency", line.FaceValue.Currency);
            content.Add("amount", line.FaceValue.Amount);
            content.Add("quantity", line.Quantity);
            content.AddCode("country", line.Country);
            if (line.Recipient is { } recipient)
            {
                WriteContact(ref content, recipient);
            }
        }

        foreach (var options in request.Options)
        {
            WriteChoices(ref content, options.ContentOf(request));
        }
    }

    /// <summary>Where the card goes, in a form that survives capital letters and stray blanks. A name counts where the post reads it.</summary>
    public static void WriteContact(ref ContentWriter content, Recipient recipient)
    {
        content.AddAddress("email", recipient.Email);
        content.AddAddress("phone", recipient.Phone);
        if (recipient.PostalAddress is { } address)
        {
            content.AddWords("name", PostalNameOf(recipient));
            content.AddWords("line1", address.Line1);
            content.AddWords("line2", address.Line2);
            content.AddWords("city", address.City);
            content.AddWords("region", address.Region);
            content.AddWords("postal-code", address.PostalCode);
            content.AddCode("postal-country", address.Country);
        }
    }

    /// <summary>What an adapter says of the content. What it leaves null is as if it had never been named.</summary>
    public static void WriteChoices(ref ContentWriter content, IEnumerable<(string Name, string? Value)> choices)
    {
        foreach (var (name, value) in choices)
        {
            if (value is not null)
            {
                content.Add("choice", name);
                content.Add("value", value);
            }
        }
    }

    /// <summary>What the journal keeps of lines: of a recipient, a keyed hash alone.</summary>
    public static IReadOnlyList<JournalLine> Describe(IReadOnlyList<OrderLine> lines, FingerprintKey key)
    {
        var described = new JournalLine[lines.Count];
        for (var i = 0; i < described.Length; i++)
        {
            var line = lines[i];
            described[i] = new(
                line.ProductId,
                line.FaceValue,
                line.Quantity,
                line.Recipient is { } recipient ? key.OfContact(recipient) : null
            );
        }

        return described;
    }

    private static string PostalNameOf(Recipient recipient) =>
        string.IsNullOrWhiteSpace(recipient.Name) ? $"{recipient.FirstName} {recipient.LastName}" : recipient.Name;

    /// <summary>Words of our own, so that renaming a member of the enum cannot change a fingerprint.</summary>
    private static string WordOf(Delivery delivery) =>
        delivery switch
        {
            Delivery.Returned => "returned",
            Delivery.Email => "email",
            Delivery.Sms => "sms",
            Delivery.EmailAndSms => "email-and-sms",
            Delivery.Post => "post",
            _ => throw new ArgumentOutOfRangeException(nameof(delivery), delivery, "This delivery has no word in the fingerprint."),
        };
}
