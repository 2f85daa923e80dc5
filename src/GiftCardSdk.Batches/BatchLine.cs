namespace GiftCardSdk.Batches;

/// <summary>One line of a batch: an order with a reference of its own.</summary>
/// <param name="Request">The order. Its reference must be the same whenever the list is read again: it is what keeps the line from being bought twice.</param>
/// <param name="Account">The name of the account that buys it; null for <see cref="BatchOptions.Account"/>.</param>
public sealed record BatchLine(OrderRequest Request, string? Account = null);
