using System.Text.Json.Nodes;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>What the provider says when it refuses or fails, and what becomes of it.</summary>
public sealed class ErrorTests
{
    public static TheoryData<string> Operations => WireCalls.Names;

    [Theory]
    [InlineData("orders.create", "order-create-no-funds", 422, GiftCardErrorCode.InsufficientFunds)]
    [InlineData("orders.create", "order-create-invalid", 400, GiftCardErrorCode.ProductUnavailable)]
    [InlineData("orders.create", "any-400", 400, GiftCardErrorCode.InvalidRequest)]
    [InlineData("orders.create", "any-401", 401, GiftCardErrorCode.Unauthorized)]
    [InlineData("orders.create", "any-403", 403, GiftCardErrorCode.Forbidden)]
    [InlineData("orders.create", "any-429", 429, GiftCardErrorCode.RateLimited)]
    [InlineData("orders.get", "any-404", 404, GiftCardErrorCode.NotFound)]
    [InlineData("orders.get", "any-400", 400, GiftCardErrorCode.NotFound)]
    [InlineData("products.get", "any-404", 404, GiftCardErrorCode.ProductUnavailable)]
    [InlineData("products.get", "any-400", 400, GiftCardErrorCode.ProductUnavailable)]
    [InlineData("products.list", "any-400", 400, GiftCardErrorCode.InvalidRequest)]
    [InlineData("balance.get", "any-403", 403, GiftCardErrorCode.Forbidden)]
    public async Task A_refusal_becomes_the_neutral_one(string operation, string example, int status, GiftCardErrorCode code)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs(example);

        var failure = await Should.ThrowAsync<GiftCardException>(() => WireCalls.All[operation].Call(accounts.Api));

        (failure.Code, failure.HttpStatus, failure.Operation).ShouldBe((code, status, operation));
        failure.Outcome.ShouldBe(
            !WireCalls.MovesMoney(operation) ? GiftCardOutcome.NotAnOrder
            // No document of the provider's lists it.
            : status == 429 ? GiftCardOutcome.MayExist
            : GiftCardOutcome.NothingCreated
        );
        (failure.Provider, failure.Account).ShouldBe((GiftCardPartnersDefaults.Provider, GiftCardPartnersDefaults.AccountName));
        failure.IsTransient.ShouldBe(status == 429);
    }

    [Theory]
    [InlineData("orders.create", "order-create-no-funds", 400, GiftCardErrorCode.InvalidRequest)]
    [InlineData("orders.create", "order-create-no-funds", 401, GiftCardErrorCode.Unauthorized)]
    [InlineData("orders.create", "order-create-no-funds", 403, GiftCardErrorCode.Forbidden)]
    [InlineData("orders.get", "order-create-no-funds", 400, GiftCardErrorCode.NotFound)]
    [InlineData("products.list", "order-create-invalid", 400, GiftCardErrorCode.InvalidRequest)]
    public async Task The_words_of_another_refusal_change_nothing(string operation, string words, int status, GiftCardErrorCode code) =>
        (await FailAsync(operation, Example.Read(words), status)).Code.ShouldBe(code);

    [Fact]
    public async Task A_504_to_an_order_is_not_a_failure_but_unknown()
    {
        var failure = await FailAsync("orders.create", "<html>Gateway Timeout</html>", 504);

        (failure.Code, failure.Outcome, failure.IsTransient).ShouldBe(
            (GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.MayExist, true)
        );
    }

    [Theory]
    [InlineData("""{ "Message": "Taken.", "PreviousOrderIds": ["ord-51c0a2"] }""")]
    [InlineData("""{ "previousOrderIds": "ord-51c0a2" }""")]
    [InlineData("""{ "PreviousOrderId": "ord-51c0a2", "Id": "something-else" }""")]
    [InlineData("""{ "orderid": "ord-51c0a2" }""")]
    [InlineData("""{ "Id": "ord-51c0a2" }""")]
    [InlineData("""{ "Error": { "Message": "Taken.", "OrderId": "ord-51c0a2" } }""")]
    [InlineData("""{ "Data": { "PreviousOrderIds": ["ord-51c0a2", null] } }""")]
    [InlineData("\"ord-51c0a2\"")]
    public async Task A_conflict_names_the_earlier_order_in_any_plausible_place(string body)
    {
        var failure = await FailAsync("orders.create", body, 409);

        (failure.Code, failure.Outcome, failure.OrderId).ShouldBe((GiftCardErrorCode.Conflict, GiftCardOutcome.MayExist, "ord-51c0a2"));
        failure.OrderCandidates.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_conflict_that_names_several_orders_names_none_for_certain()
    {
        var failure = await FailAsync("orders.create", """{ "PreviousOrderIds": ["ord-1", 2] }""", 409);

        failure.OrderId.ShouldBeNull();
        failure.OrderCandidates.ShouldBe(["ord-1", "2"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>409</html>")]
    [InlineData("{}")]
    [InlineData("""{ "PreviousOrderIds": [] }""")]
    [InlineData("""{ "PreviousOrderIds": { "a": 1 }, "Id": null, "Error": 7 }""")]
    public async Task A_conflict_without_an_id_still_says_that_an_order_exists(string body)
    {
        var failure = await FailAsync("orders.create", body, 409);

        (failure.Code, failure.Outcome, failure.OrderId).ShouldBe((GiftCardErrorCode.Conflict, GiftCardOutcome.MayExist, null));
    }

    [Theory]
    [InlineData("""{ "Message": "Not valid.", "Errors": { "LineItems[0].Value": ["17.5 is not offered."] } }""")]
    [InlineData("""{ "message": "Not valid.", "modelState": { "LineItems[0].Value": ["17.5 is not offered."] } }""")]
    [InlineData(
        """{ "title": "Refused", "status": 400, "detail": "Not valid.", "errors": { "LineItems[0].Value": ["17.5 is not offered."] } }"""
    )]
    [InlineData("""{ "Error": { "Message": "Not valid." }, "Errors": { "LineItems[0].Value": "17.5 is not offered." } }""")]
    public async Task The_message_and_the_fields_are_read_from_any_plausible_form(string body)
    {
        var failure = await FailAsync("orders.create", body, 400);

        failure.ProviderMessage.ShouldBe("Not valid. LineItems[0].Value: 17.5 is not offered.");
        failure.Code.ShouldBe(GiftCardErrorCode.ProductUnavailable);
    }

    [Theory]
    [InlineData("LineItems[1].ProductId", GiftCardErrorCode.ProductUnavailable)]
    [InlineData("LineItems[0].DigitalDeliveryAddress.Email", GiftCardErrorCode.InvalidRecipient)]
    [InlineData("LineItems[0].DigitalDeliveryAddress.Sms", GiftCardErrorCode.InvalidRecipient)]
    [InlineData("LineItems[0].PhysicalDeliveryAddress.Zip", GiftCardErrorCode.InvalidRecipient)]
    [InlineData("LineItems[0].PhysicalDeliveryAddress.CarrierId", GiftCardErrorCode.InvalidRequest)]
    [InlineData("PONumber", GiftCardErrorCode.InvalidRequest)]
    public async Task A_refused_order_is_blamed_on_the_fields_that_are_named(string field, GiftCardErrorCode code)
    {
        var body = new JsonObject { ["Errors"] = new JsonObject { [field] = new JsonArray("No.") } }.ToJsonString();

        var failure = await FailAsync("orders.create", body, 400);

        (failure.Code, failure.Outcome).ShouldBe((code, GiftCardOutcome.NothingCreated));
        failure.ProviderMessage.ShouldNotBeNull().ShouldContain(field);
    }

    [Fact]
    public async Task What_is_said_of_an_address_or_a_text_is_not_repeated()
    {
        const string body = """
            { "Message": "Not valid.", "Errors": { "LineItems[0].PhysicalDeliveryAddress.City": ["18 Quarry Road is unknown."],
              "LineItems[0].Personalization.Message": ["Dear Tomas is too long."] },
              "Order": { "Personalization": { "To": "Tomas Reyes", "Message": "Dear Tomas" }, "Name": "Tomas Reyes" } }
            """;

        var failure = await FailAsync("orders.create", body, 400);

        failure.ProviderMessage.ShouldBe("Not valid. LineItems[0].PhysicalDeliveryAddress.City. LineItems[0].Personalization.Message.");
        foreach (var text in new[] { "Tomas", "Quarry", "Dear" })
        {
            (failure + failure.RedactedBody + failure.ProviderMessage).ShouldNotContain(text);
        }
    }

    [Fact]
    public async Task Where_422_means_more_than_money_it_is_an_invalid_request()
    {
        var failure = await FailAsync(
            "orders.create",
            Example.Read("order-create-no-funds"),
            422,
            options => options.WireAssumptions.UnprocessableMeansInsufficientFunds = false
        );

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.InvalidRequest, GiftCardOutcome.NothingCreated));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Any_status_with_any_body_is_a_gift_card_exception(string operation) =>
        WireCalls.Odd.EachFailureIsKnownAsync(
            operation,
            [.. WireAnswer.Failures.Where(status => status != 409), 502, 504],
            ["""{"Errors":["a text"],"message":{"a":[]}}"""],
            [
                """{"Message":"Refused.","status":204}""",
                """{"title":"Refused","errors":{"$.route":["not allowed"]}}""",
                """{"Message":"Refu""",
            ]
        );

    private static async Task<GiftCardException> FailAsync(
        string operation,
        string body,
        int status,
        Action<GiftCardPartnersOptions>? configure = null
    )
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server, configure);
        server.Answer(body, status, body.StartsWith('<') ? "text/html" : "application/json");
        return await Should.ThrowAsync<GiftCardException>(() => WireCalls.All[operation].Call(accounts.Api));
    }
}
