using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;
using GiftCardSdk.Resolver;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Webhooks;

internal static class WebhooksServiceCollectionExtensions
{
    /// <summary>Registers what takes webhooks in, hands events over and looks at orders. May be called again.</summary>
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<GiftCardEventOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GiftCardEventOptions>, GiftCardEventOptionsValidator>());
        services.TryAddSingleton(static provider => new HandlerPresence(
            // A container that cannot say may have one.
            provider.GetService<IServiceProviderIsService>()?.IsService(typeof(IGiftCardWebhookHandler))
                ?? true
        ));
        services.TryAddSingleton(static provider => new EventIds(provider.GetRequiredService<IOrderJournal>()));
        services.TryAddSingleton(static provider => new EventInbox(
            provider.GetRequiredService<IJournalRecords>(),
            provider.GetRequiredService<EventIds>(),
            ClockOf(provider)
        ));
        services.TryAddSingleton<IGiftCardWebhooks>(Create);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EventDispatchService>(CreateDispatchService));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StatusPollService>(CreatePollService));
    }

    private static EventDispatchService CreateDispatchService(IServiceProvider provider) =>
        new(
            provider.GetRequiredService<IGiftCardWebhooks>(),
            provider.GetRequiredService<HandlerPresence>(),
            provider.GetRequiredService<EventInbox>(),
            OptionsOf(provider),
            provider.GetRequiredService<IOptions<OrderingOptions>>().Value,
            ClockOf(provider),
            LogOf<EventDispatcher>(provider)
        );

    private static StatusPollService CreatePollService(IServiceProvider provider) =>
        new(
            provider.GetRequiredService<IGiftCardWebhooks>(),
            provider.GetRequiredService<HandlerPresence>(),
            OptionsOf(provider),
            ClockOf(provider),
            LogOf<StatusPoller>(provider)
        );

    private static GiftCardWebhooks Create(IServiceProvider provider)
    {
        var (options, time) = (OptionsOf(provider), ClockOf(provider));
        var (journal, records) = (provider.GetRequiredService<IOrderJournal>(), provider.GetRequiredService<IJournalRecords>());
        var (ids, inbox) = (provider.GetRequiredService<EventIds>(), provider.GetRequiredService<EventInbox>());
        var accounts = AccountsOf(provider);
        var instruments = provider.GetRequiredService<Instruments>();
        var find = provider.GetRequiredService<AccountFinder>();
        var due = new DueRecords(records, time, LogOf<DueRecords>(provider));
        var orders = new OrderNames(journal, accounts);
        var waits = new RetryWaits(options, Jitter.Next);
        var tracked = new TrackedOrders(records, ids, options.Poll, time, LogOf<TrackedOrders>(provider));
        var accepted = new AcceptedOrders(journal, records, tracked, identity => find(identity), options.Poll, time);
        if (provider.GetRequiredService<HandlerPresence>().Any)
        {
            provider.GetRequiredService<OrderCoordinator>().Journal.Accepted = accepted.Note;
        }

        var recorder = provider.GetService<IOrderRecorder>();
        var handlers = new HandlerCalls(provider.GetRequiredService<IServiceScopeFactory>(), options, time);
        return new(
            new(accounts, inbox, options, time, instruments, LogOf<WebhookReceiver>(provider)),
            new(due, inbox, orders, tracked, accounts, waits, options, time, LogOf<HintFollower>(provider), recorder),
            new(due, orders, handlers, waits, options, time, instruments, LogOf<EventDispatcher>(provider)),
            new(accepted, tracked, due, inbox, accounts, options.Poll, time, LogOf<StatusPoller>(provider), recorder),
            inbox
        );
    }

    /// <summary>Asked for when they are needed: the accounts themselves have the inbox at hand.</summary>
    private static Func<string, Account?> AccountsOf(IServiceProvider provider) =>
        name => provider.GetRequiredService<IGiftCards>().TryGetAccount(name, out var found) ? (found as IAccountHolder)?.Account : null;

    private static GiftCardEventOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<GiftCardEventOptions>>().Value;

    private static TimeProvider ClockOf(IServiceProvider provider) => GuardedTimeProvider.Of(provider.GetRequiredService<TimeProvider>());

    private static ILogger<T> LogOf<T>(IServiceProvider provider) => provider.GetRequiredService<ILogger<T>>();
}
