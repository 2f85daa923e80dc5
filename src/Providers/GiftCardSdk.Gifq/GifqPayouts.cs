using GiftCardSdk.Adapters;

namespace GiftCardSdk.Gifq;

/// <summary>Batches of payouts through the journal.</summary>
internal sealed class GifqPayouts(AdapterContext context, IGifqApi api, GifqSettings settings) : IGifqPayouts
{
    private readonly GifqPayoutSearch _search = new(api, settings.Initial.LookupPages);

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
            ? context.RunOnceAsync(new GifqPayoutDispatch(api, _search, reference, payoutOrder), cancellationToken)
            : throw new ArgumentException(string.Join(" ", mistakes), nameof(payoutOrder));
    }
}
