using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

public sealed class AdmissionTests
{
    private static readonly string[] Scopes =
    [
        .. ((string[])["catalog.read", "orders.read", "orders.write", "balance.read", "balance.write"]),
        .. ((string[])["templates.read", "templates.write", "campaigns.read", "campaigns.write"]),
    ];

    [Theory]
    [InlineData(null)]
    [InlineData("sim.unknown.token")]
    public async Task A_missing_or_unknown_token_is_answered_401_and_sells_nothing(string? token)
    {
        await using var caller = await GiftronautCaller.StartAsync();
        caller.Token = token;

        var answer = await caller.OrderAsync("a-1");

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Json.ShouldHaveTheShapeOf("""{"error":"UNAUTHORIZED","message":"text"}""");
        caller.Twin.Ledger.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("GET", "catalog/choice-cards", "catalog.read")]
    [InlineData("GET", "orders", "orders.read")]
    [InlineData("POST", "orders/branded-card", "orders.write")]
    [InlineData("POST", "orders/reward-links", "orders.write")]
    [InlineData("GET", "balance", "balance.read")]
    [InlineData("POST", "balance/charge", "balance.write")]
    [InlineData("GET", "templates", "templates.read")]
    [InlineData("DELETE", "templates/31", "templates.write")]
    [InlineData("GET", "campaigns", "campaigns.read")]
    [InlineData("POST", "campaigns", "campaigns.write")]
    [InlineData("POST", "campaigns/CA-9K2M4T7X/orders", "campaigns.write")]
    [InlineData("POST", "campaigns/CA-9K2M4T7X/orders", "orders.write")]
    public async Task A_token_without_the_operations_scope_is_answered_403(string method, string path, string scope)
    {
        await using var caller = await GiftronautCaller.StartAsync();
        caller.Twin.SetScopes(caller.Twin.ClientId, Scopes.Except([scope], StringComparer.Ordinal));
        caller.Token = caller.Twin.IssueToken();

        var answer = await caller.SendAsync(new HttpMethod(method), "api/v1/" + path, "{}");

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Code.ShouldBe("INSUFFICIENT_SCOPE");
    }

    [Theory]
    [InlineData(false, 60)]
    [InlineData(true, 300)]
    public async Task A_minute_holds_as_many_requests_as_the_environment_allows(bool isProduction, int limit)
    {
        await using var caller = await GiftronautCaller.StartAsync(isProduction: isProduction);

        for (var i = 0; i < limit; i++)
        {
            (await caller.GetAsync("templates/30")).Status.ShouldBe(HttpStatusCode.OK);
        }

        caller.Clock.Advance(TimeSpan.FromSeconds(42.5));
        var over = await caller.GetAsync("templates/30");
        caller.Clock.Advance(over.Headers.RetryAfter!.Delta!.Value);
        var next = await caller.GetAsync("templates/30");

        over.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        over.Code.ShouldBe("RATE_LIMIT_EXCEEDED");
        over.Headers.RetryAfter.Delta.ShouldBe(TimeSpan.FromSeconds(18));
        next.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Each_app_has_a_limit_of_its_own()
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.SandboxRequestsPerMinute = 1);
        await caller.GetAsync("balance");
        (await caller.GetAsync("balance")).Status.ShouldBe(HttpStatusCode.TooManyRequests);

        caller.Token = caller.Twin.IssueToken(caller.Twin.ProductionClientId);

        (await caller.GetAsync("balance")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_request_id_is_echoed_on_successes_refusals_and_faults()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        caller.Twin.Faults.Add(
            new Fault
            {
                Operation = "balance.get",
                Kind = FaultKind.ServerErrorBeforeCommit,
                Occurrence = 2,
            }
        );

        foreach (var path in (string[])["api/v1/balance", "api/v1/balance", "api/v1/orders/nowhere", "api/v1/nothing"])
        {
            var id = "0b6d3f7e-" + path.Length;
            var answer = await caller.SendAsync(HttpMethod.Get, path, null, ("X-Request-Id", id));
            answer.Headers.GetValues("X-Request-Id").ShouldBe([id]);
        }
    }

    [Fact]
    public async Task Environments_see_nothing_of_each_other()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        var id = await caller.OrderIdAsync("iso-1");

        caller.Token = caller.Twin.IssueToken(caller.Twin.ProductionClientId);

        (await caller.ReadAsync(id)).Code.ShouldBe("ORDER_NOT_FOUND");
        (await caller.GetAsync("orders")).Data.ShouldBeEmpty();
        caller.Twin.GetBalance("USD", caller.Twin.ProductionClientId).ShouldBe(10_000);
        (await caller.OrderAsync("iso-1")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_route_that_is_not_documented_is_answered_in_the_frameworks_words_and_still_seen()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        var answer = await caller.PostAsync("orders", "{}");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Code.ShouldBe("Not Found");
        caller.Twin.Requests.Count("unknown").ShouldBe(1);
    }
}
