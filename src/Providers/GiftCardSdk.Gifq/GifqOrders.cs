using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>
/// Places an order: a fresh look at its brand, then one create call. A repeat is not looked at: the order may have been bought already, and then
/// what has become of the brand since must not hide it. A refusal is looked into.
/// </summary>
internal sealed class GifqOrders(IGifqApi api, GifqProductCheck check, GifqRefusals refusals, ProviderClock clock, GifqSettings settings)
{
    public async Task<Order> SubmitAsync(OrderSubmission submission, CancellationToken cancellationToken)
    {
        // The permit is asked for before the first byte of the create; until then, reading the catalog included, it can be taken back.
        SendPermit.Current?.Attach();
        if (!submission.MayBeRepeat)
        {
            await check.CheckAsync(submission, cancellationToken).ConfigureAwait(false);
        }

        GifqOrder order;
        var begun = clock.Now;
        try
        {
            order = await api.CreateOrderAsync(GifqOrderMapping.ToWire(submission), cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException refusal) when (GifqErrors.MayBeRepeat(refusal))
        {
            throw await refusals.ExplainAsync(refusal, submission, cancellationToken).ConfigureAwait(false);
        }

        if (order.Reference is { } reference && reference != submission.ProviderKey)
        {
            throw settings.Unexpected(
                $"GIFQ was sent order {submission.ProviderKey} and answered with another one.",
                GifqOperationNames.CreateOrder,
                GiftCardOutcome.MayExist
            );
        }

        if (!submission.MayBeRepeat)
        {
            clock.Made(order.Id, begun, ProviderTime.Read(order.CreatedAt));
        }

        // What the same reference with other content is answered is not documented; most likely with the first order.
        return GifqOrderMapping.ContradictionOf(order, submission.Request) is { } difference
            ? throw OtherContent(
                $"GIFQ's order {order.Id} under this reference has another {difference} than was asked for: the reference may stand for an order that was placed elsewhere."
            )
            : GifqOrderMapping.Placed(await WithAgeAsync(order, cancellationToken).ConfigureAwait(false), submission, settings.AccountName);
    }

    /// <summary>
    /// The answer to an order shows no date, and a new one is pending. One that is completed already may have been there before: when it was made
    /// tells, and an order counts as placed whether that can be read or not.
    /// </summary>
    private async Task<GifqOrder> WithAgeAsync(GifqOrder order, CancellationToken cancellationToken)
    {
        if (order.CreatedAt is not null || GifqOrderMapping.StatusOf(order.Status, hasCard: true) != OrderStatus.Completed)
        {
            return order;
        }

        try
        {
            var read = await api.GetOrderAsync(order.Id, cancellationToken).ConfigureAwait(false);
            return order with { CreatedAt = read.CreatedAt };
        }
        catch (Exception failure) when (failure is GiftCardException or OperationCanceledException)
        {
            return order;
        }
    }

    private GiftCardException OtherContent(string message) =>
        new(message, GiftCardErrorCode.Conflict, GiftCardOutcome.MayExist)
        {
            Provider = GifqDefaults.Provider,
            Account = settings.AccountName,
            Operation = GifqOperationNames.CreateOrder,
        };
}
