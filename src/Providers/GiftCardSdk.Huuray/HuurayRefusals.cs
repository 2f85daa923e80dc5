using GiftCardSdk.Adapters;

namespace GiftCardSdk.Huuray;

/// <summary>
/// Finds out what a refused order means. Huuray documents no code, nor which status stands for a product that cannot be had or for a lack of money;
/// so stock and balances are asked. What cannot be found out leaves the refusal as it is.
/// </summary>
internal sealed class HuurayRefusals(IHuurayApi api, HuurayCatalog catalog, HuuraySettings settings)
{
    public async Task<GiftCardException> ExplainAsync(GiftCardException refusal, OrderRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await ExplainByStockAsync(refusal, request, cancellationToken).ConfigureAwait(false)
                ?? await ExplainByBalanceAsync(refusal, request, cancellationToken).ConfigureAwait(false)
                ?? refusal;
        }
        catch (Exception failure) when (failure is GiftCardException or OperationCanceledException)
        {
            // The refusal is certain, whatever becomes of the search for its reason.
            return refusal;
        }
    }

    private async Task<GiftCardException?> ExplainByStockAsync(
        GiftCardException refusal,
        OrderRequest request,
        CancellationToken cancellationToken
    )
    {
        var line = request.Lines[0];
        var cards = HuurayPlacedOrder.CardsOf(request.Lines);
        try
        {
            var stock = await api.GetStockAsync(line.ProductId, settings.Money.ToWire(line.FaceValue), cancellationToken)
                .ConfigureAwait(false);
            return stock.Stock < cards
                ? Restate(
                    refusal,
                    $"Of the product '{line.ProductId}' at {line.FaceValue} there are {stock.Stock} cards now, not {cards}.",
                    GiftCardErrorCode.ProductUnavailable
                )
                : null;
        }
        catch (GiftCardException unknown) when (unknown is { Code: GiftCardErrorCode.ProductUnavailable } or { HttpStatus: 422 })
        {
            var why = await DescribeMisfitAsync(request, line, cancellationToken).ConfigureAwait(false);
            return Restate(refusal, why, GiftCardErrorCode.ProductUnavailable);
        }
    }

    /// <summary>What is sold instead, by the catalogue, which may be as old as it is kept.</summary>
    private async Task<string> DescribeMisfitAsync(OrderRequest request, OrderLine line, CancellationToken cancellationToken)
    {
        try
        {
            var product = await catalog.GetAsync(line.ProductId, cancellationToken).ConfigureAwait(false);
            return OrderFit.FindMisfit(product, request, 0)
                ?? $"The product '{line.ProductId}' cannot be bought at {line.FaceValue} now. Read the catalog afresh.";
        }
        catch (GiftCardException failure) when (failure.Code == GiftCardErrorCode.ProductUnavailable)
        {
            return OrderFit.NotSold(0, line);
        }
        catch (GiftCardException)
        {
            return $"The product '{line.ProductId}' cannot be bought at {line.FaceValue} now. Read the catalog afresh.";
        }
    }

    /// <summary>Huuray may convert from a master currency, at a cost that is not known beforehand: with money there, nothing is concluded.</summary>
    private async Task<GiftCardException?> ExplainByBalanceAsync(
        GiftCardException refusal,
        OrderRequest request,
        CancellationToken cancellationToken
    )
    {
        var total = request.Lines.Select(line => line.Total).Aggregate((sum, next) => sum + next);
        var balances = (await api.GetBalancesAsync(cancellationToken).ConfigureAwait(false)).Balances;
        var own = balances.FirstOrDefault(balance => IsIn(balance, total.Currency));
        var available = settings.Money.OrNull(own?.Balance ?? 0, total.Currency)!.Value;
        var canConvert = balances.Any(balance => balance is { Master: true, Balance: > 0 } && !IsIn(balance, total.Currency));
        return !canConvert && available < total
            ? Restate(
                refusal,
                $"The balance in {total.Currency} is {available} now, less than the cards' face value of {total}.",
                GiftCardErrorCode.InsufficientFunds
            )
            : null;
    }

    private static bool IsIn(HuurayBalance balance, string currency) =>
        string.Equals(balance.Currency, currency, StringComparison.OrdinalIgnoreCase);

    private static GiftCardException Restate(GiftCardException refusal, string reason, GiftCardErrorCode code) =>
        refusal.Restate($"{reason} {refusal.Message}", code, GiftCardOutcome.NothingCreated);
}
