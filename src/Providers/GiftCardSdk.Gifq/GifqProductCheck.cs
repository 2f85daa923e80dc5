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
        var product = await ReadAsync(line.ProductId, cancellationToken).ConfigureAwait(false);
        if (product is null)
        {
            throw Refuse($"GIFQ's catalog has no brand '{line.ProductId}' for this account now.");
        }

        if (product.Offers.All(offer => offer.Currency != line.FaceValue.Currency))
        {
            var currencies = string.Join(", ", product.Offers.Select(offer => offer.Currency).Distinct(StringComparer.Ordinal));
            throw Refuse($"The brand '{line.ProductId}' is not sold in {line.FaceValue.Currency} now; its currencies are {currencies}.");
        }

        if (!product.Offers.Any(offer => Sells(offer, line) && offer.Stock != 0))
        {
            throw Refuse(
                $"The brand '{line.ProductId}' cannot be bought at {line.FaceValue} for {line.Country} now: no option of it has this amount, country and currency and is in stock. Read the catalog afresh."
            );
        }
    }

    /// <summary>Whether one option fits a line in amount, country and currency; what the option does not say rules nothing out.</summary>
    public static bool Sells(Offer offer, OrderLine line) =>
        offer.Currency == line.FaceValue.Currency
        && offer.Denominations.Allows(line.FaceValue) != false
        && (line.Country is null || offer.Countries.Includes(line.Country) != false);

    private async Task<Product?> ReadAsync(string slug, CancellationToken cancellationToken)
    {
        try
        {
            return await catalog.FindAsync(slug, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException failure)
        {
            throw failure.Restate(
                $"The brand '{slug}' could not be read before the order, so nothing was sent. {failure.Message}",
                failure.Code,
                GiftCardOutcome.NothingCreated
            );
        }
    }

    private GiftCardException Refuse(string message) =>
        settings.Refuse(GiftCardErrorCode.ProductUnavailable, $"{message} Nothing was sent.", Operation, GiftCardOutcome.NothingCreated);
}
