using System.Globalization;
using System.Runtime.ExceptionServices;
using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Ordering;

/// <summary>The exceptions of the protocol. Each names reference, key, account and provider, and says what to do next.</summary>
internal static class OrderingErrors
{
    public static GiftCardException InvalidRequest(Account account, OrderReference reference, IReadOnlyList<string> mistakes) =>
        new(
            $"The order '{reference}' was not sent; with the account '{account.Name}' ({account.Provider}) it needs a change:{List(mistakes)}",
            GiftCardErrorCode.InvalidRequest,
            GiftCardOutcome.NothingCreated
        )
        {
            Provider = account.Provider,
            Account = account.Name,
            Reference = reference,
        };

    /// <summary>The products are not sold as the order asks for them.</summary>
    public static GiftCardException NotOffered(Account account, OrderReference reference, IReadOnlyList<string> misfits) =>
        new(
            $"The order '{reference}' was not sent; the account '{account.Name}' ({account.Provider}) does not sell that now:{List(misfits)}",
            GiftCardErrorCode.ProductUnavailable,
            GiftCardOutcome.NothingCreated
        )
        {
            Provider = account.Provider,
            Account = account.Name,
            Reference = reference,
        };

    public static GiftCardException NoShape(Account account, OrderRequest request)
    {
        var deliveries = string.Join(", ", account.Adapter.Capabilities.Shapes.Select(shape => shape.Delivery));
        return new(
            $"The account '{account.Name}' at {account.Provider} cannot deliver by {request.Delivery}; it can by {(deliveries.Length > 0 ? deliveries : "nothing at all")}.",
            GiftCardErrorCode.NotSupported,
            GiftCardOutcome.NothingCreated
        )
        {
            Provider = account.Provider,
            Account = account.Name,
            Reference = request.Reference,
        };
    }

    /// <summary>Whoever catches it far away must know which order it was, and that cancelling takes nothing back.</summary>
    public static OperationCanceledException Cancelled<TResult>(
        OrderExecution<TResult> execution,
        Exception cancelled,
        CancellationToken cancellationToken
    )
        where TResult : class =>
        new(
            $"The waiting for the order '{execution.Operation.Identity.Reference}' at the account '{execution.Operation.Account.Name}' ({execution.Operation.Account.Provider}) was cancelled. What was sent goes on to its end, and the journal has it. Place the same reference again to learn it: that cannot buy twice.",
            cancelled,
            cancellationToken
        );

    /// <summary>Refused before an order is sent anew that is only believed not to exist.</summary>
    public static GiftCardException NotSentAnew<TResult>(OrderExecution<TResult> execution, GiftCardException refusal)
        where TResult : class => Copy(refusal, refusal.Message, GiftCardOutcome.MayExist, execution);

    public static GiftCardException OtherContent<TResult>(OrderExecution<TResult> execution)
        where TResult : class =>
        About(
            execution,
            new(
                $"The reference '{execution.Operation.Identity.Reference}' stands for another order already: products, amounts, recipients, delivery, payment currency and what the options choose must be the same. Nothing was sent. A new order needs a new reference.",
                GiftCardErrorCode.Conflict,
                GiftCardOutcome.NothingCreated
            )
        );

    /// <summary>A planner gave the reference to another account, where it may be bought: here it never is.</summary>
    public static GiftCardException Left<TResult>(OrderExecution<TResult> execution, string account)
        where TResult : class =>
        About(
            execution,
            new(
                $"The order '{execution.Operation.Identity.Reference}' has left the account '{execution.Operation.Account.Name}', where nothing was bought: a planner gave it to the account '{account}'. Nothing was sent. Place it with {nameof(IOrderPlanner)} again, which knows where it is.",
                GiftCardErrorCode.Conflict,
                GiftCardOutcome.NothingCreated
            )
        );

    /// <summary>Why nothing is proved by a look-up with credentials that the order was never sent with.</summary>
    public const string ForeignCredentialsReason =
        "the account has none of the credentials that the order was sent with, so that it may be another account of the provider's";

    /// <summary>Neither looked for nor sent: another account of the provider's would not know the order, and would sell it again.</summary>
    public static GiftCardException ForeignCredentials<TResult>(OrderExecution<TResult> execution)
        where TResult : class =>
        About(
            execution,
            new(
                $"The order '{execution.Operation.Identity.Reference}' is open, and the account '{execution.Operation.Account.Name}' has none of the credentials that it was sent with: with another account of the provider's it would seem absent, and be bought again. Nothing was sent. Configure one of the earlier credentials as well, or, if it is the same account of {execution.Operation.Identity.Provider}'s, confirm that with {nameof(IGiftCards)}.{nameof(IGiftCards.Journal)}.{nameof(IGiftCardJournal.ConfirmCredentialsAsync)}.",
                GiftCardErrorCode.Unauthorized,
                GiftCardOutcome.MayExist
            )
        );

    /// <summary>The provider answers a send with an order that was there before, and that is not this one.</summary>
    public static GiftCardException OtherOrder<TResult>(OrderExecution<TResult> execution, string id, string difference)
        where TResult : class =>
        About(
            execution,
            new(
                $"The key '{execution.ProviderKey}' stands for the order '{id}' at {execution.Operation.Identity.Provider} already, which has {difference} than were asked for: another system of this account has used it. This send bought nothing. Use references that no other system uses.",
                GiftCardErrorCode.Conflict,
                GiftCardOutcome.NothingCreated
            )
        );

    /// <summary>The provider answers a send with an order that belongs to another reference or account.</summary>
    public static GiftCardException OtherOwner<TResult>(OrderExecution<TResult> execution, string id, OrderIdentity owner)
        where TResult : class =>
        About(
            execution,
            new(
                $"{execution.Operation.Identity.Provider} answered with the order '{id}', which belongs to the reference '{owner.Reference}' of the account '{owner.Account}'. This send bought nothing. If the two accounts are one at the provider, give them one JournalId, or use references that differ.",
                GiftCardErrorCode.Conflict,
                GiftCardOutcome.NothingCreated
            )
        );

    /// <summary>The provider answers a send with an order that was there before, and does not show whether it is this one.</summary>
    public static GiftCardException ShowsTooLittle<TResult>(OrderExecution<TResult> execution, string id)
        where TResult : class =>
        About(
            execution,
            new(
                $"The key '{execution.ProviderKey}' stands for the order '{id}' at {execution.Operation.Identity.Provider} already, which shows too little to tell whether it is this one.",
                GiftCardErrorCode.Conflict,
                GiftCardOutcome.MayExist
            )
        );

    /// <summary>The journal names an order that is not what was ordered.</summary>
    public static GiftCardException OtherThanOrdered<TResult>(OrderExecution<TResult> execution, string difference)
        where TResult : class =>
        About(
            execution,
            new(
                $"The journal has the order '{execution.Entry?.MainOrderId}' for the reference '{execution.Operation.Identity.Reference}', but at {execution.Operation.Identity.Provider} that order has {difference} than were asked for. It is not handed out; a person has to look at it.",
                GiftCardErrorCode.Conflict,
                GiftCardOutcome.MayExist
            )
        );

    public static GiftCardException ShuttingDown(Account account, OrderReference reference) =>
        new(
            "The application is shutting down and sends no new orders. Place the same reference again afterwards.",
            GiftCardErrorCode.ProviderUnavailable,
            GiftCardOutcome.MayExist
        )
        {
            Provider = account.Provider,
            Account = account.Name,
            Reference = reference,
            IsTransient = true,
        };

    public static GiftCardException OtherRule<TResult>(OrderExecution<TResult> execution)
        where TResult : class =>
        About(
            execution,
            new(
                $"The journal's entry of the order '{execution.Operation.Identity.Reference}' was written by a version of GiftCardSdk that compares content in another way, most likely a later one, which has to be used for it. Nothing was sent.",
                GiftCardErrorCode.JournalUnavailable,
                GiftCardOutcome.MayExist
            )
        );

    /// <summary>The journal has lost the key of its fingerprints: nobody can say whether the content is the same, so that nothing is sent or handed out.</summary>
    public static GiftCardException OtherKey<TResult>(OrderExecution<TResult> execution, JournalEntry entry)
        where TResult : class
    {
        var known = entry switch
        {
            { State: OrderJournalState.Accepted, ProviderOrderIds: [var id, ..] } =>
                $"It was bought as '{id}'; read it by that id and see whether it is what is wanted",
            { State: OrderJournalState.Accepted } => "It was bought; look for it in the provider's portal",
            _ => $"It may have been bought (its state is {entry.State}), and the resolver goes on looking for it by its key",
        };
        return About(
            execution,
            new(
                $"What the reference '{execution.Operation.Identity.Reference}' stands for cannot be compared with this order: the journal's fingerprint key is another one than when it was placed. Nothing was sent. {known}. To have the reference compared again, put the old key back into the journal, from a backup. Never place it under a new reference before it is certain that it was not bought.",
                GiftCardErrorCode.JournalUnavailable,
                GiftCardOutcome.MayExist
            )
        );
    }

    /// <summary>A failed send in the neutral form. Of a foreign exception the type alone is kept: its text may hold what came over the wire.</summary>
    public static GiftCardException OfSend<TResult>(OrderExecution<TResult> execution, AttemptOutcome outcome, Exception failure)
        where TResult : class =>
        About(
            execution,
            (outcome, failure) switch
            {
                (_, GiftCardException { Outcome: GiftCardOutcome.NothingCreated } known) => known,
                (not AttemptOutcome.NeverSent, GiftCardException known) => known,
                (AttemptOutcome.NeverSent, _) => new(
                    $"The order was not sent: {failure.GetType().Name} before its first byte.",
                    GiftCardErrorCode.ProviderUnavailable,
                    GiftCardOutcome.NothingCreated,
                    failure as GiftCardException
                )
                {
                    IsTransient = true,
                },
                _ => new(
                    $"The send ended with {failure.GetType().Name}, which says nothing about the order.",
                    GiftCardErrorCode.OutcomeUnknown,
                    GiftCardOutcome.MayExist
                ),
            }
        );

    /// <summary>
    /// A failed send of an order that an earlier send may have bought. What was said of the repeat is no word about the order, so it is not told
    /// as one.
    /// </summary>
    public static GiftCardException OfOpenSend<TResult>(OrderExecution<TResult> execution, AttemptOutcome outcome, Exception failure)
        where TResult : class
    {
        var known = OfSend(execution, outcome, failure);
        return known.Outcome == GiftCardOutcome.MayExist
            ? known
            : Copy(
                known,
                outcome == AttemptOutcome.NeverSent
                    ? "A further send of the order did not leave, which says nothing of the sends before it."
                    : $"A further send of the order was refused ({known.Code}), which says nothing of the sends before it.",
                GiftCardOutcome.MayExist,
                execution
            );
    }

    /// <summary>Another process had the order in hand until the time was over, and bought nothing; this call has not sent it.</summary>
    public static GiftCardException NotSentInTime<TResult>(OrderExecution<TResult> execution)
        where TResult : class =>
        About(
            execution,
            new(
                $"The order '{execution.Operation.Identity.Reference}' was not sent: another process had it in hand until the time for it was over, and bought nothing. Place the same reference again.",
                GiftCardErrorCode.ProviderUnavailable,
                GiftCardOutcome.NothingCreated
            )
            {
                IsTransient = true,
            }
        );

    /// <summary>The order is believed not to exist, and this call sends no more.</summary>
    public static GiftCardException Absent<TResult>(OrderExecution<TResult> execution)
        where TResult : class =>
        About(
            execution,
            new(
                $"The order '{execution.Operation.Identity.Reference}' is believed not to exist at {execution.Operation.Identity.Provider}: it was not found after the quiet time. Place the same reference again to send it anew.",
                execution.LastFailure?.Code ?? GiftCardErrorCode.ProviderUnavailable,
                GiftCardOutcome.MayExist,
                execution.LastFailure
            )
            {
                IsTransient = true,
            }
        );

    public static OrderOutcomeUnknownException Unknown<TResult>(OrderExecution<TResult> execution)
        where TResult : class
    {
        var identity = execution.Operation.Identity;
        return new(
            $"The order '{identity.Reference}' was sent to {identity.Provider} with the account '{execution.Operation.Account.Name}' as '{execution.ProviderKey}', and it is not known whether it was taken ({LastLookup(execution.Entry)}). Place the same reference again later: it is looked up first and never bought twice. Never place it under a new reference.",
            execution.LastFailure
        )
        {
            Provider = identity.Provider,
            Account = execution.Operation.Account.Name,
            Reference = identity.Reference,
            ProviderKey = execution.ProviderKey,
            RetryAfter = execution.LastFailure?.RetryAfter,
        };
    }

    public static OrderOutcomeUnknownException Parked<TResult>(OrderExecution<TResult> execution)
        where TResult : class
    {
        var identity = execution.Operation.Identity;
        return new(
            $"The order '{identity.Reference}' at {identity.Provider} (account '{execution.Operation.Account.Name}', key '{execution.ProviderKey}') may have been bought, and a person has to decide: {execution.Entry?.Reason}. Look for the key in the provider's portal. Never place it under a new reference before that.",
            execution.LastFailure
        )
        {
            Provider = identity.Provider,
            Account = execution.Operation.Account.Name,
            Reference = identity.Reference,
            ProviderKey = execution.ProviderKey,
            IsTransient = false,
        };
    }

    /// <summary>The order is bought, but could not be read.</summary>
    public static GiftCardException Exists<TResult>(OrderExecution<TResult> execution, GiftCardException? cause)
        where TResult : class
    {
        var id = execution.Entry?.MainOrderId;
        return About(
            execution,
            new(
                $"The order '{execution.Operation.Identity.Reference}' was bought{(id is null ? "" : $" as '{id}'")}, but it could not be read now. Read it by its id, or place the same reference again: nothing is bought twice.",
                cause?.Code ?? GiftCardErrorCode.ProviderUnavailable,
                GiftCardOutcome.MayExist,
                cause
            )
            {
                IsTransient = true,
                RetryAfter = cause?.RetryAfter,
                OrderId = id,
            }
        );
    }

    /// <summary>The order is bought, but its only recipient was refused.</summary>
    public static GiftCardException RecipientRefused<TResult>(OrderExecution<TResult> execution)
        where TResult : class =>
        About(
            execution,
            new(
                $"{execution.Operation.Identity.Provider} took the order '{execution.Operation.Identity.Reference}' and refused its recipient, so no card will come of it. A corrected order needs a new reference.",
                GiftCardErrorCode.InvalidRecipient,
                GiftCardOutcome.MayExist
            )
            {
                ProviderCode = execution.Entry?.LastProviderCode,
            }
        );

    /// <summary>
    /// Something broke that is no provider's and no journal's doing, such as an adapter. Of a foreign exception the type and the place are kept;
    /// arguments that are wrong stay what they are.
    /// </summary>
    public static Exception Broken<TResult>(OrderExecution<TResult> execution, Exception failure)
        where TResult : class
    {
        if (failure is ArgumentException or OperationCanceledException)
        {
            return failure;
        }

        var isSent = execution.Entry is { State: not OrderJournalState.Refused };
        var broken = About(
            execution,
            new(
                $"The order '{execution.Operation.Identity.Reference}' was interrupted by {failure.GetType().Name}{(isSent ? "; what became of it is in the journal. Place the same reference again." : " before it was sent.")}",
                isSent ? GiftCardErrorCode.OutcomeUnknown : GiftCardErrorCode.ProviderUnavailable,
                isSent ? GiftCardOutcome.MayExist : GiftCardOutcome.NothingCreated
            )
            {
                IsTransient = isSent,
            }
        );
        return failure.StackTrace is { } trace ? ExceptionDispatchInfo.SetRemoteStackTrace(broken, trace) : broken;
    }

    /// <summary>The same failure with the order's identity on it.</summary>
    public static GiftCardException About<TResult>(OrderExecution<TResult> execution, GiftCardException failure)
        where TResult : class
    {
        var identity = execution.Operation.Identity;
        var isWhole =
            failure is { Provider: not null, Account: not null, ProviderKey: not null } && failure.Reference == identity.Reference;
        return failure is OrderOutcomeUnknownException || (isWhole && (failure.OrderId is not null || execution.Entry?.MainOrderId is null))
            ? failure
            : Copy(failure, failure.Message, failure.Outcome, execution);
    }

    /// <summary>The copy stands in the place of the original, with where that was thrown; the original is not nested in it.</summary>
    private static GiftCardException Copy<TResult>(
        GiftCardException failure,
        string message,
        GiftCardOutcome outcome,
        OrderExecution<TResult> execution
    )
        where TResult : class
    {
        var identity = execution.Operation.Identity;
        var copy = new GiftCardException(message, failure.Code, outcome, failure.InnerException, failure)
        {
            Provider = failure.Provider ?? identity.Provider,
            Account = failure.Account ?? execution.Operation.Account.Name,
            Reference = failure.Reference ?? identity.Reference,
            ProviderKey = failure.ProviderKey ?? execution.ProviderKey,
            OrderId = failure.OrderId ?? execution.Entry?.MainOrderId,
        };
        return failure.StackTrace is { } trace ? (GiftCardException)ExceptionDispatchInfo.SetRemoteStackTrace(copy, trace) : copy;
    }

    /// <summary>A line a mistake: several in one paragraph are not read.</summary>
    public static string List(IReadOnlyList<string> mistakes) =>
        mistakes.Count == 1 ? " " + mistakes[0] : string.Concat(mistakes.Select(static mistake => "\n- " + mistake));

    private static string LastLookup(JournalEntry? entry) =>
        entry?.Lookups is [.., var last]
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.LookupCount} look-ups, the last: {last.Answer}{(last.Reason is null ? "" : $", {last.Reason}")}"
            )
            : "it could not be looked up";
}
