using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using GiftCardSdk;
using GiftCardSdk.Accounts;
using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Balances;
using GiftCardSdk.History;
using GiftCardSdk.Http.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Journal.Relational;
using GiftCardSdk.Journal.Relational.Internal;
using GiftCardSdk.Ordering;
using GiftCardSdk.Ordering.Limits;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds accounts and settings behind <c>AddGiftCards()</c>. Each adapter package brings its own <c>Add…</c> methods for it.</summary>
public sealed class GiftCardsBuilder
{
    internal GiftCardsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds an account, which can then be had from <see cref="IGiftCards"/> or as a keyed <see cref="IGiftCardAccount"/> by its name.</summary>
    /// <param name="registration">How the account is made.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, holds a character that nobody sees, or belongs to another account already.</exception>
    public GiftCardsBuilder AddAccount(AccountRegistration registration)
    {
        AccountNames.Check(registration);
        if (Find(registration.Name) is { } other)
        {
            throw new ArgumentException(
                $"There is an account named '{registration.Name}' already ({other.Provider}). Names are unique over all providers; give the second one a name of its own as the first argument.",
                nameof(registration)
            );
        }

        Services.AddSingleton(registration);
        Services.AddKeyedSingleton(
            registration.Name,
            (services, _) => services.GetRequiredService<IGiftCards>().GetAccount(registration.Name)
        );
        return this;
    }

    /// <summary>Adds an account of one provider: what an adapter's <c>Add…</c> method calls.</summary>
    /// <typeparam name="TOptions">The provider's options.</typeparam>
    /// <param name="provider">How accounts of the provider are made.</param>
    /// <param name="name">The name, unique over all providers; also the name of the options.</param>
    /// <returns>The account's options, to be configured or bound; they are checked at start.</returns>
    /// <exception cref="ArgumentException">The name is blank, holds a character that nobody sees, or belongs to another account already.</exception>
    public OptionsBuilder<TOptions> AddAccount<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions
    >(ProviderRegistration<TOptions> provider, string name)
        where TOptions : class, IAccountOptions, new()
    {
        ArgumentNullException.ThrowIfNull(provider);
        AddAccount(provider.Account(name, services => services.GetRequiredService<IOptionsMonitor<TOptions>>().Get(name)));
        Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<TOptions>, AccountOptionsGuard<TOptions>>(services =>
                new(provider, services.GetServices<AccountRegistration>(), services.GetServices<AccountSection>())
            )
        );
        return Services.AddOptions<TOptions>(name).ValidateOnStart();
    }

    /// <summary>
    /// Adds an account of one provider whose settings stand in a configuration section: what an adapter's <c>Add…</c> method calls before it binds the
    /// section. A key of the section that is no setting is refused: one that is misspelt would otherwise leave the account as it was, such as on play
    /// money.
    /// </summary>
    /// <typeparam name="TOptions">The provider's options; each public property is a setting.</typeparam>
    /// <param name="provider">How accounts of the provider are made.</param>
    /// <param name="name">The name, unique over all providers; also the name of the options.</param>
    /// <param name="section">The section of this account alone.</param>
    /// <returns>The account's options, to be bound; they are checked at start.</returns>
    /// <exception cref="ArgumentException">The name is blank, holds a character that nobody sees, or belongs to another account already.</exception>
    public OptionsBuilder<TOptions> AddAccount<
        [DynamicallyAccessedMembers(
            DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.PublicProperties
        )]
            TOptions
    >(ProviderRegistration<TOptions> provider, string name, IConfiguration section)
        where TOptions : class, IAccountOptions, new()
    {
        ArgumentNullException.ThrowIfNull(section);
        if (section is IConfigurationSection { Path: var path })
        {
            Services.AddSingleton(new AccountSection(name, path));
        }

        // Before the section is bound, so that the mistake is told in these words.
        return AddAccount(provider, name).Configure(_ => SettingNames.Check<TOptions>(section, name, provider.Provider));
    }

    /// <summary>Sets how orders are placed: deadlines, repeats, what may run on the memory journal.</summary>
    /// <param name="configure">Changes the settings; checked at start, or on first use without a host.</param>
    /// <returns>The builder.</returns>
    public GiftCardsBuilder ConfigureOrdering(Action<OrderingOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    /// <summary>
    /// Limits how much an account may spend, across processes and restarts: what was spent is kept where the order journal is. An order beyond a limit
    /// is refused as <see cref="GiftCardErrorCode.SpendingLimit"/>, and nothing is sent; if the journal cannot be written, nothing is sent either.
    /// </summary>
    /// <param name="account">The account's name. Under a host, a start with limits for an account that is not configured fails.</param>
    /// <param name="limits">The limits; each process that uses the account should give the same.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">
    /// The account has limits already, or the limits name no amount, one that is not payable or not more than zero, or a currency twice.
    /// </exception>
    public GiftCardsBuilder LimitSpending(string account, SpendingLimits limits)
    {
        var limited = AccountLimits.Checked(account, limits);
        if (Services.Any(service => !service.IsKeyedService && (service.ImplementationInstance as AccountLimits)?.Account == account))
        {
            throw new ArgumentException(
                $"The account '{account}' has spending limits already; give all of them in one call.",
                nameof(account)
            );
        }

        Services.AddSingleton(limited);
        return this;
    }

    /// <summary>
    /// Under a host: reads the balances of all accounts again and again, for metrics, and tells the log and every <see cref="IBalanceObserver"/> when
    /// one crosses a threshold. May be called several times; thresholds add up.
    /// </summary>
    /// <param name="configure">Sets thresholds and times; checked at start.</param>
    /// <returns>The builder.</returns>
    public GiftCardsBuilder MonitorBalances(Action<BalanceMonitorOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.AddBalanceMonitor(configure);
        return this;
    }

    /// <summary>
    /// Keeps what is seen of every order that is bought, beside the journal: how far it has come, what it cost, and of each card its reference, delivery
    /// and redemption, never a code, a link or a name. It is written when an order is accepted and whenever it is read, and answers through
    /// <see cref="IGiftCards.History"/>. A failure to write it is logged and changes nothing else.
    /// </summary>
    /// <returns>The builder.</returns>
    public GiftCardsBuilder KeepOrderHistory()
    {
        Services.TryAddSingleton<IOrderRecorder, OrderHistoryWriter>();
        return this;
    }

    /// <summary>Sets how providers are called, the same for every account: how long one 429 may silence an account.</summary>
    /// <param name="configure">Changes the settings; checked at start, or on first use without a host.</param>
    /// <returns>The builder.</returns>
    public GiftCardsBuilder ConfigureHttp(Action<ProviderHttpOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    /// <summary>Sets how webhooks are received, how events are handed to handlers, and how orders are looked at that no webhook speaks of.</summary>
    /// <param name="configure">Changes the settings; checked at start, or on first use without a host.</param>
    /// <returns>The builder.</returns>
    public GiftCardsBuilder ConfigureEvents(Action<GiftCardEventOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    /// <summary>
    /// Keeps the order journal in a PostgreSQL database, for any number of processes on any number of machines. Its tables are made with the first
    /// order, unless they are there.
    /// </summary>
    /// <param name="dataSource">
    /// Such as an <c>NpgsqlDataSource</c>; of the primary, never of a replica. It stays the caller's, who disposes of it after the container.
    /// </param>
    /// <param name="failsOverWithoutLoss">
    /// True if a server that takes over is known to have everything that was committed, such as by synchronous replication. Otherwise what the
    /// journal does not know is looked up before it is sent after a failover too, as after a restore, until
    /// <see cref="IGiftCardJournal.CloseGapAsync"/> is called.
    /// </param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// Every write has a connection of its own, outside the caller's and outside any ambient transaction: it is committed before anything is
    /// sent. A database that cannot be reached ends the order with <see cref="GiftCardErrorCode.JournalUnavailable"/>, and nothing is sent.
    /// </remarks>
    public GiftCardsBuilder UsePostgreSqlJournal(DbDataSource dataSource, bool failsOverWithoutLoss = false)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        return UsePostgreSqlJournal(_ => dataSource, failsOverWithoutLoss);
    }

    /// <summary>The same as <see cref="UsePostgreSqlJournal(DbDataSource, bool)"/>, with a data source of the application's own services.</summary>
    /// <param name="dataSource">Finds the data source among them.</param>
    /// <param name="failsOverWithoutLoss">True if a server that takes over is known to have everything that was committed.</param>
    /// <returns>The builder.</returns>
    public GiftCardsBuilder UsePostgreSqlJournal(Func<IServiceProvider, DbDataSource> dataSource, bool failsOverWithoutLoss = false)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        Services.Replace(
            ServiceDescriptor.Singleton<IOrderJournal>(services => new RelationalJournal(
                new DataSourceConnections(dataSource(services)),
                new PostgreSqlDialect(failsOverWithoutLoss),
                timeProvider: services.GetRequiredService<TimeProvider>(),
                logger: services.GetService<ILogger<RelationalJournal>>()
            ))
        );
        return this;
    }

    /// <summary>
    /// Makes the innermost HTTP handler of each account, in place of the SDK's own: for a corporate proxy, a client certificate, or a stub. Of a
    /// <see cref="SocketsHttpHandler"/> redirects, cookies, credentials and old TLS versions are switched off anyway; an
    /// <see cref="HttpClientHandler"/> is refused, since it cannot be kept from adding trace headers; any other handler must send what it is given
    /// exactly once.
    /// </summary>
    /// <param name="create">Given the name of the HTTP client, <c>GiftCardSdk/&lt;provider&gt;/&lt;account&gt;</c>.</param>
    /// <returns>The builder.</returns>
    public GiftCardsBuilder UsePrimaryHandler(Func<string, HttpMessageHandler> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.Replace(ServiceDescriptor.Singleton(new PrimaryHandlerFactory(create)));
        return this;
    }

    private AccountRegistration? Find(string name) =>
        Services
            .Where(service => !service.IsKeyedService)
            .Select(service => service.ImplementationInstance as AccountRegistration)
            .FirstOrDefault(registration => registration is not null && string.Equals(registration.Name, name, StringComparison.Ordinal));
}
