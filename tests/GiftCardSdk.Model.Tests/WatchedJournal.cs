using GiftCardSdk.Journal;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Model.Tests;

/// <summary>The journal as one process has it: fails and dies when told to, and checks each write against the table of states.</summary>
internal sealed class WatchedJournal(World world, Process process) : IOrderJournal
{
    private static readonly OrderJournalState[] AllStates = Enum.GetValues<OrderJournalState>();

    public bool IsDurable => true;

    public bool IsExclusive => true;

    public ValueTask<ReadOnlyMemory<byte>> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) =>
        world.Store.GetFingerprintKeyAsync(cancellationToken);

    public ValueTask<JournalEntry?> FindAsync(OrderIdentity identity, CancellationToken cancellationToken = default) =>
        process.IsDead ? Never<JournalEntry?>() : world.Store.FindAsync(identity, cancellationToken);

    public ValueTask<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellationToken = default) => WriteAsync(entry, isNew: true);

    public ValueTask<bool> TryUpdateAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        WriteAsync(entry, isNew: false);

    public ValueTask<IReadOnlyList<JournalEntry>> FindByOrderIdAsync(
        string provider,
        GiftCardEnvironment environment,
        string orderId,
        CancellationToken cancellationToken = default
    ) =>
        process.IsDead
            ? Never<IReadOnlyList<JournalEntry>>()
            : world.Store.FindByOrderIdAsync(provider, environment, orderId, cancellationToken);

    public IAsyncEnumerable<JournalEntry> ListAsync(JournalQuery query, CancellationToken cancellationToken = default) =>
        world.Store.ListAsync(query, cancellationToken);

    public ValueTask<int> DropTombstonesAsync(DateTimeOffset purgedBefore, CancellationToken cancellationToken = default) =>
        world.Store.DropTombstonesAsync(purgedBefore, cancellationToken);

    private async ValueTask<bool> WriteAsync(JournalEntry entry, bool isNew)
    {
        if (process.IsDead)
        {
            return await Never<bool>();
        }

        var fault = world.NextFault();
        if (fault is not (WriteFault.FailBefore or WriteFault.DieBefore))
        {
            var before = await world.Store.FindAsync(entry.Identity);
            var isWritten = isNew ? await world.Store.TryAddAsync(entry) : await world.Store.TryUpdateAsync(entry);
            if (isWritten)
            {
                Check(before, entry);
            }

            if (fault == WriteFault.None)
            {
                return isWritten;
            }
        }

        world.ReferenceOf(entry).IsBehind = true;
        if (fault is WriteFault.DieBefore or WriteFault.DieAfter)
        {
            process.Die();
            return await Never<bool>();
        }

        throw new IOException("The disk is full.");
    }

    private void Check(JournalEntry? before, JournalEntry after)
    {
        var reference = world.ReferenceOf(after);
        var isNewSend = after.State == Sending && after.Attempt != before?.Attempt;
        // What could not be written is left out, so that two steps may look like one.
        var mayFollow = MayFollow(before, after) || (reference.IsBehind && AllStates.Any(state => MayFollow(before, state, after)));
        world.FindIf(!mayFollow, reference, $"goes from {before?.State.ToString() ?? "nothing"} to {after.State}");
        world.FindIf(after.Version != (before?.Version ?? 0) + 1, reference, "leaves a version out");
        world.FindIf(after.Attempt != (before?.Attempt ?? 0) + (isNewSend ? 1 : 0), reference, "miscounts its sends");
        world.FindIf(
            before?.State == Accepted && !before.ProviderOrderIds.SequenceEqual(after.ProviderOrderIds, StringComparer.Ordinal),
            reference,
            "changes its id"
        );
        world.FindIf(before is not null && before.ProviderKey != after.ProviderKey, reference, "changes its key");
        world.FindIf(after.State == Parked && after.Reason is null, reference, "is parked without a reason");
        if (after.State == Absent && before?.State != Absent)
        {
            world.FindIf(reference.ObjectionToAbsence(world.Now), reference);
        }

        if (after.State == Parked && before?.State != Parked)
        {
            world.FindIf(reference.ObjectionToParking(after, world.Now, process.Clock.GetUtcNow()), reference);
        }

        if (isNewSend)
        {
            reference.LastIntendedAt = process.Clock.GetUtcNow();
            // What is no repeat is the first send that may buy.
            reference.LastHeard = before is { IsAmbiguous: true } ? reference.LastHeard : world.Now;
            var content = Orders.ContentOf(after.Lines[0].FaceValue);
            world.FindIf(reference.ObjectionToIntent(content), reference);
            reference.Standing = content;
        }

        reference.Entry = after;
        reference.IsBehind &= after.State is not (Accepted or Refused);
        if (after.Decision != before?.Decision)
        {
            // A person has said what is true.
            reference.IsKnownBought = reference.MayHaveBought = after.State == Accepted;
        }
    }

    private static bool MayFollow(JournalEntry? before, OrderJournalState between, JournalEntry after) =>
        between != Parked && before is not null && IsInTable(before.State, between) && IsInTable(between, after.State);

    private static bool MayFollow(JournalEntry? before, JournalEntry after) =>
        (before?.State, after.State) switch
        {
            // A person may take an unknown order through Parked in one go, and is written down. No other process is asleep before a send here.
            (Parked or Unknown, Refused) => after.Decision is not null && after.Decision != before.Decision,
            (Sending, Sending) or (Unknown, Unknown) => after.Attempt == before.Attempt,
            var (from, to) when from == to => after.PurgedAt is not null,
            var (from, to) => IsInTable(from, to),
        };

    /// <summary>The table of docs/exactly-once.md.</summary>
    private static bool IsInTable(OrderJournalState? from, OrderJournalState to) =>
        (from, to) switch
        {
            (null, Sending) => true,
            (Sending, Accepted or Refused or Unknown) => true,
            (Unknown, Accepted or Absent or Parked or Sending) => true,
            (Absent, Sending or Accepted) => true,
            (Refused, Sending) => true,
            (Parked, Accepted or Refused) => true,
            _ => false,
        };

    private static async ValueTask<T> Never<T>() => await new TaskCompletionSource<T>().Task;
}

/// <summary>What happens to a write.</summary>
internal enum WriteFault
{
    None,
    FailBefore,
    FailAfter,
    DieBefore,
    DieAfter,
}
