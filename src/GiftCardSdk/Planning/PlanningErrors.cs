using System.Globalization;

namespace GiftCardSdk.Planning;

/// <summary>The planner's own exceptions. Each says what may exist, and what to do next.</summary>
internal static class PlanningErrors
{
    public static GiftCardException NobodySells(OrderReference reference, IReadOnlyList<string> reasons) =>
        new(
            $"No account can buy the order '{reference}' as it is wanted; nothing was sent.{List(reasons)}",
            GiftCardErrorCode.ProductUnavailable,
            GiftCardOutcome.NothingCreated
        )
        {
            Reference = reference,
        };

    /// <summary>The last account's refusal, with what the others said before.</summary>
    public static GiftCardException NobodyLeft(OrderReference reference, IReadOnlyList<LeftAccount> left)
    {
        var last = left[^1].Refusal;
        return left.Count == 1
            ? last
            : last.Restate(
                $"No account could buy the order '{reference}'; nothing was bought anywhere.{List([.. left.Select(account => $"{account.Account}: {account.Refusal.Message}")])}",
                last.Code,
                GiftCardOutcome.NothingCreated
            );
    }

    public static GiftCardException NotConfigured(OrderReference reference, Plan plan) =>
        new(
            $"The order '{reference}' went to the account '{plan.JournalId}' of {plan.Provider}, which is not configured here, so that nothing can be said of it. Configure it, under another name with that JournalId; nothing was sent by this call.",
            GiftCardErrorCode.OutcomeUnknown,
            GiftCardOutcome.MayExist
        )
        {
            Provider = plan.Provider,
            Account = plan.JournalId,
            Reference = reference,
        };

    public static GiftCardException OnlyATombstone(OrderReference reference, JournalEntry entry) =>
        new(
            $"The journal knows the order '{reference}' at the account '{entry.Identity.Account}' of {entry.Identity.Provider}, and no plan says as what it went there. Place it at that account by hand; nothing was sent by this call.",
            GiftCardErrorCode.Conflict,
            GiftCardOutcome.MayExist
        )
        {
            Provider = entry.Identity.Provider,
            Account = entry.Identity.Account,
            Reference = reference,
        };

    public static GiftCardException JournalHasGap(OrderReference reference, JournalGap gap) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The journal has lost what was sent between {gap.From:u} and {gap.To:u}, so that the order '{reference}' may have been bought at any account. Nothing was sent by this call. Compare that time with the providers' portals and call {nameof(IGiftCardJournal)}.{nameof(IGiftCardJournal.CloseGapAsync)}, or place it by hand at the account that it went to."
            ),
            GiftCardErrorCode.OutcomeUnknown,
            GiftCardOutcome.MayExist
        )
        {
            Reference = reference,
        };

    private static string List(IReadOnlyList<string> lines) => string.Concat(lines.Select(line => "\n- " + line));
}
