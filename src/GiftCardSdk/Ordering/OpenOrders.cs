using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using static GiftCardSdk.Ordering.OrderJournalState;

namespace GiftCardSdk.Ordering;

/// <summary>What a caller and the resolver do alike with an order whose end is open: take it up, look for it, judge a miss.</summary>
internal sealed class OpenOrders(JournalAccess journal, OrderingOptions options, TimeProvider time, ILogger logger, ProtocolRules rules)
{
    /// <summary>This process in owners and leases; new with each start.</summary>
    public string Me { get; } = Base32.Encode(RandomNumberGenerator.GetBytes(16));

    public QuietTimes QuietTimes { get; } = new(time);

    public AccountCredentials Credentials { get; } = new(journal);

    public OrderOwners Owners { get; } = new(journal);

    public Lookups Lookups => field ??= new(Credentials, Owners, options, time, logger);

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

    /// <summary>One look-up, and what a miss means. The flight's entry afterwards holds what the look-up said.</summary>
    /// <param name="flight">Who asks.</param>
    /// <param name="open">The entry, taken up.</param>
    /// <returns>What was found, or else what to do next.</returns>
    public async ValueTask<(TResult? Found, Verdict Verdict)> AskAsync<TResult>(Flight<TResult> flight, JournalEntry open)
        where TResult : class
    {
        flight.Entry = open;
        var profile = flight.Operation.Profile;
        var quietTimeOver = QuietTimes.IsOver(open, profile.QuietTime);
        var lookup = await Lookups.LookAsync(flight, open).ConfigureAwait(false);
        var situation = new Situation(
            profile.Lookup,
            lookup.Answer,
            quietTimeOver,
            SenderMayLive: open.Owner is not null,
            MayRepeat(profile, open),
            flight.MaySend,
            flight.RepeatWasRefused
        );
        return lookup.Result is { } found ? (found, default) : (null, rules.AfterMiss(situation));
    }

    /// <summary>Whether a repeat cannot buy a second time now.</summary>
    public bool MayRepeat(IdempotencyProfile profile, JournalEntry entry) =>
        entry.FirstSentAt is { } first && profile.MayRepeat(time.GetUtcNow() - first);
}
