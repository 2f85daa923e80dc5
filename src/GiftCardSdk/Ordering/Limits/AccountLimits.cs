namespace GiftCardSdk.Ordering.Limits;

/// <summary>The limits of one account, as they were registered.</summary>
/// <param name="Account">The name of the account.</param>
/// <param name="Limits">Its limits.</param>
internal sealed record AccountLimits(string Account, SpendingLimits Limits)
{
    /// <summary>The limits of an account, after a check.</summary>
    /// <exception cref="ArgumentException">An amount is not payable or not more than zero, a currency stands twice in one limit, or nothing is limited.</exception>
    public static AccountLimits Checked(string account, SpendingLimits limits)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        ArgumentNullException.ThrowIfNull(limits);
        Check(nameof(limits.PerOrder), limits.PerOrder);
        Check(nameof(limits.PerHour), limits.PerHour);
        Check(nameof(limits.PerDay), limits.PerDay);
        Check(nameof(limits.PerRecipientPerDay), limits.PerRecipientPerDay);
        return AllOf(limits).Any()
            ? new(account, limits)
            : throw new ArgumentException($"The limits of the account '{account}' name no amount; give at least one.", nameof(limits));
    }

    /// <summary>Whether any of the limits names a currency; what none names is not spent.</summary>
    public static bool Name(SpendingLimits limits, string currency) => AllOf(limits).Any(limit => limit.Currency == currency);

    /// <summary>The amount of a currency; null if it has none.</summary>
    public static Money? Find(IReadOnlyList<Money> amounts, string currency)
    {
        for (var i = 0; i < amounts.Count; i++)
        {
            if (amounts[i].Currency == currency)
            {
                return amounts[i];
            }
        }

        return null;
    }

    private static IEnumerable<Money> AllOf(SpendingLimits limits) =>
        limits.PerOrder.Concat(limits.PerHour).Concat(limits.PerDay).Concat(limits.PerRecipientPerDay);

    private static void Check(string limit, IReadOnlyList<Money> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts, limit);
        foreach (var amount in amounts)
        {
            if (amount.Amount <= 0 || !amount.IsPayable)
            {
                throw new ArgumentException(
                    $"{limit} is {amount}; an amount of more than zero with at most {amount.Exponent} decimal places is expected.",
                    limit
                );
            }

            if (amounts.Count(other => other.Currency == amount.Currency) > 1)
            {
                throw new ArgumentException($"{limit} names {amount.Currency} more than once; one amount a currency is expected.", limit);
            }
        }
    }
}
