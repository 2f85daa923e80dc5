using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Resolver;

/// <summary>
/// Moves the entries of an account to another id: each is written under the new id before it is removed under the old one, so that at every
/// instant, and after a crash at any, one of the two knows the order.
/// </summary>
internal sealed class AccountRename(
    OrderCoordinator coordinator,
    IReadOnlyCollection<JournalAccount> configured,
    string oldId,
    string newId
)
{
    private readonly JournalQuery _all = new() { Account = oldId, IncludeTombstones = true };

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (configured.Any(account => account.JournalId == oldId))
        {
            throw new InvalidOperationException(
                $"An account with the id '{oldId}' is configured, and orders placed with it would be bought again once they were moved. Take it out of the configuration, or give the renamed account JournalId = \"{oldId}\" instead."
            );
        }

        await foreach (var entry in coordinator.Journal.ListAsync(_all, cancellationToken).ConfigureAwait(false))
        {
            await EnsureMovableAsync(entry).ConfigureAwait(false);
        }

        var moved = 0;
        await foreach (var entry in coordinator.Journal.ListAsync(_all, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            moved += await MoveAsync(entry).ConfigureAwait(false) ? 1 : 0;
        }

        return moved;
    }

    private async ValueTask EnsureMovableAsync(JournalEntry entry)
    {
        if (entry.State == Sending || coordinator.IsBusy(entry.Identity) || coordinator.IsHeldElsewhere(entry))
        {
            throw new InvalidOperationException(
                $"The order '{entry.Identity.Reference}' of the account '{oldId}' is being placed or looked up at this moment, or was being sent when its process ended. Nothing was moved. Stop the processes that use '{oldId}' and call ResolveAsync first."
            );
        }

        if (await coordinator.Journal.FindAsync(Renamed(entry.Identity)).ConfigureAwait(false) is { } there && !IsCopy(there, entry))
        {
            throw new InvalidOperationException(
                $"The account '{newId}' has an order '{entry.Identity.Reference}' of its own already, so the one of '{oldId}' cannot take its place. Nothing was moved. Keep both accounts apart: give the renamed account JournalId = \"{oldId}\"."
            );
        }
    }

    private async ValueTask<bool> MoveAsync(JournalEntry listed)
    {
        while (await coordinator.Journal.FindAsync(listed.Identity).ConfigureAwait(false) is { } entry)
        {
            await EnsureMovableAsync(entry).ConfigureAwait(false);
            var target = Renamed(entry.Identity);
            // A copy that stands there already may know more by now than the entry it was made of.
            var isThere =
                await coordinator.Journal.FindAsync(target).ConfigureAwait(false) is not null
                || await coordinator.Journal.TryWriteAsync(null, entry with { Identity = target }).ConfigureAwait(false) is not null;
            if (isThere && await coordinator.Journal.TryRemoveAsync(entry).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What an earlier move has written before it was interrupted.</summary>
    private static bool IsCopy(JournalEntry there, JournalEntry entry) =>
        there.CreatedAt == entry.CreatedAt
        && there.Fingerprint == entry.Fingerprint
        && there.FirstSentAt == entry.FirstSentAt
        && entry.ProviderOrderIds.All(id => there.ProviderOrderIds.Contains(id, StringComparer.Ordinal));

    private OrderIdentity Renamed(OrderIdentity identity) => identity with { Account = newId };
}
