using GiftCardSdk.Adapters;

namespace GiftCardSdk.Huuray;

/// <summary>
/// Places an order: one create call, after a look at the template where one is needed. Product, value, currency and number go with the call
/// itself. Only a refusal is looked into.
/// </summary>
internal sealed class HuurayOrders(
    IHuurayApi api,
    HuurayTemplateChoice templates,
    HuurayRefusals refusals,
    HuurayOrderMapping mapping,
    HuurayPlacedOrders placedOrders,
    HuuraySettings settings
)
{
    public async Task<Order> SubmitAsync(OrderSubmission submission, CancellationToken cancellationToken)
    {
        var template = await templates.ChooseAsync(submission.Request, cancellationToken).ConfigureAwait(false);
        HuurayOrder order;
        try
        {
            order = await api.CreateOrderAsync(mapping.ToWire(submission, template), cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException refusal) when (HuurayErrors.MayBeExplained(refusal))
        {
            throw await refusals.ExplainAsync(refusal, submission.Request, cancellationToken).ConfigureAwait(false);
        }

        // Without an id there must be something else that shows that it is this order: its cards, or its reference.
        if (
            (order.RefId is { } reference && reference != submission.ProviderKey)
            || !(order.IsOrder || order.RefId == submission.ProviderKey)
        )
        {
            throw settings.Unexpected(
                $"Huuray was sent order {submission.ProviderKey} and answered with another one, or with none.",
                HuurayOperationNames.CreateOrder,
                GiftCardOutcome.MayExist
            );
        }

        var id = HuurayOrderId.Of(order, submission.ProviderKey);
        var placed = placedOrders.Remember(id, submission.Request, submission.ProviderKey);
        return mapping.Of(order, placed, RewardDetail.Secrets);
    }
}
