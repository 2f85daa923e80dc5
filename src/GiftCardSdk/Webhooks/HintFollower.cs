using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Webhooks;

/// <summary>Reads back what a webhook hinted at. Only what the provider shows becomes an event; a stranger who hints costs a look at most.</summary>
internal sealed class HintFollower(
    DueRecords due,
    EventInbox inbox,
    OrderNames orders,
    TrackedOrders tracked,
    Func<string, Account?> accounts,
    RetryWaits waits,
    GiftCardEventOptions options,
    TimeProvider time,
    ILogger<HintFollower> logger,
    IOrderRecorder? recorder = null
)
{
    /// <summary>An order may show a little later than the webhook that speaks of it; one that never shows is a stranger's invention.</summary>
    private const int TriesUntilAbsent = 3;

    /// <summary>Outlives a reading with all its waits and repeats.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly ILogger _logger = logger.Guarded();

    /// <summary>One pass over what is due.</summary>
    /// <returns>How many hints came to an end.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken) =>
        due.RunAsync(InboxRecord.Hint, Life, options.Poll.MaxParallel, InboxHint.Read, FollowAsync, cancellationToken);

    private async ValueTask<bool> FollowAsync(JournalRecord taken, InboxHint hint, CancellationToken cancellationToken)
    {
        try
        {
            var isRead = await ReadAsync(hint, cancellationToken).ConfigureAwait(false);
            WebhookLog.HintFollowed(_logger, hint.Account, isRead ? "read" : "not found");
            return isRead || hint.Tries + 1 >= TriesUntilAbsent
                ? await due.RemoveAsync(taken).ConfigureAwait(false)
                : await AgainAsync(taken, hint, null).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            WebhookLog.HintFollowed(_logger, hint.Account, (failure as GiftCardException)?.Code.ToString() ?? failure.GetType().Name);
            return await AgainAsync(taken, hint, (failure as GiftCardException)?.RetryAfter).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The application stops: it is due again at once.
            _ = await due.WriteAsync(taken, InboxRecord.Open, taken.Body, time.GetUtcNow()).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask<bool> AgainAsync(JournalRecord taken, InboxHint hint, TimeSpan? retryAfter)
    {
        var next = hint with { Tries = hint.Tries + 1 };
        if (next.Tries < options.MaxTries)
        {
            var wait = waits.After(next.Tries);
            var at = time.GetUtcNow() + (retryAfter > wait && retryAfter < options.MaxDelay ? retryAfter.Value : wait);
            _ = await due.WriteAsync(taken, InboxRecord.Open, next.Write(), at).ConfigureAwait(false);
            return false;
        }

        WebhookLog.Parked(_logger, "Hint", taken.Id, hint.Account, next.Tries);
        return await due.WriteAsync(taken, InboxRecord.Parked, next.Write(), null).ConfigureAwait(false);
    }

    /// <summary>Reads what is hinted at and writes down what it shows; false if there is no such thing.</summary>
    private async ValueTask<bool> ReadAsync(InboxHint hint, CancellationToken cancellationToken)
    {
        var account = accounts(hint.Account) ?? throw new InvalidOperationException($"There is no account '{hint.Account}' any more.");
        try
        {
            if (hint.Subject is { } subject)
            {
                await AddAsync(
                        account,
                        await account.Adapter.ReadBackAsync(subject, cancellationToken).ConfigureAwait(false),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                return true;
            }

            var begun = time.GetUtcNow();
            if (await FindAsync(account, hint, cancellationToken).ConfigureAwait(false) is not { } order)
            {
                return false;
            }

            if (recorder is not null)
            {
                await recorder.RecordAsync(account, order, RewardDetail.State, begun).ConfigureAwait(false);
            }

            await AddAsync(account, OrderEvents.Of(order), cancellationToken).ConfigureAwait(false);
            await tracked.SeenAsync(account, order).ConfigureAwait(false);
            return true;
        }
        catch (GiftCardException failure) when (failure.Code == GiftCardErrorCode.NotFound)
        {
            return false;
        }
    }

    private async ValueTask<Order?> FindAsync(Account account, InboxHint hint, CancellationToken cancellationToken)
    {
        var id = hint.OrderId ?? await orders.OrderIdOfAsync(account, hint.ProviderKey!).ConfigureAwait(false);
        if (id is not null)
        {
            return await account.Adapter.GetOrderAsync(id, RewardDetail.State, cancellationToken).ConfigureAwait(false);
        }

        var query = new OrderLookupQuery(hint.ProviderKey!, null, null, RewardDetail.State);
        return await account.Adapter.FindOrderAsync(query, cancellationToken).ConfigureAwait(false) switch
        {
            OrderLookup.Found found => found.Order,
            OrderLookup.NotFound => null,
            _ => throw new GiftCardException(
                $"{account.Provider} could not say whether it has the order.",
                GiftCardErrorCode.OutcomeUnknown,
                GiftCardOutcome.NotAnOrder
            ),
        };
    }

    private async ValueTask AddAsync(Account account, IEnumerable<WebhookEvent> events, CancellationToken cancellationToken)
    {
        foreach (var told in events)
        {
            _ = await inbox.AddAsync(account, told, GiftCardEventSource.ReadBack, default, cancellationToken).ConfigureAwait(false);
        }
    }
}
