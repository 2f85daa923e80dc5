using GiftCardSdk.Adapters;
using GiftCardSdk.Http;
using GiftCardSdk.Ordering;

namespace GiftCardSdk;

/// <summary>Makes an account: its adapter, its HTTP client, its place in the order journal.</summary>
internal sealed class AccountFactory(
    IServiceProvider services,
    TimeProvider time,
    ProviderHttpClientFactory http,
    OrderCoordinator coordinator
)
{
    public GiftCardAccount Create(AccountRegistration registration)
    {
        var environment = registration.Environment(services);
        var clock = new ProviderClock(time);
        var context = new AdapterContext(
            registration.Name,
            registration.Provider,
            services,
            time,
            settings => http.Create(registration.Provider, registration.Name, environment, settings, clock),
            clock,
            coordinator
        );
        var account = new ConnectedAccount(
            registration.Name,
            environment,
            registration.CreateAdapter(context),
            context.HasHttpClient ? clock : null
        );
        context.Account = account.ForOrders;
        coordinator.EnsureJournalSuits(account.ForOrders);
        return new GiftCardAccount(account, coordinator, time);
    }
}
