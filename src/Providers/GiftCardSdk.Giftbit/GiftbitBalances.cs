namespace GiftCardSdk.Giftbit;

/// <summary>Giftbit's balances in neutral words. Its "pending" is money on the way in.</summary>
internal static class GiftbitBalances
{
    public static IReadOnlyList<Balance> Of(GiftbitFunds funds, GiftbitSettings settings) =>
        [.. funds.FundsByCurrency.Select(fund => Of(fund.Key, fund.Value, settings))];

    private static Balance Of(string currency, GiftbitFund? fund, GiftbitSettings settings) =>
        GiftbitMoney.OrNull(fund?.AvailableInCents, currency) is { } available
            ? new Balance
            {
                Available = available,
                Incoming = GiftbitMoney.OrNull(fund?.PendingInCents, currency),
                Reserved = GiftbitMoney.OrNull(fund?.ReservedInCents, currency),
            }
            : throw new GiftCardException(
                $"Giftbit shows a balance in '{currency}' that is not an amount in a currency of three letters; IGiftbitApi.GetFundsAsync shows it as it is.",
                GiftCardErrorCode.UnexpectedResponse,
                GiftCardOutcome.NotAnOrder
            )
            {
                Provider = GiftbitDefaults.Provider,
                Account = settings.AccountName,
                Operation = GiftbitOperations.GetFunds.Name,
            };
}
