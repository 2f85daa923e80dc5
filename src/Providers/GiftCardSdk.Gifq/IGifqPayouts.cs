namespace GiftCardSdk.Gifq;

/// <summary>
/// Sends batches of payouts exactly once, through the same journal as orders. From <c>account.GetService&lt;IGifqPayouts&gt;()</c>. Safe for use
/// by many callers at once.
/// </summary>
public interface IGifqPayouts
{
    /// <summary>
    /// Sends a batch of up to 1,000 recipients, once for each reference. GIFQ takes no key with it, so a lost answer is looked up by campaign,
    /// currency, number, total, time and every recipient, and never sent again: what cannot be found stays unknown, and after ten minutes a
    /// person has to look in GIFQ's dashboard.
    /// </summary>
    /// <param name="reference">The caller's own id of the batch; the same reference is the same batch forever. Not shared with orders.</param>
    /// <param name="payoutOrder">The batch; its campaign must be active. A retry may change names, days and the address of webhooks; the first batch stands.</param>
    /// <param name="cancellationToken">Stops the waiting, never a batch that was handed over.</param>
    /// <returns>The batch as GIFQ queued it. Its e-mails go out later: read <see cref="IGifqApi.ListPayoutsAsync"/>.</returns>
    /// <exception cref="ArgumentException">The batch cannot be right; the message says what would be, without anybody's address.</exception>
    /// <exception cref="OrderOutcomeUnknownException">It could not be found out whether GIFQ took it. Dispatch the same reference again later.</exception>
    /// <exception cref="GiftCardException">GIFQ refused it whole, or the reference stands for another batch already.</exception>
    /// <exception cref="InvalidOperationException">The account is a production account and the journal is in memory: a crash would forget what was paid.</exception>
    Task<Adapters.OperationResult<GifqPayoutOrder>> DispatchAsync(
        OrderReference reference,
        GifqNewPayoutOrder payoutOrder,
        CancellationToken cancellationToken = default
    );
}
