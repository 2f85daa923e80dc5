using System.Collections.Concurrent;
using GiftCardSdk.AspNetCore.Health;
using GiftCardSdk.Batches;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Journal;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>What the pages of one application stand on: its own services, and what is kept for some seconds.</summary>
internal sealed class DashboardState(IServiceProvider services, Gate gate)
{
    private static readonly TimeSpan BalancesKeptFor = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Periodic<AccountReading>> _balances = new(StringComparer.Ordinal);

    public Gate Gate => gate;

    public IGiftCards GiftCards { get; } = services.GetRequiredService<IGiftCards>();

    public IJournalRecords Records { get; } = services.GetRequiredService<IJournalRecords>();

    public AccountCircuits Circuits { get; } = services.GetRequiredService<AccountCircuits>();

    public AccountRates Rates { get; } = services.GetRequiredService<AccountRates>();

    /// <summary>Null where balances are not watched.</summary>
    public BalanceReadings? Readings { get; } = services.GetService<BalanceReadings>();

    public BalanceMonitorOptions BalanceOptions { get; } = services.GetRequiredService<IOptions<BalanceMonitorOptions>>().Value;

    /// <summary>Null where the application runs none.</summary>
    public IGiftCardBatches? Batches { get; } = services.GetService<IGiftCardBatches>();

    public IAntiforgery Antiforgery { get; } = services.GetRequiredService<IAntiforgery>();

    public TimeProvider Time { get; } = services.GetRequiredService<TimeProvider>();

    public OrderBook Orders { get; } = new(services.GetRequiredService<IOrderJournal>(), services.GetRequiredService<TimeProvider>());

    public ILogger Logger { get; } = LoggerOf(services);

    public static ILogger LoggerOf(IServiceProvider services) =>
        services.GetRequiredService<ILoggerFactory>().CreateLogger("GiftCardSdk.AspNetCore.Dashboard");

    /// <summary>Asks a provider for the balances of an account, once a minute at most.</summary>
    public Task<AccountReading> BalancesAsync(string account, CancellationToken cancellationToken) =>
        _balances
            .GetOrAdd(
                account,
                name => new(token => AccountReading.ReadAsync(GiftCards, name, Patience, Time, token), BalancesKeptFor, Time)
            )
            .GetAsync(cancellationToken);
}
