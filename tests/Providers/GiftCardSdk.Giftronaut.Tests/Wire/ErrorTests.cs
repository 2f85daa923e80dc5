namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>What Giftronaut says when it refuses or fails, and what becomes of it.</summary>
public sealed class ErrorTests
{
    public static TheoryData<string> Operations => WireCalls.Names;

    [Theory]
    [InlineData("branded_cards.order", 402, "INSUFFICIENT_BALANCE", GiftCardErrorCode.InsufficientFunds)]
    [InlineData("campaigns.run", 402, "INSUFFICIENT_BALANCE", GiftCardErrorCode.InsufficientFunds)]
    [InlineData("reward_links.order", 402, "PAYMENT_REQUIRED", GiftCardErrorCode.InsufficientFunds)]
    [InlineData("branded_cards.order", 400, "VALIDATION_ERROR", GiftCardErrorCode.InvalidRequest)]
    [InlineData("choice_cards.order", 404, "PRODUCT_NOT_FOUND", GiftCardErrorCode.ProductUnavailable)]
    [InlineData("choice_cards.order", 400, "PRODUCT_NOT_FOUND", GiftCardErrorCode.ProductUnavailable)]
    [InlineData("branded_cards.order", 404, "TEMPLATE_NOT_FOUND", GiftCardErrorCode.InvalidRequest)]
    [InlineData("campaigns.run", 404, "CAMPAIGN_NOT_FOUND", GiftCardErrorCode.NotFound)]
    [InlineData("orders.get", 404, "ORDER_NOT_FOUND", GiftCardErrorCode.NotFound)]
    [InlineData("orders.resend", 404, "RECIPIENT_NOT_FOUND", GiftCardErrorCode.NotFound)]
    [InlineData("orders.cancel", 409, "ORDER_NOT_CANCELABLE", GiftCardErrorCode.Conflict)]
    [InlineData("templates.get", 404, "TEMPLATE_NOT_FOUND", GiftCardErrorCode.NotFound)]
    [InlineData("templates.delete", 409, "DEFAULT_TEMPLATE", GiftCardErrorCode.Conflict)]
    [InlineData("templates.delete", 400, "TEMPLATE_IN_USE", GiftCardErrorCode.Conflict)]
    [InlineData("balance.get", 401, "UNAUTHORIZED", GiftCardErrorCode.Unauthorized)]
    [InlineData("balance.charge", 403, "FORBIDDEN", GiftCardErrorCode.Forbidden)]
    [InlineData("campaigns.list", 403, "INSUFFICIENT_SCOPE", GiftCardErrorCode.Forbidden)]
    [InlineData("branded_cards.order", 429, "RATE_LIMIT_EXCEEDED", GiftCardErrorCode.RateLimited)]
    [InlineData("branded_cards.order", 415, "UNSUPPORTED_MEDIA_TYPE", GiftCardErrorCode.InvalidRequest)]
    public async Task A_refusal_becomes_the_neutral_one(string operation, int status, string word, GiftCardErrorCode code)
    {
        var example = $"any-{status}-{word.Replace('_', '-').ToLowerInvariant()}";

        var failure = await FailAsync(operation, example);

        (failure.Code, failure.ProviderCode, failure.ProviderMessage, failure.HttpStatus).ShouldBe((code, word, "As it happens", status));
        var outcome =
            !WireCalls.MovesMoney(operation) ? GiftCardOutcome.NotAnOrder
            // No document of Giftronaut's has these words.
            : word is "PAYMENT_REQUIRED" or "UNSUPPORTED_MEDIA_TYPE" ? GiftCardOutcome.MayExist
            : GiftCardOutcome.NothingCreated;
        (failure.Outcome, failure.Operation, failure.IsTransient).ShouldBe((outcome, operation, status == 429));
        (failure.Provider, failure.Account).ShouldBe((GiftronautDefaults.Provider, GiftronautDefaults.AccountName));
    }

    [Theory]
    [InlineData("branded_cards.order", "branded-card-order-duplicate-key", null)]
    [InlineData("choice_cards.order", "choice-card-order-duplicate-key", null)]
    [InlineData("campaigns.run", "any-409-duplicate-idempotency-key", null)]
    [InlineData("reward_links.order", "reward-links-order-duplicate-key", "LO20250611000042")]
    public async Task A_key_that_is_taken_means_that_something_may_exist(string operation, string example, string? orderId)
    {
        var failure = await FailAsync(operation, example);

        (failure.Code, failure.Outcome, failure.OrderId).ShouldBe((GiftCardErrorCode.Conflict, GiftCardOutcome.MayExist, orderId));
        failure.ProviderCode.ShouldBe(GiftronautWords.Errors.DuplicateKey);
    }

    [Fact]
    public async Task The_documented_lack_of_money()
    {
        var failure = await FailAsync("branded_cards.order", "branded-card-order-no-funds");

        (failure.Code, failure.IsTransient).ShouldBe((GiftCardErrorCode.InsufficientFunds, false));
        failure.ProviderMessage.ShouldBe("Order total 90.00 USD exceeds available balance 12.50 USD");
    }

    [Theory]
    [InlineData(
        """{ "timestamp": "2025-06-11T08:05:41.250", "status": 404, "error": "Not Found", "path": "/api/v1/orders/x" }""",
        "Not Found"
    )]
    [InlineData("""{ "status": 404, "error": "Forbidden" }""", "Forbidden")]
    [InlineData("""{ "code": "ORDER_NOT_FOUND" }""", null)]
    public async Task A_phrase_is_no_code(string body, string? message)
    {
        await using var server = WireServer.Start();

        var failure = await WireCalls.Odd.FailAsync(server, "orders.get", body, 404);

        (failure.Code, failure.ProviderMessage).ShouldBe((GiftCardErrorCode.NotFound, message));
        failure.ProviderCode.ShouldBe(message is null ? "ORDER_NOT_FOUND" : null);
    }

    [Theory]
    [InlineData("campaigns.list", true)]
    [InlineData("balance.charge", true)]
    public async Task A_403_points_at_the_scopes(string operation, bool isHinted)
    {
        await using var server = WireServer.Start();

        var failure = await WireCalls.Odd.FailAsync(server, operation, "", 403);

        failure.Message.Contains("GiftronautOptions.Scopes", StringComparison.Ordinal).ShouldBe(isHinted);
    }

    [Fact]
    public async Task Quirk_18_the_id_of_the_request_is_another_for_every_attempt_and_the_echoed_one_is_on_the_exception()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request => new("{}", 503) { Headers = Echo(request) };

        var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Api.GetBalanceAsync());

        var ids = server.Requests.Select(request => request.Headers["X-Request-Id"]).ToArray();
        ids.Length.ShouldBeGreaterThan(1);
        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(ids.Length);
        failure.RequestId.ShouldBe(ids[^1]);
    }

    [Fact]
    public async Task What_else_stands_in_an_error_body_is_masked()
    {
        await using var server = WireServer.Start();
        var body = Example.Read("branded-card-order-no-funds", json => json["rewardLink"] = "https://claim.example.org/r/9z8y");

        var failure = await WireCalls.Odd.FailAsync(server, "branded_cards.order", body, 402);

        (failure + failure.RedactedBody).ShouldNotContain("9z8y");
        failure.RedactedBody.ShouldNotBeNull().ShouldContain("INSUFFICIENT_BALANCE");
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Any_status_with_any_body_is_a_gift_card_exception(string operation) =>
        WireCalls.Odd.EachFailureIsKnownAsync(
            operation,
            WireAnswer.Failures,
            ["""{"error":7,"message":{},"orderId":[],"requestId":true}"""],
            [
                """{"error":"VALIDATION_ERROR"}""",
                """{"error":"INSUFFICIENT_BALANCE","message":"Not enough.","status":204}""",
                """{"error":"INSUFFICIENT_BALANCE","message":"Not en""",
                """{"timestamp":"2025-06-11T08:05:41","status":404,"error":"Not Found","path":"/api/v1/orders/branded-card"}""",
            ]
        );

    private static Dictionary<string, string> Echo(WireRequest request) =>
        new(StringComparer.Ordinal) { ["X-Request-Id"] = request.Headers["X-Request-Id"] };

    private static async Task<GiftCardException> FailAsync(string operation, string example)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs(example);
        return await Should.ThrowAsync<GiftCardException>(() => WireCalls.All[operation].Call(accounts.Api));
    }
}
