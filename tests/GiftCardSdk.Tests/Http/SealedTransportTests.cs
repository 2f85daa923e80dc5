using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Net;
using GiftCardSdk.Http;
using GiftCardSdk.Http.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace GiftCardSdk.Tests.Http;

public sealed class SealedTransportTests
{
    private const string Secret = "canary-7f3a9c41d2";

    [Theory]
    [InlineData("http://127.0.0.1:5000/", true)]
    [InlineData("http://localhost:5000/", true)]
    [InlineData("http://[::1]:5000/", true)]
    [InlineData("https://api.acme.example/", false)]
    public void The_machines_proxy_never_sees_what_stays_on_this_machine(string address, bool isDirect)
    {
        var proxy = new DirectLoopback(() => new System.Net.WebProxy("http://proxy.example:3128"));

        proxy.IsBypassed(new(address)).ShouldBe(isDirect);
        proxy.GetProxy(new(address)).ShouldBe(isDirect ? null : new Uri("http://proxy.example:3128"));
    }

    [Fact]
    public void Every_handler_goes_direct_on_this_machine_unless_the_application_gives_it_a_proxy()
    {
        using var ours = SealedTransport.Create();
        using var theirs = new SocketsHttpHandler();
        using var chosen = new SocketsHttpHandler { Proxy = new System.Net.WebProxy("http://proxy.example:3128") };

        SealedTransport.Seal(theirs);
        SealedTransport.Seal(chosen);

        ours.Proxy.ShouldBeOfType<DirectLoopback>();
        theirs.Proxy.ShouldBeOfType<DirectLoopback>();
        chosen.Proxy.ShouldBeOfType<System.Net.WebProxy>();
    }

    [Fact]
    public async Task Our_own_transport_has_every_door_shut()
    {
        await using var account = TestAccount.On(new("https://api.acme.example"));

        var transport = Innermost(account).ShouldBeOfType<SocketsHttpHandler>();

        ShouldBeSealed(transport);
        transport.PooledConnectionLifetime.ShouldBeLessThan(TimeSpan.FromMinutes(15));
        transport.PooledConnectionIdleTimeout.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
        transport.ConnectTimeout.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(10));
        transport.MaxResponseHeadersLength.ShouldBeLessThanOrEqualTo(64);
        transport.AutomaticDecompression.ShouldBe(DecompressionMethods.All);
        transport.SslOptions.RemoteCertificateValidationCallback.ShouldBeNull();
    }

    [Fact]
    public async Task A_transport_of_the_applications_own_is_sealed_too_wherever_it_sits()
    {
        var given = new SocketsHttpHandler { Credentials = CredentialCache.DefaultCredentials, PreAuthenticate = true };
        await using var account = TestAccount.OnTransport(new Wrapper { InnerHandler = given });

        ShouldBeSealed(given);
        account.Client.ShouldNotBeNull();
    }

    [Fact]
    public async Task One_transport_may_serve_two_accounts_even_after_it_has_sent_something()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        using var shared = new SocketsHttpHandler();
        await using var first = TestAccount.On(
            server.Address,
            null,
            services => services.AddSingleton(new PrimaryHandlerFactory(_ => new Wrapper { InnerHandler = shared }))
        );
        await first.SendAsync(Operations.Read);

        await using var second = TestAccount.On(
            server.Address,
            null,
            services => services.AddSingleton(new PrimaryHandlerFactory(_ => new Wrapper { InnerHandler = shared }))
        );
        await second.SendAsync(Operations.Read);

        server.Arrivals.ShouldBe(2);
    }

    [Fact]
    public void A_transport_that_cannot_be_sealed_is_refused()
    {
        Should
            .Throw<InvalidOperationException>(() => TestAccount.OnTransport(new HttpClientHandler()))
            .Message.ShouldContain("SocketsHttpHandler");
    }

    [Fact]
    public void A_host_that_insists_on_handlers_of_its_own_is_refused()
    {
        var services = new ServiceCollection();
        services.AddProviderHttp();
        services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(new InsistentFilter()));
        using var provider = services.BuildServiceProvider();
        var settings = new ProviderHttpSettings
        {
            BaseAddress = new("https://api.acme.example"),
            Credentials = ApiKeyCredentials.Bearer(static () => ["key"]),
            Errors = new ThingErrors(),
        };

        Should
            .Throw<InvalidOperationException>(() =>
                provider.GetRequiredService<ProviderHttpClientFactory>().Create("acme", "main", GiftCardEnvironment.Sandbox, settings)
            )
            .Message.ShouldContain("'GiftCardSdk/acme/main'");
    }

    [Theory]
    [InlineData("http://api.acme.example")]
    [InlineData("http://192.168.0.7")]
    [InlineData("ftp://api.acme.example")]
    [InlineData("v1/relative")]
    public void Only_https_is_spoken_but_on_this_machine(string address)
    {
        Should.Throw<ArgumentException>(() => TestAccount.On(new(address, UriKind.RelativeOrAbsolute))).Message.ShouldContain(address);
    }

    [Theory]
    [InlineData("https://user:password@api.acme.example")]
    [InlineData("http://user:password@api.acme.example")]
    [InlineData("https://api.acme.example/?key=password")]
    [InlineData("https://api.acme.example/#password")]
    public void An_address_that_holds_more_than_a_place_is_refused_without_being_printed(string address)
    {
        var mistake = Should.Throw<ArgumentException>(() => TestAccount.On(new(address)));

        mistake.Message.ShouldContain("api.acme.example");
        mistake.Message.ShouldNotContain("password");
    }

    [Theory]
    [InlineData("http://localhost:1/v1")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://[::1]:1")]
    [InlineData("https://api.acme.example")]
    public async Task Https_and_loopback_are_fine(string address)
    {
        await using var account = TestAccount.On(new(address));

        account.Client.ShouldNotBeNull();
    }

    [Fact]
    public async Task Only_tls_12_and_13_are_offered()
    {
        var hello = new TaskCompletionSource<byte[]>();
        await using var server = TlsListener.Start(hello);
        await using var account = TestAccount.On(server.Address);

        await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        TlsListener.OfferedVersions(await hello.Task).ShouldBe([0x0304, 0x0303], ignoreOrder: true);
    }

    [Fact]
    public async Task A_server_that_offers_less_is_told_so_and_gets_nothing()
    {
        const int tls11 = 0x0302;
        const byte alert = 21;
        const byte protocolVersion = 70;
        var said = new TaskCompletionSource<byte[]>();
        await using var server = TlsListener.StartWith(tls11, said);
        await using var account = TestAccount.On(server.Address);

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        var record = await said.Task;
        (record[0], record[^1]).ShouldBe((alert, protocolVersion));
    }

    [Fact]
    public async Task Nothing_of_the_host_reaches_a_request_and_no_trace_header_leaves()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}""", "Set-Cookie: session=1; Path=/"));
        await using var account = TestAccount.On(
            server.Address,
            null,
            static services =>
                services.ConfigureHttpClientDefaults(static clients =>
                    clients.ConfigureHttpClient(static client => client.DefaultRequestHeaders.Add("X-Host", "1"))
                )
        );
        using var activity = new Activity("caller").Start();

        await account.SendAsync(Operations.Read);
        await account.SendAsync(Operations.Create);

        server.Requests.Count.ShouldBe(2);
        foreach (var request in server.Requests)
        {
            request.ShouldNotContain("X-Host", Case.Insensitive);
            request.ShouldNotContain("traceparent", Case.Insensitive);
            request.ShouldNotContain("Cookie", Case.Insensitive);
            request.ShouldContain("User-Agent: GiftCardSdk/0.1.0\r\n");
        }
    }

    [Fact]
    public async Task The_client_factorys_loggers_are_gone_and_no_path_is_logged()
    {
        using var log = new LogCollector();
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        await using var account = TestAccount.On(server.Address, null, services => services.WithLog(log));

        await account.SendAsync(Operations.Read, $"links/{Secret}");
        using var own = account.Services.GetRequiredService<IHttpClientFactory>().CreateClient("their-own");
        (await own.GetAsync(server.Address, TestContext.Current.CancellationToken)).Dispose();

        // The factory logs the host's client still, so its silence about ours is no accident.
        log.Lines.ShouldContain(line => line.Contains("System.Net.Http.HttpClient.their-own", StringComparison.Ordinal));
        log.Lines.ShouldNotContain(line => line.Contains("System.Net.Http.HttpClient.GiftCardSdk", StringComparison.Ordinal));
        log.Lines.ShouldNotContain(line => line.Contains(Secret, StringComparison.Ordinal));
        log.Lines.ShouldContain(line => line.Contains("thing.get", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_platforms_own_events_do_not_print_the_path()
    {
        using var events = new HttpEvents();
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        await using var account = TestAccount.On(server.Address);

        await account.SendAsync(Operations.Read, $"links/{Secret}");

        events.Payloads.ShouldNotBeEmpty();
        events.Payloads.ShouldNotContain(payload => payload.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("things/1")]
    [InlineData("/things/1")]
    [InlineData("//things/1")]
    [InlineData("https://evil.example/things/1")]
    public async Task A_path_never_leaves_the_root_of_the_api(string path)
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        await using var account = TestAccount.On(server.Address);

        await account.SendAsync(Operations.Read, path);

        server.Requests.Single().ShouldStartWith($"GET /v1/{path.TrimStart('/')} ");
    }

    [Fact]
    public async Task A_header_of_a_call_cannot_smuggle_another()
    {
        await using var account = TestAccount.On(new("https://api.acme.example"));

        var mistake = await Should.ThrowAsync<ArgumentException>(() =>
            account.Client.SendAsync(
                Operations.Read,
                "x",
                ThingJson.Default.Thing,
                "application/json",
                null,
                [new("X-Simulate", $"a\r\nX-Evil: {Secret}")],
                default
            )
        );

        mistake.Message.ShouldContain("X-Simulate");
        mistake.Message.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Headers_of_a_call_are_sent()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        await using var account = TestAccount.On(server.Address);

        await account.Client.SendAsync(
            Operations.Read,
            "x",
            ThingJson.Default.Thing,
            "application/json",
            null,
            [new("SIMULATE-RATELIMIT", "true")],
            default
        );

        server.Requests.Single().ShouldContain("SIMULATE-RATELIMIT: true\r\n");
        server.Requests.Single().ShouldContain("Accept: application/json\r\n");
    }

    private static void ShouldBeSealed(SocketsHttpHandler transport)
    {
        transport.AllowAutoRedirect.ShouldBeFalse();
        transport.UseCookies.ShouldBeFalse();
        transport.Credentials.ShouldBeNull();
        transport.PreAuthenticate.ShouldBeFalse();
        transport.ActivityHeadersPropagator.ShouldBeNull();
        transport.SslOptions.EnabledSslProtocols.ToString().ShouldBe("Tls12, Tls13");
    }

    private static HttpMessageHandler Innermost(TestAccount account)
    {
        var handler = account.Client.Pipeline;
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        return handler;
    }

    private sealed class Wrapper : DelegatingHandler;

    private sealed class InsistentFilter : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
            builder =>
            {
                next(builder);
                builder.AdditionalHandlers.Add(new Wrapper());
            };
    }

    private sealed class HttpEvents : EventListener
    {
        private readonly Lock _lock = new();
        private readonly List<string> _payloads = [];

        public IReadOnlyList<string> Payloads
        {
            get
            {
                lock (_lock)
                {
                    return [.. _payloads];
                }
            }
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Net.Http")
            {
                EnableEvents(eventSource, EventLevel.Verbose);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            lock (_lock)
            {
                _payloads.Add($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? (IReadOnlyCollection<object?>)[])}");
            }
        }
    }
}
