using System.Security.Cryptography;
using GiftCardSdk.Http;
using Microsoft.Extensions.Logging;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Ordering;

/// <summary>What a caller and the resolver do alike with an order whose end is open: take it up, look for it, judge a miss.</summary>
internal sealed class UnresolvedOrders(
    JournalAccess journal,
    OrderingOptions options,
    TimeProvider time,
    ILogger logger,
    ProtocolRules rules
)
{
    /// <summary>This process in owners and leases; new with each start.</summary>
    public string Me { get; } = journal.Journal.OwnerId ?? Base32.Encode(RandomNumberGenerator.GetBytes(16));

    public QuietTimes QuietTimes { get; } = new(time);

    public AccountCredentials Credentials { get; } = new(journal);

    public OrderOwners Owners { get; } = new(journal);

    public OrderFinder Finder => field ??= new(Credentials, Owners, options, time, logger);

    /// <summary>Whether another process, which may be alive, sends it or finds out about it.</summary>
    public bool IsHeldElsewhere(JournalEntry entry) =>
        !journal.Journal.IsExclusive && entry.LeaseHolder is { } holder && holder != Me && entry.LeaseUntil > time.GetUtcNow();

    /// <summary>Makes sure that this process is the one that finds out; null if somebody else was faster.</summary>
    public async ValueTask<JournalEntry?> TakeUpAsync(JournalEntry entry)
    {
        if (entry.State == Unknown && (journal.Journal.IsExclusive || entry.LeaseHolder == Me))
        {
            return entry;
        }

        // Without a recorded end, another process's last send may still be on its way, unless that process is surely dead.
        var isOver = entry.Owner == Me || journal.Journal.IsExclusive;
        var open = entry.State == Sending ? rules.Open(entry) : entry;
        return await journal
            .TryWriteAsync(
                entry,
                open with
                {
                    Owner = isOver ? null : open.Owner,
                    LeaseHolder = Me,
                    LeaseUntil = time.GetUtcNow() + options.ResolveWithin,
                }
            )
            .ConfigureAwait(false);
    }

    /// <summary>One look-up, and what a miss means. The execution's entry afterwards holds what the look-up said.</summary>
    /// <param name="execution">Who asks.</param>
    /// <param name="open">The entry, taken up.</param>
    /// <returns>What was found, or else what to do next.</returns>
    public async ValueTask<(TResult? Found, Verdict Verdict)> FindAsync<TResult>(OrderExecution<TResult> execution, JournalEntry open)
        where TResult : class
    {
        execution.Entry = open;
        var profile = execution.Operation.Profile;
        var (begun, quietTimeOver) = (time.GetTimestamp(), QuietTimes.IsOver(open, profile.QuietTime));
        var lookup = await Finder.FindAsync(execution, open).ConfigureAwait(false);
        var situation = new Situation(
            profile.Lookup,
            lookup.Answer,
            quietTimeOver,
            IsLongOver(open, quietTimeOver),
            !lookup.HasFailed,
            SenderMayLive: open.Owner is not null,
            MayRepeat(execution, open, begun),
            execution.MaySend,
            execution.RepeatWasRefused
        );
        return lookup.Result is { } found ? (found, default) : (null, rules.AfterMiss(situation));
    }

    /// <summary>
    /// Whether a repeat cannot buy a second time now. A key that is forgotten some day is repeated only if the provider's own time allows it, by an
    /// answer that has come since then: a machine that slept has a clock that knows nothing of it. In doubt it is not.
    /// </summary>
    /// <param name="execution">Who asks.</param>
    /// <param name="entry">The order.</param>
    /// <param name="begun">When this attempt to find out began, by the monotonic clock.</param>
    /// <param name="isAnew">Whether it is believed that nothing was bought, so that this would be a send like the first, and no repeat.</param>
    public bool MayRepeat<TResult>(OrderExecution<TResult> execution, JournalEntry entry, long begun, bool isAnew = false)
        where TResult : class
    {
        var profile = execution.Operation.Profile;
        if (entry.FirstSentAt is not { } first)
        {
            return false;
        }

        var now = time.GetUtcNow();
        if (profile.Repeat != RepeatBehavior.NeverWithinLife || execution.Operation.Account.Clock is not { } clock)
        {
            return profile.MayRepeat(now - first);
        }

        if (clock.HeardSince(begun) is not { } there)
        {
            return false;
        }

        return entry.FirstSentAtProvider is { } firstThere
            ? Allows(profile, now - first, isAnew) && Allows(profile, there - firstThere, isAnew)
            // Only this machine's time of the first send is known: it has to agree with the provider's now, and the room is smaller.
            : (there - now).Duration() <= ProviderClock.Margin && profile.MayRepeat(now - first) && Allows(profile, there - first, true);
    }

    /// <summary>Servers of a provider differ by a little: seconds less than nothing are none.</summary>
    private static bool Allows(IdempotencyProfile profile, TimeSpan sinceFirst, bool isAnew)
    {
        var since = sinceFirst < TimeSpan.Zero && sinceFirst >= -ProviderClock.Margin ? TimeSpan.Zero : sinceFirst;
        return isAnew ? profile.MayRepeat(since) : profile.MayResolve(since);
    }

    /// <summary>Whether it has been looked for so long that nobody would find it out by going on: by this process's monotonic clock, or by the wall clock since its last send.</summary>
    private bool IsLongOver(JournalEntry open, bool quietTimeOver) =>
        quietTimeOver
        && (QuietTimes.IsOver(open, options.Resolver.ParkAfter) || time.GetUtcNow() - open.LastSentAt >= options.Resolver.ParkAfter);
}
