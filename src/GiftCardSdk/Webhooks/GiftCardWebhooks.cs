using GiftCardSdk.Ordering;

namespace GiftCardSdk.Webhooks;

/// <summary>The inbox as an application uses it.</summary>
internal sealed class GiftCardWebhooks(
    WebhookReceiver receiver,
    HintFollower hints,
    EventDispatcher dispatcher,
    StatusPoller poller,
    EventInbox inbox
) : IGiftCardWebhooks
{
    public Task<WebhookAnswer> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return receiver.ReceiveAsync(request, cancellationToken);
    }

    public async Task<int> DispatchAsync(CancellationToken cancellationToken = default) =>
        await JournalAccess
            .AskAsync(
                async () =>
                    // What is read back first becomes due in the same pass.
                    await hints.RunAsync(cancellationToken).ConfigureAwait(false)
                    + await dispatcher.RunAsync(cancellationToken).ConfigureAwait(false),
                cancellationToken
            )
            .ConfigureAwait(false);

    public async Task<int> PollAsync(CancellationToken cancellationToken = default) =>
        await JournalAccess.AskAsync(() => poller.RunAsync(cancellationToken), cancellationToken).ConfigureAwait(false);

    public IAsyncEnumerable<ParkedEvent> ListParkedAsync(CancellationToken cancellationToken = default) =>
        inbox.ListParkedAsync(cancellationToken);

    public async Task<bool> RedeliverAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return await JournalAccess.AskAsync(() => inbox.RedeliverAsync(id, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> DropAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return await JournalAccess.AskAsync(() => inbox.DropAsync(id, cancellationToken), cancellationToken).ConfigureAwait(false);
    }
}
