using GiftCardSdk.Adapters;

namespace GiftCardSdk.Gifq;

/// <summary>
/// Finds out what a refused order means. GIFQ gives one status for a reference that was used before, a brand that cannot be bought, a lack of
/// money and anything else, and words for people; so the lists are asked. What cannot be found out leaves the refusal as it is.
/// </summary>
internal sealed class GifqRefusals(IGifqApi api, GifqOrderScan scan, GifqCatalog catalog)
{
    public async Task<GiftCardException> ExplainAsync(
        GiftCardException refusal,
        OrderSubmission submission,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await ExplainByEarlierOrderAsync(refusal, submission, cancellationToken).ConfigureAwait(false)
                ?? await ExplainByCatalogAndBalanceAsync(refusal, submission.Request, cancellationToken).ConfigureAwait(false)
                ?? refusal;
        }
        catch (Exception failure) when (failure is GiftCardException or OperationCanceledException)
        {
            // The refusal is certain, whatever becomes of the search for its reason.
            return refusal;
        }
    }

    /// <summary>What a refused batch of payouts means: a lack of money in its wallet currency, or what it says.</summary>
    public async Task<GiftCardException> ExplainAsync(
        GiftCardException refusal,
        GifqNewPayoutOrder batch,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await ExplainByBalanceAsync(
                        refusal,
                        batch.WalletCurrency.ToUpperInvariant(),
                        GifqPayoutSearch.TotalOf(batch),
                        cancellationToken
                    )
                    .ConfigureAwait(false)
                ?? refusal;
        }
        catch (Exception failure) when (failure is GiftCardException or OperationCanceledException)
        {
            return refusal;
        }
    }

    /// <summary>The reference bought before, and no journal of ours knows of it.</summary>
    private async Task<GiftCardException?> ExplainByEarlierOrderAsync(
        GiftCardException refusal,
        OrderSubmission submission,
        CancellationToken cancellationToken
    )
    {
        var hit = await scan.FindRecentAsync(submission.ProviderKey, cancellationToken).ConfigureAwait(false);
        if (hit is null)
        {
            return null;
        }

        var earlier = await api.GetOrderAsync(hit.Id, cancellationToken).ConfigureAwait(false);
        return GifqOrderMapping.ContradictionOf(earlier, submission.Request) is { } difference
            ? Restate(
                refusal,
                $"GIFQ refused the order because its reference stands for order {hit.Id} already, which has another {difference}. A new order needs a new reference.",
                GiftCardErrorCode.Conflict
            )
            : Restate(
                refusal,
                $"GIFQ refused the order because its reference stands for order {hit.Id} already.",
                GiftCardErrorCode.Conflict,
                GiftCardOutcome.MayExist,
                hit.Id
            );
    }

    private async Task<GiftCardException?> ExplainByCatalogAndBalanceAsync(
        GiftCardException refusal,
        OrderRequest request,
        CancellationToken cancellationToken
    )
    {
        var line = request.Lines[0];
        Offer? offer = null;
        if (catalog.HasSeen(line.ProductId))
        {
            var product = await catalog.FindWhereItWasAsync(line.ProductId, cancellationToken).ConfigureAwait(false);
            offer = product?.Offers.FirstOrDefault(candidate => GifqProductCheck.Sells(candidate, line));
            if (offer is null or { Stock: 0 })
            {
                return Restate(
                    refusal,
                    $"The brand '{line.ProductId}' cannot be bought at {line.FaceValue} for {line.Country} now. Read the catalog afresh.",
                    GiftCardErrorCode.ProductUnavailable
                );
            }
        }

        return await ExplainByBalanceAsync(refusal, request, offer, cancellationToken).ConfigureAwait(false);
    }

    private Task<GiftCardException?> ExplainByBalanceAsync(
        GiftCardException refusal,
        OrderRequest request,
        Offer? offer,
        CancellationToken cancellationToken
    )
    {
        var value = request.Lines[0].FaceValue;
        var currency = request.PaymentCurrency?.ToUpperInvariant() ?? value.Currency;
        // Where GIFQ converts, the cost is not known beforehand; then only an empty balance says something.
        return ExplainByBalanceAsync(
            refusal,
            currency,
            currency == value.Currency ? offer?.CostOf(value)?.Amount : null,
            cancellationToken
        );
    }

    private async Task<GiftCardException?> ExplainByBalanceAsync(
        GiftCardException refusal,
        string currency,
        decimal? cost,
        CancellationToken cancellationToken
    )
    {
        var balances = await api.ListBalancesAsync(cancellationToken).ConfigureAwait(false);
        var available =
            balances.FirstOrDefault(balance => string.Equals(balance.Currency, currency, StringComparison.OrdinalIgnoreCase))?.Amount ?? 0;
        return available <= 0 || available < cost
            ? Restate(
                refusal,
                $"The balance in {currency} is {Money.Of(available, currency)} now, not enough for what was asked for.",
                GiftCardErrorCode.InsufficientFunds
            )
            : null;
    }

    private static GiftCardException Restate(
        GiftCardException refusal,
        string reason,
        GiftCardErrorCode code,
        GiftCardOutcome outcome = GiftCardOutcome.NothingCreated,
        string? orderId = null
    ) => refusal.Restate($"{reason} {refusal.Message}", code, outcome, orderId);
}
