using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Ordering.Limits;

/// <summary>Which limits an order has to keep, and in which books it counts.</summary>
internal static class SpendingRules
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Refuses what no other order has to do with: a currency that may not be spent, an amount that is too large by itself or not known.</summary>
    /// <exception cref="GiftCardException">The order can never be sent under these limits.</exception>
    public static void EnsureOrderFits(Account account, OrderReference reference, SpendingLimits limits, IReadOnlyList<Spending> parts)
    {
        if (parts.Count == 0)
        {
            throw SpendingErrors.AmountUnknown(account, reference);
        }

        foreach (var total in TotalsOf(parts))
        {
            if (!AccountLimits.Name(limits, total.Currency))
            {
                throw SpendingErrors.CurrencyNotNamed(account, reference, total);
            }

            if (AccountLimits.Find(limits.PerOrder, total.Currency) is { } most && total > most)
            {
                throw SpendingErrors.OrderTooLarge(account, reference, total, most);
            }
        }
    }

    /// <summary>The books in which an order counts, how much, and what each may hold. Recipients come first: a full account is the rarer refusal.</summary>
    public static IEnumerable<(SpendingScope Scope, Money Amount, IReadOnlyList<SpendingWindow> Windows)> Of(
        OrderIdentity identity,
        SpendingLimits limits,
        IReadOnlyList<Spending> parts
    )
    {
        foreach (var (recipient, amount) in ByRecipient(parts))
        {
            if (AccountLimits.Find(limits.PerRecipientPerDay, amount.Currency) is { } most)
            {
                yield return (
                    SpendingScope.OfRecipient(identity, amount.Currency, recipient),
                    amount,
                    [new(SpendingBook.Day, most.Amount, nameof(limits.PerRecipientPerDay))]
                );
            }
        }

        foreach (var total in TotalsOf(parts))
        {
            SpendingWindow[] windows =
            [
                .. WindowOf(Hour, limits.PerHour, nameof(limits.PerHour), total.Currency),
                .. WindowOf(SpendingBook.Day, limits.PerDay, nameof(limits.PerDay), total.Currency),
            ];
            if (windows.Length > 0)
            {
                yield return (SpendingScope.OfAccount(identity, total.Currency), total, windows);
            }
        }
    }

    /// <summary>Every book that an order of the journal may stand in.</summary>
    public static IEnumerable<SpendingScope> ScopesOf(JournalEntry entry) => AmountsOf(entry).Select(amount => amount.Scope);

    /// <summary>Every book that an order of the journal may stand in, and what it counts at its face value.</summary>
    public static IEnumerable<(SpendingScope Scope, decimal Amount)> AmountsOf(JournalEntry entry)
    {
        Spending[] parts = [.. entry.Lines.Select(static line => new Spending(line.FaceValue * line.Quantity, line.RecipientHash))];
        return ByRecipient(parts)
            .Select(part => (SpendingScope.OfRecipient(entry.Identity, part.Amount.Currency, part.Recipient), part.Amount.Amount))
            .Concat(TotalsOf(parts).Select(total => (SpendingScope.OfAccount(entry.Identity, total.Currency), total.Amount)));
    }

    private static IEnumerable<SpendingWindow> WindowOf(TimeSpan length, IReadOnlyList<Money> amounts, string setting, string currency)
    {
        if (AccountLimits.Find(amounts, currency) is { } most)
        {
            yield return new(length, most.Amount, setting);
        }
    }

    private static IEnumerable<Money> TotalsOf(IReadOnlyList<Spending> parts) =>
        parts.GroupBy(part => part.Amount.Currency, part => part.Amount, StringComparer.Ordinal).Select(Sum);

    private static IEnumerable<(string Recipient, Money Amount)> ByRecipient(IReadOnlyList<Spending> parts) =>
        parts
            .Where(part => part.RecipientHash is not null)
            .GroupBy(part => (part.RecipientHash, part.Amount.Currency), part => part.Amount)
            .Select(part => (part.Key.RecipientHash!, Sum(part)));

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(static (sum, next) => sum + next);
}
