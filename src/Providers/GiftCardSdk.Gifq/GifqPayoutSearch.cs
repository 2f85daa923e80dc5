using GiftCardSdk.Adapters;

namespace GiftCardSdk.Gifq;

/// <summary>
/// Finds a batch of payouts again that carries no key: by campaign, currency, number, total and time, and then by every one of its recipients,
/// since batches of one card each look alike otherwise.
/// </summary>
internal sealed class GifqPayoutSearch(IGifqApi api, int maxPages)
{
    /// <summary>How much earlier than the first send a batch may seem to be: clocks differ.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    public static string Normalize(string? address) => (address ?? "").Trim().ToLowerInvariant();

    public async Task<OperationLookup<GifqPayoutOrder>> FindAsync(
        GifqNewPayoutOrder sent,
        DateTimeOffset? since,
        CancellationToken cancellationToken
    )
    {
        var listed = await api.ListPayoutOrdersAtBothEndsAsync(maxPages, cancellationToken).ConfigureAwait(false);
        GifqPayoutOrder[] alike = [.. listed.Rows.Where(batch => IsAlike(batch, sent))];
        if (since is { } first)
        {
            if (alike.Any(batch => GifqTime.Read(batch.CreatedAt) is null))
            {
                return new OperationLookup<GifqPayoutOrder>.Inconclusive("a batch like it does not say when it was made");
            }

            alike = [.. alike.Where(batch => GifqTime.Read(batch.CreatedAt) >= first - Margin)];
        }

        var found =
            alike.Length == 0
                ? new OperationLookup<GifqPayoutOrder>.NotFound()
                : await CompareRecipientsAsync(alike, sent, cancellationToken).ConfigureAwait(false);
        return found is OperationLookup<GifqPayoutOrder>.NotFound && listed.Doubt is { } doubt
            ? new OperationLookup<GifqPayoutOrder>.Inconclusive(doubt)
            : found;
    }

    /// <summary>Reads a batch by its id, from the list if the path for it, which is assumed, does not exist.</summary>
    public async Task<GifqPayoutOrder> ReadAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await api.GetPayoutOrderAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException missing) when (missing.Code == GiftCardErrorCode.NotFound)
        {
            var listed = await api.ListPayoutOrdersAtBothEndsAsync(maxPages, cancellationToken).ConfigureAwait(false);
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
        CancellationToken cancellationToken
    )
    {
        var pages = maxPages + (alike.Length * sent.Recipients.Count / GifqPageQuery.MaxLimit) + 1;
        var listed = await api.ListPayoutsAtBothEndsAsync(pages, cancellationToken).ConfigureAwait(false);
        var payouts = listed.Rows.ToLookup(payout => payout.PayoutOrderId, StringComparer.Ordinal);
        var wanted = Signature(sent.Recipients.Select(recipient => (recipient.Email, (decimal?)recipient.Amount, recipient.Currency)));
        GifqPayoutOrder[] matches =
        [
            .. alike
                .Where(batch =>
                    Signature(payouts[batch.Id].Select(payout => (payout.Email ?? "", payout.Amount, payout.Currency ?? "")))
                        .SequenceEqual(wanted)
                )
                .OrderBy(batch => GifqTime.Read(batch.CreatedAt)),
        ];
        return matches.Length > 0 ? new OperationLookup<GifqPayoutOrder>.Found(matches)
            : alike.Any(batch => payouts[batch.Id].Count() < sent.Recipients.Count)
                ? new OperationLookup<GifqPayoutOrder>.Inconclusive("there is a batch like it, whose payouts are not all listed")
            : new OperationLookup<GifqPayoutOrder>.NotFound();
    }

    private static bool IsAlike(GifqPayoutOrder batch, GifqNewPayoutOrder sent) =>
        batch.CampaignId == sent.CampaignId
        && string.Equals(batch.WalletCurrency, sent.WalletCurrency, StringComparison.OrdinalIgnoreCase)
        && batch.RecipientsCount == sent.Recipients.Count
        && (TotalOf(sent) is not { } total || batch.TotalAmount is null || batch.TotalAmount == total);

    /// <summary>What the batch takes from the balance; null where GIFQ converts.</summary>
    private static decimal? TotalOf(GifqNewPayoutOrder sent) =>
        sent.Recipients.All(recipient => string.Equals(recipient.Currency, sent.WalletCurrency, StringComparison.OrdinalIgnoreCase))
            ? sent.Recipients.Sum(recipient => recipient.Amount)
            : null;

    /// <summary>Who gets what, in an order of its own: lists need not keep that of the batch.</summary>
    private static IEnumerable<(string, decimal?, string)> Signature(IEnumerable<(string Email, decimal? Amount, string Currency)> rows) =>
        rows.Select(row => (Normalize(row.Email), row.Amount, row.Currency.ToUpperInvariant())).Order();
}
