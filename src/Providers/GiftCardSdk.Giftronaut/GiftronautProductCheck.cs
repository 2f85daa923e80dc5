using System.Globalization;
using GiftCardSdk.Adapters;

namespace GiftCardSdk.Giftronaut;

/// <summary>
/// What an order must agree with in the catalogs before it is sent. An amount carries no currency: 25 EUR sent for a product in dollars would
/// buy 25 USD. What a kept catalog seems to rule out is looked up afresh before it is refused.
/// </summary>
internal sealed class GiftronautProductCheck(GiftronautProducts products, GiftronautSettings settings)
{
    private const string Operation = "order.submit";

    /// <summary>The product of an order.</summary>
    /// <exception cref="GiftCardException">It cannot be bought as asked for, or the catalogs could not be read. Nothing was sent.</exception>
    public async Task<GiftronautListing> CheckAsync(OrderSubmission submission, CancellationToken cancellationToken)
    {
        if (products.Kept is { } kept && Find(kept, submission.Request) is { Complaint: null, Listing: { } listing })
        {
            return listing;
        }

        var fresh = Find(await ReadAsync(cancellationToken).ConfigureAwait(false), submission.Request);
        return fresh.Complaint is null
            ? fresh.Listing!
            : throw settings.Refuse(fresh.Code, $"{fresh.Complaint} Nothing was sent.", Operation, GiftCardOutcome.NothingCreated);
    }

    private static Finding Find(GiftronautProducts.Shelf shelf, OrderRequest request)
    {
        var id = request.Lines[0].ProductId;
        var cardType = request.OptionsOf<GiftronautOrderOptions>()?.CardType;
        return shelf.Products[id].Where(listing => cardType is null || listing.CardType == cardType).ToArray() switch
        {
            [] => new(null, $"Giftronaut's catalogs have no product '{id}' for this account now.", GiftCardErrorCode.ProductUnavailable),
            [var only] => Compare(only, request),
            _ => new(
                null,
                $"The product '{id}' stands in both catalogs; say in GiftronautOrderOptions.CardType which one is meant.",
                GiftCardErrorCode.InvalidRequest
            ),
        };
    }

    private static Finding Compare(GiftronautListing listing, OrderRequest request)
    {
        var id = listing.Product.ProductId;
        if (GiftronautProductMapping.CurrencyOf(listing) is not { } currency)
        {
            return new(
                listing,
                $"The product '{id}' names no currency, so what its amount would buy cannot be known.",
                GiftCardErrorCode.ProductUnavailable
            );
        }

        var denominations = GiftronautProductMapping.DenominationsOf(listing.Product, currency);
        foreach (var (index, line) in request.Lines.Index())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"Lines[{index}].FaceValue");
            if (line.FaceValue.Currency != currency)
            {
                return new(
                    listing,
                    $"{at}: the product '{id}' is sold in {currency}, but the face value is {line.FaceValue}; give it in {currency}.",
                    GiftCardErrorCode.InvalidRequest
                );
            }

            if (denominations.Allows(line.FaceValue) == false)
            {
                return new(
                    listing,
                    $"{at}: the product '{id}' cannot be bought at {line.FaceValue} now; its face values are {denominations}.",
                    GiftCardErrorCode.ProductUnavailable
                );
            }
        }

        return new(listing, null, default);
    }

    private async Task<GiftronautProducts.Shelf> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await products.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException failure)
        {
            throw failure.Restate(
                $"The catalogs could not be read before the order, so nothing was sent. {failure.Message}",
                failure.Code,
                GiftCardOutcome.NothingCreated
            );
        }
    }

    private sealed record Finding(GiftronautListing? Listing, string? Complaint, GiftCardErrorCode Code);
}
