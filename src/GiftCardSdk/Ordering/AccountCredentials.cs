using System.Runtime.CompilerServices;
using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Ordering;

/// <summary>
/// Keyed hashes of the credentials that accounts have now. An order is looked for only with an account that shares one of those it was sent with:
/// anywhere else it would seem absent, and be bought a second time.
/// </summary>
internal sealed class AccountCredentials(JournalAccess journal)
{
    private readonly ConditionalWeakTable<Account, Hashed> _hashed = [];

    /// <summary>The hashes of an account's credentials as they are now; empty where it names none, or its options cannot be read.</summary>
    public async ValueTask<IReadOnlyList<string>> OfAsync(Account account)
    {
        var identities = Read(account);
        if (identities.Count == 0)
        {
            return [];
        }

        if (_hashed.TryGetValue(account, out var known) && identities.SequenceEqual(known.Identities, StringComparer.Ordinal))
        {
            return known.Hashes;
        }

        var hashed = Hash(account, [.. identities], await journal.GetKeyAsync().ConfigureAwait(false));
        _hashed.AddOrUpdate(account, hashed);
        return hashed.Hashes;
    }

    /// <summary>Whether an account has none of the credentials that an order was sent with. Where either names none, nothing is known against it.</summary>
    public async ValueTask<bool> AreForeignAsync(Account account, JournalEntry entry) =>
        entry.Credentials.Count > 0
        && await OfAsync(account).ConfigureAwait(false) is { Count: > 0 } current
        && !current.Any(hash => entry.Credentials.Contains(hash, StringComparer.Ordinal));

    private static IReadOnlyList<string> Read(Account account)
    {
        try
        {
            return account.Credentials();
        }
        catch (Exception)
        {
            // Options that are not right at the moment: the call itself says so, and sends nothing.
            return [];
        }
    }

    private static Hashed Hash(Account account, string[] identities, FingerprintKey key) =>
        new(identities, [.. identities.Select(identity => key.Sign($"credential\n{account.Provider}\n{identity}"))]);

    private sealed record Hashed(string[] Identities, string[] Hashes);
}
