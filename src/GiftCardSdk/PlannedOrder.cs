namespace GiftCardSdk;

/// <summary>An order that a planner has placed.</summary>
/// <param name="Order">The order; <see cref="Order.Account"/> names the account.</param>
/// <param name="Proposal">What was placed where.</param>
/// <param name="Left">The accounts that this call tried before, in order: nothing was bought at any of them.</param>
public sealed record PlannedOrder(Order Order, OrderProposal Proposal, IReadOnlyList<LeftAccount> Left);

/// <summary>An account that a planner left, since nothing was bought there.</summary>
/// <param name="Account">The name of the account.</param>
/// <param name="Refusal">Why.</param>
public sealed record LeftAccount(string Account, GiftCardException Refusal);
