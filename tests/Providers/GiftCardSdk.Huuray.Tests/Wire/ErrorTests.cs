namespace GiftCardSdk.Huuray.Tests;

/// <summary>What Huuray says when it refuses or fails, and what becomes of it.</summary>
public sealed class ErrorTests
{
    public static TheoryData<string> Operations => WireCalls.Names;

    [Theory]
    [InlineData("order.create", 422, GiftCardErrorCode.InvalidRequest)]
    [InlineData("order.create", 402, GiftCardErrorCode.InsufficientFunds)]
    [InlineData("order.create", 404, GiftCardErrorCode.ProductUnavailable)]
    [InlineData("order.create", 429, GiftCardErrorCode.RateLimited)]
    [InlineData("stock.get", 404, GiftCardErrorCode.ProductUnavailable)]
    [InlineData("stock.get", 422, GiftCardErrorCode.InvalidRequest)]
    [InlineData("exchange_rates.get", 404, GiftCardErrorCode.NotFound)]
    [InlineData("order.resend", 404, GiftCardErrorCode.NotFound)]
    [InlineData("order.resend", 422, GiftCardErrorCode.Conflict)]
    [InlineData("order.cancel", 404, GiftCardErrorCode.NotFound)]
    [InlineData("order.cancel", 422, GiftCardErrorCode.Conflict)]
    [InlineData("pdf.get", 404, GiftCardErrorCode.NotFound)]
    [InlineData("pdf.get", 422, GiftCardErrorCode.InvalidRequest)]
    [InlineData("upload.create", 413, GiftCardErrorCode.InvalidRequest)]
    [InlineData("upload.create", 422, GiftCardErrorCode.InvalidRequest)]
    [InlineData("balance.get", 401, GiftCardErrorCode.Unauthorized)]
    [InlineData("balance.get", 403, GiftCardErrorCode.Forbidden)]
    public async Task A_refusal_becomes_the_neutral_one(string operation, int status, GiftCardErrorCode code)
    {
        await using var server = WireServer.Start();
        var failure = await FailAsync(server, operation, $"any-{status}");

        (failure.Code, failure.ProviderCode, failure.HttpStatus, failure.Operation).ShouldBe((code, null, status, operation));
        failure.Outcome.ShouldBe(
            operation != "order.create" ? GiftCardOutcome.NotAnOrder
            // Not among the statuses that Huuray documents for an order.
            : status is 402 or 429 ? GiftCardOutcome.MayExist
            : GiftCardOutcome.NothingCreated
        );
        (failure.Provider, failure.Account).ShouldBe((HuurayDefaults.Provider, HuurayDefaults.AccountName));
        failure.IsTransient.ShouldBe(status == 429);
    }

    [Fact]
    public async Task The_longer_words_are_on_the_exception_and_the_shorter_ones_stand_in()
    {
        await using var server = WireServer.Start();

        var failure = await FailAsync(server, "order.create", "order-create-refused");
        var terse = await WireCalls.Odd.FailAsync(
            server,
            "order.create",
            """{ "Status": 422, "Message": "Refused", "StatusMessage": null }""",
            422
        );

        failure.ProviderMessage.ShouldBe("Quantity above the limit for direct orders");
        failure.RedactedBody.ShouldNotBeNull().ShouldContain("above the limit");
        terse.ProviderMessage.ShouldBe("Refused");
    }

    [Fact]
    public async Task A_malformed_request_is_answered_by_the_web_framework_in_its_own_form()
    {
        await using var server = WireServer.Start();
        var failure = await FailAsync(server, "order.create", "order-create-malformed");

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.InvalidRequest, GiftCardOutcome.NothingCreated));
        failure.ProviderMessage.ShouldBe("Request not valid ($.Product.Value)");
    }

    [Theory]
    [InlineData("order.create")]
    [InlineData("order.cancel")]
    [InlineData("pdf.get")]
    [InlineData("order.search")]
    public async Task A_404_that_is_not_Huurays_own_says_nothing_about_product_or_order(string operation)
    {
        await using var server = WireServer.Start();
        var failure = await WireCalls.Odd.FailAsync(server, operation, """{ "title": "Not Found", "status": 404 }""", 404);

        failure.Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse);
        failure.OrderId.ShouldBeNull();
    }

    [Fact]
    public async Task A_wrong_address_is_not_taken_for_a_missing_product()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer("<html>Not Found</html>", 404, "text/html");

        var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Orders.PlaceAsync(Requests.Returned("o-1")));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.OutcomeUnknown, GiftCardOutcome.MayExist));
        failure.InnerException.ShouldBeOfType<GiftCardException>().Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse);
        server.Requests.Count(request => request.Path == "/v4/Order").ShouldBe(1);
    }

    [Fact]
    public async Task A_forbidden_caller_is_reminded_of_addresses_and_permissions()
    {
        await using var server = WireServer.Start();
        var failure = await FailAsync(server, "balance.get", "any-403");

        failure.Message.ShouldContain("known addresses");
    }

    [Fact]
    public async Task What_else_stands_in_an_error_body_is_masked()
    {
        await using var server = WireServer.Start();
        var body = Example.Read("order-create-sync", json => json["Status"] = 422);

        var failure = await WireCalls.Odd.FailAsync(server, "order.create", body, 422);

        (failure + failure.RedactedBody).ShouldNotContain("NK-4T7P");
        (failure + failure.RedactedBody).ShouldNotContain("redeem.example");
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Any_status_with_any_body_is_a_gift_card_exception(string operation) =>
        WireCalls.Odd.EachFailureIsKnownAsync(
            operation,
            [.. WireAnswer.Failures, 413, 425],
            ["""{"title":7,"status":404,"errors":[]}""", """{"Status":"x","StatusMessage":7}"""],
            [
                """{"Status":429,"Message":"Too many"}""",
                """{"Status":204,"Message":"Refused","StatusMessage":"Refused"}""",
                """{"type":"about:blank","title":"Forbidden","status":403,"errors":{"$.route":["not allowed"]}}""",
                """{"Status":422,"Message":"Refused","StatusMessage":"Ref""",
                """{"Status":403,"StatusMessage":{"policy":7}}""",
                """{"Status":422,"StatusMessage":["Refused"]}""",
                """{"Status":400,"StatusMessage":false}""",
                """{"status":400,"errors":{"Product":"not allowed"}}""",
            ]
        );

    private static async Task<GiftCardException> FailAsync(WireServer server, string operation, string example)
    {
        await using var accounts = Accounts.At(server);
        server.AnswerAs(example);
        return await Should.ThrowAsync<GiftCardException>(() => WireCalls.All[operation].Call(accounts.Api));
    }
}
