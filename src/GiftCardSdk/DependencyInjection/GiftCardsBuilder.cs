using GiftCardSdk;
using GiftCardSdk.Adapters;
using GiftCardSdk.Http;
using GiftCardSdk.Ordering;
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

    /// <summary>Sets how orders are placed: deadlines, repeats, what may run on the memory journal.</summary>
    /// <param name="configure">Changes the settings; checked at start, or on first use without a host.</param>
    /// <returns>The builder.</returns>
    public GiftCardsBuilder ConfigureOrdering(Action<OrderingOptions> configure)
    {
        Services.Configure(configure);
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

    /// <summary>
    /// Keeps the order journal in a file, for one process on one machine: what was sent outlives a crash and a loss of power. The folder must
    /// exist, on a local disk.
    /// </summary>
    /// <param name="path">The file; made if it is not there. Settings that are bound to <see cref="FileJournalOptions"/> otherwise come on top.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
    /// <remarks>
    /// Opened with the first account, under a host at its start: an <see cref="OrderJournalException"/> then says who else has it open, or
    /// what is wrong with it.
    /// </remarks>
    public GiftCardsBuilder UseFileJournal(string path) => UseFileJournal(path, static _ => { });

    /// <inheritdoc cref="UseFileJournal(string)"/>
    /// <param name="path">The file; made if it is not there, unless the settings say otherwise.</param>
    /// <param name="configure">Changes how it is opened.</param>
    public GiftCardsBuilder UseFileJournal(string path, Action<FileJournalOptions> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(configure);
        Services.AddOptions<FileJournalOptions>().Configure(options => options.Path = path).Configure(configure);
        Services.Replace(
            ServiceDescriptor.Singleton<IOrderJournal>(static services =>
                FileJournal.Open(
                    services.GetRequiredService<IOptions<FileJournalOptions>>().Value,
                    services.GetRequiredService<TimeProvider>(),
                    services.GetService<ILogger<FileJournal>>()
                )
            )
        );
        return this;
    }

    /// <summary>
    /// Makes the innermost HTTP handler of each account, in place of the SDK's own: for a corporate proxy, a client certificate, or a stub. Of a
    /// <see cref="SocketsHttpHandler"/> redirects, cookies, credentials and old TLS versions are switched off all the same; an
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
