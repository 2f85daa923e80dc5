using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Http;

namespace GiftCardSdk.Adapters;

/// <summary>What an adapter is given when it is made for one account.</summary>
public sealed class AdapterContext
{
    private readonly Func<ProviderHttpSettings, ProviderHttpClient> _createHttpClient;
    private readonly IOperationRunner _runner;

    internal AdapterContext(
        string accountName,
        string provider,
        IServiceProvider services,
        TimeProvider timeProvider,
        Func<ProviderHttpSettings, ProviderHttpClient> createHttpClient,
        ProviderClock providerClock,
        IOperationRunner runner
    )
    {
        AccountName = accountName;
        Provider = provider;
        Services = services;
        TimeProvider = timeProvider;
        _createHttpClient = createHttpClient;
        ProviderClock = providerClock;
        _runner = runner;
    }

    /// <summary>The name of the account; also the name of its options.</summary>
    public string AccountName { get; }

    /// <summary>The provider that it was registered for.</summary>
    public string Provider { get; }

    /// <summary>The application's services.</summary>
    public IServiceProvider Services { get; }

    /// <summary>The clock to use for everything.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>The provider's clock, as the account's HTTP clients hear it.</summary>
    public ProviderClock ProviderClock { get; }

    /// <summary>The account as the core sees it; set once its adapter is made.</summary>
    internal Account? Account { get; set; }

    /// <summary>
    /// Makes the account's HTTP client, with the whole pipeline behind it. Called once an account, and once more where its tokens are fetched by
    /// calls of their own: those must not wait for a token. Each client has a limit and a breaker of its own.
    /// </summary>
    /// <param name="settings">Address, credentials, errors and limits.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">The address is neither https nor on loopback.</exception>
    public ProviderHttpClient CreateHttpClient(ProviderHttpSettings settings) => _createHttpClient(settings);

    /// <summary>
    /// Carries out something besides an order that moves money, exactly once: written to the order journal before it is sent, looked up after a
    /// lost answer, sent again only where that cannot buy twice. The same reference returns the first result.
    /// </summary>
    /// <typeparam name="TResult">What the provider makes of it.</typeparam>
    /// <param name="operation">What is sent, how it is found again, and what of it the journal keeps.</param>
    /// <param name="cancellationToken">Stops the waiting, never a purchase.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="OrderOutcomeUnknownException">It could not be found out whether the provider took it.</exception>
    /// <exception cref="GiftCardException">The provider refused it, or the reference stands for other content already.</exception>
    /// <exception cref="InvalidOperationException">
    /// A repeat may buy again at this provider, the account is a production account, and the journal is in memory; or the adapter is still being made.
    /// </exception>
    public Task<OperationResult<TResult>> RunOnceAsync<TResult>(
        AdapterOperation<TResult> operation,
        CancellationToken cancellationToken = default
    )
        where TResult : class
    {
        ArgumentNullException.ThrowIfNull(operation);
        var account = Account ?? throw new InvalidOperationException($"The account '{AccountName}' is still being made.");
        return _runner.RunOnceAsync(account, operation, cancellationToken);
    }
}
