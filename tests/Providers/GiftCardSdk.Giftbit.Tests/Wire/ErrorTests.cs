namespace GiftCardSdk.Giftbit.Tests;

/// <summary>What Giftbit says when it refuses or fails, and what becomes of it.</summary>
public sealed class ErrorTests
{
    public static TheoryData<string> Operations => WireCalls.Names;

    [Theory]
    [InlineData("ping", "ping-get-unauthorized", 401, GiftCardErrorCode.Unauthorized, "ERROR_UNAUTHORIZED")]
    [InlineData("ping", "ping-get-unauthorized-text", 401, GiftCardErrorCode.Unauthorized, null)]
    [InlineData("campaign.create", "campaign-create-brand-gone", 422, GiftCardErrorCode.ProductUnavailable, "ERROR_CAMPAIGN_INVALID_BRAND")]
    [InlineData(
        "direct_links.create",
        "direct-links-create-brand-gone",
        422,
        GiftCardErrorCode.ProductUnavailable,
        "ERROR_CAMPAIGN_INVALID_BRAND"
    )]
    [InlineData("embedded.create", "embedded-create-brand-gone", 422, GiftCardErrorCode.ProductUnavailable, "ERROR_CAMPAIGN_INVALID_BRAND")]
    [InlineData("funds.add", "funds-add-card-refused", 402, GiftCardErrorCode.PaymentRefused, "ERROR_FUNDS_CARD_ERROR")]
    [InlineData("funds.add", "funds-add-bad-amount", 400, GiftCardErrorCode.InvalidRequest, "ERROR_FUNDS_INVALID_FUND_AMOUNT")]
    [InlineData("campaign.create", "any-429", 429, GiftCardErrorCode.RateLimited, "ERROR_TOO_MANY_REQUESTS")]
    [InlineData("campaign.create", "any-422", 422, GiftCardErrorCode.InvalidRequest, "ERROR_SOMETHING")]
    [InlineData("campaign.get", "any-422", 422, GiftCardErrorCode.NotFound, "ERROR_SOMETHING")]
    [InlineData("campaign.get", "any-404", 404, GiftCardErrorCode.NotFound, "ERROR_SOMETHING")]
    [InlineData("gifts.get", "any-422", 422, GiftCardErrorCode.NotFound, "ERROR_SOMETHING")]
    [InlineData("gifts.resend", "any-422", 422, GiftCardErrorCode.Conflict, "ERROR_SOMETHING")]
    [InlineData("gifts.cancel", "any-422", 422, GiftCardErrorCode.Conflict, "ERROR_SOMETHING")]
    [InlineData("gifts.cancel", "any-404", 404, GiftCardErrorCode.NotFound, "ERROR_SOMETHING")]
    [InlineData("shortlinks.create", "any-403", 403, GiftCardErrorCode.Forbidden, "ERROR_SOMETHING")]
    public async Task A_documented_error_becomes_the_neutral_one(
        string operation,
        string example,
        int status,
        GiftCardErrorCode code,
        string? providerCode
    )
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs(example);

        var failure = await Should.ThrowAsync<GiftCardException>(() => WireCalls.All[operation].Call(accounts.Api));

        (failure.Code, failure.ProviderCode, failure.HttpStatus).ShouldBe((code, providerCode, status));
        var outcome = WireCalls.MovesMoney(operation) ? GiftCardOutcome.NothingCreated : GiftCardOutcome.NotAnOrder;
        (failure.Outcome, failure.Operation).ShouldBe((outcome, operation));
        (failure.Provider, failure.Account).ShouldBe((GiftbitDefaults.Provider, GiftbitDefaults.AccountName));
        failure.IsTransient.ShouldBe(status == 429);
    }

    [Fact]
    public async Task An_unknown_brand_is_a_product_that_there_is_not()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            server.AnswerAsync("brand-get-unknown", () => accounts.Api.GetBrandAsync("nosuchbrand"))
        );

        (failure.Code, failure.ProviderCode, failure.Outcome).ShouldBe(
            (GiftCardErrorCode.ProductUnavailable, "ERROR_BRANDS_NO_SUCH_BRAND", GiftCardOutcome.NotAnOrder)
        );
    }

    [Fact]
    public async Task The_error_body_is_on_the_exception_for_Giftbits_support()
    {
        var failure = await FailAsync("campaign.create", Example.Read("campaign-create-brand-gone"), 422);

        failure.ProviderMessage.ShouldBe("northcafeus at 90000");
        failure
            .RedactedBody.ShouldNotBeNull()
            .ShouldBeJson(
                """{ "error": { "code": "ERROR_CAMPAIGN_INVALID_BRAND", "name": "Brand or price not available", "message": "northcafeus at 90000" }, "status": 422 }"""
            );
    }

    [Fact]
    public async Task Half_an_order_inside_an_error_body_is_no_order_and_shows_nobody()
    {
        var body = Example.Read(
            "campaign-create-brand-gone",
            json =>
            {
                json["message"] = "Dear Mira";
                json["campaign"] = System.Text.Json.Nodes.JsonNode.Parse(Example.Read("campaign-get"))!["campaign"]!.DeepClone();
            }
        );

        var failure = await FailAsync("campaign.create", body, 422);

        (failure.Outcome, failure.OrderId).ShouldBe((GiftCardOutcome.NothingCreated, null));
        foreach (var text in new[] { "Mira", "Oduya", "Enjoy a coffee.", "A thank-you", "Dear" })
        {
            (failure + failure.RedactedBody + failure.ProviderMessage).ShouldNotContain(text);
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Two_hundred_alone_is_success(string operation)
    {
        await using var server = WireServer.Start();
        foreach (var status in new[] { 201, 202, 206, 226 })
        {
            var failure = await WireCalls.Odd.FailAsync(server, operation, WireCalls.All[operation].Answer, status);

            (failure.Code, failure.HttpStatus).ShouldBe((GiftCardErrorCode.UnexpectedResponse, status));
            var outcome = WireCalls.MovesMoney(operation) ? GiftCardOutcome.MayExist : GiftCardOutcome.NotAnOrder;
            failure.Outcome.ShouldBe(outcome);
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Any_status_with_any_body_is_a_gift_card_exception(string operation) =>
        WireCalls.Odd.EachFailureIsKnownAsync(
            operation,
            [.. WireAnswer.Failures, 502],
            ["""{"error":"a text"}""", """{"error":{"code":7,"message":[]}}"""],
            [
                """{"error":{"code":"ERROR_SOMETHING","name":"Label","message":"Details"},"status":204}""",
                """{"error":{"code":"ERROR_SOMETHING","name":"Label","message":"Det""",
            ]
        );

    private static async Task<GiftCardException> FailAsync(string operation, string body, int status)
    {
        await using var server = WireServer.Start();
        return await WireCalls.Odd.FailAsync(server, operation, body, status);
    }
}
