using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Journal;

namespace GiftCardSdk.Webhooks;

/// <summary>The two names of an order, as the journal knows them: the caller's and the provider's.</summary>
internal sealed class OrderNames(IOrderJournal journal, Func<string, Account?> accounts)
{
    /// <summary>The caller's own id of an order; null if the journal does not know the order as this account's.</summary>
    public async ValueTask<OrderReference?> ReferenceOfAsync(string accountName, string orderId)
    {
        if (accounts(accountName) is not { } account)
        {
            return null;
        }

        var found = await journal
            .FindByOrderIdAsync(account.Provider, account.Environment, orderId, CancellationToken.None)
            .ConfigureAwait(false);
        return found.FirstOrDefault(entry => entry.Identity.Account == account.JournalId)?.Identity.Reference;
    }

    /// <summary>The provider's id of an order whose key is its reference; null if the journal has none.</summary>
    public async ValueTask<string?> OrderIdOfAsync(Account account, string providerKey)
    {
        if (
            providerKey.Length > OrderReference.MaxLength
            || providerKey.Trim() != providerKey
            || new OrderReference(providerKey).ProviderKey != providerKey
        )
        {
            return null;
        }

        var identity = new OrderIdentity(account.Provider, account.Environment, account.JournalId, OrderIdentity.PlaceOrder, providerKey);
        var entry = await journal.FindAsync(identity, CancellationToken.None).ConfigureAwait(false);
        return entry?.MainOrderId;
    }
}
