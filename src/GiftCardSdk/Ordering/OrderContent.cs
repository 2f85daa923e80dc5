using System.Globalization;
using System.Text;

namespace GiftCardSdk.Ordering;

/// <summary>
/// The explicit text of what an order buys. Message, template, schedule and expiry stay out: a retry computes them anew, and the original
/// stands. A new field needs a new version; a published version never changes.
/// </summary>
internal static class OrderContent
{
    public const string V1 = "v1";

    public static string TextV1(OrderRequest request)
    {
        var text = new StringBuilder("order\n");
        Append(text, "delivery", DeliveryV1(request.Delivery));
        Append(text, "payment-currency", request.PaymentCurrency is { } currency ? Upper(currency) : null);
        foreach (var line in request.Lines)
        {
            Append(text, "product", line.ProductId);
            Append(text, "currency", line.FaceValue.Currency);
            Append(text, "amount", AmountV1(line.FaceValue.Amount));
            Append(text, "quantity", line.Quantity.ToString(CultureInfo.InvariantCulture));
            Append(text, "country", line.Country is { } country ? Upper(country) : null);
            Append(text, "recipient", line.Recipient is { } recipient ? ContactV1(recipient) : null);
        }

        return text.ToString();
    }

    /// <summary>Where the card goes: the addresses alone, in a form that survives capital letters and stray blanks.</summary>
    public static string ContactV1(Recipient recipient)
    {
        var text = new StringBuilder("contact\n");
        Append(text, "email", recipient.Email is { } email ? Lower(email) : null);
        Append(text, "phone", recipient.Phone?.Trim());
        if (recipient.PostalAddress is { } address)
        {
            Append(text, "line1", Words(address.Line1));
            Append(text, "line2", Words(address.Line2));
            Append(text, "city", Words(address.City));
            Append(text, "region", Words(address.Region));
            Append(text, "postal-code", Words(address.PostalCode));
            Append(text, "country", Upper(address.Country));
        }

        return text.ToString();
    }

    /// <summary>What the journal keeps of lines: of a recipient, a keyed hash alone.</summary>
    public static IReadOnlyList<JournalLine> Describe(IReadOnlyList<OrderLine> lines, FingerprintKey key) =>
        [
            .. lines.Select(line => new JournalLine(
                line.ProductId,
                line.FaceValue,
                line.Quantity,
                line.Recipient is { } recipient ? key.Sign(V1, ContactV1(recipient)) : null
            )),
        ];

    /// <summary>25, 25.0 and 25.00 are one amount.</summary>
    private static string AmountV1(decimal amount) => amount.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Words of our own, so that renaming a member of the enum cannot change a fingerprint.</summary>
    private static string DeliveryV1(Delivery delivery) =>
        delivery switch
        {
            Delivery.Returned => "returned",
            Delivery.Email => "email",
            Delivery.Sms => "sms",
            Delivery.EmailAndSms => "email-and-sms",
            Delivery.Post => "post",
            _ => throw new ArgumentOutOfRangeException(nameof(delivery), delivery, "This delivery has no word in version 1."),
        };

    /// <summary>Each value carries its length, so that no text can pass for another field.</summary>
    public static void Append(StringBuilder text, string name, string? value) =>
        _ = value is null
            ? text.Append(CultureInfo.InvariantCulture, $"{name}=-\n")
            : text.Append(CultureInfo.InvariantCulture, $"{name}={Encoding.UTF8.GetByteCount(value)}:{value}\n");

    private static string? Words(string? text) =>
        text is null ? null : Lower(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    // ASCII alone: the casing of other letters depends on tables that change with the platform.
    private static string Lower(string text) =>
        Map(text, static letter => char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter);

    private static string Upper(string text) =>
        Map(text, static letter => char.IsAsciiLetterLower(letter) ? (char)(letter & ~0x20) : letter);

    private static string Map(string text, Func<char, char> change)
    {
        var trimmed = text.Trim();
        return string.Create(
            trimmed.Length,
            (trimmed, change),
            static (span, state) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = state.change(state.trimmed[i]);
                }
            }
        );
    }
}
