using System.Collections.Concurrent;
using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Ordering;

/// <summary>
/// Which reference a provider's id belongs to: one and no other. What another reference owns is not what a look-up was after, however alike the
/// two are, and not what a send has bought.
/// </summary>
internal sealed class OrderOwners(JournalAccess journal)
{
    /// <summary>With more accounts than this the journal's index is asked; with fewer, the entry of each costs less.</summary>
    private const int MostReads = 4;

    private readonly ConcurrentDictionary<
        (string Provider, GiftCardEnvironment Environment, Uri? Address),
        ConcurrentDictionary<string, Account>
    > _accounts = new();
    private readonly ConcurrentDictionary<(OrderIdentity Kind, string Id), OrderReference> _noted = new();

    /// <summary>An account that is in use here.</summary>
    public void Register(Account account) =>
        _accounts.GetOrAdd(HostOf(account), static _ => new(StringComparer.Ordinal))[account.JournalId] = account;

    /// <summary>Another order of the journal that an id belongs to; null if there is none.</summary>
    public async ValueTask<OrderIdentity?> OtherOwnerAsync(OrderIdentity identity, string providerKey, string id)
    {
        var holders = await journal.FindByOrderIdAsync(identity.Provider, identity.Environment, id).ConfigureAwait(false);
        return holders.FirstOrDefault(holder => IsOther(holder, identity, providerKey))?.Identity;
    }

    /// <summary>
    /// The order of the same reference at another account of the same host that an id belongs to; null if there is none. Two accounts of ours may
    /// be one account of the provider's, which then answers the second one with the first one's order.
    /// </summary>
    public async ValueTask<OrderIdentity?> TwinAsync(Account account, OrderIdentity identity, string providerKey, string id)
    {
        Account[] others = [.. OthersOf(account).Take(MostReads + 1)];
        if (others.Length > MostReads)
        {
            return await OtherOwnerAsync(identity, providerKey, id).ConfigureAwait(false);
        }

        foreach (var other in others)
        {
            var twin = await journal.FindAsync(identity with { Account = other.JournalId }).ConfigureAwait(false);
            if (twin?.ProviderOrderIds.Contains(id, StringComparer.Ordinal) == true)
            {
                return twin.Identity;
            }
        }

        return null;
    }

    /// <summary>The provider itself said that this id is this reference's.</summary>
    public void Note(OrderIdentity identity, string id) => _noted.TryAdd((KindOf(identity), id), identity.Reference);

    /// <summary>Whether an id is, or hereby becomes, this reference's: for purchases that carry no key of the caller's, so that several look alike.</summary>
    public async ValueTask<bool> TryOwnAsync(OrderIdentity identity, string providerKey, string id)
    {
        var kind = KindOf(identity);
        if (_noted.GetOrAdd((kind, id), identity.Reference) != identity.Reference)
        {
            return false;
        }

        if (await OtherOwnerAsync(identity, providerKey, id).ConfigureAwait(false) is not { } owner)
        {
            return true;
        }

        _noted[(kind, id)] = owner.Reference;
        return false;
    }

    /// <summary>
    /// Ids are the provider's, whichever account of ours it was. Only two orders of other accounts and other keys may share one: hosts that count
    /// by themselves.
    /// </summary>
    private static bool IsOther(JournalEntry holder, OrderIdentity identity, string providerKey) =>
        holder.Identity != identity
        && holder.Identity.Operation == identity.Operation
        && (
            holder.Identity.Account == identity.Account
            || holder.ProviderKey == providerKey
            || identity.Operation != OrderIdentity.PlaceOrder
        );

    private IEnumerable<Account> OthersOf(Account account) =>
        account.Address is not null && _accounts.TryGetValue(HostOf(account), out var accounts)
            ? accounts.Values.Where(other => other.JournalId != account.JournalId)
            : [];

    private static (string, GiftCardEnvironment, Uri?) HostOf(Account account) => (account.Provider, account.Environment, account.Address);

    private static OrderIdentity KindOf(OrderIdentity identity) => identity with { Reference = default };
}
