using System.Globalization;
using GiftCardSdk.Texts;

namespace GiftCardSdk.Gifq;

/// <summary>What GIFQ would refuse a batch for: told before anything is written down or sent, in sentences without a name or an address.</summary>
internal static class GifqPayoutCheck
{
    public static IEnumerable<string> Mistakes(GifqNewPayoutOrder batch) => [.. OfBatch(batch), .. OfRecipients(batch.Recipients)];

    private static IEnumerable<string> OfBatch(GifqNewPayoutOrder batch)
    {
        if (string.IsNullOrWhiteSpace(batch.CampaignId))
        {
            yield return "CampaignId: the id of an active campaign is expected.";
        }
        else if (new OrderText(nameof(batch.CampaignId), batch.CampaignId).Mistake is { } mistake)
        {
            yield return mistake;
        }

        if (!Money.IsCurrency(batch.WalletCurrency))
        {
            yield return $"WalletCurrency: '{batch.WalletCurrency}' is no currency code; three letters such as EUR are expected.";
        }

        if (batch.ExpiresInDays < 1)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"ExpiresInDays: {batch.ExpiresInDays} was given; at least 1 is expected."
            );
        }

        if (batch.CallbackUrl is not null && !IsHttps(batch.CallbackUrl))
        {
            yield return "CallbackUrl: an https address is expected, or null for none.";
        }
    }

    private static IEnumerable<string> OfRecipients(IReadOnlyList<GifqPayoutRecipient>? recipients) =>
        recipients is { Count: >= 1 and <= GifqNewPayoutOrder.MaxRecipients }
            ? recipients.SelectMany(OfRecipient)
            :
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Recipients: {recipients?.Count ?? 0} were given; a batch has 1 to {GifqNewPayoutOrder.MaxRecipients}. Make several batches, each with a reference of its own."
                ),
            ];

    private static IEnumerable<string> OfRecipient(GifqPayoutRecipient? recipient, int index)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"Recipients[{index}]");
        if (recipient is null)
        {
            yield return $"{at}: a recipient may not be null.";
            yield break;
        }

        if (string.IsNullOrWhiteSpace(recipient.Email))
        {
            yield return $"{at}.Email: an e-mail address is expected.";
        }

        foreach (var mistake in Texts(recipient, at).Select(text => text.Mistake).OfType<string>())
        {
            yield return mistake;
        }

        if (Money.OrNull(recipient.Amount, recipient.Currency) is not { } amount)
        {
            yield return $"{at}.Currency: '{recipient.Currency}' is no currency code; three letters such as EUR are expected.";
        }
        else if (amount.Amount <= 0 || !amount.IsPayable)
        {
            yield return $"{at}.Amount: {amount} was given; more than zero is expected, with no more places than the currency has.";
        }
    }

    private static OrderText[] Texts(GifqPayoutRecipient recipient, string at) =>
        [new($"{at}.Email", recipient.Email, TextKind.EmailAddress), new($"{at}.Name", recipient.Name)];

    private static bool IsHttps(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;
}
