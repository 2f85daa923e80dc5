using System.Globalization;
using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Http;
using GiftCardSdk.Http.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;
using GiftCardSdk.Ordering.Limits;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Accounts;

/// <summary>Makes an account: its adapter, its HTTP client, its place in the order journal.</summary>
internal sealed class AccountFactory(
    IServiceProvider services,
    TimeProvider time,
    ProviderHttpClientFactory http,
    OrderCoordinator coordinator,
    ICatalogCache? catalogs = null
)
{
    private readonly JournalIds _journalIds = new();
    private readonly TimeProvider _time = GuardedTimeProvider.Of(time);
    private readonly Dictionary<string, SpendingLimits> _limits = services
        .GetServices<AccountLimits>()
        .ToDictionary(static limited => limited.Account, static limited => limited.Limits, StringComparer.Ordinal);

    /// <summary>What the journal knows an account by; null if its options are not right.</summary>
    public JournalAccount? JournalAccountOf(AccountRegistration registration)
    {
        try
        {
            return new(registration.Provider, registration.Environment(services), JournalIds.Of(registration, services));
        }
        catch (Exception)
        {
            return null;
        }
    }

    public GiftCardAccount Create(AccountRegistration registration)
    {
        var environment = registration.Environment(services);
        var clock = new ProviderClock(_time);
        var journalId = JournalIds.Of(registration, services);
        var clients = new List<ProviderHttpSettings>();
        RateLimiter? limiter = null;
        var context = new AdapterContext(
            registration.Name,
            registration.Provider,
            services,
            _time,
            settings =>
            {
                clients.Add(settings);
                var sharedAs = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{registration.Provider}/{environment}/{journalId}/{clients.Count}"
                );
                var client = http.Create(registration.Provider, registration.Name, environment, settings, clock, sharedAs);
                limiter = client.Limiter;
                return client;
            },
            clock,
            coordinator
        );
        var adapter = registration.CreateAdapter(context);
        ProviderHttpSettings[] made = [.. clients];
        // The provider's clock is heard by these clients alone.
        var heard = made.Length > 0 ? clock : null;
        var account = new Account(registration.Name, adapter.Provider, environment, adapter, heard)
        {
            JournalId = journalId,
            Address = made is [var first, ..] ? first.BaseAddress : null,
            Credentials = () => IdentitiesOf(made),
            Rate = limiter,
            Limits = _limits.GetValueOrDefault(registration.Name),
            Prices = new(adapter, _time),
            Webhooks = () => registration.Webhooks(services),
        };
        context.Account = account;
        coordinator.EnsureJournalSuits(account);
        _journalIds.Add(registration, account);
        coordinator.Register(account);
        return new GiftCardAccount(account, coordinator, new AccountCatalog(account, catalogs), _time);
    }

    private static IReadOnlyList<string> IdentitiesOf(ProviderHttpSettings[] clients) =>
        clients is [var only]
            ? only.Credentials.Identify()
            : [.. clients.SelectMany(static client => client.Credentials.Identify()).Distinct(StringComparer.Ordinal)];
}
