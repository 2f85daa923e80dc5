using Microsoft.Extensions.Logging;
using static GiftCardSdk.Ordering.OrderJournalState;

namespace GiftCardSdk.Ordering;

/// <summary>
/// The exactly-once protocol, one step of one order at a time. A step looks at the journal's state alone, so that it does not matter whether
/// this call, an earlier one or another process brought the order there.
/// </summary>
internal sealed class OrderProtocol(
    JournalAccess journal,
    OpenOrders openOrders,
    OrderingOptions options,
    TimeProvider time,
    ILogger logger,
    ProtocolRules rules
)
{
    private readonly QuietTimes _quietTimes = openOrders.QuietTimes;
    private readonly Attempts _attempts = new(options, time, logger, rules);
    private readonly Lookups _lookups = openOrders.Lookups;

    /// <summary>Reads what the journal knows; the same reference with other content is a conflict, unless nothing was bought for certain.</summary>
    public async ValueTask LoadAsync<TResult>(Flight<TResult> flight)
        where TResult : class
    {
        flight.Entry = flight.Entry is { } known
            ? await journal.FindAgainAsync(known).ConfigureAwait(false)
            : await journal.FindAsync(flight.Operation.Identity).ConfigureAwait(false);
        if (flight.Entry is null or { State: Refused or Absent })
        {
            // Perhaps another process found that out while this call waited for it: the time for finding out is no time to send in.
            flight.Unbind();
        }

        if (flight.Entry is { State: not Refused } entry)
        {
            EnsureSameContent(flight, entry);
        }
    }

    private static void EnsureSameContent<TResult>(Flight<TResult> flight, JournalEntry entry)
        where TResult : class
    {
        switch (FingerprintKey.Compare(entry.Fingerprint, flight.Fingerprint))
        {
            case ContentMatch.Other:
                throw OrderingErrors.OtherContent(flight);
            case ContentMatch.OtherKey:
                throw OrderingErrors.OtherKey(flight, entry);
            case ContentMatch.OtherRule:
                throw OrderingErrors.OtherRule(flight);
        }
    }

    /// <summary>The next step.</summary>
    public ValueTask<Step<TResult>> StepAsync<TResult>(Flight<TResult> flight)
        where TResult : class =>
        flight.Entry switch
        {
            null or { State: Refused } => SendFirstAsync(flight),
            { State: Accepted } entry => ReplayAsync(flight, entry),
            { State: Absent } entry => SendAnewAsync(flight, entry),
            { State: Parked } entry => LookForParkedAsync(flight, entry),
            var entry => ResolveAsync(flight, entry),
        };

    /// <summary>The time is up, or nobody waits: what the caller is told, and what the journal keeps.</summary>
    public async ValueTask<Exception> ConcludeAsync<TResult>(Flight<TResult> flight)
        where TResult : class
    {
        if (flight is { Entry.State: Refused, HasCallers: true })
        {
            // Another process may have bought it since: nothing is called refused that the journal does not call so now.
            flight.Entry = await journal.FindAgainAsync(flight.Entry).ConfigureAwait(false);
        }

        if (flight.Entry is not { State: Sending or Unknown } entry)
        {
            return EndOf(flight);
        }

        OrderingLog.StaysUnknown(logger, entry.Identity.Reference, entry.Identity.Account);
        if (!openOrders.IsHeldElsewhere(entry))
        {
            flight.Entry = await journal.RecordAsync(entry, entry with { LeaseHolder = null, LeaseUntil = null }).ConfigureAwait(false);
        }

        return flight.Entry!.State is Sending or Unknown ? OrderingErrors.Unknown(flight) : EndOf(flight);
    }

    /// <summary>What a caller is told whose call has no time left, of an order that is not open.</summary>
    private static Exception EndOf<TResult>(Flight<TResult> flight)
        where TResult : class =>
        flight.Entry?.State switch
        {
            Accepted => OrderingErrors.Exists(flight, flight.LastFailure),
            Parked => OrderingErrors.Parked(flight),
            Absent => OrderingErrors.Absent(flight),
            _ when flight.LastFailure is null && flight.HasCallers => OrderingErrors.NotSentInTime(flight),
            // Nothing was sent and nobody waits any more.
            _ => flight.LastFailure ?? (Exception)new OperationCanceledException(),
        };

    /// <summary>Nothing was bought before: what the provider would not take is refused here, without a trace in the journal.</summary>
    private async ValueTask<Step<TResult>> SendFirstAsync<TResult>(Flight<TResult> flight)
        where TResult : class
    {
        flight.Operation.EnsureSendable();
        return await journal.FindGapAsync().ConfigureAwait(false) is ({ } gap, var seenAt) && !(flight.Entry?.UpdatedAt > gap.To)
            ? await LookFirstAsync(flight, gap, seenAt).ConfigureAwait(false)
            : await SendAsync(flight).ConfigureAwait(false);
    }

    /// <summary>The journal may have lost that this reference was sent: it is treated as sent at some time of the gap, with an end that is not known.</summary>
    private async ValueTask<Step<TResult>> LookFirstAsync<TResult>(Flight<TResult> flight, JournalGap gap, long seenAt)
        where TResult : class
    {
        var key = await journal.GetKeyAsync().ConfigureAwait(false);
        var credentials = await openOrders.Credentials.OfAsync(flight.Operation.Account).ConfigureAwait(false);
        var sending = flight.Entry is { } refused ? BeginAgain(flight, refused, key, credentials) : Begin(flight, key, credentials);
        var open = rules.Open(sending) with
        {
            FirstSentAt = flight.Entry?.FirstSentAt ?? gap.From,
            FirstSentAtProvider = null,
            LastSentAt = gap.To,
            Owner = null,
        };
        if (await journal.TryWriteAsync(flight.Entry, open).ConfigureAwait(false) is not { } written)
        {
            return await ReloadAsync(flight).ConfigureAwait(false);
        }

        flight.Entry = written;
        _quietTimes.StartAt(written, seenAt);
        OrderingLog.LooksFirst(logger, written.Identity.Reference, written.Identity.Account);
        return Step<TResult>.AtOnce;
    }

    /// <summary>Writes the send down, sends, writes down what became of it.</summary>
    private async ValueTask<Step<TResult>> SendAsync<TResult>(Flight<TResult> flight)
        where TResult : class
    {
        var isOpen = flight.Entry is { State: not Refused };
        if (isOpen && await openOrders.Credentials.AreForeignAsync(flight.Operation.Account, flight.Entry!).ConfigureAwait(false))
        {
            return Step<TResult>.Failed(OrderingErrors.ForeignCredentials(flight));
        }

        var key = await journal.GetKeyAsync().ConfigureAwait(false);
        var credentials = await openOrders.Credentials.OfAsync(flight.Operation.Account).ConfigureAwait(false);
        var begun = time.GetTimestamp();
        var written = flight.Entry is { } before
            ? await journal.TryWriteAsync(before, BeginAgain(flight, before, key, credentials)).ConfigureAwait(false)
            : await journal.TryAddAsync(Begin(flight, key, credentials)).ConfigureAwait(false);
        if (written is not { } entry)
        {
            return await ReloadAsync(flight).ConfigureAwait(false);
        }

        flight.Entry = entry;
        flight.SendsLeft--;
        OrderingLog.Sending(logger, entry.Identity.Reference, entry.ProviderKey, entry.Identity.Account, entry.Attempt);
        var (outcome, result, failure) = await _attempts.SendAsync(flight, entry, begun).ConfigureAwait(false);
        // What the adapter asked for before the send may have been the first that was heard of the provider.
        if (!entry.IsAmbiguous && entry.FirstSentAtProvider is null && flight.HandedOverAt is { } handedOver)
        {
            entry = entry with { FirstSentAtProvider = handedOver };
        }

        return result is not null ? await AcceptAnswerAsync(flight, entry, result).ConfigureAwait(false)
            : outcome == AttemptOutcome.Exists ? await AcceptUnreadAsync(flight, entry, (GiftCardException)failure!).ConfigureAwait(false)
            : await FailAsync(flight, entry, outcome, failure!).ConfigureAwait(false);
    }

    /// <summary>A send that has not bought it, or may have.</summary>
    private ValueTask<Step<TResult>> FailAsync<TResult>(
        Flight<TResult> flight,
        JournalEntry entry,
        AttemptOutcome outcome,
        Exception failure
    )
        where TResult : class =>
        outcome == AttemptOutcome.Ambiguous || entry.IsAmbiguous
            ? LeaveOpenAsync(flight, entry, outcome, failure)
            : RefuseAsync(flight, entry, outcome, failure);

    /// <summary>The answer to a send is an order: the one that was asked for, unless the provider answers with one that was there before.</summary>
    private async ValueTask<Step<TResult>> AcceptAnswerAsync<TResult>(Flight<TResult> flight, JournalEntry entry, TResult result)
        where TResult : class
    {
        var trace = flight.Operation.TraceOf(result);
        var isOlder = Lookups.IsOlder(flight.Operation, entry, result);
        if (trace.WasReplayed || isOlder)
        {
            return await AcceptEarlierAsync(flight, entry, result, isOlder).ConfigureAwait(false);
        }

        return
            flight.Operation.Profile.Repeat != RepeatBehavior.BuysAgain
            && await TwinAsync(flight, trace.Id).ConfigureAwait(false) is { } twin
            ? await FailAsync(flight, entry, AttemptOutcome.Refused, OrderingErrors.OtherOwner(flight, trace.Id, twin))
                .ConfigureAwait(false)
            : await AcceptAsync(flight, entry, result, isFromSend: true).ConfigureAwait(false);
    }

    private async ValueTask<OrderIdentity?> TwinAsync<TResult>(Flight<TResult> flight, string id)
        where TResult : class
    {
        try
        {
            return await openOrders
                .Owners.TwinAsync(flight.Operation.Account, flight.Operation.Identity, flight.ProviderKey, id)
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
        Flight<TResult> flight,
        JournalEntry entry,
        TResult earlier,
        bool isOlder
    )
        where TResult : class
    {
        var id = flight.Operation.TraceOf(earlier).Id;
        var likeness = flight.Operation.Compare(entry, earlier);
        if (likeness.Difference is { } difference)
        {
            var other = OrderingErrors.OtherOrder(flight, id, difference);
            return await FailAsync(flight, entry, AttemptOutcome.Refused, other).ConfigureAwait(false);
        }

        if (!likeness.IsSame)
        {
            return await LeaveOpenAsync(flight, entry, AttemptOutcome.Ambiguous, OrderingErrors.ShowsTooLittle(flight, id))
                .ConfigureAwait(false);
        }

        if (await OtherOwnerAsync(flight, entry, id).ConfigureAwait(false) is { } owner)
        {
            return await FailAsync(flight, entry, AttemptOutcome.Refused, OrderingErrors.OtherOwner(flight, id, owner))
                .ConfigureAwait(false);
        }

        // What is older than the first send was bought by none of this call's.
        flight.MayHaveBought &= !isOlder;
        return await AcceptAsync(flight, entry, earlier, isFromSend: false).ConfigureAwait(false);
    }

    private async ValueTask<OrderIdentity?> OtherOwnerAsync<TResult>(Flight<TResult> flight, JournalEntry entry, string id)
        where TResult : class
    {
        try
        {
            return await openOrders.Owners.OtherOwnerAsync(flight.Operation.Identity, entry.ProviderKey, id).ConfigureAwait(false);
        }
        catch (GiftCardException)
        {
            return null;
        }
    }

    /// <summary>The first entry of an order, as it is written.</summary>
    private JournalEntry Begin<TResult>(Flight<TResult> flight, FingerprintKey key, IReadOnlyList<string> credentials)
        where TResult : class
    {
        var now = time.GetUtcNow();
        return new()
        {
            Identity = flight.Operation.Identity,
            ProviderKey = flight.ProviderKey,
            Fingerprint = flight.Fingerprint,
            Lines = flight.Operation.Describe(key),
            Delivery = flight.Operation.Delivery,
            State = Sending,
            Attempt = 1,
            FirstSentAt = now,
            FirstSentAtProvider = flight.Operation.Account.Clock?.Now,
            LastSentAt = now,
            Owner = openOrders.Me,
            LeaseHolder = openOrders.Me,
            LeaseUntil = LeaseFrom(now),
            Credentials = JournalEntry.Join([], credentials),
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    /// <summary>A further send of an order that the journal knows.</summary>
    private JournalEntry BeginAgain<TResult>(
        Flight<TResult> flight,
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
                Fingerprint = flight.Fingerprint,
                Delivery = flight.Operation.Delivery,
                Credentials = [],
            };
        }

        return entry with
        {
            Credentials = JournalEntry.Join(entry.Credentials, credentials),
            // A tombstone that is sent anew is none any more.
            Lines = flight.Operation.Describe(key),
            PurgedAt = null,
            Attempt = entry.Attempt + 1,
            FirstSentAt = entry.FirstSentAt ?? now,
            // Of sends that bought nothing for certain no time need be known.
            FirstSentAtProvider = entry.FirstSentAtProvider ?? (entry.IsAmbiguous ? null : flight.Operation.Account.Clock?.Now),
            LastSentAt = now,
            Reason = null,
            Owner = openOrders.Me,
            LeaseHolder = openOrders.Me,
            LeaseUntil = LeaseFrom(now),
        };
    }

    private DateTimeOffset LeaseFrom(DateTimeOffset now) => now + options.AttemptTimeout + options.ResolveWithin;

    /// <summary>Bought, by this send or by an earlier one that was found.</summary>
    private async ValueTask<Step<TResult>> AcceptAsync<TResult>(Flight<TResult> flight, JournalEntry entry, TResult result, bool isFromSend)
        where TResult : class
    {
        var trace = flight.Operation.TraceOf(result);
        var accepted = entry.MoveTo(Accepted) with
        {
            ProviderOrderIds = [trace.Id],
            RawStatus = trace.RawStatus,
            Reason = null,
            LastErrorCode = null,
            LastProviderCode = null,
        };
        flight.Entry = await journal.RecordAsync(entry, accepted).ConfigureAwait(false);
        _quietTimes.Forget(entry.Identity);
        OrderingLog.Accepted(logger, entry.Identity.Reference, entry.Identity.Account, trace.Id, entry.Attempt);
        var wasReplayed = Lookups.IsOlder(flight.Operation, entry, result) || (!flight.MayHaveBought && (trace.WasReplayed || !isFromSend));
        return Step<TResult>.Done(flight.Operation.Complete(result, entry.ProviderKey, wasReplayed));
    }

    /// <summary>Bought: the failure names the order. It is read, unless the failure is all there is to say.</summary>
    private async ValueTask<Step<TResult>> AcceptUnreadAsync<TResult>(Flight<TResult> flight, JournalEntry entry, GiftCardException failure)
        where TResult : class
    {
        if (failure.Code == GiftCardErrorCode.Conflict)
        {
            return await AcceptNamedAsync(flight, entry, failure).ConfigureAwait(false);
        }

        flight.MayHaveBought = true;
        var accepted = entry.MoveTo(Accepted) with
        {
            ProviderOrderIds = [failure.OrderId!],
            LastErrorCode = failure.Code,
            LastProviderCode = failure.ProviderCode,
        };
        flight.Entry = await journal.RecordAsync(entry, accepted).ConfigureAwait(false);
        _quietTimes.Forget(entry.Identity);
        OrderingLog.Accepted(logger, entry.Identity.Reference, entry.Identity.Account, failure.OrderId, entry.Attempt);
        return failure.Code == GiftCardErrorCode.InvalidRecipient
            ? Step<TResult>.Failed(OrderingErrors.About(flight, failure))
            : await ReplayAsync(flight, accepted).ConfigureAwait(false);
    }

    /// <summary>A conflict says that the order was there before, and names it: it is read and compared before it is taken for ours.</summary>
    private async ValueTask<Step<TResult>> AcceptNamedAsync<TResult>(Flight<TResult> flight, JournalEntry entry, GiftCardException conflict)
        where TResult : class
    {
        flight.Bind(options.ResolveWithin);
        TResult? earlier;
        try
        {
            earlier = await _lookups.TryReadAsync(flight, conflict.OrderId!).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            flight.Entry = await journal
                .RecordAsync(entry, rules.Open(Failed(entry, conflict)) with { Owner = null })
                .ConfigureAwait(false);
            throw;
        }

        return earlier is null
            ? await LeaveOpenAsync(flight, entry, AttemptOutcome.Ambiguous, conflict).ConfigureAwait(false)
            : await AcceptEarlierAsync(flight, entry, earlier, isOlder: false).ConfigureAwait(false);
    }

    /// <summary>Nothing was bought, for certain. A transient refusal may be tried again at any provider.</summary>
    private async ValueTask<Step<TResult>> RefuseAsync<TResult>(
        Flight<TResult> flight,
        JournalEntry entry,
        AttemptOutcome outcome,
        Exception failure
    )
        where TResult : class
    {
        var refusal = flight.LastFailure = OrderingErrors.OfSend(flight, outcome, failure);
        if (
            refusal.Code == GiftCardErrorCode.Conflict
            && (await _lookups.LookAsync(flight, entry).ConfigureAwait(false)).Result is { } found
        )
        {
            // The provider knows the key: an order that this journal has forgotten.
            return await AcceptAsync(flight, flight.Entry!, found, isFromSend: false).ConfigureAwait(false);
        }

        var refused = Failed(flight.Entry!, refusal).MoveTo(Refused) with
        {
            Reason = outcome == AttemptOutcome.NeverSent ? "never sent" : null,
        };
        flight.Entry = await journal.RecordAsync(entry, refused).ConfigureAwait(false);
        if (flight.Entry.State != Refused)
        {
            // Another process has come further with it, and may have bought: what the journal says goes before what this send was told.
            flight.LastFailure = null;
            return Step<TResult>.AtOnce;
        }

        OrderingLog.Refused(logger, entry.Identity.Reference, entry.Identity.Account, refusal.Code, entry.Attempt);
        return CanWaitFor(flight, refusal) ? Step<TResult>.AgainAfter(refusal.RetryAfter) : Step<TResult>.Failed(refusal);
    }

    /// <summary>It may have been bought: this send may have done it, or one before.</summary>
    private async ValueTask<Step<TResult>> LeaveOpenAsync<TResult>(
        Flight<TResult> flight,
        JournalEntry entry,
        AttemptOutcome outcome,
        Exception failure
    )
        where TResult : class
    {
        var refusal = flight.LastFailure = OrderingErrors.OfOpenSend(flight, outcome, failure);
        flight.Bind(options.ResolveWithin);
        var open = rules.Open(Failed(entry, refusal)) with { Owner = null };
        flight.Entry = await journal.RecordAsync(entry, open).ConfigureAwait(false);
        if (flight.Entry.State is not (Unknown or Sending))
        {
            flight.MayHaveBought |= outcome == AttemptOutcome.Ambiguous;
            return Step<TResult>.AtOnce;
        }

        if (outcome == AttemptOutcome.Ambiguous)
        {
            flight.MayHaveBought = true;
            _quietTimes.Restart(open);
            OrderingLog.EndUnknown(logger, entry.Identity.Reference, entry.Identity.Account, failure.GetType().Name, entry.Attempt);
            return Step<TResult>.AgainAfter(FitsIn(flight, refusal) ? refusal.RetryAfter : null);
        }

        _quietTimes.Continue(open);
        if (CanWaitFor(flight, refusal))
        {
            return Step<TResult>.AgainAfter(refusal.RetryAfter);
        }

        flight.SendsLeft = 0;
        flight.RepeatWasRefused = !refusal.IsTransient;
        return Step<TResult>.Again;
    }

    /// <summary>Found open: looked up first, then repeated if that cannot buy twice, else believed absent, parked, or left open.</summary>
    private async ValueTask<Step<TResult>> ResolveAsync<TResult>(Flight<TResult> flight, JournalEntry entry)
        where TResult : class
    {
        flight.Bind(options.ResolveWithin);
        if (openOrders.IsHeldElsewhere(entry))
        {
            await LoadAsync(flight).ConfigureAwait(false);
            return Step<TResult>.Again;
        }

        if (await openOrders.TakeUpAsync(entry).ConfigureAwait(false) is not { } taken)
        {
            return await ReloadAsync(flight).ConfigureAwait(false);
        }

        if (await openOrders.Credentials.AreForeignAsync(flight.Operation.Account, taken).ConfigureAwait(false))
        {
            flight.Entry = await journal.RecordAsync(taken, taken with { LeaseHolder = null, LeaseUntil = null }).ConfigureAwait(false);
            return Step<TResult>.Failed(OrderingErrors.ForeignCredentials(flight));
        }

        var (found, verdict) = await openOrders.AskAsync(flight, taken).ConfigureAwait(false);
        var open = flight.Entry!;
        if (found is not null)
        {
            return await AcceptAsync(flight, open, found, isFromSend: false).ConfigureAwait(false);
        }

        return verdict.Step switch
        {
            NextStep.Repeat => await SendAsync(flight).ConfigureAwait(false),
            NextStep.BelieveAbsent => await BelieveAbsentAsync(flight, open).ConfigureAwait(false),
            NextStep.Park => await ParkAsync(flight, open, verdict.Reason!).ConfigureAwait(false),
            // Nothing more can be learned in this call.
            _ when flight.Operation.Profile.Lookup == LookupAuthority.None => Step<TResult>.Failed(
                await ConcludeAsync(flight).ConfigureAwait(false)
            ),
            _ => Step<TResult>.Again,
        };
    }

    private async ValueTask<Step<TResult>> BelieveAbsentAsync<TResult>(Flight<TResult> flight, JournalEntry open)
        where TResult : class
    {
        if (await journal.TryWriteAsync(open, open.MoveTo(Absent)).ConfigureAwait(false) is not { } absent)
        {
            return await ReloadAsync(flight).ConfigureAwait(false);
        }

        flight.Entry = absent;
        flight.Unbind();
        OrderingLog.Absent(logger, absent.Identity.Reference, absent.Identity.Account);
        return flight.MaySend ? await SendAsync(flight).ConfigureAwait(false) : Step<TResult>.Failed(OrderingErrors.Absent(flight));
    }

    private async ValueTask<Step<TResult>> ParkAsync<TResult>(Flight<TResult> flight, JournalEntry open, string reason)
        where TResult : class
    {
        var parked = (open with { Reason = reason }).MoveTo(Parked);
        if (await journal.TryWriteAsync(open, parked).ConfigureAwait(false) is not { } written)
        {
            return await ReloadAsync(flight).ConfigureAwait(false);
        }

        flight.Entry = written;
        _quietTimes.Forget(written.Identity);
        OrderingLog.Parked(logger, written.Identity.Reference, written.Identity.Account, reason);
        return Step<TResult>.Failed(OrderingErrors.Parked(flight));
    }

    /// <summary>Believed absent, and here is a caller with the same content: one more look, then it is sent anew under the same key.</summary>
    private async ValueTask<Step<TResult>> SendAnewAsync<TResult>(Flight<TResult> flight, JournalEntry absent)
        where TResult : class
    {
        var begun = time.GetTimestamp();
        var lookup = await _lookups.LookAsync(flight, absent).ConfigureAwait(false);
        absent = flight.Entry!;
        return lookup switch
        {
            { Result: { } found } => await AcceptAsync(flight, absent, found, isFromSend: false).ConfigureAwait(false),
            { Answer: LookupAnswer.NotFound } => await SendAsync(flight).ConfigureAwait(false),
            _ when openOrders.MayRepeat(flight, absent, begun, isAnew: true) => await SendAsync(flight).ConfigureAwait(false),
            _ => Step<TResult>.Failed(OrderingErrors.Unknown(flight)),
        };
    }

    /// <summary>A person has to decide, unless the provider has it after all.</summary>
    private async ValueTask<Step<TResult>> LookForParkedAsync<TResult>(Flight<TResult> flight, JournalEntry parked)
        where TResult : class =>
        (await _lookups.LookAsync(flight, parked).ConfigureAwait(false)).Result is { } found
            ? await AcceptAsync(flight, flight.Entry!, found, isFromSend: false).ConfigureAwait(false)
            : Step<TResult>.Failed(OrderingErrors.Parked(flight));

    /// <summary>Bought before: read, never sent.</summary>
    private async ValueTask<Step<TResult>> ReplayAsync<TResult>(Flight<TResult> flight, JournalEntry accepted)
        where TResult : class
    {
        if (accepted.LastErrorCode == GiftCardErrorCode.InvalidRecipient)
        {
            return Step<TResult>.Failed(OrderingErrors.RecipientRefused(flight));
        }

        var result = await _lookups.ReadAsync(flight, accepted).ConfigureAwait(false);
        if (flight.Operation.Compare(accepted, result).Difference is { } difference)
        {
            return Step<TResult>.Failed(OrderingErrors.OtherThanOrdered(flight, difference));
        }

        return Step<TResult>.Done(flight.Operation.Complete(result, accepted.ProviderKey, !flight.MayHaveBought));
    }

    private bool CanWaitFor<TResult>(Flight<TResult> flight, GiftCardException refusal)
        where TResult : class => refusal.IsTransient && flight.SendsLeft > 0 && FitsIn(flight, refusal);

    private bool FitsIn<TResult>(Flight<TResult> flight, GiftCardException failure)
        where TResult : class => (failure.RetryAfter ?? TimeSpan.Zero) <= Min(flight.TimeLeft, options.ResolveWithin);

    private async ValueTask<Step<TResult>> ReloadAsync<TResult>(Flight<TResult> flight)
        where TResult : class
    {
        await LoadAsync(flight).ConfigureAwait(false);
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
