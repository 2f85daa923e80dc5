using GiftCardSdk.Adapters;

namespace GiftCardSdk.Gifq;

/// <summary>
/// What an order must agree with in the catalog before it is sent, as GIFQ demands of every order: amount, country and currency of one and the
/// same option, and its stock. The brand is read afresh for each order, for the catalog changes by the hour.
/// </summary>
internal sealed class GifqProductCheck(GifqCatalog catalog, GifqSettings settings)
{
    private const string Operation = "order.submit";

    /// <summary>Looks whether an order can be bought as it is.</summary>
    /// <param name="submission">The order.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="GiftCardException">It cannot, or the catalog could not be read. Nothing was sent.</exception>
    public async Task CheckAsync(OrderSubmission submission, CancellationToken cancellationToken)
    {
        var line = submission.Request.Lines[0];
        var product = await ReadAsync(line, cancellationToken).ConfigureAwait(false);
        if ((product is null ? OrderFit.NotSold(0, line) : OrderFit.FindMisfit(product, submission.Request, 0)) is { } misfit)
        {
            throw settings.Refuse(
                GiftCardErrorCode.ProductUnavailable,
                $"{misfit} Nothing was sent.",
                Operation,
                GiftCardOutcome.NothingCreated
            );
        }
    }

    /// <summary>Whether one option fits a line in amount, country and currency; what the option does not say rules nothing out.</summary>
    public static bool Sells(Offer offer, OrderLine line) =>
        offer.Currency == line.FaceValue.Currency
        && offer.Denominations.Allows(line.FaceValue) != false
        && (line.Country is null || offer.Countries.Includes(line.Country) != false);

    private async Task<Product?> ReadAsync(OrderLine line, CancellationToken cancellationToken)
    {
        try
        {
            return await catalog.FindAsync(line.ProductId, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException failure)
        {
            throw OrderFit.NotRead(failure, 0, line);
        }
    }
}
