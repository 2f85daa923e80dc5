using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Quirks 1 and 3: one host for both environments, and tokens that are shared, renewed ahead of their end and once after a 401.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task Quirk_3_many_callers_share_one_token_call()
    {
        await using var stage = await Stage.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => stage.Api.GetBalanceAsync()));

        stage.Twin.Requests.Count("tokens.create").ShouldBe(1);
    }

    [Fact]
    public async Task Quirk_3_a_token_is_used_for_its_whole_life_and_renewed_ahead_of_its_end()
    {
        await using var stage = await Stage.StartAsync(twin => twin.SandboxTokenLife = TimeSpan.FromMinutes(90));

        for (var step = 0; step < 8; step++)
        {
            await stage.Api.GetBalanceAsync();
            stage.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        stage.Twin.Requests.Count("tokens.create").ShouldBe(1);
        stage.Clock.Advance(TimeSpan.FromMinutes(1.5));
        await stage.Api.GetBalanceAsync();
        await stage.Twin.Requests.WaitForAsync("tokens.create", 2, TestContext.Current.CancellationToken);
        stage.Twin.Requests.For("balance.get").ShouldAllBe(call => call.Status == 200);
    }

    [Fact]
    public async Task Quirk_3_after_a_401_the_token_is_renewed_once_and_the_order_is_bought_once()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Catalog.GetAsync(Requests.Branded);
        stage.Twin.RevokeTokens();

        await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));

        stage.Twin.Requests.For("branded_cards.order").Select(call => call.Status).ShouldBe([401, 201]);
        (stage.Twin.Requests.Count("tokens.create"), stage.Twin.Ledger.Count).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Quirk_3_a_401_that_stays_is_said_after_one_renewal_and_nothing_was_bought()
    {
        await using var stage = await Stage.StartAsync();
        stage.Break("branded_cards.order", FaultKind.Unauthorized, times: 9);

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Email("o-1")));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.Unauthorized, GiftCardOutcome.NothingCreated));
        (stage.Twin.Requests.Count("branded_cards.order"), stage.Twin.Requests.Count("tokens.create")).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData(FaultKind.ServerErrorBeforeCommit)]
    [InlineData(FaultKind.RateLimited)]
    [InlineData(FaultKind.CloseBeforeCommit)]
    public async Task Quirk_3_the_token_call_itself_is_tried_again(FaultKind kind)
    {
        await using var stage = await Stage.StartAsync();
        stage.Break("tokens.create", kind, times: 2);

        await stage.Api.GetBalanceAsync();

        stage.Twin.Requests.Count("tokens.create").ShouldBe(3);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_the_next_call_asks_again()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetClientSecret(stage.Twin.ClientId, "another");

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Email("o-1")));

        (failure.Code, failure.Outcome, failure.HttpStatus).ShouldBe((GiftCardErrorCode.Unauthorized, GiftCardOutcome.NothingCreated, 401));
        (stage.Twin.Requests.Count("tokens.create"), stage.Twin.Requests.Total).ShouldBe((1, 1));
        stage.Twin.SetClientSecret(stage.Twin.ClientId, "sandbox-giftronaut-secret");
        (await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"))).WasReplayed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_rotated_secret_is_read_without_a_restart()
    {
        await using var stage = await Stage.StartAsync(twin => twin.SandboxTokenLife = TimeSpan.FromHours(2));
        var secret = stage.Twin.ClientSecret;
        await using var accounts = Accounts.At(stage.Twin, stage.Clock);
        var account = accounts
            .Services.GetRequiredService<IGiftCards>()
            .GetOrAddGiftronaut(
                "tenant",
                options =>
                    (options.BaseAddress, options.ClientId, options.ClientSecret) = (stage.Twin.BaseAddress, stage.Twin.ClientId, secret)
            );
        await account.Balances.ListAsync();

        stage.Twin.SetClientSecret(stage.Twin.ClientId, "rotated");
        secret = "rotated";
        stage.Clock.Advance(TimeSpan.FromHours(3));
        await account.Balances.ListAsync();

        stage.Twin.Requests.For("tokens.create").Select(call => call.Status).ShouldBe([200, 200]);
    }

    [Fact]
    public async Task The_second_secret_is_tried_when_the_first_is_refused()
    {
        await using var stage = await Stage.StartAsync();
        await using var accounts = Accounts.At(
            stage.Twin,
            stage.Clock,
            options => (options.ClientSecret, options.SecondaryClientSecret) = ("not-yet", stage.Twin.ClientSecret)
        );

        await accounts.Account.Balances.ListAsync();

        stage.Twin.Requests.For("tokens.create").Select(call => call.Status).ShouldBe([401, 200]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_scopes_of_the_quickstart_are_enough_to_order_and_only_the_balance_asks_for_more(bool ungrantedFails)
    {
        await using var stage = await Stage.StartAsync(
            twin => twin.UngrantedScopeFails = ungrantedFails,
            account => account.Scopes = GiftronautDefaults.Scopes
        );
        stage.Twin.SetScopes(stage.Twin.ClientId, "catalog.read", "orders.read", "orders.write");

        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));
        var refused = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Balances.ListAsync());

        (await stage.Account.Status.GetAsync(order.Id)).Id.ShouldBe(order.Id);
        refused.Code.ShouldBe(GiftCardErrorCode.Forbidden);
        refused.Message.ShouldContain("GiftronautOptions.Scopes");
    }

    [Fact]
    public async Task A_scope_that_the_app_lacks_may_cost_the_whole_token_and_is_said_to()
    {
        await using var stage = await Stage.StartAsync(
            twin => twin.UngrantedScopeFails = true,
            account => account.Scopes = GiftronautDefaults.Scopes + " templates.read"
        );
        stage.Twin.SetScopes(stage.Twin.ClientId, "catalog.read", "orders.read", "orders.write");

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Email("o-1")));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.Forbidden, GiftCardOutcome.NothingCreated));
    }

    [Fact]
    public async Task Where_the_app_has_it_the_balance_is_read_with_a_token_of_its_own()
    {
        await using var stage = await Stage.StartAsync(account: options => options.Scopes = GiftronautDefaults.Scopes);

        await stage.Account.Balances.ListAsync();
        await stage.Account.Balances.ListAsync();
        await stage.Api.ListAllLedgerAsync().CountAsync();

        stage.Twin.Requests.Count("tokens.create").ShouldBe(1);
    }

    [Fact]
    public async Task A_token_has_the_scopes_that_were_asked_for_and_no_more()
    {
        await using var stage = await Stage.StartAsync(account: options => options.Scopes = "catalog.read orders.write");

        await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));

        (await Should.ThrowAsync<GiftCardException>(() => stage.Api.ListCampaignsAsync())).Code.ShouldBe(GiftCardErrorCode.Forbidden);
        (await stage.Api.CreateTokenAsync()).Scope.ShouldBe("catalog.read orders.write");
    }

    [Theory]
    [InlineData(GiftCardEnvironment.Sandbox, 3599, true)]
    [InlineData(GiftCardEnvironment.Sandbox, 40000, false)]
    [InlineData(GiftCardEnvironment.Production, 86399, true)]
    [InlineData(GiftCardEnvironment.Production, 86400, true)]
    [InlineData(GiftCardEnvironment.Production, 3600, false)]
    [InlineData(GiftCardEnvironment.Production, 12, false)]
    public async Task Quirk_1_what_is_left_of_a_tokens_life_is_a_reason_to_warn_and_none_to_refuse(
        GiftCardEnvironment environment,
        int seconds,
        bool warns
    )
    {
        await using var server = WireServer.Start();
        server.Special = request =>
            request.Path == "/oauth2/token" ? new(Example.Read("token-create", json => json["expires_in"] = seconds)) : null;
        var lines = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var accounts = Accounts.At(
            server.BaseAddress,
            "client",
            "secret",
            new ConformanceClock(),
            options => options.Environment = environment,
            services => services.AddLogging(logging => logging.AddProvider(new CanaryLog(lines.Enqueue)))
        );
        server.Answer(Example.Read("balance-get"));

        await accounts.Api.GetBalanceAsync();

        lines.Any(line => line.Contains("The credentials alone choose the environment", StringComparison.Ordinal)).ShouldBe(warns);
    }

    [Fact]
    public async Task Quirk_1_the_right_credentials_choose_the_environment_at_the_same_host()
    {
        await using var stage = await Stage.StartAsync();
        var twin = stage.Twin;
        await using var accounts = Accounts.At(
            twin.BaseAddress,
            twin.ProductionClientId,
            twin.ProductionClientSecret,
            stage.Clock,
            options => options.Environment = GiftCardEnvironment.Production
        );
        twin.SetBalance("USD", 123, twin.ProductionClientId);

        (await accounts.Account.Balances.ListAsync()).ShouldHaveSingleItem().Available.ShouldBe(Money.Of(123, "USD"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    [InlineData(7200.0)]
    [InlineData(9e20)]
    public async Task A_token_whose_life_is_odd_is_used_all_the_same(double? life)
    {
        await using var server = WireServer.Start();
        server.Special = request =>
            request.Path == "/oauth2/token"
                ? new(Example.Read("token-create", json => json["expires_in"] = life is { } seconds ? (decimal)seconds : null))
                : null;
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("balance-get"));

        await accounts.Api.GetBalanceAsync();

        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(GiftCardEnvironment.Sandbox, 60)]
    [InlineData(GiftCardEnvironment.Production, 300)]
    public async Task The_documented_limit_of_the_environment_is_kept(GiftCardEnvironment environment, int perMinute)
    {
        await using var server = WireServer.Start();
        var clock = new ManualTimeProvider();
        await using var accounts = Accounts.At(
            server,
            options =>
            {
                options.MaxRequestsPerMinute = null;
                options.Environment = environment;
                options.WireAssumptions.TokenLifeTellsEnvironment = false;
            },
            clock
        );
        server.Answer(Example.Read("balance-get"));
        // One is left for a token call, and a quarter of the others goes at once.
        var atOnce = (perMinute - 1) / 4;
        for (var call = 0; call < atOnce; call++)
        {
            await accounts.Api.GetBalanceAsync();
        }

        var began = clock.GetTimestamp();
        var next = accounts.Api.GetBalanceAsync();
        await clock.RunUntilCompletedAsync(next, within: TimeSpan.FromSeconds(2));

        var spacing = TimeSpan.FromMinutes(1) / (perMinute - 1);
        clock.GetElapsedTime(began).ShouldBeInRange(spacing, spacing * 1.1);
        server.Requests.Count.ShouldBe(atOnce + 1);
    }
}
