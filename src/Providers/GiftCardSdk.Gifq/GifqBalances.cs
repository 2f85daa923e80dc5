namespace GiftCardSdk.Gifq;

/// <summary>GIFQ's balances in neutral words. An order in one currency can be paid from the balance in another.</summary>
internal static class GifqBalances
{
    public static IReadOnlyList<Balance> Of(IReadOnlyList<GifqBalance> balances, GifqSettings settings) =>
        [.. balances.Select(balance => Of(balance, settings))];

    private static Balance Of(GifqBalance balance, GifqSettings settings) =>
        GifqMoney.OrNull(balance.Amount, balance.Currency) is { } available
            ? new Balance { Available = available }
            : throw settings.Unexpected(
                $"GIFQ shows a balance in '{balance.Currency}', which is no currency of three letters; IGifqApi.ListBalancesAsync shows it as it is.",
                GifqOperations.ListBalances.Name
            );
}
