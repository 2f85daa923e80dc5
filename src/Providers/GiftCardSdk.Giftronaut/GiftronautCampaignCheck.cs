using System.Globalization;
using GiftCardSdk.Texts;

namespace GiftCardSdk.Giftronaut;

/// <summary>What is wrong with a run, told before anything is written down or sent, in sentences without a name or an address.</summary>
internal static class GiftronautCampaignCheck
{
    public static IEnumerable<string> Mistakes(GiftronautCampaignRun run) =>
        [
            .. run.Recipients is { Count: > 0 } recipients
                ? OfRecipients(recipients)
                : ["Recipients: none were given; a run has at least one."],
            .. Texts(run).Select(text => text.Mistake).OfType<string>(),
        ];

    private static IEnumerable<string> OfRecipients(IReadOnlyList<GiftronautCampaignRecipient?> recipients) =>
        [
            .. recipients.SelectMany(
                (recipient, index) => OfRecipient(recipient, string.Create(CultureInfo.InvariantCulture, $"Recipients[{index}]"))
            ),
            .. GiftronautRecipients.Repeated(recipients.Select(recipient => recipient?.Email), "Recipients"),
        ];

    private static IEnumerable<string> OfRecipient(GiftronautCampaignRecipient? recipient, string at) =>
        string.IsNullOrWhiteSpace(recipient?.Email)
            ? [$"{at}: an e-mail address is expected."]
            : new OrderText[]
            {
                new($"{at}.Email", recipient.Email, TextKind.EmailAddress),
                new($"{at}.FirstName", recipient.FirstName),
                new($"{at}.LastName", recipient.LastName),
            }
                .Select(text => text.Mistake)
                .OfType<string>();

    private static IEnumerable<OrderText> Texts(GiftronautCampaignRun run) =>
        [new("Subject", run.Subject), new("SenderName", run.SenderName), new("Message", run.Message, TextKind.Body)];
}
