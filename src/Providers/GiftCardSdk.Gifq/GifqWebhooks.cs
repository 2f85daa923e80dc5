using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>Webhooks about payouts. How they are signed is not public: until the account's options say it, each is a hint to read the list of payouts.</summary>
internal sealed class GifqWebhooks(IGifqApi api, ProviderClock clock, GifqSettings settings)
{
    public static WebhookReading Read(WebhookDelivery delivery)
    {
        var verdict = delivery.Verify(documented: null);
        if (verdict is not (WebhookVerdict.Verified or WebhookVerdict.NotSigned))
        {
            return WebhookReading.Refused(verdict);
        }

        if (GifqNotice.Read(delivery.Body) is not { Data: { } payout } notice)
        {
            return WebhookReading.Unreadable;
        }

        // What is told under a signature need not be looked for in a list.
        return verdict == WebhookVerdict.Verified && EventOf(payout, notice.Event) is { } told
            ? new() { RawKind = notice.Event, Events = [told] }
            : new() { RawKind = notice.Event, Hints = [new() { Subject = payout.Id }] };
    }

    /// <summary>Looks for a payout at both ends of the list: GIFQ reads none by its id.</summary>
    public async Task<IReadOnlyList<WebhookEvent>> ReadBackAsync(string payoutId, CancellationToken cancellationToken)
    {
        var start = new GifqStart(clock, null);
        var listed = await api.ListPayoutsAtBothEndsAsync(start, settings.Initial.LookupPages, cancellationToken).ConfigureAwait(false);
        var payout =
            listed.Rows.FirstOrDefault(row => row.Id == payoutId)
            ?? throw settings.Refuse(
                GiftCardErrorCode.NotFound,
                $"GIFQ lists no payout {payoutId} in the pages that are read.",
                GifqOperationNames.ListPayouts
            );
        return EventOf(payout, null) is { } told ? [told] : [];
    }

    private static WebhookEvent? EventOf(GifqPayout payout, string? rawKind) =>
        KindOf(payout.Status) is { } kind
            ? new()
            {
                Kind = kind,
                RawKind = rawKind,
                OrderId = payout.PayoutOrderId ?? payout.Id,
                RewardId = payout.Id,
                OccurredAt = kind == GiftCardEventKind.Redeemed ? ProviderTime.Read(payout.RedeemedAt)?.Written : null,
            }
            : null;

    private static GiftCardEventKind? KindOf(string? status) =>
        ProviderWords.Same(status, GifqWords.PayoutStatus.Completed) ? GiftCardEventKind.Redeemed
        : ProviderWords.Same(status, GifqWords.PayoutStatus.Expired) ? GiftCardEventKind.Expired
        : ProviderWords.Same(status, GifqWords.PayoutStatus.Failed) ? GiftCardEventKind.Bounced
        : null;
}
