using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Tokens, and quirks 19 and 20: credentials that change, and accounts that are switched off.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task A_token_is_used_for_its_whole_life_and_renewed_ahead_of_its_end()
    {
        await using var stage = await Stage.StartAsync(twin => twin.TokenLifetime = TimeSpan.FromMinutes(30));

        for (var minute = 0; minute < 28; minute++)
        {
            await stage.Api.GetBalanceAsync();
            stage.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        stage.Twin.Requests.Count("tokens.create").ShouldBe(1);
        stage.Clock.Advance(TimeSpan.FromSeconds(90));
        await stage.Api.GetBalanceAsync();
        await stage.Twin.Requests.WaitForAsync("tokens.create", 2, TestContext.Current.CancellationToken);
        stage.Twin.Requests.For("balance.get").ShouldAllBe(call => call.Status == 200);
    }

    [Fact]
    public async Task Many_callers_share_one_token_call()
    {
        await using var stage = await Stage.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => stage.Api.GetBalanceAsync()));

        stage.Twin.Requests.Count("tokens.create").ShouldBe(1);
    }

    [Theory]
    [InlineData(GiftCardPartnersTokenUnit.Seconds, 1)]
    [InlineData(GiftCardPartnersTokenUnit.Minutes, 1)]
    [InlineData(GiftCardPartnersTokenUnit.Minutes, 60)]
    public async Task A_token_life_in_either_unit_never_has_a_dead_token_used(GiftCardPartnersTokenUnit unit, int seconds)
    {
        await using var stage = await Stage.StartAsync(
            twin => (twin.TokenExpiryUnit, twin.TokenLifetime) = (unit, TimeSpan.FromHours(2)),
            account => account.WireAssumptions.ExpiresInUnit = TimeSpan.FromSeconds(seconds)
        );

        for (var step = 0; step < 10; step++)
        {
            await stage.Api.GetBalanceAsync();
            stage.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        stage.Twin.Requests.For("balance.get").ShouldAllBe(call => call.Status == 200);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task Whether_a_newer_token_ends_the_older_one_no_call_fails(bool staysValid, bool isAssumedToStay)
    {
        await using var stage = await Stage.StartAsync(
            twin => (twin.OldTokensStayValid, twin.TokenLifetime) = (staysValid, TimeSpan.FromMinutes(10)),
            account => account.WireAssumptions.OldTokensStayValid = isAssumedToStay
        );

        for (var step = 0; step < 360; step++)
        {
            await Task.WhenAll(stage.Api.GetBalanceAsync(), stage.Api.ListBrandingsAsync());
            // Fetched while the old one is used, the next token has to be there before the clock moves past the time that fetching may take.
            await GivenTokensAsync(stage, atLeast: isAssumedToStay ? 1 + (step / 108) : 1);
            stage.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        stage.Twin.Requests.Count("tokens.create").ShouldBeInRange(3, 8);
    }

    [Fact]
    public async Task A_504_to_the_token_call_is_tried_again()
    {
        await using var stage = await Stage.StartAsync();
        stage.Break("tokens.create", FaultKind.ServerErrorBeforeCommit, times: 2, status: 504);

        await stage.Api.GetBalanceAsync();

        stage.Twin.Requests.Count("tokens.create").ShouldBe(3);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_the_next_call_asks_again()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetAccessTokens("another");

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Links("no-token")));

        (failure.Code, failure.Outcome, failure.HttpStatus).ShouldBe((GiftCardErrorCode.Unauthorized, GiftCardOutcome.NothingCreated, 401));
        (stage.Twin.Requests.Count("tokens.create"), stage.Twin.Requests.Total).ShouldBe((1, 1));

        stage.Twin.SetAccessTokens("sandbox-gcp-access-token");
        (await stage.Account.Orders.PlaceAsync(Requests.Links("no-token"))).Status.ShouldBe(OrderStatus.Completed);
    }

    [Fact]
    public async Task Q19_credentials_that_change_while_running_are_used_without_a_restart()
    {
        await using var stage = await Stage.StartAsync(twin => twin.TokenLifetime = TimeSpan.FromMinutes(10));
        var token = stage.Twin.AccessToken;
        await using var accounts = Accounts.At(stage.Twin, stage.Clock);
        var account = Running(accounts, stage, () => token);
        await account.Balances.ListAsync();

        stage.Twin.SetAccessTokens("rotated");
        token = "rotated";
        stage.Clock.Advance(TimeSpan.FromMinutes(11));
        await account.Balances.ListAsync();

        stage
            .Twin.Requests.For("tokens.create")
            .Select(call => (call.Headers["AccessToken"], call.Status))
            .ShouldBe([("sandbox-gcp-access-token", 200), ("rotated", 200)]);
    }

    [Fact]
    public async Task Q19_a_401_to_the_token_call_has_the_credentials_read_again_before_it_counts()
    {
        await using var stage = await Stage.StartAsync();
        await using var accounts = Accounts.At(stage.Twin, stage.Clock);
        var account = Running(
            accounts,
            stage,
            () => stage.Twin.Requests.For("tokens.create").Any(call => call.Status == 401) ? stage.Twin.AccessToken : "old"
        );

        await account.Balances.ListAsync();

        stage.Twin.Requests.For("tokens.create").Select(call => call.Status).ShouldBe([401, 200]);
    }

    [Fact]
    public async Task Q19_the_second_access_token_is_tried_when_the_first_is_refused()
    {
        await using var stage = await Stage.StartAsync();
        await using var accounts = Accounts.At(
            stage.Twin,
            stage.Clock,
            options => (options.AccessToken, options.SecondaryAccessToken) = ("not-yet", stage.Twin.AccessToken)
        );

        await accounts.Account.Balances.ListAsync();

        stage.Twin.Requests.For("tokens.create").Select(call => call.Headers["AccessToken"]).ShouldBe(["not-yet", stage.Twin.AccessToken]);
    }

    [Fact]
    public async Task Q20_an_account_that_is_switched_off_is_said_to_be_and_not_asked_again_and_again()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Balances.ListAsync();
        stage.Twin.Options.ApiAccessEnabled = false;
        var before = stage.Twin.Requests.Total;

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Links("q20")));

        (failure.Code, failure.Outcome, failure.IsTransient).ShouldBe((GiftCardErrorCode.Forbidden, GiftCardOutcome.NothingCreated, false));
        (stage.Twin.Requests.Total - before).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Health_is_asked_for_by_status_or_where_there_is_none_by_token(bool exists)
    {
        await using var stage = await Stage.StartAsync(twin => twin.StatusOperationExists = exists);
        await stage.Api.GetBalanceAsync();

        await stage.Api.CheckHealthAsync();

        (stage.Twin.Requests.Count("status.get"), stage.Twin.Requests.Count("tokens.create")).ShouldBe((1, exists ? 1 : 2));
        stage.Break("status.get", FaultKind.ServerErrorBeforeCommit, times: 9);
        (await Should.ThrowAsync<GiftCardException>(() => stage.Api.CheckHealthAsync())).Code.ShouldBe(
            GiftCardErrorCode.ProviderUnavailable
        );
    }

    [Fact]
    public async Task A_limit_of_our_own_is_kept()
    {
        await using var stage = await Stage.StartAsync(account: options => options.MaxRequestsPerMinute = 1);
        await stage.Api.GetBalanceAsync();

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Api.GetBalanceAsync());

        failure.Code.ShouldBe(GiftCardErrorCode.RateLimited);
        stage.Twin.Requests.Count("balance.get").ShouldBe(1);
        stage.Clock.Advance(TimeSpan.FromMinutes(2));
        await stage.Api.GetBalanceAsync();
    }

    [Theory]
    [InlineData(null, 600)]
    [InlineData(0d, 600)]
    [InlineData(-5d, 600)]
    [InlineData(90d, 90)]
    [InlineData(1e27, 2592000)]
    public async Task A_token_whose_life_makes_no_sense_is_used_for_a_while(double? expiresIn, int seconds)
    {
        await using var server = WireServer.Start();
        var clock = new ManualTimeProvider();
        var tokens = 0;
        server.Special = request =>
        {
            if (request.Path != "/v1/Tokens")
            {
                return null;
            }

            tokens++;
            var life = expiresIn is { } value ? $", \"ExpiresIn\": {(decimal)value}" : "";
            return new($$"""{ "Value": "tok-{{tokens}}"{{life}} }""");
        };
        await using var accounts = Accounts.At(server, clock: clock);
        server.Answer(Example.Read("balance-get"));

        await accounts.Api.GetBalanceAsync();
        clock.Advance(TimeSpan.FromSeconds((seconds / 2) - 1));
        await accounts.Api.GetBalanceAsync();
        tokens.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds((seconds / 2) + 2));
        await accounts.Api.GetBalanceAsync();

        tokens.ShouldBe(2);
        server.Requests.Select(request => request.Headers["Authorization"]).ShouldBe(["Bearer tok-1", "Bearer tok-1", "Bearer tok-2"]);
    }

    private static async Task GivenTokensAsync(Stage stage, int atLeast)
    {
        while (stage.Twin.Requests.For("tokens.create").Count(call => call.Status == 200) < atLeast)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static IGiftCardAccount Running(Accounts accounts, Stage stage, Func<string> token) =>
        accounts
            .Services.GetRequiredService<IGiftCards>()
            .GetOrAddGiftCardPartners(
                "running",
                options =>
                {
                    options.BaseAddress = stage.Twin.BaseAddress;
                    options.Email = stage.Twin.Email;
                    options.AccessToken = token();
                }
            );
}
