namespace GiftCardSdk;

/// <summary>
/// What became of orders and cards, for support and for reports. The journal is always asked; what was seen of an order since it was bought is there
/// from the moment on that <c>KeepOrderHistory()</c> is called on the builder. No provider is asked here.
/// </summary>
public interface IGiftCardHistory
{
    /// <summary>Whether what is seen of orders is kept. Where not, answers hold the journal's entry alone.</summary>
    bool IsKept { get; }

    /// <summary>What became of an order: one call for "what became of this card?".</summary>
    /// <param name="account">The name of the account; it must be configured.</param>
    /// <param name="reference">The caller's own id of the order.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The history; null if the journal does not know the order.</returns>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    /// <exception cref="GiftCardException">The journal cannot be read.</exception>
    Task<OrderHistory?> FindAsync(string account, OrderReference reference, CancellationToken cancellationToken = default);

    /// <summary>What became of an order, by the provider's id.</summary>
    /// <param name="account">The name of the account; it must be configured.</param>
    /// <param name="orderId">The provider's id (<see cref="Order.Id"/>).</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The history; null if the journal has no order with this id.</returns>
    /// <exception cref="ArgumentException">There is no such account, or <paramref name="orderId"/> is blank.</exception>
    /// <exception cref="GiftCardException">The journal cannot be read.</exception>
    Task<OrderHistory?> FindByOrderIdAsync(string account, string orderId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Streams the orders of a recipient, of all accounts: those that are open, and those that were bought while history was kept. The recipient is
    /// known by a keyed hash alone, so the contact must be given as it was ordered: the same e-mail address, telephone number and postal address
    /// together; capital letters and stray blanks do not count.
    /// </summary>
    /// <param name="recipient">E-mail address, telephone number and postal address, as far as the orders named them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The histories, none twice.</returns>
    /// <exception cref="ArgumentException">The recipient has neither e-mail address nor telephone number nor postal address.</exception>
    /// <exception cref="InvalidOperationException">No history is kept.</exception>
    /// <exception cref="GiftCardException">The journal cannot be read.</exception>
    IAsyncEnumerable<OrderHistory> FindByRecipientAsync(Recipient recipient, CancellationToken cancellationToken = default);

    /// <summary>Streams orders with what became of them, oldest first: the source of reports. Orders that were purged are among them, without their details.</summary>
    /// <param name="query">Which orders; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The histories; those of orders that are placed while it runs may or may not be among them.</returns>
    /// <exception cref="ArgumentException">The query names an account that is not configured.</exception>
    /// <exception cref="GiftCardException">The journal cannot be read.</exception>
    IAsyncEnumerable<OrderHistory> ListAsync(HistoryQuery? query = null, CancellationToken cancellationToken = default);
}

/// <summary>Which orders are wanted. All that is set must match.</summary>
public sealed record HistoryQuery
{
    /// <summary>The name of an account; null for all.</summary>
    public string? Account { get; init; }

    /// <summary>When they were first placed, by the clock of the machine that placed them; null for any time.</summary>
    public TimePeriod? Placed { get; init; }
}
