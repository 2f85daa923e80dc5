namespace GiftCardSdk.Huuray;

/// <summary>Huuray's balances in neutral words. An order in one currency may be paid from a master currency, which is inferred.</summary>
internal static class HuurayBalances
{
    public static IReadOnlyList<Balance> Of(HuurayBalanceList list, HuuraySettings settings) =>
        [.. list.Balances.Select(balance => Of(balance, settings))];

    private static Balance Of(HuurayBalance balance, HuuraySettings settings) =>
        settings.Money.OrNull(balance.Balance, balance.Currency) is { } available
            ? new Balance { Available = available }
            : throw settings.Unexpected(
                $"Huuray shows a balance in '{balance.Currency}', which is no currency of three letters; IHuurayApi.GetBalancesAsync shows it as it is.",
                HuurayOperations.GetBalances.Name
            );
}
