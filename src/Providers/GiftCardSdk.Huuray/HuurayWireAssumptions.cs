namespace GiftCardSdk.Huuray;

/// <summary>What this adapter believes about Huuray's wire where the documents are silent. Everything can be overridden through the options.</summary>
public sealed class HuurayWireAssumptions
{
    /// <summary>
    /// Whether amounts count hundredths of every currency. False, the default, counts the currency's own smallest units: whole yen, thousandths of a
    /// Kuwaiti dinar. That they are minor units is documented, how many a unit has is assumed: ask Huuray before buying in a currency that has not
    /// two places.
    /// </summary>
    public bool CountsInHundredths { get; set; }

    /// <summary>Whether the catalogue's <c>Denominations</c> are in the units of an order too; false, the default, means whole units. Assumed.</summary>
    public bool DenominationsInMinorUnits { get; set; }

    /// <summary>What stands between the smallest and the largest face value of a product with a range. Assumed; anything else is read as unknown.</summary>
    public string RangeSeparator { get; set; } = "-";

    /// <summary>The type of templates for e-mails, in any case. Source: vendor's tests.</summary>
    public string EmailTemplateType { get; set; } = HuurayWords.TemplateType.Email;

    /// <summary>The type of templates for text messages, in any case. Inferred.</summary>
    public string SmsTemplateType { get; set; } = HuurayWords.TemplateType.Sms;

    /// <summary>The tokens of products whose recipients choose the brand; empty by default, since the catalogue marks none.</summary>
    public IReadOnlyList<string> ChoiceProducts { get; set; } = [];

    /// <summary>
    /// Whether <c>POST /v4/Pdf</c> is asked about an order that a search does not show: it says 404 for an unknown order, and 202 or 422 for one
    /// that is still at work. The statuses are documented by vendor's clients; that they hold before a search shows the order is inferred. Default
    /// true; otherwise such an order of another process is not found.
    /// </summary>
    public bool PdfTellsRunningOrders { get; set; } = true;

    /// <summary>
    /// The header of a callback that says what has happened; null, the default, if none is known. It is believed only where the account's webhook
    /// options say how callbacks are signed. Assumed.
    /// </summary>
    public string? WebhookEventHeader { get; set; }

    /// <summary>What the words of that header mean, in the words of <see cref="GiftCardEventKind"/>; any other word is an unknown event. Assumed.</summary>
    public IReadOnlyDictionary<string, string> WebhookEvents { get; set; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["delivery"] = GiftCardEventKind.Delivered.Value,
            ["open"] = GiftCardEventKind.Opened.Value,
            ["redemption"] = GiftCardEventKind.Redeemed.Value,
            ["expired"] = GiftCardEventKind.Expired.Value,
        };
}
