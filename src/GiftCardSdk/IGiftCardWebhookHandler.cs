namespace GiftCardSdk;

/// <summary>
/// Is told what happens at the providers, whether a webhook said it or the order was looked at. Register as many as are wanted, with any lifetime:
/// <c>services.AddScoped&lt;IGiftCardWebhookHandler, MarkDelivered&gt;()</c>.
/// </summary>
public interface IGiftCardWebhookHandler
{
    /// <summary>
    /// By which the inbox remembers that this handler is done with an event; two handlers need two names. The type's full name, unless another
    /// is given: a handler that is renamed without keeping its name is told again what waits just then.
    /// </summary>
    string Name => GetType().FullName!;

    /// <summary>
    /// Does what the application does about an event. Called at least once an event: a crash, or a handler that takes too long, can make it come
    /// again, so take <see cref="GiftCardEvent.Id"/> as the key of what is done. Events come in no certain order, several at a time.
    /// </summary>
    /// <param name="giftCardEvent">What happened.</param>
    /// <param name="cancellationToken">Fires when the application stops, and after <see cref="GiftCardEventOptions.HandlerTimeout"/>.</param>
    /// <returns>When it is done. What it throws is logged by its type; this handler is called again later, and no other one because of it.</returns>
    ValueTask HandleAsync(GiftCardEvent giftCardEvent, CancellationToken cancellationToken = default);
}
