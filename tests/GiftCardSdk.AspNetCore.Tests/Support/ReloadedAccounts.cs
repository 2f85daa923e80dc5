using GiftCardSdk.Adapters;
using GiftCardSdk.Giftronaut;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>Accounts whose webhook secrets a test changes while they run, as a reloaded configuration does.</summary>
internal static class ReloadedAccounts
{
    public static AccountRegistration Giftronaut(Func<IEnumerable<string>> secrets) =>
        new(
            AspNetCore.Tests.Giftronaut.Account,
            GiftronautDefaults.Provider,
            static _ => GiftCardEnvironment.Sandbox,
            static context => new ReadsWebhooks()
        )
        {
            Webhooks = _ => Options(secrets()),
        };

    private static WebhookOptions Options(IEnumerable<string> secrets)
    {
        var options = new WebhookOptions();
        foreach (var secret in secrets)
        {
            options.Secrets.Add(secret);
        }

        return options;
    }

    /// <summary>The smallest adapter that takes webhooks: an author of adapters needs no more.</summary>
    private sealed class ReadsWebhooks : GiftCardAdapter
    {
        public override string Provider => GiftronautDefaults.Provider;

        public override Capabilities Capabilities { get; } = new();

        public override WebhookReading ReadWebhook(WebhookDelivery delivery) =>
            delivery.Verify(AspNetCore.Tests.Giftronaut.Signature) is var verdict && verdict != WebhookVerdict.Verified
                ? WebhookReading.Refused(verdict)
                : new() { RawKind = "note", Events = [new() { Kind = GiftCardEventKind.Unknown, RawKind = "note" }] };
    }
}
