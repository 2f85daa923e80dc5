using GiftCardSdk.Http.Internal;
using GiftCardSdk.Internal;
using GiftCardSdk.Journal.Internal;
using GiftCardSdk.Ordering.Limits;
using Microsoft.Extensions.Logging;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Ordering;

/// <summary>
/// The exactly-once protocol, one step of one order at a time. A step looks at the journal's state alone, so that it does not matter whether
/// this call, an earlier one or another process brought the order there.
/// </summary>
internal sealed class OrderProtocol(
    JournalAccess journal,
    UnresolvedOrders unresolved,
    OrderingOptions options,
    TimeProvider time,
    ILogger logger,
    ProtocolRules rules,
    SpendingGuard? spending = null,
    Task? stopping = null
)
{
    private readonly QuietTimes _quietTimes = unresolved.QuietTimes;
    private readonly OrderSender _sender = new(options, time, logger, rules);
    private readonly OrderFinder _finder = unresolved.Finder;

    /// <summary>Reads what the journal knows; the same reference with other content is a conflict, unless nothing was bought for certain.</summary>
    public async ValueTask LoadAsync<TResult>(OrderExecution<TResult> execution)
        where TResult : class
    {
        execution.Entry = execution.Entry is { } known
            ? await journal.FindAgainAsync(known).ConfigureAwait(false)
            : await journal.FindAsync(execution.Operation.Identity).ConfigureAwait(false);
        if (execution.Entry is null or { State: Refused or Absent })
        {
            // Perhaps another process found that out while this call waited for it: the time for finding out is no time to send in.
            execution.Unbind();
        }

        if (execution.Entry is { State: not Refused } entry)
        {
            EnsureSameContent(execution, entry);
        }
    }

    private static void EnsureSameContent<TResult>(OrderExecution<TResult> execution, JournalEntry entry)
        where TResult : class
    {
        switch (FingerprintKey.Compare(entry.Fingerprint, execution.Fingerprint))
        {
            case ContentMatch.Other:
                throw OrderingErrors.OtherContent(execution);
            case ContentMatch.OtherKey:
                throw OrderingErrors.OtherKey(execution, entry);
            case ContentMatch.OtherRule:
                throw OrderingErrors.OtherRule(execution);
        }
    }

    /// <summary>The next step.</summary>
    public ValueTask<Step<TResult>> StepAsync<TResult>(OrderExecution<TResult> execution)
        where TResult : class =>
        execution.Entry switch
        {
            { State: Refused, MovedTo: { } account } => new(Step<TResult>.Failed(OrderingErrors.Left(execution, account))),
            null or { State: Refused } => SendFirstAsync(execution),
            { State: Accepted } entry => ReplayAsync(execution, entry),
            { State: Absent } entry => SendAnewAsync(execution, entry),
            { State: Parked } entry => FindParkedAsync(execution, entry),
            var entry => ResolveAsync(execution, entry),
        };

    /// <summary>The time is up, or nobody waits: what the caller is told, and what the journal keeps.</summary>
    public async ValueTask<Exception> ConcludeAsync<TResult>(OrderExecution<TResult> execution)
        where TResult : class
    {
        if (execution is { Entry.State: Refused, HasCallers: true })
        {
            // Another process may have bought it since: nothing is called refused that the journal does not call so now.
            execution.Entry = await journal.FindAgainAsync(execution.Entry).ConfigureAwait(false);
        }

        if (execution.Entry is not { State: Sending or Unknown } entry)
        {
            return EndOf(execution);
        }

        OrderingLog.StaysUnknown(logger, entry.Identity.Reference, entry.Identity.Account);
        if (!unresolved.IsHeldElsewhere(entry))
        {
            execution.Entry = await journal.RecordAsync(entry, entry with { LeaseHolder = null, LeaseUntil = null }).ConfigureAwait(false);
        }

        return execution.Entry!.State is Sending or Unknown ? OrderingErrors.Unknown(execution) : EndOf(execution);
    }

    /// <summary>What a caller is told whose call has no time left, of an order that is not open.</summary>
    private static Exception EndOf<TResult>(OrderExecution<TResult> execution)
        where TResult : class =>
        execution.Entry?.State switch
        {
            Accepted => OrderingErrors.Exists(execution, execution.LastFailure),
            Parked => OrderingErrors.Parked(execution),
            Absent => OrderingErrors.Absent(execution),
            _ when execution.LastFailure is null && execution.HasCallers => OrderingErrors.NotSentInTime(execution),
            // Nothing was sent and nobody waits any more.
            _ => execution.LastFailure ?? (Exception)new OperationCanceledException(),
        };

    /// <summary>Nothing was bought before: what the provider would not take is refused here, without a trace in the journal.</summary>
    private async ValueTask<Step<TResult>> SendFirstAsync<TResult>(OrderExecution<TResult> execution)
        where TResult : class
    {
        execution.Operation.EnsureSendable();
        var turn = await WaitToStartAsync(execution).ConfigureAwait(false);
        // A turn may come in the moment in which the last caller leaves: nothing is written down for nobody.
        execution.Waits.ThrowIfCancellationRequested();
        await execution.Operation.EnsureOfferedAsync(execution.Waits).ConfigureAwait(false);
        return await journal.FindGapAsync().ConfigureAwait(false) is ({ } gap, var seenAt) && !(execution.Entry?.UpdatedAt > gap.To)
            ? await FindFirstAsync(execution, gap, seenAt).ConfigureAwait(false)
            : await SendAsync(execution, turn).ConfigureAwait(false);
    }

    /// <summary>
    /// Waits for the account's rate before anything is written down: from the intent on a lease and a deadline run, which a long line would use up.
    /// Where the account pauses for longer than a send may take, the send itself is refused, and says for how long.
    /// </summary>
    private async ValueTask<StartTurn?> WaitToStartAsync<TResult>(OrderExecution<TResult> execution)
        where TResult : class
    {
        // What this call has tried to send already waits with its send: it has been in line once.
        if (execution.Operation.Account.Rate is not { } rate || execution.LastFailure is not null)
        {
            return null;
        }

        var waiting = rate.WaitToStartAsync(options.AttemptTimeout, execution.Waits);
        var turn =
            waiting.IsCompleted || stopping is null
                ? await waiting.ConfigureAwait(false)
                : await UnlessStoppingAsync(execution, waiting.AsTask(), stopping).ConfigureAwait(false);
        return turn.IsGranted ? new(rate, turn.Wait) : null;
    }

    private static async ValueTask<RateLimiter.Turn> UnlessStoppingAsync<TResult>(
        OrderExecution<TResult> execution,
        Task<RateLimiter.Turn> waiting,
        Task stopping
    )
        where TResult : class
    {
        if (await Task.WhenAny(waiting, stopping).ConfigureAwait(false) == waiting)
        {
            return await waiting.ConfigureAwait(false);
        }

        waiting.Abandon();
        throw OrderingErrors.ShuttingDown(execution.Operation.Account, execution.Operation.Identity.Reference);
    }

    /// <summary>The journal may have lost that this reference was sent: it is treated as sent at some time of the gap, with an end that is not known.</summary>
    private async ValueTask<Step<TResult>> FindFirstAsync<TResult>(OrderExecution<TResult> execution, JournalGap gap, long seenAt)
        where TResult : class
    {
        var key = await journal.GetKeyAsync().ConfigureAwait(false);
        await AdmitAsync(execution, key).ConfigureAwait(false);
        var credentials = await unresolved.Credentials.OfAsync(execution.Operation.Account).ConfigureAwait(false);
        var sending = execution.Entry is { } refused
            ? BeginAgain(execution, refused, key, credentials)
            : Begin(execution, key, credentials);
        var open = rules.Open(sending) with
        {
            FirstSentAt = execution.Entry?.FirstSentAt ?? gap.From,
            FirstSentAtProvider = null,
            LastSentAt = gap.To,
            Owner = null,
        };
        if (await journal.TryWriteAsync(execution.Entry, open).ConfigureAwait(false) is not { } written)
        {
            return await ReloadAsync(execution).ConfigureAwait(false);
        }

        execution.Entry = written;
        _quietTimes.StartAt(written, seenAt);
        OrderingLog.LooksFirst(logger, written.Identity.Reference, written.Identity.Account);
        return Step<TResult>.AtOnce;
    }

    /// <summary>Writes the send down, sends, writes down what became of it.</summary>
    private async ValueTask<Step<TResult>> SendAsync<TResult>(OrderExecution<TResult> execution, StartTurn? turn = null)
        where TResult : class
    {
        var isOpen = execution.Entry is { State: not Refused };
        if (isOpen && await unresolved.Credentials.AreForeignAsync(execution.Operation.Account, execution.Entry!).ConfigureAwait(false))
        {
            return Step<TResult>.Failed(OrderingErrors.ForeignCredentials(execution));
        }

        var key = await journal.GetKeyAsync().ConfigureAwait(false);
        if (execution.Entry is null or { State: Refused or Absent })
        {
            await AdmitAsync(execution, key).ConfigureAwait(false);
        }

        var credentials = await unresolved.Credentials.OfAsync(execution.Operation.Account).ConfigureAwait(false);
        var begun = time.GetTimestamp();
        var written = execution.Entry is { } before
            ? await journal.TryWriteAsync(before, BeginAgain(execution, before, key, credentials)).ConfigureAwait(false)
            : await journal.TryAddAsync(Begin(execution, key, credentials)).ConfigureAwait(false);
        if (written is not { } entry)
        {
            return await ReloadAsync(execution).ConfigureAwait(false);
        }

        execution.Entry = entry;
        execution.SendsLeft--;
        OrderingLog.Sending(logger, entry.Identity.Reference, entry.ProviderKey, entry.Identity.Account, entry.Attempt);
        var (outcome, result, failure) = await _sender.SendAsync(execution, entry, begun, turn).ConfigureAwait(false);
        // What the adapter asked for before the send may have been the first that was heard of the provider.
        if (!entry.IsAmbiguous && entry.FirstSentAtProvider is null && execution.HandedOverAt is { } handedOver)
        {
            entry = entry with { FirstSentAtProvider = handedOver };
        }

        return result is not null ? await AcceptAnswerAsync(execution, entry, result).ConfigureAwait(false)
            : outcome == AttemptOutcome.Exists
                ? await AcceptUnreadAsync(execution, entry, (GiftCardException)failure!).ConfigureAwait(false)
            : await FailAsync(execution, entry, outcome, failure!).ConfigureAwait(false);
    }

    /// <summary>
    /// The bounds of the application's own, asked before whatever may be a purchase; a repeat of one is none. What is counted belongs to the order, so
    /// a send that another process was faster with is not counted twice.
    /// </summary>
    private async ValueTask AdmitAsync<TResult>(OrderExecution<TResult> execution, FingerprintKey key)
        where TResult : class
    {
        var operation = execution.Operation;
        try
        {
            await operation.EnsureAffordableAsync(execution.Waits).ConfigureAwait(false);
            if (operation.Account.Limits is not null && spending is not null)
            {
                var parts = await operation.CountAsync(key, execution.Waits).ConfigureAwait(false);
                var attempt = (execution.Entry?.Attempt ?? 0) + 1;
                await spending.ReserveAsync(operation.Account, operation.Identity, attempt, parts).ConfigureAwait(false);
            }
        }
        catch (GiftCardException refusal)
        {
            if (refusal.Code == GiftCardErrorCode.SpendingLimit)
            {
                OrderingLog.BoundRefused(logger, operation.Identity.Reference, operation.Identity.Account, refusal.Message);
            }

            if (execution.Entry is { State: Absent })
            {
                // It is believed, and not known, that nothing was bought before.
                throw OrderingErrors.NotSentAnew(execution, refusal);
            }

            throw;
        }
    }

    /// <summary>A send that has not bought it, or may have.</summary>
    private ValueTask<Step<TResult>> FailAsync<TResult>(
        OrderExecution<TResult> execution,
        JournalEntry entry,
        AttemptOutcome outcome,
        Exception failure
    )
        where TResult : class =>
        outcome == AttemptOutcome.Ambiguous || entry.IsAmbiguous
            ? LeaveOpenAsync(execution, entry, outcome, failure)
            : RefuseAsync(execution, entry, outcome, failure);

    /// <summary>The answer to a send is an order: the one that was asked for, unless the provider answers with one that was there before.</summary>
    private async ValueTask<Step<TResult>> AcceptAnswerAsync<TResult>(OrderExecution<TResult> execution, JournalEntry entry, TResult result)
        where TResult : class
    {
        var trace = execution.Operation.TraceOf(result);
        var isOlder = OrderFinder.IsOlder(execution.Operation, entry, result);
        if (trace.WasReplayed || isOlder)
        {
            return await AcceptEarlierAsync(execution, entry, result, isOlder).ConfigureAwait(false);
        }

        return
            execution.Operation.Profile.Repeat != RepeatBehavior.BuysAgain
            && await TwinAsync(execution, trace.Id).ConfigureAwait(false) is { } twin
            ? await FailAsync(execution, entry, AttemptOutcome.Refused, OrderingErrors.OtherOwner(execution, trace.Id, twin))
                .ConfigureAwait(false)
            : await AcceptAsync(execution, entry, result, isFromSend: true).ConfigureAwait(false);
    }

    private async ValueTask<OrderIdentity?> TwinAsync<TResult>(OrderExecution<TResult> execution, string id)
        where TResult : class
    {
        try
        {
            return await unresolved
                .Owners.TwinAsync(execution.Operation.Account, execution.Operation.Identity, execution.ProviderKey, id)
                .ConfigureAwait(false);
        }
        catch (GiftCardException)
        {
            // A journal that cannot be read now keeps nobody's order from him.
            return null;
        }
    }

    /// <summary>The provider had an order under this key before this send: it is this one only if it is what was ordered, and nobody else's.</summary>
    private async ValueTask<Step<TResult>> AcceptEarlierAsync<TResult>(
        OrderExecution<TResult> execution,
        JournalEntry entry,
        TResult earlier,
        bool isOlder
    )
        where TResult : class
    {
        var id = execution.Operation.TraceOf(earlier).Id;
        var likeness = execution.Operation.Compare(entry, earlier);
        if (likeness.Difference is { } difference)
        {
            var other = OrderingErrors.OtherOrder(execution, id, difference);
            return await FailAsync(execution, entry, AttemptOutcome.Refused, other).ConfigureAwait(false);
        }

        if (!likeness.IsSame)
        {
            return await LeaveOpenAsync(execution, entry, AttemptOutcome.Ambiguous, OrderingErrors.ShowsTooLittle(execution, id))
                .ConfigureAwait(false);
        }

        if (await OtherOwnerAsync(execution, entry, id).ConfigureAwait(false) is { } owner)
        {
            return await FailAsync(execution, entry, AttemptOutcome.Refused, OrderingErrors.OtherOwner(execution, id, owner))
                .ConfigureAwait(false);
        }

        // What is older than the first send was bought by none of this call's.
        execution.MayHaveBought &= !isOlder;
        return await AcceptAsync(execution, entry, earlier, isFromSend: false).ConfigureAwait(false);
    }

    private async ValueTask<OrderIdentity?> OtherOwnerAsync<TResult>(OrderExecution<TResult> execution, JournalEntry entry, string id)
        where TResult : class
    {
        try
        {
            return await unresolved.Owners.OtherOwnerAsync(execution.Operation.Identity, entry.ProviderKey, id).ConfigureAwait(false);
        }
        catch (GiftCardException)
        {
            return null;
        }
    }

    /// <summary>The first entry of an order, as it is written.</summary>
    private JournalEntry Begin<TResult>(OrderExecution<TResult> execution, FingerprintKey key, IReadOnlyList<string> credentials)
        where TResult : class
    {
        var now = time.GetUtcNow();
        return new()
        {
            Identity = execution.Operation.Identity,
            ProviderKey = execution.ProviderKey,
            Fingerprint = execution.Fingerprint,
            Lines = execution.Operation.Describe(key),
            Delivery = execution.Operation.Delivery,
            State = Sending,
            Attempt = 1,
            FirstSentAt = now,
            FirstSentAtProvider = execution.Operation.Account.Clock?.Now,
            LastSentAt = now,
            Owner = unresolved.Me,
            LeaseHolder = unresolved.Me,
            LeaseUntil = LeaseFrom(now),
            Credentials = JournalEntry.Join([], credentials),
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    /// <summary>A further send of an order that the journal knows.</summary>
    private JournalEntry BeginAgain<TResult>(
        OrderExecution<TResult> execution,
        JournalEntry before,
        FingerprintKey key,
        IReadOnlyList<string> credentials
    )
        where TResult : class
    {
        var now = time.GetUtcNow();
        var entry = before.MoveTo(Sending);
        if (before.State == Refused)
        {
            // Nothing was bought for certain, so this reference may now buy something else.
            entry = entry with
            {
                Fingerprint = execution.Fingerprint,
                Delivery = execution.Operation.Delivery,
                Credentials = [],
            };
        }

        return entry with
        {
            Credentials = JournalEntry.Join(entry.Credentials, credentials),
            // A tombstone that is sent anew is none any more.
            Lines = execution.Operation.Describe(key),
            PurgedAt = null,
            Attempt = entry.Attempt + 1,
            FirstSentAt = entry.FirstSentAt ?? now,
            // Of sends that bought nothing for certain no time need be known.
            FirstSentAtProvider = entry.FirstSentAtProvider ?? (entry.IsAmbiguous ? null : execution.Operation.Account.Clock?.Now),
            LastSentAt = now,
            Reason = null,
            Owner = unresolved.Me,
            LeaseHolder = unresolved.Me,
            LeaseUntil = LeaseFrom(now),
        };
    }

    private DateTimeOffset LeaseFrom(DateTimeOffset now) => now + options.AttemptTimeout + options.ResolveWithin;

    /// <summary>Bought, by this send or by an earlier one that was found.</summary>
    private async ValueTask<Step<TResult>> AcceptAsync<TResult>(
        OrderExecution<TResult> execution,
        JournalEntry entry,
        TResult result,
        bool isFromSend
    )
        where TResult : class
    {
        var trace = execution.Operation.TraceOf(result);
        var accepted = entry.ToAccepted(trace.Id, trace.RawStatus);
        execution.Entry = await journal.RecordAsync(entry, accepted).ConfigureAwait(false);
        _quietTimes.Forget(entry.Identity);
        OrderingLog.Accepted(logger, entry.Identity.Reference, entry.Identity.Account, trace.Id, entry.Attempt);
        var wasReplayed =
            OrderFinder.IsOlder(execution.Operation, entry, result) || (!execution.MayHaveBought && (trace.WasReplayed || !isFromSend));
        return Step<TResult>.Done(execution.Operation.Complete(result, entry.ProviderKey, wasReplayed));
    }

    /// <summary>Bought: the failure names the order. It is read, unless the failure is all there is to say.</summary>
    private async ValueTask<Step<TResult>> AcceptUnreadAsync<TResult>(
        OrderExecution<TResult> execution,
        JournalEntry entry,
        GiftCardException failure
    )
        where TResult : class
    {
        if (failure.Code == GiftCardErrorCode.Conflict)
        {
            return await AcceptNamedAsync(execution, entry, failure).ConfigureAwait(false);
        }

        execution.MayHaveBought = true;
        var accepted = entry.ToAccepted(failure.OrderId!) with { LastErrorCode = failure.Code, LastProviderCode = failure.ProviderCode };
        execution.Entry = await journal.RecordAsync(entry, accepted).ConfigureAwait(false);
        _quietTimes.Forget(entry.Identity);
        OrderingLog.Accepted(logger, entry.Identity.Reference, entry.Identity.Account, failure.OrderId, entry.Attempt);
        return failure.Code == GiftCardErrorCode.InvalidRecipient
            ? Step<TResult>.Failed(OrderingErrors.About(execution, failure))
            : await ReplayAsync(execution, accepted).ConfigureAwait(false);
    }

    /// <summary>A conflict says that the order was there before, and names it: it is read and compared before it is taken for ours.</summary>
    private async ValueTask<Step<TResult>> AcceptNamedAsync<TResult>(
        OrderExecution<TResult> execution,
        JournalEntry entry,
        GiftCardException conflict
    )
        where TResult : class
    {
        execution.Bind(options.ResolveWithin);
        TResult? earlier;
        try
        {
            earlier = await _finder.TryReadAsync(execution, conflict.OrderId!).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            execution.Entry = await journal
                .RecordAsync(entry, rules.Open(Failed(entry, conflict)) with { Owner = null })
                .ConfigureAwait(false);
            throw;
        }

        return earlier is null
            ? await LeaveOpenAsync(execution, entry, AttemptOutcome.Ambiguous, conflict).ConfigureAwait(false)
            : await AcceptEarlierAsync(execution, entry, earlier, isOlder: false).ConfigureAwait(false);
    }

    /// <summary>Nothing was bought, for certain. A transient refusal may be tried again at any provider.</summary>
    private async ValueTask<Step<TResult>> RefuseAsync<TResult>(
        OrderExecution<TResult> execution,
        JournalEntry entry,
        AttemptOutcome outcome,
        Exception failure
    )
        where TResult : class
    {
        var refusal = execution.LastFailure = OrderingErrors.OfSend(execution, outcome, failure);
        if (
            refusal.Code == GiftCardErrorCode.Conflict
            && (await _finder.FindAsync(execution, entry).ConfigureAwait(false)).Result is { } found
        )
        {
            // The provider knows the key: an order that this journal has forgotten.
            return await AcceptAsync(execution, execution.Entry!, found, isFromSend: false).ConfigureAwait(false);
        }

        var refused = Failed(execution.Entry!, refusal).MoveTo(Refused) with
        {
            Reason = outcome == AttemptOutcome.NeverSent ? "never sent" : null,
        };
        execution.Entry = await journal.RecordAsync(entry, refused).ConfigureAwait(false);
        if (execution.Entry.State != Refused)
        {
            // Another process has come further with it, and may have bought: what the journal says goes before what this send was told.
            execution.LastFailure = null;
            return Step<TResult>.AtOnce;
        }

        OrderingLog.Refused(logger, entry.Identity.Reference, entry.Identity.Account, refusal.Code, entry.Attempt);
        return CanWaitFor(execution, refusal) ? Step<TResult>.AgainAfter(refusal.RetryAfter) : Step<TResult>.Failed(refusal);
    }

    /// <summary>It may have been bought: this send may have done it, or one before.</summary>
    private async ValueTask<Step<TResult>> LeaveOpenAsync<TResult>(
        OrderExecution<TResult> execution,
        JournalEntry entry,
        AttemptOutcome outcome,
        Exception failure
    )
        where TResult : class
    {
        var refusal = execution.LastFailure = OrderingErrors.OfOpenSend(execution, outcome, failure);
        execution.Bind(options.ResolveWithin);
        var open = rules.Open(Failed(entry, refusal)) with { Owner = null };
        execution.Entry = await journal.RecordAsync(entry, open).ConfigureAwait(false);
        if (execution.Entry.State is not (Unknown or Sending))
        {
            execution.MayHaveBought |= outcome == AttemptOutcome.Ambiguous;
            return Step<TResult>.AtOnce;
        }

        if (outcome == AttemptOutcome.Ambiguous)
        {
            execution.MayHaveBought = true;
            _quietTimes.Restart(open);
            OrderingLog.EndUnknown(logger, entry.Identity.Reference, entry.Identity.Account, failure.GetType().Name, entry.Attempt);
            return Step<TResult>.AgainAfter(FitsIn(execution, refusal) ? refusal.RetryAfter : null);
        }

        _quietTimes.Continue(open);
        if (CanWaitFor(execution, refusal))
        {
            return Step<TResult>.AgainAfter(refusal.RetryAfter);
        }

        execution.SendsLeft = 0;
        execution.RepeatWasRefused = !refusal.IsTransient;
        return Step<TResult>.Again;
    }

    /// <summary>Found open: looked up first, then repeated if that cannot buy twice, else believed absent, parked, or left open.</summary>
    private async ValueTask<Step<TResult>> ResolveAsync<TResult>(OrderExecution<TResult> execution, JournalEntry entry)
        where TResult : class
    {
        execution.Bind(options.ResolveWithin);
        if (unresolved.IsHeldElsewhere(entry))
        {
            await LoadAsync(execution).ConfigureAwait(false);
            return Step<TResult>.Again;
        }

        if (await unresolved.TakeUpAsync(entry).ConfigureAwait(false) is not { } taken)
        {
            return await ReloadAsync(execution).ConfigureAwait(false);
        }

        if (await unresolved.Credentials.AreForeignAsync(execution.Operation.Account, taken).ConfigureAwait(false))
        {
            execution.Entry = await journal.RecordAsync(taken, taken with { LeaseHolder = null, LeaseUntil = null }).ConfigureAwait(false);
            return Step<TResult>.Failed(OrderingErrors.ForeignCredentials(execution));
        }

        var (found, verdict) = await unresolved.FindAsync(execution, taken).ConfigureAwait(false);
        var open = execution.Entry!;
        if (found is not null)
        {
            return await AcceptAsync(execution, open, found, isFromSend: false).ConfigureAwait(false);
        }

        return verdict.Step switch
        {
            NextStep.Repeat => await SendAsync(execution).ConfigureAwait(false),
            NextStep.BelieveAbsent => await BelieveAbsentAsync(execution, open, verdict).ConfigureAwait(false),
            NextStep.Park => await ParkAsync(execution, open, verdict).ConfigureAwait(false),
            // Nothing more can be learned in this call.
            _ when execution.Operation.Profile.Lookup == LookupAuthority.None => Step<TResult>.Failed(
                await ConcludeAsync(execution).ConfigureAwait(false)
            ),
            _ => Step<TResult>.Again,
        };
    }

    private async ValueTask<Step<TResult>> BelieveAbsentAsync<TResult>(
        OrderExecution<TResult> execution,
        JournalEntry open,
        Verdict verdict
    )
        where TResult : class
    {
        if (await journal.TryWriteAsync(open, verdict.ApplyTo(open)).ConfigureAwait(false) is not { } absent)
        {
            return await ReloadAsync(execution).ConfigureAwait(false);
        }

        execution.Entry = absent;
        execution.Unbind();
        OrderingLog.Absent(logger, absent.Identity.Reference, absent.Identity.Account);
        return execution.MaySend
            ? await SendAsync(execution).ConfigureAwait(false)
            : Step<TResult>.Failed(OrderingErrors.Absent(execution));
    }

    private async ValueTask<Step<TResult>> ParkAsync<TResult>(OrderExecution<TResult> execution, JournalEntry open, Verdict verdict)
        where TResult : class
    {
        if (await journal.TryWriteAsync(open, verdict.ApplyTo(open)).ConfigureAwait(false) is not { } written)
        {
            return await ReloadAsync(execution).ConfigureAwait(false);
        }

        execution.Entry = written;
        _quietTimes.Forget(written.Identity);
        OrderingLog.Parked(logger, written.Identity.Reference, written.Identity.Account, verdict.Reason!);
        return Step<TResult>.Failed(OrderingErrors.Parked(execution));
    }

    /// <summary>Believed absent, and here is a caller with the same content: one more look, then it is sent anew under the same key.</summary>
    private async ValueTask<Step<TResult>> SendAnewAsync<TResult>(OrderExecution<TResult> execution, JournalEntry absent)
        where TResult : class
    {
        var begun = time.GetTimestamp();
        var lookup = await _finder.FindAsync(execution, absent).ConfigureAwait(false);
        absent = execution.Entry!;
        return lookup switch
        {
            { Result: { } found } => await AcceptAsync(execution, absent, found, isFromSend: false).ConfigureAwait(false),
            { Answer: LookupAnswer.NotFound } => await SendAsync(execution).ConfigureAwait(false),
            _ when unresolved.MayRepeat(execution, absent, begun, isAnew: true) => await SendAsync(execution).ConfigureAwait(false),
            _ => Step<TResult>.Failed(OrderingErrors.Unknown(execution)),
        };
    }

    /// <summary>A person has to decide, unless the provider has it after all.</summary>
    private async ValueTask<Step<TResult>> FindParkedAsync<TResult>(OrderExecution<TResult> execution, JournalEntry parked)
        where TResult : class =>
        (await _finder.FindAsync(execution, parked).ConfigureAwait(false)).Result is { } found
            ? await AcceptAsync(execution, execution.Entry!, found, isFromSend: false).ConfigureAwait(false)
            : Step<TResult>.Failed(OrderingErrors.Parked(execution));

    /// <summary>Bought before: read, never sent.</summary>
    private async ValueTask<Step<TResult>> ReplayAsync<TResult>(OrderExecution<TResult> execution, JournalEntry accepted)
        where TResult : class
    {
        if (accepted.LastErrorCode == GiftCardErrorCode.InvalidRecipient)
        {
            return Step<TResult>.Failed(OrderingErrors.RecipientRefused(execution));
        }

        var result = await _finder.ReadAsync(execution, accepted).ConfigureAwait(false);
        if (execution.Operation.Compare(accepted, result).Difference is { } difference)
        {
            return Step<TResult>.Failed(OrderingErrors.OtherThanOrdered(execution, difference));
        }

        return Step<TResult>.Done(execution.Operation.Complete(result, accepted.ProviderKey, !execution.MayHaveBought));
    }

    private bool CanWaitFor<TResult>(OrderExecution<TResult> execution, GiftCardException refusal)
        where TResult : class => refusal.IsTransient && execution.SendsLeft > 0 && FitsIn(execution, refusal);

    private bool FitsIn<TResult>(OrderExecution<TResult> execution, GiftCardException failure)
        where TResult : class => (failure.RetryAfter ?? TimeSpan.Zero) <= Min(execution.TimeLeft, options.ResolveWithin);

    private async ValueTask<Step<TResult>> ReloadAsync<TResult>(OrderExecution<TResult> execution)
        where TResult : class
    {
        await LoadAsync(execution).ConfigureAwait(false);
        return Step<TResult>.AtOnce;
    }

    private static JournalEntry Failed(JournalEntry entry, GiftCardException failure) =>
        entry with
        {
            LastErrorCode = failure.Code,
            LastProviderCode = failure.ProviderCode,
        };

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
