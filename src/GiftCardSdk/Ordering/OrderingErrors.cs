using System.Globalization;

namespace GiftCardSdk.Ordering;

/// <summary>The exceptions of the protocol. Each names reference, key, account and provider, and says what to do next.</summary>
internal static class OrderingErrors
{
    public static GiftCardException InvalidRequest(CoordinatedAccount account, OrderReference reference, IReadOnlyList<string> mistakes) =>
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

    public static GiftCardException NoShape(CoordinatedAccount account, OrderRequest request)
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

    public static GiftCardException OtherContent<TResult>(Flight<TResult> flight)
        where TResult : class =>
        About(
            flight,
            new(
                $"The reference '{flight.Operation.Identity.Reference}' stands for another order already: products, amounts, recipients, delivery, payment currency and what the options choose must be the same. Nothing was sent. A new order needs a new reference.",
                GiftCardErrorCode.Conflict,
                GiftCardOutcome.NothingCreated
            )
        );

    public static GiftCardException ShuttingDown(OrderIdentity identity) =>
        new(
            "The application is shutting down and sends no new orders. Place the same reference again afterwards.",
            GiftCardErrorCode.ProviderUnavailable,
            GiftCardOutcome.MayExist
        )
        {
            Provider = identity.Provider,
            Account = identity.Account,
            Reference = identity.Reference,
            IsTransient = true,
        };

    public static GiftCardException OtherRule<TResult>(Flight<TResult> flight)
        where TResult : class =>
        About(
            flight,
            new(
                $"The journal's entry of the order '{flight.Operation.Identity.Reference}' was written by a version of GiftCardSdk that compares content in another way, most likely a later one, which has to be used for it. Nothing was sent.",
                GiftCardErrorCode.JournalUnavailable,
                GiftCardOutcome.MayExist
            )
        );

    /// <summary>The journal has lost the key of its fingerprints: nobody can say whether the content is the same, so that nothing is sent or handed out.</summary>
    public static GiftCardException OtherKey<TResult>(Flight<TResult> flight, JournalEntry entry)
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
            flight,
            new(
                $"What the reference '{flight.Operation.Identity.Reference}' stands for cannot be compared with this order: the journal's fingerprint key is another one than when it was placed. Nothing was sent. {known}. To have the reference compared again, put the old key back into the journal, from a backup. Never place it under a new reference before it is certain that it was not bought.",
                GiftCardErrorCode.JournalUnavailable,
                GiftCardOutcome.MayExist
            )
        );
    }

    /// <summary>A failed send in the neutral form. Of a foreign exception the type alone is kept: its text may hold what came over the wire.</summary>
    public static GiftCardException OfSend<TResult>(Flight<TResult> flight, AttemptOutcome outcome, Exception failure)
        where TResult : class =>
        About(
            flight,
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

    /// <summary>Another process had the order in hand until the time was over, and bought nothing; this call has not sent it.</summary>
    public static GiftCardException NotSentInTime<TResult>(Flight<TResult> flight)
        where TResult : class =>
        About(
            flight,
            new(
                $"The order '{flight.Operation.Identity.Reference}' was not sent: another process had it in hand until the time for it was over, and bought nothing. Place the same reference again.",
                GiftCardErrorCode.ProviderUnavailable,
                GiftCardOutcome.NothingCreated
            )
            {
                IsTransient = true,
            }
        );

    /// <summary>The order is believed not to exist, and this call sends no more.</summary>
    public static GiftCardException Absent<TResult>(Flight<TResult> flight)
        where TResult : class =>
        About(
            flight,
            new(
                $"The order '{flight.Operation.Identity.Reference}' is believed not to exist at {flight.Operation.Identity.Provider}: it was not found after the quiet time. Place the same reference again to send it anew.",
                flight.LastFailure?.Code ?? GiftCardErrorCode.ProviderUnavailable,
                GiftCardOutcome.MayExist,
                flight.LastFailure
            )
            {
                IsTransient = true,
            }
        );

    public static OrderOutcomeUnknownException Unknown<TResult>(Flight<TResult> flight)
        where TResult : class
    {
        var identity = flight.Operation.Identity;
        return new(
            $"The order '{identity.Reference}' was sent to {identity.Provider} with the account '{identity.Account}' as '{flight.ProviderKey}', and it is not known whether it was taken ({LastLookup(flight.Entry)}). Place the same reference again later: it is looked up first and never bought twice. Never place it under a new reference.",
            flight.LastFailure
        )
        {
            Provider = identity.Provider,
            Account = identity.Account,
            Reference = identity.Reference,
            ProviderKey = flight.ProviderKey,
            RetryAfter = flight.LastFailure?.RetryAfter,
        };
    }

    public static OrderOutcomeUnknownException Parked<TResult>(Flight<TResult> flight)
        where TResult : class
    {
        var identity = flight.Operation.Identity;
        return new(
            $"The order '{identity.Reference}' at {identity.Provider} (account '{identity.Account}', key '{flight.ProviderKey}') may have been bought, and a person has to decide: {flight.Entry?.Reason}. Look for the key in the provider's portal. Never place it under a new reference before that.",
            flight.LastFailure
        )
        {
            Provider = identity.Provider,
            Account = identity.Account,
            Reference = identity.Reference,
            ProviderKey = flight.ProviderKey,
            IsTransient = false,
        };
    }

    /// <summary>The order is bought, but could not be read.</summary>
    public static GiftCardException Exists<TResult>(Flight<TResult> flight, GiftCardException? cause)
        where TResult : class
    {
        var id = flight.Entry?.ProviderOrderIds is [var first, ..] ? first : null;
        return About(
            flight,
            new(
                $"The order '{flight.Operation.Identity.Reference}' was bought{(id is null ? "" : $" as '{id}'")}, but it could not be read now. Read it by its id, or place the same reference again: nothing is bought twice.",
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
    public static GiftCardException RecipientRefused<TResult>(Flight<TResult> flight)
        where TResult : class =>
        About(
            flight,
            new(
                $"{flight.Operation.Identity.Provider} took the order '{flight.Operation.Identity.Reference}' and refused its recipient, so no card will come of it. A corrected order needs a new reference.",
                GiftCardErrorCode.InvalidRecipient,
                GiftCardOutcome.MayExist
            )
            {
                ProviderCode = flight.Entry?.LastProviderCode,
            }
        );

    /// <summary>The same failure with the order's identity on it.</summary>
    public static GiftCardException About<TResult>(Flight<TResult> flight, GiftCardException failure)
        where TResult : class
    {
        var identity = flight.Operation.Identity;
        return failure is OrderOutcomeUnknownException
            ? failure
            : new(failure.Message, failure.Code, failure.Outcome, failure.StackTrace is null ? failure.InnerException : failure)
            {
                Provider = failure.Provider ?? identity.Provider,
                Account = failure.Account ?? identity.Account,
                Operation = failure.Operation,
                Reference = failure.Reference ?? identity.Reference,
                ProviderKey = failure.ProviderKey ?? flight.ProviderKey,
                OrderId = failure.OrderId ?? (flight.Entry?.ProviderOrderIds is [var id, ..] ? id : null),
                OrderCandidates = failure.OrderCandidates,
                ProviderCode = failure.ProviderCode,
                ProviderMessage = failure.ProviderMessage,
                HttpStatus = failure.HttpStatus,
                RequestId = failure.RequestId,
                RetryAfter = failure.RetryAfter,
                IsTransient = failure.IsTransient,
                RedactedBody = failure.RedactedBody,
            };
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
