using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>Places an order: a look at its products, then one create call.</summary>
internal sealed class GiftCardPartnersOrders(
    IGiftCardPartnersApi api,
    GiftCardPartnersSettings settings,
    GiftCardPartnersProducts products,
    GiftCardPartnersProductCheck check,
    GiftCardPartnersConflicts conflicts,
    GiftCardPartnersOrderMapping mapping,
    ProviderClock clock
)
{
    public async Task<Order> SubmitAsync(OrderSubmission submission, CancellationToken cancellationToken)
    {
        // The permit is asked for before the first byte of the create; until then, reading products included, it can be taken back.
        SendPermit.Current?.Attach();
        await check.CheckAsync(submission, cancellationToken).ConfigureAwait(false);
        var begun = clock.Now;
        try
        {
            var body = GiftCardPartnersOrderBody.Of(submission, settings.Initial.FulfillmentComplete);
            var order = await api.CreateOrderAsync(body, cancellationToken).ConfigureAwait(false);
            clock.Made(order.Id, begun, ProviderTime.Read(order.CreatedDate));
            return Placed(order, submission);
        }
        catch (GiftCardException conflict) when (conflict.HttpStatus == 409)
        {
            return await conflicts.ResolveAsync(conflict, submission, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException refusal) when (refusal.Code == GiftCardErrorCode.ProductUnavailable)
        {
            // What was kept of the catalog has proved old.
            products.Invalidate();
            throw;
        }
    }

    /// <summary>
    /// The order as it was taken, after a check that the answer speaks of it and not of another. By a blank id nobody could read it again: the list
    /// of orders may show its own.
    /// </summary>
    private Order Placed(GiftCardPartnersOrder order, OrderSubmission submission) =>
        string.IsNullOrWhiteSpace(order.Id)
            ? throw settings.Unexpected(
                $"The provider was sent order {submission.ProviderKey} and answered without its id.",
                GiftCardPartnersOperationNames.CreateOrder,
                GiftCardOutcome.MayExist
            )
        : order.PONumber is null || order.PONumber == submission.ProviderKey
            ? mapping.Placed(order, submission.Request, submission.ProviderKey)
        : throw settings.Unexpected(
            $"The provider was sent order {submission.ProviderKey} and answered with another one.",
            GiftCardPartnersOperationNames.CreateOrder,
            GiftCardOutcome.MayExist
        );
}
