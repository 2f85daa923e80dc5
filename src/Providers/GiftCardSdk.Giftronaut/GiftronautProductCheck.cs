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

        var fresh = Find(await ReadAsync(submission.Request.Lines[0], cancellationToken).ConfigureAwait(false), submission.Request);
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
            [] => new(null, OrderFit.NotSold(0, request.Lines[0]), GiftCardErrorCode.ProductUnavailable),
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
            if (line.FaceValue.Currency != currency)
            {
                return new(listing, OrderFit.OtherCurrency(index, line, [currency]), GiftCardErrorCode.ProductUnavailable);
            }

            if (denominations.Allows(line.FaceValue) == false)
            {
                return new(listing, OrderFit.OtherFaceValue(index, line, [denominations]), GiftCardErrorCode.ProductUnavailable);
            }
        }

        return new(listing, null, default);
    }

    private async Task<GiftronautProducts.Shelf> ReadAsync(OrderLine line, CancellationToken cancellationToken)
    {
        try
        {
            return await products.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException failure)
        {
            throw OrderFit.NotRead(failure, 0, line);
        }
    }

    private sealed record Finding(GiftronautListing? Listing, string? Complaint, GiftCardErrorCode Code);
}
