using GiftCardSdk.Http;
using GiftCardSdk.Http.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tests.Http;

/// <summary>What the platform, a provider or the host do behind our back must not turn one purchase into two.</summary>
public sealed class ExactlyOneArrivalTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_create_arrives_once_when_the_connection_is_closed_cleanly(bool withBody)
    {
        await using var server = RawServer.Start(
            static (socket, _) =>
            {
                RawServer.CloseCleanly(socket);
                return Task.CompletedTask;
            }
        );
        await using var account = TestAccount.On(server.Address);

        var failure = await CreateAsync(account, withBody);

        server.Arrivals.ShouldBe(1);
        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("GET")]
    public async Task No_verb_of_a_write_is_repeated_after_a_clean_close(string verb)
    {
        await using var server = RawServer.Start(
            static (socket, _) =>
            {
                RawServer.CloseCleanly(socket);
                return Task.CompletedTask;
            }
        );
        await using var account = TestAccount.On(server.Address);

        await account.Clock.FailAsync(account.SendAsync(new ProviderOperation("thing.write", new HttpMethod(verb))));

        server.Arrivals.ShouldBe(1);
        server.Requests.Single().ShouldContain("Content-Length: 0");
    }

    [Fact]
    public async Task A_create_arrives_once_when_a_kept_connection_turns_out_to_be_closed()
    {
        // The case that the platform repeats most readily: the first answer leaves a connection in the pool, and the server then drops it.
        await using var server = RawServer.Start(
            static async (socket, arrival) =>
            {
                if (arrival == 1)
                {
                    await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(RawServer.Answer("200 OK", """{"Name":"tea"}""")));
                    return;
                }

                RawServer.CloseCleanly(socket);
            }
        );
        await using var account = TestAccount.On(server.Address);
        await account.SendAsync(Operations.Read);

        await CreateAsync(account, withBody: false);

        server.Arrivals.ShouldBe(2);
    }

    [Fact]
    public async Task A_create_arrives_once_when_the_connection_is_reset()
    {
        await using var server = RawServer.Start(
            static (socket, _) =>
            {
                RawServer.Reset(socket);
                return Task.CompletedTask;
            }
        );
        await using var account = TestAccount.On(server.Address);

        (await CreateAsync(account, withBody: true)).Outcome.ShouldBe(GiftCardOutcome.MayExist);

        server.Arrivals.ShouldBe(1);
    }

    [Theory]
    [InlineData("301 Moved")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_redirect_is_not_followed(string status)
    {
        await using var elsewhere = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        await using var server = RawServer.Start(_ => RawServer.Answer(status, "", $"Location: {elsewhere.Address}"));
        await using var account = TestAccount.On(server.Address);

        var failure = await CreateAsync(account, withBody: true);

        failure.Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse);
        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        server.Arrivals.ShouldBe(1);
        elsewhere.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task A_basic_challenge_is_not_answered()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("401 No", "{}", "WWW-Authenticate: Basic realm=\"x\""));
        await using var account = TestAccount.On(
            server.Address,
            null,
            services =>
                services.AddSingleton(
                    new PrimaryHandlerFactory(_ => new SocketsHttpHandler
                    {
                        Credentials = new System.Net.NetworkCredential("user", "password"),
                    })
                )
        );

        await CreateAsync(account, withBody: true);

        server.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_retry_handler_that_the_host_gives_to_every_client_does_not_reach_ours()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("503 Busy", "{}"));
        await using var account = TestAccount.On(
            server.Address,
            null,
            static services =>
            {
                services.AddTransient<RetryingHandler>();
                services.ConfigureHttpClientDefaults(static clients => clients.AddHttpMessageHandler<RetryingHandler>());
            }
        );

        await CreateAsync(account, withBody: true);

        server.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_retry_handler_of_the_host_reaches_its_own_clients_still()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("503 Busy", "{}"));
        await using var account = TestAccount.On(
            server.Address,
            null,
            static services =>
            {
                services.AddTransient<RetryingHandler>();
                services.ConfigureHttpClientDefaults(static clients => clients.AddHttpMessageHandler<RetryingHandler>());
            }
        );
        using var own = account.Services.GetRequiredService<IHttpClientFactory>().CreateClient("their-own");

        (await own.GetAsync(server.Address, TestContext.Current.CancellationToken)).Dispose();

        server.Arrivals.ShouldBe(4);
    }

    private static Task<GiftCardException> CreateAsync(TestAccount account, bool withBody) =>
        account.Clock.FailAsync(
            account.SendAsync(Operations.Create, body: withBody ? ProviderBody.Json(new("order"), ThingJson.Default.Thing) : null)
        );

    private sealed class RetryingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var attempt = 1; attempt < 4; attempt++)
            {
                (await base.SendAsync(request, cancellationToken)).Dispose();
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
