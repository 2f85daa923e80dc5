using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>Quirks 11, 12, 19 to 22: one token, in a header, on every call but one.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task Quirk_12_no_call_goes_out_without_the_token()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        foreach (var (operation, (answer, call)) in WireCalls.All.Where(call => call.Key != "payouts.page"))
        {
            server.Answer(answer);
            await call(accounts.Api);

            server.Requests[^1].Headers["X-Api-Token"].ShouldBe(Accounts.Token, operation);
        }
    }

    [Fact]
    public async Task Quirk_22_the_recipients_page_is_read_without_the_token()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Payouts.DispatchAsync("wave-1", Requests.Batch(await stage.CampaignAsync()));
        stage.LetTimePass();
        var payout = await stage.Api.ListAllPayoutsAsync().SingleAsync();

        var page = await stage.Api.GetRedeemPageAsync(new Secret(stage.Twin.ClaimToken(payout.Id)));

        (page.Amount, page.Currency, page.Name, page.Brands!.Count > 20).ShouldBe((20m, "EUR", "Ida", true));
        var arrival = stage.Twin.Requests.For("payouts.page").ShouldHaveSingleItem();
        arrival.Headers.ContainsKey("X-Api-Token").ShouldBeFalse();
        var unknown = await Should.ThrowAsync<GiftCardException>(() => stage.Api.GetRedeemPageAsync(new Secret("no-such-token")));
        unknown.Code.ShouldBe(GiftCardErrorCode.NotFound);
        unknown.ToString().ShouldNotContain("no-such-token");
    }

    [Fact]
    public async Task A_401_tries_the_second_token_once_and_keeps_it()
    {
        await using var stage = await Stage.StartAsync();
        await using var accounts = Accounts.At(
            stage.Sandbox.Gifq.BaseAddress,
            "retired-token",
            stage.Clock,
            options => options.SecondaryApiToken = stage.Twin.ApiToken
        );

        await accounts.Account.Orders.PlaceAsync(Requests.Order("o-1"));
        await accounts.Account.Balances.ListAsync();

        stage.Twin.Requests.All.Select(arrival => arrival.Status).Where(status => status is not 200).ShouldBe([401, 201]);
        stage.Twin.Ledger.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(GifqCallerAddress.Unauthorized, GiftCardErrorCode.Unauthorized, GiftCardOutcome.NothingCreated)]
    // The catalog is asked first, and nothing is sent once it says no.
    [InlineData(GifqCallerAddress.Forbidden, GiftCardErrorCode.Forbidden, GiftCardOutcome.NothingCreated)]
    public async Task Quirk_21_an_address_that_is_not_on_the_list_buys_nothing(
        GifqCallerAddress answer,
        GiftCardErrorCode code,
        GiftCardOutcome outcome
    )
    {
        await using var stage = await Stage.StartAsync(twin => twin.CallerAddress = answer);

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Order("o-1")));

        (failure.Code, failure.Outcome).ShouldBe((code, outcome));
        stage.Twin.Ledger.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(null)]
    public async Task Quirk_11_a_limit_that_is_hit_all_the_same_pauses_and_loses_no_order(int? retryAfter)
    {
        await using var stage = await Stage.StartAsync(twin => twin.RetryAfterSeconds = retryAfter);
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "orders.create",
                Kind = FaultKind.RateLimited,
                Times = 2,
            }
        );
        var started = stage.Clock.GetUtcNow();

        var order = await stage.Account.Orders.PlaceAsync(Requests.Order("o-1"));

        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        stage.Twin.Requests.Count("orders.create").ShouldBe(3);
        (stage.Clock.GetUtcNow() - started).ShouldBeGreaterThan(TimeSpan.FromSeconds(retryAfter is null ? 0 : 1.9));
    }

    [Fact]
    public async Task Quirk_11_calls_of_every_kind_share_the_limit_of_their_account()
    {
        await using var stage = await Stage.StartAsync();
        var started = stage.Clock.GetUtcNow();

        for (var call = 0; call < 25; call++)
        {
            await stage.Account.Balances.ListAsync();
            await stage.Api.ListCampaignsAsync();
        }

        (stage.Clock.GetUtcNow() - started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task A_token_is_changed_without_a_restart_and_another_environment_is_not()
    {
        await using var server = WireServer.Start();
        var token = "first-token";
        var environment = GiftCardEnvironment.Sandbox;
        await using var accounts = Accounts.At(server);
        var giftCards = (IGiftCards)accounts.Services.GetService(typeof(IGiftCards))!;
        var account = giftCards.GetOrAddGifq(
            "tenant",
            options =>
            {
                options.BaseAddress = server.BaseAddress;
                options.ApiToken = token;
                options.Environment = environment;
            }
        );
        server.Answer(Example.Read("balances-list"));

        await account.Balances.ListAsync();
        token = "second-token";
        await account.Balances.ListAsync();
        environment = GiftCardEnvironment.Production;
        var moved = await Should.ThrowAsync<GiftCardException>(() => account.Balances.ListAsync());

        server.Requests.Select(request => request.Headers["X-Api-Token"]).ShouldBe(["first-token", "second-token"]);
        (moved.Code, moved.Message.Contains("changed while running", StringComparison.Ordinal)).ShouldBe(
            (GiftCardErrorCode.Unauthorized, true)
        );
    }
}
