namespace GiftCardSdk.Batches;

/// <summary>
/// One line, one try. The journal is asked first, so that what is finished is not read back from its provider; and last, since it knows more of a failed
/// order than the failure says.
/// </summary>
internal sealed class LinePlacement(IGiftCards giftCards, BatchOptions options, LineTurns turns)
{
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public async ValueTask<LineEnd> TryAsync(PendingLine line, CancellationToken cancellationToken)
    {
        try
        {
            var account = AccountOf(line);
            using var turn = await turns.TakeAsync(account.Name, line.Request.Reference, cancellationToken).ConfigureAwait(false);
            var known = await giftCards.Journal.CompareAsync(account.Name, line.Request, cancellationToken).ConfigureAwait(false);
            line.IsElsewhere = known?.IsHeldElsewhere == true;
            return known is not null && EndOf(line, known) is { } end
                ? end
                : Bought(line, await PlaceAsync(account, line.Request, cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Whoever else waited for this order has left, and nothing was sent.
            return LineEnd.Again();
        }
        catch (ArgumentException mistake)
        {
            var refusal = new GiftCardException(mistake.Message, GiftCardErrorCode.InvalidRequest, GiftCardOutcome.NothingCreated)
            {
                Reference = line.Request.Reference,
            };
            return await RefuseAsync(line, refusal, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException failure)
        {
            line.LastFailure = failure;
            return await JudgeAsync(line, failure, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What has become of a line by what the journal knows, without placing it.</summary>
    public async Task<BatchResult> ReadAsync(PendingLine line, CancellationToken cancellationToken)
    {
        var account = AccountOf(line);
        var known = await giftCards.Journal.CompareAsync(account.Name, line.Request, cancellationToken).ConfigureAwait(false);
        return known switch
        {
            null or { Entry.State: OrderJournalState.Absent } => line.Ended(BatchLineStatus.NotPlaced),
            { Entry: { State: OrderJournalState.Refused, MovedTo: null } entry } => line.Ended(BatchLineStatus.Refused, RefusalOf(entry)),
            { Entry.MovedTo: not null } or { HasSameContent: false } => line.Ended(BatchLineStatus.Changed),
            { Entry: { State: OrderJournalState.Accepted } entry } => IsWithoutCard(entry)
                ? line.Ended(BatchLineStatus.Refused, RefusalOf(entry))
                : BoughtBefore(line, entry),
            { Entry.State: OrderJournalState.Parked } => line.Ended(BatchLineStatus.Parked),
            _ => line.Ended(BatchLineStatus.Unknown),
        };
    }

    private IGiftCardAccount AccountOf(PendingLine line) => BatchAccounts.Of(giftCards, line.Line, options, line.Number);

    private Task<Order> PlaceAsync(IGiftCardAccount account, OrderRequest request, CancellationToken cancellationToken) =>
        options.ChecksProducts
            ? account.Orders.PlaceCheckedAsync(request, cancellationToken)
            : account.Orders.PlaceAsync(request, cancellationToken);

    /// <summary>What the journal alone says of a line before it is placed; null if it has to be placed to know more.</summary>
    private static LineEnd? EndOf(PendingLine line, JournalComparison known)
    {
        if (known.Entry.State == OrderJournalState.Refused)
        {
            // What was certainly not bought may be placed with any content.
            return null;
        }

        if (known.HasSameContent == false)
        {
            return line.Ended(BatchLineStatus.Changed);
        }

        if (known is { HasSameContent: true, Entry.State: OrderJournalState.Accepted } && !IsWithoutCard(known.Entry))
        {
            return BoughtBefore(line, known.Entry);
        }

        return known.IsHeldElsewhere && !line.IsLastTry ? LineEnd.Again() : default(LineEnd?);
    }

    private static GiftCardException RefusalOf(JournalEntry entry) =>
        new(
            $"The journal has the order '{entry.Identity.Reference}' as refused{(entry.Reason is { } why ? ": " + why : ".")}",
            entry.LastErrorCode ?? GiftCardErrorCode.InvalidRequest,
            GiftCardOutcome.NothingCreated
        )
        {
            Reference = entry.Identity.Reference,
        };

    /// <summary>Taken, and its only recipient refused: placing it tells in which words.</summary>
    private static bool IsWithoutCard(JournalEntry entry) => entry.LastErrorCode == GiftCardErrorCode.InvalidRecipient;

    private static LineEnd Bought(PendingLine line, Order order) =>
        line.Ended(BatchLineStatus.Bought) with
        {
            Order = order,
            OrderId = order.Id,
            WasBoughtBefore = order.WasReplayed,
        };

    private static BatchResult BoughtBefore(PendingLine line, JournalEntry entry) =>
        line.Ended(BatchLineStatus.Bought) with
        {
            OrderId = entry.ProviderOrderIds is [var id, ..] ? id : null,
            WasBoughtBefore = true,
        };

    /// <summary>
    /// Refused as it is now; its reference may have been sent as it was before, and then a card may come of that. What makes no sense cannot be compared, so
    /// the journal is asked for the reference alone.
    /// </summary>
    private async ValueTask<LineEnd> RefuseAsync(PendingLine line, GiftCardException refusal, CancellationToken cancellationToken)
    {
        if (line.Request.Reference == default || !giftCards.TryGetAccount(line.Line.Account ?? options.Account ?? "", out var account))
        {
            return line.Ended(BatchLineStatus.Refused, refusal);
        }

        try
        {
            var known = await giftCards.Journal.ExplainAsync(account.Name, line.Request.Reference, cancellationToken).ConfigureAwait(false);
            return line.Ended(
                known is null or { State: OrderJournalState.Refused or OrderJournalState.Absent } ? BatchLineStatus.Refused
                    : refusal.Code == GiftCardErrorCode.InvalidRequest ? BatchLineStatus.Changed
                    : BatchLineStatus.Unknown,
                refusal
            );
        }
        catch (GiftCardException unread)
        {
            line.LastFailure = unread;
            return unread.IsTransient ? LineEnd.Again(unread.RetryAfter) : line.Ended(BatchLineStatus.Unknown, unread);
        }
    }

    private async ValueTask<LineEnd> JudgeAsync(PendingLine line, GiftCardException failure, CancellationToken cancellationToken)
    {
        if (failure is { Outcome: GiftCardOutcome.NothingCreated, IsTransient: false, Code: not GiftCardErrorCode.Conflict })
        {
            return await RefuseAsync(line, failure, cancellationToken).ConfigureAwait(false);
        }

        if (failure.Code == GiftCardErrorCode.InvalidRecipient)
        {
            // Taken, and no card comes of it.
            return line.Ended(BatchLineStatus.Refused, failure);
        }

        var (isRead, known) = await FindAsync(line, cancellationToken).ConfigureAwait(false);
        return isRead ? Judge(line, failure, known)
            : failure.IsTransient ? LineEnd.Again(failure.RetryAfter)
            : line.Ended(BatchLineStatus.Unknown, failure);
    }

    private static LineEnd Judge(PendingLine line, GiftCardException failure, JournalComparison? known)
    {
        var isFree = known is null or { Entry.State: OrderJournalState.Refused or OrderJournalState.Absent };
        var isConflict = failure.Code == GiftCardErrorCode.Conflict;
        return known switch
        {
            { HasSameContent: false } when !isFree => line.Ended(BatchLineStatus.Changed, failure),
            // A planner gave the reference to another account, where it may be bought.
            { Entry.MovedTo: not null } => line.Ended(BatchLineStatus.Changed, failure),
            // It is bought, and could only not be read.
            { HasSameContent: true, Entry: { State: OrderJournalState.Accepted } entry } when !isConflict => BoughtBefore(line, entry) with
            {
                WasBoughtBefore = false,
                Failure = failure,
            },
            { Entry.State: OrderJournalState.Parked } => line.Ended(BatchLineStatus.Parked, failure),
            // Another line of the same reference is being placed: what it comes to decides.
            null when isConflict && !line.IsLastTry => LineEnd.Again(),
            _ when isFree && failure.IsTransient => LineEnd.Again(failure.RetryAfter),
            _ => line.Ended(failure.Outcome == GiftCardOutcome.NothingCreated ? BatchLineStatus.Refused : BatchLineStatus.Unknown, failure),
        };
    }

    private async ValueTask<(bool IsRead, JournalComparison? Known)> FindAsync(PendingLine line, CancellationToken cancellationToken)
    {
        try
        {
            var account = AccountOf(line).Name;
            return (true, await giftCards.Journal.CompareAsync(account, line.Request, cancellationToken).ConfigureAwait(false));
        }
        catch (GiftCardException)
        {
            return (false, null);
        }
    }
}
