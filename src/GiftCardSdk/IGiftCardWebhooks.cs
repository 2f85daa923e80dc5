namespace GiftCardSdk;

/// <summary>
/// What the providers tell, and what their orders show: received, kept in the inbox beside the orders, and handed to every
/// <see cref="IGiftCardWebhookHandler"/>. Safe for use by many callers at once.
/// </summary>
public interface IGiftCardWebhooks
{
    /// <summary>
    /// Takes a delivery of a webhook in: finds its account, verifies it, and writes what it says to the inbox before the answer. The endpoint of
    /// <c>GiftCardSdk.AspNetCore</c> calls it; so can any other web server.
    /// </summary>
    /// <param name="request">The delivery as it came.</param>
    /// <param name="cancellationToken">Ends the waiting; a delivery without an answer comes again.</param>
    /// <returns>What to answer. Nothing that is wrong with a delivery is thrown.</returns>
    Task<WebhookAnswer> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Hands over once what is due now, and reads back the orders that unsigned webhooks hinted at. Under a host this happens by itself; without one,
    /// or where <see cref="GiftCardEventOptions.Enabled"/> is false, call it.
    /// </summary>
    /// <param name="cancellationToken">Ends the pass; what is not done stays due.</param>
    /// <returns>How many events and hints were brought to an end.</returns>
    /// <exception cref="OrderJournalException">The inbox cannot be read.</exception>
    Task<int> DispatchAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Looks once at the orders whose time has come: those that are accepted and not final, and those that are not delivered yet. What they show
    /// becomes events. Under a host this happens by itself.
    /// </summary>
    /// <param name="cancellationToken">Ends the pass.</param>
    /// <returns>How many orders were looked at.</returns>
    /// <exception cref="OrderJournalException">The journal cannot be read.</exception>
    Task<int> PollAsync(CancellationToken cancellationToken = default);

    /// <summary>Streams the events that some handler has failed at for good, oldest first, and the hints that could not be read back.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What is parked; nothing secret is in it.</returns>
    /// <exception cref="OrderJournalException">The inbox cannot be read.</exception>
    IAsyncEnumerable<ParkedEvent> ListParkedAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes a parked event due again, with as many tries as a new one, for the handlers that are not done with it.</summary>
    /// <param name="id">The id of what is parked (<see cref="ParkedEvent.Id"/>).</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False if nothing of that id is parked.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="OrderJournalException">The inbox cannot be read or written.</exception>
    Task<bool> RedeliverAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Gives up what is parked: no handler is called for it any more. An event that is told again within
    /// <see cref="GiftCardEventOptions.KeepFor"/> is still known, and not handed over.</summary>
    /// <param name="id">The id of what is parked (<see cref="ParkedEvent.Id"/>), or of a record that the log says cannot be read.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False if nothing of that id is parked.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="OrderJournalException">The inbox cannot be read or written.</exception>
    Task<bool> DropAsync(string id, CancellationToken cancellationToken = default);
}
