using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>Quirks 1 and 2: plain SHA-512 over secret and nonce, and a nonce of its own for every attempt.</summary>
public sealed class SigningTests
{
    [Fact]
    public void Quirk_2_the_documented_vector() =>
        HuuraySignature
            .Compute("sk_demo_Zr4Kq9", "pQ3v-Lm8Tt0cWx2bNf6HsA")
            .ShouldBe(
                "ff920887fcbf521441196270f5eea961498c390874e109d36193b52ae949038c79609f499128328d86ca83af012617142906a5129bad7623c72e2f40650a06b5"
            );

    [Theory]
    [InlineData("")]
    [InlineData("a nonce")]
    [InlineData("nonce\n")]
    [InlineData("nønce")]
    [InlineData("123456789012345678901234567890123456789012345678901")]
    public void A_nonce_that_Huuray_would_not_take_is_refused(string nonce) =>
        Should.Throw<ArgumentException>(() => HuuraySignature.Compute("secret", nonce)).ParamName.ShouldBe("nonce");

    [Fact]
    public async Task Every_operation_is_signed_with_a_nonce_of_its_own()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        foreach (var (answer, call) in WireCalls.All.Values)
        {
            server.Answer(answer);
            await call(accounts.Api);
        }

        ShouldBeSignedAnew(server.Requests);
        server.Requests.ShouldAllBe(request => !request.Headers.Values.Contains(Accounts.Secret));
    }

    [Fact]
    public async Task Quirk_1_every_attempt_is_signed_anew()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext("", 503);
        server.AnswerNext("", 500);
        server.Answer(Example.Read("balance-get"));

        await accounts.Api.GetBalancesAsync();

        server.Requests.Count.ShouldBe(3);
        ShouldBeSignedAnew(server.Requests);
    }

    [Theory]
    [InlineData("balance.get")]
    [InlineData("exchange_rates.get")]
    [InlineData("template.list")]
    public async Task A_call_without_a_body_is_not_repeated_by_the_platform_with_its_nonce(string operation)
    {
        await using var stage = await Stage.StartAsync();
        stage.Fail(operation, FaultKind.CloseBeforeCommit);

        await WireCalls.All[operation].Call(stage.Api);

        var arrivals = stage.Twin.Requests.For(operation);
        arrivals.Count.ShouldBe(2, "one that was closed without an answer, and its repeat by the SDK");
        arrivals.Select(arrival => arrival.Headers["X-API-NONCE"]).Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_401_tries_the_second_key_once_and_keeps_it()
    {
        await using var stage = await Stage.StartAsync();
        await using var accounts = Accounts.At(
            stage.Twin.BaseAddress,
            "retired-token",
            "retired-secret",
            stage.Clock,
            options => (options.SecondaryApiToken, options.SecondaryApiSecret) = (stage.Twin.ApiToken, stage.Twin.ApiSecret)
        );

        await accounts.Account.Orders.PlaceAsync(Requests.Returned("o-1"));
        await accounts.Account.Balances.ListAsync();

        stage.Twin.Requests.All.Select(arrival => arrival.Status).ShouldBe([401, 201, 200]);
        stage.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Keys_read_from_files_may_end_in_a_line_break()
    {
        await using var stage = await Stage.StartAsync();
        await using var accounts = Accounts.At(
            stage.Twin.BaseAddress,
            stage.Twin.ApiToken + "\n",
            stage.Twin.ApiSecret + "\r\n",
            stage.Clock
        );

        (await accounts.Account.Balances.ListAsync()).Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_wrong_secret_buys_nothing()
    {
        await using var stage = await Stage.StartAsync();
        await using var accounts = Accounts.At(stage.Twin.BaseAddress, stage.Twin.ApiToken, "wrong", stage.Clock);

        var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Orders.PlaceAsync(Requests.Returned("o-1")));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.Unauthorized, GiftCardOutcome.NothingCreated));
    }

    [Theory]
    [InlineData(403, GiftCardErrorCode.Forbidden)]
    [InlineData(401, GiftCardErrorCode.Unauthorized)]
    public async Task A_foreign_address_buys_nothing(int status, GiftCardErrorCode code)
    {
        await using var stage = await Stage.StartAsync(twin => (twin.AddressAllowed, twin.ForeignAddressStatus) = (false, status));

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Returned("o-1")));

        (failure.Code, failure.Outcome).ShouldBe((code, GiftCardOutcome.NothingCreated));
    }

    [Fact]
    public async Task Keys_are_changed_without_a_restart_and_another_environment_is_not()
    {
        await using var server = WireServer.Start();
        var (token, environment) = ("first-token", GiftCardEnvironment.Sandbox);
        await using var accounts = Accounts.At(server);
        var giftCards = (IGiftCards)accounts.Services.GetService(typeof(IGiftCards))!;
        var account = giftCards.GetOrAddHuuray(
            "tenant",
            options =>
            {
                (options.BaseAddress, options.Environment) = (server.BaseAddress, environment);
                (options.ApiToken, options.ApiSecret) = (token, "s");
            }
        );
        server.Answer(Example.Read("balance-get"));

        await account.Balances.ListAsync();
        token = "second-token";
        await account.Balances.ListAsync();
        environment = GiftCardEnvironment.Production;
        var moved = await Should.ThrowAsync<GiftCardException>(() => account.Balances.ListAsync());

        server.Requests.Select(request => request.Headers["X-API-TOKEN"]).ShouldBe(["first-token", "second-token"]);
        (moved.Code, moved.Message.Contains("changed while running", StringComparison.Ordinal)).ShouldBe(
            (GiftCardErrorCode.Unauthorized, true)
        );
    }

    private static void ShouldBeSignedAnew(IReadOnlyList<WireRequest> requests)
    {
        requests.ShouldAllBe(request =>
            request.Headers["X-API-TOKEN"] == Accounts.Token
            && request.Headers["X-API-NONCE"].Length == 32
            && request.Headers["X-API-HASH"] == HuuraySignature.Compute(Accounts.Secret, request.Headers["X-API-NONCE"])
        );
        requests.Select(request => request.Headers["X-API-NONCE"]).Distinct(StringComparer.Ordinal).Count().ShouldBe(requests.Count);
    }
}
