using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>Places an order: a look at its product, then one create call, whose path may have to be tried in its other spelling.</summary>
internal sealed class GiftronautOrders(
    IGiftronautApi api,
    GiftronautProducts products,
    GiftronautProductCheck check,
    GiftronautConflicts conflicts,
    GiftronautOrderMapping mapping
)
{
    public async Task<Order> SubmitAsync(OrderSubmission submission, CancellationToken cancellationToken)
    {
        // The permit is asked for before the first byte of the create; until then, reading the catalogs included, it can be taken back.
        SendPermit.Current?.Attach();
        var listing = await check.CheckAsync(submission, cancellationToken).ConfigureAwait(false);
        try
        {
            var order = await SendAsync(submission, listing.CardType, cancellationToken).ConfigureAwait(false);
            return mapping.Placed(order, submission);
        }
        catch (GiftCardException conflict) when (GiftronautConflicts.IsOne(conflict))
        {
            var content = GiftronautContent.Of(submission.Request, listing.CardType);
            var order = await conflicts.ResolveAsync(conflict, submission.ProviderKey, content, cancellationToken).ConfigureAwait(false);
            return mapping.Placed(order, submission);
        }
        catch (GiftCardException refusal) when (refusal.Code == GiftCardErrorCode.ProductUnavailable)
        {
            // What was kept of the catalogs has proved old.
            products.Invalidate();
            throw;
        }
    }

    private Task<GiftronautOrder> SendAsync(OrderSubmission submission, string cardType, CancellationToken cancellationToken) =>
        submission.Request.Delivery == Delivery.Returned
            ? api.OrderRewardLinksAsync(GiftronautOrderBody.Links(submission, cardType), submission.ProviderKey, cancellationToken)
        : cardType == GiftronautWords.CardType.Choice
            ? api.OrderChoiceCardsAsync(GiftronautOrderBody.Email(submission), submission.ProviderKey, cancellationToken)
        : api.OrderBrandedCardsAsync(GiftronautOrderBody.Email(submission), submission.ProviderKey, cancellationToken);
}
