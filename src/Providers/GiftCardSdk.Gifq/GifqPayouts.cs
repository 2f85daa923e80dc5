using GiftCardSdk.Adapters;

namespace GiftCardSdk.Gifq;

/// <summary>Batches of payouts through the journal.</summary>
internal sealed class GifqPayouts(AdapterContext context, IGifqApi api, GifqRefusals refusals, GifqSettings settings) : IGifqPayouts
{
    private readonly GifqPayoutSearch _search = new(api, context.ProviderClock, settings.Initial.LookupPages);

    public Task<OperationResult<GifqPayoutOrder>> DispatchAsync(
        OrderReference reference,
        GifqNewPayoutOrder payoutOrder,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(reference.Value, nameof(reference));
        ArgumentNullException.ThrowIfNull(payoutOrder);
        string[] mistakes = [.. GifqPayoutCheck.Mistakes(payoutOrder)];
        return mistakes.Length == 0
            ? RunAsync(new GifqPayoutDispatch(api, refusals, _search, context.ProviderClock, reference, payoutOrder), cancellationToken)
            : throw new ArgumentException(string.Join(" ", mistakes), nameof(payoutOrder));
    }

    private async Task<OperationResult<GifqPayoutOrder>> RunAsync(GifqPayoutDispatch batch, CancellationToken cancellationToken)
    {
        if (context.ProviderClock.Now is null)
        {
            await HearTheClockAsync(cancellationToken).ConfigureAwait(false);
        }

        return await context.RunOnceAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A batch is found again by its time, among others: so GIFQ's own time should be known before the first one is sent.</summary>
    private async Task HearTheClockAsync(CancellationToken cancellationToken)
    {
        try
        {
            await api.ListPayoutOrdersAsync(new() { Limit = 1 }, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException)
        {
            // Then it is sent without, and a batch whose answer is lost may be left to a person.
        }
    }
}
