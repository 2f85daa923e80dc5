using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Ordering;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Resolver;

/// <summary>Acts as the caller of an order, where the application can rebuild it.</summary>
internal sealed class OrderRebuilder(OrderCoordinator coordinator, Func<IOrderRequestSource?> source, ILogger logger)
{
    /// <summary>Places an order again under its own reference; null if it cannot be, or is not to be.</summary>
    public async ValueTask<InquiryResult?> TryPlaceAsync(Account account, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (await RebuildAsync(entry, cancellationToken).ConfigureAwait(false) is not { } request)
        {
            return null;
        }

        Exception? failure = null;
        try
        {
            _ = await coordinator.PlaceAsync(account, request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            failure = thrown;
        }

        var now = await coordinator.Journal.FindAsync(entry.Identity).ConfigureAwait(false) ?? entry;
        if (now.Version == entry.Version && failure is not (null or OrderOutcomeUnknownException))
        {
            // Other content, or an order that its provider would not take: it is still looked for.
            ResolverLog.NotPlaced(logger, entry.Identity.Reference, entry.Identity.Account, Describe(failure));
            return null;
        }

        return now.State != entry.State && !(now.State is OrderJournalState.Sending or OrderJournalState.Unknown)
            ? InquiryResult.Ended(now)
            : InquiryResult.Same(now);
    }

    private async ValueTask<OrderRequest?> RebuildAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            var request = source() is { } rebuilds ? await rebuilds.RebuildAsync(entry, cancellationToken).ConfigureAwait(false) : null;
            if (request is null || request.Reference == entry.Identity.Reference)
            {
                return request;
            }

            ResolverLog.NotPlaced(logger, entry.Identity.Reference, entry.Identity.Account, "it was rebuilt under another reference");
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            ResolverLog.NotPlaced(logger, entry.Identity.Reference, entry.Identity.Account, failure.GetType().Name);
        }

        return null;
    }

    // Of a foreign exception the type alone is safe to show.
    private static string Describe(Exception failure) => (failure as GiftCardException)?.Message ?? failure.GetType().Name;
}
