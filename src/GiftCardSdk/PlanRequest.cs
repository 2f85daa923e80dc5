namespace GiftCardSdk;

/// <summary>What a planner is to buy, without saying from whom.</summary>
public sealed record PlanRequest
{
    /// <summary>The caller's own id: one order over all accounts, forever. Not to be placed at an account by hand as well.</summary>
    public required OrderReference Reference { get; init; }

    /// <summary>
    /// Which product; <see cref="CatalogQuery.FaceValue"/> and <see cref="CatalogQuery.Delivery"/> must be set, and the rest as narrow as it takes for
    /// every product that matches to be as good as any other.
    /// </summary>
    public required CatalogQuery Product { get; init; }

    /// <summary>
    /// Makes the order for an account, such as <c>proposal => proposal.ToRequest(reference)</c>; null where that account is not wanted. The same
    /// proposal must give the same order whenever it is asked for: it is asked again after a restart.
    /// </summary>
    public required Func<OrderProposal, OrderRequest?> Order { get; init; }

    /// <summary>Whether an account's product is read afresh before the order is sent there (<see cref="IGiftCardOrders.PlaceCheckedAsync"/>). Default false.</summary>
    public bool ChecksProducts { get; init; }

    /// <summary>The names of the accounts to choose from; null for all. All must be of one environment.</summary>
    public IReadOnlyCollection<string>? Accounts { get; init; }
}
