using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>
/// Finds a batch of payouts again that carries no key: by campaign, currency, number, total and time, and then by every one of its recipients,
/// since batches of one card each look alike otherwise.
/// </summary>
internal sealed class GifqPayoutSearch(IGifqApi api, ProviderClock clock, int maxPages)
{
    public static string Normalize(string? address) => (address ?? "").Trim().ToLowerInvariant();

    public async Task<OperationLookup<GifqPayoutOrder>> FindAsync(
        GifqNewPayoutOrder sent,
        OperationLookupQuery query,
        CancellationToken cancellationToken
    )
    {
        var start = new GifqStart(clock, query.FirstSentAtProvider);
        var listed = await api.ListPayoutOrdersAtBothEndsAsync(start, maxPages, cancellationToken).ConfigureAwait(false);
        var alike = listed.Rows.Where(batch => IsAlike(batch, sent)).ToLookup(batch => AgeOf(batch, query));
        GifqPayoutOrder[] candidates = [.. alike[Age.Since]];
        var found =
            candidates.Length == 0
                ? new OperationLookup<GifqPayoutOrder>.NotFound()
                : await CompareRecipientsAsync(candidates, sent, query, cancellationToken).ConfigureAwait(false);
        var doubt = alike[Age.Unsure].Any() ? "there is a batch like it that may be older than the first send, or may not" : listed.Doubt;
        return found is OperationLookup<GifqPayoutOrder>.NotFound && doubt is not null
            ? new OperationLookup<GifqPayoutOrder>.Inconclusive(doubt)
            : found;
    }

    /// <summary>
    /// Whether a batch can be of the send. Without the provider's time of it the machine's own has to do: what seems newer is taken, and what seems
    /// older may only seem so.
    /// </summary>
    private static Age AgeOf(GifqPayoutOrder batch, OperationLookupQuery query) =>
        ((query.FirstSentAtProvider ?? query.FirstSentAt) - ProviderClock.Margin, ProviderTime.Read(batch.CreatedAt)) switch
        {
            (null, _) => Age.Since,
            (_, null) => Age.Unsure,
            ({ } first, { } made) when made.Earliest >= first => Age.Since,
            ({ } first, { } made) when made.Latest < first && query.FirstSentAtProvider is not null => Age.Before,
            _ => Age.Unsure,
        };

    /// <summary>Reads a batch by its id, from the list if the path for it, which is assumed, does not exist.</summary>
    public async Task<GifqPayoutOrder> ReadAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await api.GetPayoutOrderAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException missing) when (missing.Code == GiftCardErrorCode.NotFound)
        {
            var listed = await api.ListPayoutOrdersAtBothEndsAsync(new(clock, null), maxPages, cancellationToken).ConfigureAwait(false);
            if (listed.Rows.FirstOrDefault(batch => batch.Id == id) is { } found)
            {
                return found;
            }

            throw;
        }
    }

    private async Task<OperationLookup<GifqPayoutOrder>> CompareRecipientsAsync(
        GifqPayoutOrder[] alike,
        GifqNewPayoutOrder sent,
        OperationLookupQuery query,
        CancellationToken cancellationToken
    )
    {
        var pages = maxPages + (alike.Length * sent.Recipients.Count / GifqPageQuery.MaxLimit) + 1;
        var start = new GifqStart(clock, query.FirstSentAtProvider);
        var listed = await api.ListPayoutsAtBothEndsAsync(start, pages, cancellationToken).ConfigureAwait(false);
        var payouts = listed.Rows.ToLookup(payout => payout.PayoutOrderId, StringComparer.Ordinal);
        var wanted = Signature(sent.Recipients.Select(recipient => (recipient.Email, (decimal?)recipient.Amount, recipient.Currency)));
        GifqPayoutOrder[] matches =
        [
            .. alike
                .Where(batch =>
                    Signature(payouts[batch.Id].Select(payout => (payout.Email ?? "", payout.Amount, payout.Currency ?? "")))
                        .SequenceEqual(wanted)
                )
                .OrderBy(batch => ProviderTime.Read(batch.CreatedAt)?.Written),
        ];
        return matches.Length > 0 ? new OperationLookup<GifqPayoutOrder>.Found(matches)
            : alike.Any(batch => payouts[batch.Id].Count() < sent.Recipients.Count || payouts[batch.Id].Any(LacksFigures))
                ? new OperationLookup<GifqPayoutOrder>.Inconclusive("there is a batch like it, whose payouts are not all listed")
            : new OperationLookup<GifqPayoutOrder>.NotFound();
    }

    private enum Age
    {
        Before,
        Unsure,
        Since,
    }

    /// <summary>What a batch does not show, or cannot be read of it, rules nothing out.</summary>
    private static bool IsAlike(GifqPayoutOrder batch, GifqNewPayoutOrder sent) =>
        (batch.CampaignId is null || batch.CampaignId == sent.CampaignId)
        && (batch.WalletCurrency is null || string.Equals(batch.WalletCurrency, sent.WalletCurrency, StringComparison.OrdinalIgnoreCase))
        && (batch.RecipientsCount is null || batch.RecipientsCount == sent.Recipients.Count)
        && (TotalOf(sent) is not { } total || batch.TotalAmount is null || batch.TotalAmount == total);

    /// <summary>What the batch takes from the balance; null where GIFQ converts.</summary>
    public static decimal? TotalOf(GifqNewPayoutOrder sent) =>
        sent.Recipients.All(recipient => string.Equals(recipient.Currency, sent.WalletCurrency, StringComparison.OrdinalIgnoreCase))
            ? sent.Recipients.Sum(recipient => recipient.Amount)
            : null;

    private static bool LacksFigures(GifqPayout payout) => payout.Email is null || payout.Amount is null || payout.Currency is null;

    /// <summary>Who gets what, in an order of its own: lists need not keep that of the batch.</summary>
    private static IEnumerable<(string, decimal?, string)> Signature(IEnumerable<(string Email, decimal? Amount, string Currency)> rows) =>
        rows.Select(row => (Normalize(row.Email), row.Amount, row.Currency.ToUpperInvariant())).Order();
}

/// <summary>How far back a list of payouts is read.</summary>
/// <param name="Clock">GIFQ's clock.</param>
/// <param name="At">The first send by it; null if that is not known.</param>
internal readonly record struct GifqStart(ProviderClock Clock, DateTimeOffset? At);
