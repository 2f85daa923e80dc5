using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Journal;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Accounts;

/// <summary>
/// What the journal knows each account by, and that no two accounts of ours are one by mistake: neither one account of the provider's under two
/// ids, where a reference would be given the other's order, nor two of them under one id.
/// </summary>
internal sealed class JournalIds
{
    private const int Longest = 100;

    private readonly Lock _gate = new();
    private readonly Dictionary<Credential, Account> _byCredential = [];
    private readonly Dictionary<JournalAccount, (string Name, bool NamesCredentials)> _byId = [];

    /// <summary>The id of an account: its name, unless its options say otherwise.</summary>
    /// <exception cref="OptionsValidationException">The options give one that cannot be.</exception>
    public static string Of(AccountRegistration registration, IServiceProvider services)
    {
        var id = registration.JournalId(services);
        if (id is null)
        {
            return registration.Name;
        }

        return id.Length is > 0 and <= Longest && !char.IsWhiteSpace(id[0]) && !char.IsWhiteSpace(id[^1]) && !id.Any(IsOdd)
            ? id
            : throw Mistake(
                registration,
                $"JournalId is '{new string([.. id.Take(Longest).Select(letter => IsOdd(letter) ? '?' : letter)])}'; 1 to {Longest} characters without blanks at its ends, control characters or lone surrogates are expected, or null for the account's name."
            );
    }

    /// <summary>Takes an account in.</summary>
    /// <exception cref="OptionsValidationException">It is another account of ours under another id, or another account of the provider's under the same id.</exception>
    public void Add(AccountRegistration registration, Account account)
    {
        Credential[] credentials =
        [
            .. Read(account).Select(identity => new Credential(account.Provider, account.Environment, account.Address, identity)),
        ];
        lock (_gate)
        {
            Account[] same = [.. credentials.Select(_byCredential.GetValueOrDefault).OfType<Account>()];
            EnsureOneId(registration, account, same);
            EnsureOneAccount(registration, account, credentials, same);
            foreach (var credential in credentials)
            {
                _byCredential.TryAdd(credential, account);
            }

            _byId.TryAdd(new(account.Provider, account.Environment, account.JournalId), (account.Name, credentials.Length > 0));
        }
    }

    /// <summary>One account of the provider's under two ids would be given the same order for the same reference.</summary>
    private static void EnsureOneId(AccountRegistration registration, Account account, Account[] same)
    {
        if (Array.Find(same, other => other.JournalId != account.JournalId) is { } other)
        {
            throw Mistake(
                registration,
                $"it has a credential of the account '{other.Name}': both are one account of {account.Provider}'s, so that the same reference would be given the other's order. Give both the same JournalId (such as JournalId = \"{other.JournalId}\"), or use one name."
            );
        }
    }

    /// <summary>Two accounts of the provider's under one id would be taken for one.</summary>
    private void EnsureOneAccount(AccountRegistration registration, Account account, Credential[] credentials, Account[] same)
    {
        var id = new JournalAccount(account.Provider, account.Environment, account.JournalId);
        if (
            same.Length == 0
            && credentials.Length > 0
            && _byId.TryGetValue(id, out var other)
            && other is { NamesCredentials: true }
            && other.Name != account.Name
        )
        {
            throw Mistake(
                registration,
                $"its JournalId '{account.JournalId}' is that of the account '{other.Name}', with which it shares no credential: the journal would take the orders of one for those of the other. Give each a JournalId of its own."
            );
        }
    }

    private static IReadOnlyList<string> Read(Account account)
    {
        try
        {
            return account.Credentials();
        }
        catch (Exception)
        {
            // Options that cannot be read are refused where they are used.
            return [];
        }
    }

    private static OptionsValidationException Mistake(AccountRegistration registration, string mistake) =>
        new(
            registration.Name,
            typeof(AccountRegistration),
            [$"GiftCards account '{registration.Name}' ({registration.Provider}): {mistake}"]
        );

    private static bool IsOdd(char letter) => char.IsControl(letter) || char.IsSurrogate(letter);

    /// <summary>A credential where it is used: the same key at another host is another one.</summary>
    private sealed record Credential(string Provider, GiftCardEnvironment Environment, Uri? Address, string Identity);
}
