using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Journal;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Webhooks;

/// <summary>Hands due events to the handlers, each of which makes its own progress.</summary>
internal sealed class EventDispatcher(
    DueRecords due,
    OrderNames orders,
    HandlerCalls handlers,
    RetryWaits waits,
    GiftCardEventOptions options,
    TimeProvider time,
    Instruments instruments,
    ILogger<EventDispatcher> logger
)
{
    /// <summary>How far the answer to an order may be behind the webhook that speaks of it: for so long, an order that is not known waits.</summary>
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(10);

    private readonly ILogger _logger = logger.Guarded();

    /// <summary>One pass over what is due.</summary>
    /// <returns>How many events came to an end.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var names = await handlers.NamesAsync().ConfigureAwait(false);
        var life = (options.HandlerTimeout * Math.Max(1, names.Count)) + TimeSpan.FromMinutes(1);
        return await due.RunAsync(
                InboxRecord.Event,
                life,
                options.MaxParallel,
                InboxEvent.Read,
                (record, kept, token) => DispatchAsync(record, kept, names, token),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private async ValueTask<bool> DispatchAsync(
        JournalRecord taken,
        InboxEvent kept,
        IReadOnlyList<string> names,
        CancellationToken stopping
    )
    {
        kept = kept with { Event = await NamedAsync(kept.Event).ConfigureAwait(false) };
        if (IsAhead(kept))
        {
            _ = await due.WriteAsync(taken, InboxRecord.Open, kept.Write(), kept.Event.ReceivedAt + AnswerPatience).ConfigureAwait(false);
            return false;
        }

        var told = await TellAsync(kept, names, stopping).ConfigureAwait(false);
        return await EndAsync(taken, told, stopping).ConfigureAwait(false);
    }

    /// <summary>Calls the handlers that are not done with it.</summary>
    private async ValueTask<InboxEvent> TellAsync(InboxEvent kept, IReadOnlyList<string> names, CancellationToken stopping)
    {
        var done = new List<string>(kept.Done);
        var failures = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, name) in names.Index().Where(handler => !kept.Done.Contains(handler.Item, StringComparer.Ordinal)))
        {
            if (await handlers.CallAsync(index, kept.Event, stopping).ConfigureAwait(false) is { } failure)
            {
                failures[name] = failure;
                LogFailure(kept, name, failure, stopping);
            }
            else
            {
                done.Add(name);
            }
        }

        return kept with
        {
            Tries = kept.Tries + 1,
            Done = done,
            Failures = failures,
        };
    }

    private async ValueTask<bool> EndAsync(JournalRecord taken, InboxEvent told, CancellationToken stopping)
    {
        var (happened, now) = (told.Event, time.GetUtcNow());
        if (told.Failures.Count == 0)
        {
            WebhookLog.Handled(_logger, happened.Id, happened.Kind, happened.Account, happened.OrderId);
            instruments.EventHandled(happened.Provider, happened.Account, now - happened.ReceivedAt);
            return await due.WriteAsync(taken, InboxRecord.Done, told.Write(), null).ConfigureAwait(false);
        }

        if (stopping.IsCancellationRequested)
        {
            // It is the application that stopped, not the handler that failed.
            _ = await due.WriteAsync(taken, InboxRecord.Open, (told with { Tries = told.Tries - 1 }).Write(), now).ConfigureAwait(false);
            return false;
        }

        if (told.Tries < options.MaxTries)
        {
            _ = await due.WriteAsync(taken, InboxRecord.Open, told.Write(), now + waits.After(told.Tries)).ConfigureAwait(false);
            return false;
        }

        WebhookLog.Parked(_logger, "Event", happened.Id, happened.Account, told.Tries);
        return await due.WriteAsync(taken, InboxRecord.Parked, told.Write(), null).ConfigureAwait(false);
    }

    private void LogFailure(InboxEvent kept, string name, string failure, CancellationToken stopping)
    {
        if (!stopping.IsCancellationRequested)
        {
            WebhookLog.HandlerFailed(_logger, name, kept.Event.Id, kept.Event.Kind, kept.Event.Account, failure, kept.Tries + 1);
        }
    }

    private async ValueTask<GiftCardEvent> NamedAsync(GiftCardEvent happened) =>
        happened is { Reference: null, OrderId: { } orderId }
            ? happened with
            {
                Reference = await orders.ReferenceOfAsync(happened.Account, orderId).ConfigureAwait(false),
            }
            : happened;

    /// <summary>Whether it speaks of an order whose answer may still be on its way here.</summary>
    private bool IsAhead(InboxEvent kept) =>
        kept is { Tries: 0, Event: { OrderId: not null, Reference: null } } && time.GetUtcNow() - kept.Event.ReceivedAt < AnswerPatience;
}
