namespace GiftCardSdk.Giftbit;

/// <summary>What an order costs, read off its rows; unknown rather than guessed.</summary>
internal static class GiftbitCosts
{
    /// <summary>The sum of all rows with their tax; null if there is no row, or they are in several currencies.</summary>
    public static Money? Total(GiftbitFees? fees)
    {
        Money? total = null;
        foreach (var row in Rows(fees))
        {
            if (CostOf(row) is not { } cost || (total is { } other && other.Currency != cost.Currency))
            {
                return null;
            }

            total = total is { } sum ? sum + cost : cost;
        }

        return total;
    }

    /// <summary>What comes on top of the face value; rows of nothing are left out.</summary>
    public static IReadOnlyList<OrderFee> Fees(GiftbitFees? fees)
    {
        List<OrderFee>? found = null;
        foreach (var row in Rows(fees))
        {
            if (IsOnTop(row) && Fee(row) is { } fee)
            {
                (found ??= []).Add(fee);
            }
        }

        return found ?? (IReadOnlyList<OrderFee>)[];
    }

    /// <summary>The row of the face value.</summary>
    public static GiftbitCostEntry? FaceValueRow(GiftbitFees? fees)
    {
        foreach (var row in Rows(fees))
        {
            if (IsFaceValue(row))
            {
                return row;
            }
        }

        return null;
    }

    private static IReadOnlyList<GiftbitCostEntry> Rows(GiftbitFees? fees) => fees?.CostEntries.WithoutNulls() ?? [];

    private static bool IsFaceValue(GiftbitCostEntry row) => row.FeeType == GiftbitWords.FeeType.PrefundGiftCost;

    private static bool IsOnTop(GiftbitCostEntry row) =>
        !IsFaceValue(row) && (row.AmountInCents is not (null or 0) || row.TaxInCents is not (null or 0));

    private static Money? CostOf(GiftbitCostEntry row) =>
        GiftbitMoney.OrNull(row.AmountInCents, row.Currency) + GiftbitMoney.OrNull(row.TaxInCents ?? 0, row.Currency);

    private static OrderFee? Fee(GiftbitCostEntry row) =>
        GiftbitMoney.OrNull(row.AmountInCents ?? 0, row.Currency) is { } amount
            ? new OrderFee(
                string.IsNullOrWhiteSpace(row.FeeType) ? "unknown" : row.FeeType,
                amount,
                GiftbitMoney.OrNull(row.TaxInCents, row.Currency)
            )
            : null;
}
