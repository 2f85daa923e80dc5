using GiftCardSdk.Http;

namespace GiftCardSdk.Adapters;

/// <summary>What an adapter is given when it is made for one account.</summary>
public sealed class AdapterContext
{
    private readonly Func<ProviderHttpSettings, ProviderHttpClient> _createHttpClient;

    internal AdapterContext(
        string accountName,
        string provider,
        IServiceProvider services,
        TimeProvider timeProvider,
        Func<ProviderHttpSettings, ProviderHttpClient> createHttpClient
    )
    {
        AccountName = accountName;
        Provider = provider;
        Services = services;
        TimeProvider = timeProvider;
        _createHttpClient = createHttpClient;
    }

    /// <summary>The name of the account; also the name of its options.</summary>
    public string AccountName { get; }

    /// <summary>The provider that it was registered for.</summary>
    public string Provider { get; }

    /// <summary>The application's services.</summary>
    public IServiceProvider Services { get; }

    /// <summary>The clock to use for everything.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>
    /// Makes the account's HTTP client, with the whole pipeline behind it. Called once an account, and once more where its tokens are fetched by
    /// calls of their own: those must not wait for a token. Each client has a limit and a breaker of its own.
    /// </summary>
    /// <param name="settings">Address, credentials, errors and limits.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">The address is neither https nor on loopback.</exception>
    public ProviderHttpClient CreateHttpClient(ProviderHttpSettings settings) => _createHttpClient(settings);
}
