namespace GiftCardSdk.Giftronaut;

/// <summary>The prepaid balance in neutral words. Its "pending" is money that orders under way have taken: never spendable, and never on its way in.</summary>
internal static class GiftronautBalances
{
    public static IReadOnlyList<Balance> Of(GiftronautBalance balance, GiftronautSettings settings) =>
        Of(balance.AvailableBalance) is { } available
            ? [new() { Available = available, Reserved = Of(balance.PendingBalance) }]
            : throw settings.Unexpected(
                "Giftronaut shows a balance in a currency that has not three letters; IGiftronautApi.GetBalanceAsync shows it as it is.",
                GiftronautOperationNames.GetBalance
            );

    /// <summary>A plain number is in US dollars, the one currency that can be funded.</summary>
    private static Money? Of(GiftronautMoney? money) => Money.OrNull(money?.Amount, money?.Currency ?? GiftronautAmounts.Dollars);
}
