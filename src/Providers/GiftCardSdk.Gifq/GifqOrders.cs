using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>
/// Places an order: one create call and nothing before it, since the call itself carries brand, currency, amount and country. Only a refusal is
/// looked into.
/// </summary>
internal sealed class GifqOrders(IGifqApi api, GifqRefusals refusals, ProviderClock clock, GifqSettings settings)
{
    public async Task<Order> SubmitAsync(OrderSubmission submission, CancellationToken cancellationToken)
    {
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
            throw Odd(
                submission,
                $"GIFQ was sent order {submission.ProviderKey} and answered with another one.",
                GiftCardErrorCode.UnexpectedResponse
            );
        }

        if (submission.Attempt == 1)
        {
            clock.Made(order.Id, begun, ProviderTime.Read(order.CreatedAt));
        }

        // What the same reference with other content is answered is not documented; most likely with the first order.
        return GifqOrderMapping.ContradictionOf(order, submission.Request) is { } difference
            ? throw Odd(
                submission,
                $"GIFQ's order {order.Id} under this reference has another {difference} than was asked for: the reference may stand for an order that was placed elsewhere.",
                GiftCardErrorCode.Conflict
            )
            : GifqOrderMapping.Placed(order, submission, settings.AccountName);
    }

    private GiftCardException Odd(OrderSubmission submission, string message, GiftCardErrorCode code) =>
        new(message, code, GiftCardOutcome.MayExist)
        {
            Provider = GifqDefaults.Provider,
            Account = settings.AccountName,
            Operation = GifqOperations.CreateOrder.Name,
            Reference = submission.Request.Reference,
            ProviderKey = submission.ProviderKey,
        };
}
