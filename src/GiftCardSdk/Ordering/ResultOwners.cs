using System.Collections.Concurrent;

namespace GiftCardSdk.Ordering;

/// <summary>
/// Which reference a provider's id belongs to, for purchases that carry no key of the caller's: what another reference owns is not what a
/// look-up was after, however alike the two are.
/// </summary>
internal sealed class ResultOwners(IOrderJournal journal)
{
    private readonly ConcurrentDictionary<(OrderIdentity Kind, string Id), OrderReference> _owners = new();

    /// <summary>The provider itself said that this id is this reference's.</summary>
    public void Note(OrderIdentity identity, string id) => _owners.TryAdd((KindOf(identity), id), identity.Reference);

    /// <summary>Whether an id is, or hereby becomes, this reference's.</summary>
    public async ValueTask<bool> TryOwnAsync(OrderIdentity identity, string id, CancellationToken cancellationToken)
    {
        var kind = KindOf(identity);
        if (_owners.GetOrAdd((kind, id), identity.Reference) != identity.Reference)
        {
            return false;
        }

        var query = new JournalQuery
        {
            Provider = identity.Provider,
            Account = identity.Account,
            States = [OrderJournalState.Accepted],
            IncludeTombstones = true,
        };
        await foreach (var entry in journal.ListAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Identity != identity && KindOf(entry.Identity) == kind && entry.ProviderOrderIds.Contains(id, StringComparer.Ordinal))
            {
                _owners[(kind, id)] = entry.Identity.Reference;
                return false;
            }
        }

        return true;
    }

    private static OrderIdentity KindOf(OrderIdentity identity) => identity with { Reference = default };
}
