using System.Net;
using GiftCardSdk.Http;

namespace GiftCardSdk.Tests.Http;

public sealed class CredentialsTests
{
    [Fact]
    public async Task A_key_is_read_on_each_attempt_so_that_it_can_be_changed_without_a_restart()
    {
        var keys = new List<string> { "old" };
        var stub = new StubTransport(_ => StubTransport.Thing());
        await using var account = With(stub, () => keys);

        await account.SendAsync(Operations.Read);
        keys[0] = "new";
        await account.SendAsync(Operations.Read);

        stub.Tokens.ShouldBe(["old", "new"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_401_the_next_key_is_tried_and_stays_for_every_kind_of_call(bool create)
    {
        var stub = Accepting("second");
        await using var account = With(stub, static () => ["first", "second", "third"]);
        var operation = create ? Operations.Create : Operations.Read;

        await account.SendAsync(operation);
        await account.SendAsync(operation);

        stub.Tokens.ShouldBe(["first", "second", "second"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Sign in</html>")]
    [InlineData("""{"message":"Unauthorized"}""")]
    public async Task A_401_of_somebody_else_sends_no_write_again_with_another_key(string body)
    {
        var stub = new StubTransport(_ => StubTransport.Json(HttpStatusCode.Unauthorized, body));
        await using var account = With(stub, static () => ["first", "second"]);

        var create = await account.Clock.FailAsync(account.SendAsync(Operations.CreateWithKey));
        var change = await account.Clock.FailAsync(account.SendAsync(Operations.Change));
        var read = await account.Clock.FailAsync(account.SendAsync(Operations.Read));

        // Reading twice does no harm: there any 401 has the next key tried.
        stub.Tokens.ShouldBe(["first", "first", "first", "second"]);
        (create.Code, create.Outcome).ShouldBe((GiftCardErrorCode.Unauthorized, GiftCardOutcome.MayExist));
        (change.Outcome, read.Outcome).ShouldBe((GiftCardOutcome.NotAnOrder, GiftCardOutcome.NotAnOrder));
    }

    [Fact]
    public async Task Each_key_is_tried_once_a_call_and_then_the_401_stands()
    {
        var stub = new StubTransport(_ => StubTransport.Status(HttpStatusCode.Unauthorized));
        await using var account = With(stub, static () => ["first", "", "second"]);

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        stub.Tokens.ShouldBe(["first", "second"]);
        failure.Code.ShouldBe(GiftCardErrorCode.Unauthorized);
        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.IsTransient.ShouldBeFalse();
    }

    [Fact]
    public async Task A_401_takes_nothing_from_the_retries()
    {
        // Every fresh key is refused once more after each of three failures: eight arrivals, of which four count as attempts.
        var stub = new StubTransport(
            (request, arrival, _) =>
                Task.FromResult(
                    arrival == 8 ? StubTransport.Thing()
                    : arrival % 2 == 1 ? StubTransport.Status(HttpStatusCode.Unauthorized)
                    : StubTransport.Status(HttpStatusCode.ServiceUnavailable)
                )
        );
        await using var account = With(stub, static () => ["first", "second"]);

        await account.Clock.FinishAsync(account.SendAsync(Operations.Read));

        stub.Arrivals.ShouldBe(8);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_sent()
    {
        var stub = new StubTransport(_ => StubTransport.Thing());
        await using var account = With(stub, static () => ["", "  "]);

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        stub.Arrivals.ShouldBe(0);
        failure.Code.ShouldBe(GiftCardErrorCode.Unauthorized);
        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.Message.ShouldContain("'main'");
    }

    [Fact]
    public async Task Credentials_that_throw_send_nothing_and_their_words_go_nowhere()
    {
        var stub = new StubTransport(_ => StubTransport.Thing());
        await using var account = With(stub, static () => throw new FormatException("The value 'sk_live_secret' is invalid."));

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        stub.Arrivals.ShouldBe(0);
        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.IsTransient.ShouldBeTrue();
        failure.ToString().ShouldNotContain("sk_live_secret");
    }

    [Fact]
    public async Task Credentials_that_never_run_out_do_not_make_a_call_endless()
    {
        var stub = new StubTransport(_ => StubTransport.Status(HttpStatusCode.Unauthorized));
        await using var account = TestAccount.OnStub(stub, settings => settings with { Credentials = new EndlessCredentials() });

        (await account.Clock.FailAsync(account.SendAsync(Operations.Read))).HttpStatus.ShouldBe(401);

        stub.Arrivals.ShouldBe(16);
    }

    [Fact]
    public async Task A_key_can_stand_in_a_header_of_its_own_and_is_set_not_added()
    {
        await using var server = RawServer.Start(arrival =>
            arrival < 3 ? RawServer.Answer("503 Busy", "{}") : RawServer.Answer("200 OK", """{"Name":"tea"}""")
        );
        await using var account = TestAccount.On(
            server.Address,
            settings => settings with { Credentials = ApiKeyCredentials.Header("X-Api-Token", static () => ["key-1"]) }
        );

        await account.Clock.FinishAsync(account.SendAsync(Operations.Read));

        server.Requests.Count.ShouldBe(3);
        server.Requests.ShouldAllBe(request => request.Split("X-Api-Token: key-1\r\n").Length == 2);
    }

    private static TestAccount With(StubTransport stub, Func<IReadOnlyList<string>> keys) =>
        TestAccount.OnStub(stub, settings => settings with { Credentials = ApiKeyCredentials.Bearer(keys) });

    private static StubTransport Accepting(string key) =>
        new(
            (request, _, _) =>
                Task.FromResult(
                    request.Headers.Authorization?.Parameter == key
                        ? StubTransport.Thing()
                        : StubTransport.Status(HttpStatusCode.Unauthorized)
                )
        );

    private sealed class EndlessCredentials : ProviderCredentials
    {
        public override ValueTask<bool> ApplyAsync(HttpRequestMessage request, int rejected, CancellationToken cancellationToken) =>
            new(true);
    }
}
