using GiftCardSdk.Http;
using GiftCardSdk.Http.Internal;
using GiftCardSdk.Internal;
using GiftCardSdk.TestHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tests.Http;

/// <summary>One account of the made-up provider, on a manual clock, with the whole pipeline over a stub or a real socket.</summary>
internal sealed class TestAccount : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestAccount(ServiceProvider services, ManualTimeProvider clock, ProviderHttpSettings settings, string name)
    {
        _services = services;
        Clock = clock;
        Client = services.GetRequiredService<ProviderHttpClientFactory>().Create("acme", name, GiftCardEnvironment.Sandbox, settings);
    }

    public ManualTimeProvider Clock { get; }

    public ProviderHttpClient Client { get; }

    public IServiceProvider Services => _services;

    /// <summary>An account whose answers come from a function.</summary>
    public static TestAccount OnStub(
        StubTransport stub,
        Func<ProviderHttpSettings, ProviderHttpSettings>? change = null,
        Action<IServiceCollection>? configure = null,
        ManualTimeProvider? clock = null
    ) =>
        Create(
            new("https://api.acme.example/v1"),
            change,
            services =>
            {
                services.AddSingleton(new PrimaryHandlerFactory(_ => stub));
                configure?.Invoke(services);
            },
            clock
        );

    /// <summary>An account on a transport of the test's own.</summary>
    public static TestAccount OnTransport(HttpMessageHandler transport) =>
        Create(new("https://api.acme.example/v1"), null, services => services.AddSingleton(new PrimaryHandlerFactory(_ => transport)));

    /// <summary>An account that sends over the real transport.</summary>
    public static TestAccount On(
        Uri address,
        Func<ProviderHttpSettings, ProviderHttpSettings>? change = null,
        Action<IServiceCollection>? configure = null
    ) => Create(address, change, configure);

    public async Task<ProviderResponse<Thing>> SendAsync(
        ProviderOperation operation,
        string path = "things/1",
        ProviderBody? body = null,
        CancellationToken cancellationToken = default
    )
    {
        var answer = await Client.SendAsync(operation, path, ThingJson.Default.Thing, "application/json", body, null, cancellationToken);
        return new((Thing)answer.Body, answer.Status, answer.Headers) { RetryAfter = answer.RetryAfter };
    }

    public async Task<ProviderResponse<ProviderDocument>> SendForDocumentAsync(
        ProviderOperation operation,
        string path,
        string accept = "*/*"
    )
    {
        var answer = await Client.SendAsync(operation, path, null, accept, null, null, CancellationToken.None);
        return new((ProviderDocument)answer.Body, answer.Status, answer.Headers) { RetryAfter = answer.RetryAfter };
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static TestAccount Create(
        Uri address,
        Func<ProviderHttpSettings, ProviderHttpSettings>? change,
        Action<IServiceCollection>? configure,
        ManualTimeProvider? given = null
    )
    {
        var clock = given ?? new ManualTimeProvider();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<JitterSource>(static () => 0.5);
        configure?.Invoke(services);
        services.AddProviderHttp();
        var settings = new ProviderHttpSettings
        {
            BaseAddress = address,
            Credentials = ApiKeyCredentials.Bearer(() => ["test-token"]),
            Errors = new ThingErrors(),
        };
        return new(services.BuildServiceProvider(), clock, change?.Invoke(settings) ?? settings, "main");
    }
}
