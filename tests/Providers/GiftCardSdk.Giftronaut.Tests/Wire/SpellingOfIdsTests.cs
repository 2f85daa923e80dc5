namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>What client code has met beside the documents: other names of ids, other envelopes, other spellings of words.</summary>
public sealed class SpellingOfIdsTests
{
    [Theory]
    [InlineData("""{ "orderId": "OT-7", "status": "PENDING" }""")]
    [InlineData("""{ "orderNumber": "OT-7", "status": "PENDING" }""")]
    [InlineData("""{ "id": "OT-7", "status": "PENDING" }""")]
    [InlineData("""{ "id": "x-1", "orderNumber": "x-2", "orderId": "OT-7", "status": "PENDING" }""")]
    [InlineData("""{ "order": { "id": "OT-7", "status": "PENDING" } }""")]
    [InlineData("""{ "data": { "orderNumber": "OT-7", "status": "PENDING" } }""")]
    [InlineData("""{ "data": { "order": { "orderId": "OT-7", "status": "PENDING" } } }""")]
    public async Task An_order_is_known_by_any_of_its_names(string body)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(body);

        (await accounts.Api.GetOrderAsync("OT-7")).OrderId.ShouldBe("OT-7");
        (await accounts.Api.OrderRewardLinksAsync(WireCalls.RewardLinks, "k-1")).OrderId.ShouldBe("OT-7");
    }

    [Theory]
    [InlineData("""{ "error": "DUPLICATE_IDEMPOTENCY_KEY", "message": "used already", "orderId": "LO-7" }""")]
    [InlineData("""{ "error": "DUPLICATE_IDEMPOTENCY_KEY", "message": "used already", "orderNumber": "LO-7" }""")]
    [InlineData("""{ "error": "DUPLICATE_IDEMPOTENCY_KEY", "message": "used already", "id": "LO-7" }""")]
    [InlineData("""{ "error": "DUPLICATE_IDEMPOTENCY_KEY", "message": "used already", "id": "err-1", "order": { "id": "LO-7" } }""")]
    [InlineData("""{ "error": "DUPLICATE_IDEMPOTENCY_KEY", "message": "used already", "data": { "orderNumber": 7 } }""", "7")]
    [InlineData("""{ "error": "DUPLICATE_IDEMPOTENCY_KEY", "message": "used already", "data": { "order": { "orderId": "LO-7" } } }""")]
    public async Task A_409_names_its_order_by_any_of_its_names(string body, string id = "LO-7")
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(body, 409);

        var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Api.OrderRewardLinksAsync(WireCalls.RewardLinks, "k-1"));

        (failure.OrderId, failure.Outcome).ShouldBe((id, GiftCardOutcome.MayExist));
    }

    [Theory]
    [InlineData("products")]
    [InlineData("data")]
    public async Task A_catalog_may_stand_under_its_own_name(string name)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer($$"""{ "{{name}}": [{ "productId": "P-1", "brandName": "B", "currencyCode": "USD" }] }""");

        (await accounts.Api.ListBrandedCardsAsync()).Rows.ShouldHaveSingleItem().ProductId.ShouldBe("P-1");
    }

    [Fact]
    public async Task Templates_may_stand_under_their_own_name()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext("""{ "templates": [{ "id": 31, "name": "T" }] }""");
        server.AnswerNext("""{ "template": { "id": 31, "name": "T" } }""");

        (await accounts.Api.ListTemplatesAsync()).Rows.ShouldHaveSingleItem().TemplateId.ShouldBe("31");
        (await accounts.Api.GetTemplateAsync("31")).TemplateId.ShouldBe("31");
    }

    [Theory]
    [InlineData("complete", "completed", true)]
    [InlineData("In Progress", "pending", false)]
    [InlineData("in-progress", "pending", false)]
    [InlineData("Canceled", "cancelled", true)]
    [InlineData("CANCELLED", "unknown", false)]
    [InlineData("Completed", "unknown", false)]
    [InlineData("FAILED", "unknown", false)]
    public async Task A_status_means_the_same_however_it_is_spelt_and_a_strange_one_is_never_final(string raw, string status, bool isFinal)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer($$"""{ "orderId": "OT-7", "orderType": "ONE_TIME", "status": "{{raw}}", "recipientCount": 1, "sentCount": 1 }""");

        var order = await accounts.Account.Status.GetAsync("OT-7");

        (order.Status.Value, order.Status.IsFinal, order.RawStatus).ShouldBe((status, isFinal, raw));
    }
}
