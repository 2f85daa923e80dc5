using System.Globalization;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Journal;

namespace GiftCardSdk.Ordering.Limits;

/// <summary>The refusals of limits. Each names the setting and the amounts, never a recipient.</summary>
internal static class SpendingErrors
{
    public static InvalidOperationException NotShared(Account account) =>
        new(
            $"The account '{account.Name}' has spending limits, and the order journal is shared with other processes and keeps no records, so that each process would count for itself: give the journal {nameof(IOrderJournal)}.{nameof(IOrderJournal.Records)}, or register {nameof(IJournalRecords)} that all of them share."
        );

    public static GiftCardException Refused(
        Account account,
        OrderReference reference,
        SpendingWindow limit,
        Money amount,
        SpendingAnswer answer
    ) =>
        Limit(
            account,
            reference,
            $"{limit.Setting} is {Money.Of(limit.Most, amount.Currency)}, of which {Money.Of(answer.Spent, amount.Currency)} are spent, and it counts {amount}. {Advice(answer.FitsAfter)}",
            answer.FitsAfter
        );

    public static GiftCardException OrderTooLarge(Account account, OrderReference reference, Money total, Money most) =>
        Limit(account, reference, $"{nameof(SpendingLimits.PerOrder)} is {most}, and it counts {total}. Raise the limit, or order less.");

    public static GiftCardException CurrencyNotNamed(Account account, OrderReference reference, Money total) =>
        Limit(
            account,
            reference,
            $"it counts {total}, and none of the limits names {total.Currency}: what no limit names is not spent. Give a limit in {total.Currency} as well."
        );

    public static GiftCardException AmountUnknown(Account account, OrderReference reference) =>
        Limit(account, reference, "how much it moves is not known beforehand, so that no limit could be held.");

    /// <summary>Limits that cannot be read or written are kept by sending nothing.</summary>
    public static GiftCardException Unavailable(Exception failure) =>
        new(
            $"What the account has spent could not be written beside the order journal, so this call has sent nothing: {(failure is OrderJournalException known ? known.Message : failure.GetType().Name + ".")} Place the same reference again once the journal works.",
            GiftCardErrorCode.JournalUnavailable,
            GiftCardOutcome.NothingCreated,
            failure
        )
        {
            IsTransient = true,
        };

    private static GiftCardException Limit(Account account, OrderReference reference, string why, TimeSpan? fitsAfter = null) =>
        new(
            $"The order '{reference}' was not sent, by the spending limits of the account '{account.Name}': {why}",
            GiftCardErrorCode.SpendingLimit,
            GiftCardOutcome.NothingCreated
        )
        {
            Provider = account.Provider,
            Account = account.Name,
            Reference = reference,
            IsTransient = fitsAfter is not null,
            RetryAfter = fitsAfter,
        };

    private static string Advice(TimeSpan? fitsAfter) =>
        fitsAfter is { } wait
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"It fits in {(wait.TotalMinutes < 90 ? $"{Math.Ceiling(wait.TotalMinutes)} minutes" : $"{Math.Ceiling(wait.TotalHours)} hours")} if nothing else is bought: place the same reference again then."
            )
            : "It can never fit: raise the limit, or order less.";
}
