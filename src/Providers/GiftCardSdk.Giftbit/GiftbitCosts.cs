namespace GiftCardSdk.Giftbit;

/// <summary>What an order costs, read off its rows; unknown rather than guessed.</summary>
internal static class GiftbitCosts
{
    /// <summary>The sum of all rows with their tax; null if there is no row, or they are in several currencies.</summary>
    public static Money? Total(GiftbitFees? fees)
    {
        GiftbitCostEntry[] rows = [.. Rows(fees)];
        Money?[] amounts =
        [
            .. rows.Select(row =>
                GiftbitMoney.OrNull(row.AmountInCents, row.Currency) + GiftbitMoney.OrNull(row.TaxInCents ?? 0, row.Currency)
            ),
        ];
        return amounts is [{ } first, ..] && amounts.All(amount => amount?.Currency == first.Currency)
            ? amounts.OfType<Money>().Aggregate((sum, amount) => sum + amount)
            : null;
    }

    /// <summary>What comes on top of the face value; rows of nothing are left out.</summary>
    public static IReadOnlyList<OrderFee> Fees(GiftbitFees? fees) =>
        [
            .. Rows(fees)
                .Where(row => row.FeeType != GiftbitWords.FeeType.PrefundGiftCost)
                .Where(row => row.AmountInCents is not (null or 0) || row.TaxInCents is not (null or 0))
                .Select(Fee)
                .OfType<OrderFee>(),
        ];

    /// <summary>The row of the face value.</summary>
    public static GiftbitCostEntry? FaceValueRow(GiftbitFees? fees) =>
        Rows(fees).FirstOrDefault(row => row.FeeType == GiftbitWords.FeeType.PrefundGiftCost);

    private static IEnumerable<GiftbitCostEntry> Rows(GiftbitFees? fees) => fees?.CostEntries.WithoutNulls() ?? [];

    private static OrderFee? Fee(GiftbitCostEntry row) =>
        GiftbitMoney.OrNull(row.AmountInCents ?? 0, row.Currency) is { } amount
            ? new OrderFee(
                string.IsNullOrWhiteSpace(row.FeeType) ? "unknown" : row.FeeType,
                amount,
                GiftbitMoney.OrNull(row.TaxInCents, row.Currency)
            )
            : null;
}
