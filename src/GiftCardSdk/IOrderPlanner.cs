namespace GiftCardSdk;

/// <summary>
/// Buys one order from whichever account sells it cheapest, and at most once over all of them. From the container. Safe for use by many callers at
/// once, in several processes on one journal.
/// </summary>
/// <remarks>
/// Which account a reference went to is written down before anything is sent. The next account is tried only if nothing was bought at the one
/// before, for certain, and once that one can buy nothing under the reference any more: the journal says so in the order's own entry there.
/// An end that is not known stays with its account.
/// </remarks>
public interface IOrderPlanner
{
    /// <summary>Which accounts could buy it now, the cheapest first. Asks the catalogs, and writes nothing down.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>At most one proposal an account, unknown costs last; empty if no account can.</returns>
    /// <exception cref="ArgumentException">Something is missing, or the accounts are partly of the sandbox and partly of production.</exception>
    Task<IReadOnlyList<OrderProposal>> ProposeAsync(PlanRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Places the order at the cheapest account, or at the next one while it is proved that nothing was bought. The same reference always comes back
    /// to the account where something may exist: after a restart, after other prices, and whatever <see cref="PlanRequest.Accounts"/> says then.
    /// </summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellationToken">Stops the waiting, never a purchase.</param>
    /// <returns>The order, the account, and what became of the accounts before it.</returns>
    /// <exception cref="ArgumentException">Something is missing, or the accounts are partly of the sandbox and partly of production.</exception>
    /// <exception cref="OrderOutcomeUnknownException">It could not be found out whether an account bought it. Place the same reference again later; no other account is tried.</exception>
    /// <exception cref="GiftCardException">No account could buy it; <see cref="GiftCardException.Outcome"/> says whether something may exist.</exception>
    Task<PlannedOrder> PlaceAsync(PlanRequest request, CancellationToken cancellationToken = default);
}
