namespace GiftCardSdk.Conformance.Running;

/// <summary>The reads that an account can do, and those that it cannot.</summary>
internal static class RoleCalls
{
    /// <summary>Longer than any test.</summary>
    private static TimePeriod AllTime { get; } = new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));

    public static IEnumerable<(string Role, Func<IGiftCardAccount, CancellationToken, Task> Read)> Reads(
        IGiftCardAccount account,
        Order placed
    )
    {
        if (account.Capabilities.Supports(GiftCardFeature.Catalog))
        {
            yield return (
                "Catalog.ListAsync",
                static (account, token) => account.Catalog.ListAsync(null, token).CountAsync(token).AsTask()
            );
            yield return ("Catalog.GetAsync", (account, token) => account.Catalog.GetAsync(placed.Lines[0].ProductId, token));
        }

        if (account.Capabilities.Supports(GiftCardFeature.Status))
        {
            yield return ("Status.GetAsync", (account, token) => account.Status.GetAsync(placed.Id, RewardDetail.Secrets, token));
        }

        if (account.Capabilities.Supports(GiftCardFeature.ListOrders))
        {
            yield return (
                "Status.ListAsync",
                static (account, token) => account.Status.ListAsync(AllTime, token).CountAsync(token).AsTask()
            );
        }

        if (account.Capabilities.Supports(GiftCardFeature.ListMovements))
        {
            yield return (
                "Balances.ListMovementsAsync",
                static (account, token) => account.Balances.ListMovementsAsync(AllTime, token).CountAsync(token).AsTask()
            );
        }

        if (account.Capabilities.Supports(GiftCardFeature.Balances))
        {
            yield return ("Balances.ListAsync", static (account, token) => account.Balances.ListAsync(token));
        }
    }

    public static IEnumerable<(string What, Func<Task> Call)> Missing(IGiftCardAccount account)
    {
        (GiftCardFeature Feature, string What, Func<Task> Call)[] all =
        [
            (GiftCardFeature.Catalog, "Catalog.ListAsync", () => account.Catalog.ListAsync().CountAsync().AsTask()),
            (GiftCardFeature.Balances, "Balances.ListAsync", () => account.Balances.ListAsync()),
            (GiftCardFeature.Status, "Status.GetAsync", () => account.Status.GetAsync("an-order")),
            (GiftCardFeature.FindByReference, "Status.FindAsync", () => account.Status.FindAsync("a-reference")),
            (GiftCardFeature.ListOrders, "Status.ListAsync", () => account.Status.ListAsync(AllTime).CountAsync().AsTask()),
            (
                GiftCardFeature.ListMovements,
                "Balances.ListMovementsAsync",
                () => account.Balances.ListMovementsAsync(AllTime).CountAsync().AsTask()
            ),
            (GiftCardFeature.Resend, "Orders.ResendAsync", () => account.Orders.ResendAsync("an-order")),
            (GiftCardFeature.CancelReward, "Orders.CancelAsync of a reward", () => account.Orders.CancelAsync("an-order", "a-reward")),
            // Where cards can be taken back, an order of one card can.
            .. account.Capabilities.Supports(GiftCardFeature.CancelReward)
                ? Array.Empty<(GiftCardFeature, string, Func<Task>)>()
                : [(GiftCardFeature.CancelOrder, "Orders.CancelAsync of an order", () => account.Orders.CancelAsync("an-order"))],
        ];
        return all.Where(call => !account.Capabilities.Supports(call.Feature)).Select(call => (call.What, call.Call));
    }
}
