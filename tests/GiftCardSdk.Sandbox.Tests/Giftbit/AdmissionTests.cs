using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftbit;

public sealed class AdmissionTests
{
    [Theory]
    [InlineData("Bearer wrong")]
    [InlineData("bearer sandbox-giftbit-token")]
    [InlineData("Bearer  sandbox-giftbit-token")]
    [InlineData("Basic c2FuZGJveA==")]
    public async Task A_wrong_token_is_answered_401_with_the_standard_body(string authorization)
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var answer = await caller.SendAsync(HttpMethod.Get, "papi/v1/funds", null, ("Authorization", authorization));

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Code.ShouldBe("ERROR_UNAUTHORIZED");
        answer.Json.GetProperty("status").GetInt32().ShouldBe(401);
    }

    [Fact]
    public async Task A_missing_token_sells_nothing()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Http.DefaultRequestHeaders.Authorization = null;

        (await caller.OrderDirectLinkAsync("a-1")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        caller.Twin.Ledger.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Tokens_can_be_rotated_while_the_twin_runs()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        caller.Twin.SetApiTokens("new-token", "spare-token");

        (await caller.GetAsync("ping")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var renewed = await caller.SendAsync(HttpMethod.Get, "papi/v1/ping", null, ("Authorization", "Bearer spare-token"));
        renewed.Status.ShouldBe(HttpStatusCode.OK);
        caller.Twin.ApiToken.ShouldBe("new-token");
    }

    [Theory]
    [InlineData("GET", "papi/v1/regions")]
    [InlineData("POST", "papi/v1/direct_links")]
    [InlineData("DELETE", "papi/v1/gifts/0123")]
    public async Task The_simulated_rate_limit_strikes_any_route_before_the_token_is_looked_at(string method, string path)
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var answer = await caller.SendAsync(
            new HttpMethod(method),
            path,
            """{"id":"r-1","price_in_cents":2500,"brand_codes":["northcafeus"]}""",
            ("SIMULATE-RATELIMIT", "true"),
            ("Authorization", "Bearer wrong")
        );

        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Code.ShouldBe("ERROR_TOO_MANY_REQUESTS");
        answer.Headers.RetryAfter.ShouldBeNull();
        caller.Twin.Ledger.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_route_that_is_not_documented_is_answered_404_and_still_seen()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var answer = await caller.GetAsync("marketplace");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Code.ShouldBe("ERROR_SIM_NO_SUCH_ROUTE");
        caller.Twin.Requests.Count("unknown").ShouldBe(1);
    }
}
