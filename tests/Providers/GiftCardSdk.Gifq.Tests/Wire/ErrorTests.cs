namespace GiftCardSdk.Gifq.Tests;

/// <summary>What GIFQ says when it refuses or fails, and what becomes of it.</summary>
public sealed class ErrorTests
{
    public static TheoryData<string> Operations => WireCalls.Names;

    [Theory]
    [InlineData("orders.create", "order-create-refused", 422, GiftCardErrorCode.InvalidRequest, "rq-51c0e9")]
    [InlineData("payout_orders.create", "payout-order-create-refused", 422, GiftCardErrorCode.InvalidRequest, null)]
    [InlineData("orders.create", "any-429", 429, GiftCardErrorCode.RateLimited, null)]
    [InlineData("orders.list", "any-400", 400, GiftCardErrorCode.InvalidRequest, null)]
    [InlineData("orders.get", "any-404", 404, GiftCardErrorCode.NotFound, null)]
    [InlineData("campaigns.get", "any-404", 404, GiftCardErrorCode.NotFound, null)]
    [InlineData("campaigns.update", "campaign-update-refused", 422, GiftCardErrorCode.InvalidRequest, null)]
    [InlineData("campaigns.activate", "campaign-activate-refused", 422, GiftCardErrorCode.Conflict, null)]
    [InlineData("campaigns.pause", "campaign-pause-refused", 422, GiftCardErrorCode.Conflict, null)]
    [InlineData("campaigns.archive", "campaign-archive-refused", 422, GiftCardErrorCode.Conflict, null)]
    [InlineData("balances.list", "any-401", 401, GiftCardErrorCode.Unauthorized, null)]
    [InlineData("balances.list", "any-403", 403, GiftCardErrorCode.Forbidden, null)]
    public async Task A_documented_error_becomes_the_neutral_one(
        string operation,
        string example,
        int status,
        GiftCardErrorCode code,
        string? requestId
    )
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs(example);

        var failure = await Should.ThrowAsync<GiftCardException>(() => WireCalls.All[operation].Call(accounts.Api));

        (failure.Code, failure.ProviderCode, failure.HttpStatus, failure.RequestId).ShouldBe((code, null, status, requestId));
        var outcome = WireCalls.MovesMoney(operation) ? GiftCardOutcome.NothingCreated : GiftCardOutcome.NotAnOrder;
        (failure.Outcome, failure.Operation).ShouldBe((outcome, operation));
        (failure.Provider, failure.Account).ShouldBe((GifqDefaults.Provider, GifqDefaults.AccountName));
        failure.IsTransient.ShouldBe(status == 429);
    }

    [Fact]
    public async Task The_message_and_the_body_are_on_the_exception_for_people_and_for_GIFQs_support()
    {
        await using var server = WireServer.Start();
        var failure = await WireCalls.Odd.FailAsync(server, "orders.create", Example.Read("order-create-refused"), 422);

        failure.ProviderMessage.ShouldBe("Balance too low in USD");
        failure.Message.ShouldContain("Balance too low in USD");
        failure.RedactedBody.ShouldNotBeNull().ShouldContain("Balance too low in USD");
    }

    [Fact]
    public async Task What_else_stands_in_an_error_body_is_masked()
    {
        await using var server = WireServer.Start();
        var body = Example.Read(
            "order-create-refused",
            json => json["order"] = new System.Text.Json.Nodes.JsonObject { ["code"] = "LMN4-82QK-1190" }
        );

        var failure = await WireCalls.Odd.FailAsync(server, "orders.create", body, 422);

        (failure + failure.RedactedBody).ShouldNotContain("LMN4");
        failure.OrderId.ShouldBeNull();
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task In_production_a_refused_caller_is_reminded_of_the_allow_list(int status)
    {
        await using var server = WireServer.Start();
        server.Answer(Example.Read("any-422"), status);

        (await MessageAsync(GiftCardEnvironment.Production)).ShouldContain("allow-list");
        (await MessageAsync(GiftCardEnvironment.Sandbox)).ShouldNotContain("allow-list");

        async Task<string> MessageAsync(GiftCardEnvironment environment)
        {
            await using var accounts = Accounts.At(server, options => options.Environment = environment);
            return (await Should.ThrowAsync<GiftCardException>(() => accounts.Api.ListBalancesAsync())).Message;
        }
    }

    [Fact]
    public async Task A_throttled_read_waits_as_long_as_it_is_asked_to_and_is_repeated()
    {
        await using var server = WireServer.Start();
        var clock = new ConformanceClock();
        await using var accounts = Accounts.At(server.BaseAddress, Accounts.Token, clock);
        var answers = new Queue<WireAnswer>([
            new(Example.Read("any-429"), 429)
            {
                Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = "3" },
            },
            new(Example.Read("balances-list")),
        ]);
        server.ByRequest = _ => answers.Dequeue();
        var before = clock.GetUtcNow();

        await accounts.Api.ListBalancesAsync();

        server.Requests.Count.ShouldBe(2);
        (clock.GetUtcNow() - before).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task The_id_by_which_GIFQ_knows_a_refused_batch_is_on_the_exception()
    {
        await using var server = WireServer.Start();

        var failure = await WireCalls.Odd.FailAsync(server, "payout_orders.create", Example.Read("order-create-refused"), 422);

        (failure.Code, failure.RequestId).ShouldBe((GiftCardErrorCode.InvalidRequest, "rq-51c0e9"));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Any_status_with_any_body_is_a_gift_card_exception(string operation) =>
        WireCalls.Odd.EachFailureIsKnownAsync(
            operation,
            WireAnswer.Failures,
            ["""{"status":"error","message":7,"request_id":{}}"""],
            ["""{"status":"error","message":"Not tod"""]
        );
}
