using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.Accounts;

/// <summary>The registry: makes each account once, on first use.</summary>
internal sealed class GiftCards : IGiftCards, IAccountRegistry, IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly AccountFactory _factory;
    private readonly OrderCoordinator _coordinator;
    private readonly TimeProvider _time;
    private readonly IServiceProvider? _services;
    private readonly ConcurrentDictionary<string, Entry> _accounts = new(StringComparer.Ordinal);

    public GiftCards(
        IEnumerable<AccountRegistration> registrations,
        AccountFactory factory,
        OrderCoordinator coordinator,
        IGiftCardJournal journal,
        IGiftCardWebhooks webhooks,
        IGiftCardHistory history,
        TimeProvider time,
        IServiceProvider? services = null
    )
    {
        Journal = journal;
        Webhooks = webhooks;
        History = history;
        Catalog = new CatalogSearch(this);
        _factory = factory;
        _coordinator = coordinator;
        _time = time;
        _services = services;
        foreach (var registration in registrations)
        {
            _accounts[registration.Name] = NewEntry(registration);
        }
    }

    public IReadOnlyList<IGiftCardAccount> Accounts =>
        [.. _accounts.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value.Made)];

    public IGiftCardJournal Journal { get; }

    public IGiftCardWebhooks Webhooks { get; }

    public IGiftCardHistory History { get; }

    public IGiftCardCatalogs Catalog { get; }

    /// <summary>The names of all accounts, made or not.</summary>
    public IReadOnlyList<string> Names => [.. _accounts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether there is an account of a name; does not make it.</summary>
    public bool Knows(string name) => _accounts.ContainsKey(name);

    public IGiftCardAccount GetAccount(string name) =>
        TryGetAccount(name, out var account)
            ? account
            : throw new ArgumentException(
                $"There is no gift card account named '{name}'; there {Known()}. Add it behind AddGiftCards().",
                nameof(name)
            );

    public bool TryGetAccount(string name, [NotNullWhen(true)] out IGiftCardAccount? account)
    {
        ArgumentNullException.ThrowIfNull(name);
        account = _accounts.TryGetValue(name, out var entry) ? entry.Made : null;
        return account is not null;
    }

    public object? GetService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return _services?.GetService(serviceType);
    }

    /// <summary>The account whose orders the journal keeps under an identity; null if it is not configured here.</summary>
    public Account? FindAccount(OrderIdentity identity)
    {
        var wanted = JournalAccount.Of(identity);
        var nameFirst = _accounts
            .Values.Where(entry => entry.Registration.Provider == identity.Provider)
            .OrderBy(entry => entry.Registration.Name != identity.Account)
            .ThenBy(entry => entry.Registration.Name, StringComparer.Ordinal);
        foreach (var entry in nameFirst)
        {
            if (entry.Known == wanted)
            {
                return entry.Made.Account;
            }
        }

        return null;
    }

    /// <summary>The configured accounts as the journal knows them; those whose options are not right are left out.</summary>
    public IReadOnlyCollection<JournalAccount> JournalAccounts()
    {
        var known = new HashSet<JournalAccount>();
        foreach (var entry in _accounts.Values)
        {
            if (entry.Known is { } account)
            {
                known.Add(account);
            }
        }

        return known;
    }

    public IGiftCardAccount GetOrAddAccount(AccountRegistration registration)
    {
        AccountNames.Check(registration);
        var entry = _accounts.GetOrAdd(registration.Name, (_, r) => NewEntry(r), registration);
        if (!string.Equals(entry.Registration.Provider, registration.Provider, StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The account '{registration.Name}' belongs to {entry.Registration.Provider}, not to {registration.Provider}; names are unique over all providers.",
                nameof(registration)
            );
        }

        return MakeOrForget(entry);
    }

    /// <summary>Takes no new orders and gives those on their way half a minute: without a host, this is the shutdown.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        await _coordinator.DrainAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>The same, for containers that are disposed synchronously.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private GiftCardAccount MakeOrForget(Entry entry)
    {
        try
        {
            return entry.Made;
        }
        catch
        {
            // A tenant whose options were wrong may come again with right ones.
            _accounts.TryRemove(KeyValuePair.Create(entry.Registration.Name, entry));
            throw;
        }
    }

    private Entry NewEntry(AccountRegistration registration) => new(registration, _factory);

    private string Known() =>
        _accounts.IsEmpty
            ? "are none"
            : "is " + string.Join(", ", _accounts.Keys.Order(StringComparer.Ordinal).Select(known => $"'{known}'"));

    private sealed class Entry(AccountRegistration registration, AccountFactory factory)
    {
        private readonly Lock _making = new();
        private GiftCardAccount? _account;

        public AccountRegistration Registration { get; } = registration;

        /// <summary>What the journal knows it by; null while its options are not right.</summary>
        public JournalAccount? Known => field ??= factory.JournalAccountOf(Registration);

        // Not a Lazy: a failure (options that are not right yet) must not be remembered.
        public GiftCardAccount Made
        {
            get
            {
                if (Volatile.Read(ref _account) is { } made)
                {
                    return made;
                }

                lock (_making)
                {
                    return _account ??= factory.Create(Registration);
                }
            }
        }
    }
}
