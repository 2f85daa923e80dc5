using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftbit;

public sealed class RefusalTests
{
    private const string Texts = "\"subject\":\"S\",\"message\":\"M\"";
    private const string Contact = "\"contacts\":[{\"email\":\"a@mail.example\"}]";
    private const string Cafe = "\"price_in_cents\":1200,\"brand_codes\":[\"northcafeus\"]";

    [Theory]
    [InlineData("{\"id\":\"x\",", 400, "ERROR_SIM_MALFORMED_BODY")]
    [InlineData("null", 400, "ERROR_SIM_MALFORMED_BODY")]
    [InlineData("{\"id\":\"x\",\"price_in_cents\":\"12\"}", 400, "ERROR_SIM_MALFORMED_BODY")]
    [InlineData("{" + Cafe + "," + Contact + "," + Texts + "}", 400, "ERROR_SIM_MISSING_ID")]
    [InlineData("{\"id\":\"x\",\"brand_codes\":[\"northcafeus\"]," + Contact + "," + Texts + "}", 400, "ERROR_SIM_MISSING_ELEMENT")]
    [InlineData("{\"id\":\"x\",\"price_in_cents\":1200," + Contact + "," + Texts + "}", 400, "ERROR_SIM_MISSING_ELEMENT")]
    [InlineData("{\"id\":\"x\"," + Cafe + "," + Texts + "}", 422, "ERROR_CAMPAIGN_NO_CONTACTS")]
    [InlineData("{\"id\":\"x\"," + Cafe + "," + Contact + ",\"subject\":\"S\"}", 422, "ERROR_CAMPAIGN_INVALID_STATE")]
    [InlineData("{\"id\":\"x\"," + Cafe + "," + Contact + ",\"gift_template\":\"NOSUCH\"}", 422, "ERROR_SIM_INVALID_TEMPLATE")]
    [InlineData("{\"id\":\"x\"," + Cafe + "," + Contact + "," + Texts + ",\"expiry\":\"2026-01-14\"}", 422, "ERROR_SIM_INVALID_EXPIRY")]
    [InlineData("{\"id\":\"x\"," + Cafe + "," + Contact + "," + Texts + ",\"expiry\":\"2027-01-16\"}", 422, "ERROR_SIM_INVALID_EXPIRY")]
    [InlineData("{\"id\":\"x\"," + Cafe + "," + Contact + "," + Texts + ",\"expiry\":\"\"}", 422, "ERROR_SIM_INVALID_EXPIRY")]
    [InlineData("{\"id\":\"x\"," + Cafe + ",\"region\":\"USA\"," + Contact + "," + Texts + "}", 422, "ERROR_SIM_BRANDS_AND_REGION")]
    [InlineData(
        "{\"id\":\"x\"," + Cafe + "," + Contact + "," + Texts + ",\"delivery_type\":\"PIGEON\"}",
        422,
        "ERROR_SIM_INVALID_DELIVERY_TYPE"
    )]
    public Task An_email_order_is_refused(string body, int status, string code) => AssertRefusedAsync("campaign", body, status, code);

    [Theory]
    [InlineData("{\"id\":\"x\",\"price_in_cents\":90000,\"brand_codes\":[\"northcafeus\"]}", "ERROR_CAMPAIGN_INVALID_BRAND")]
    [InlineData("{\"id\":\"x\",\"price_in_cents\":1600,\"brand_codes\":[\"trailgearus\"]}", "ERROR_CAMPAIGN_INVALID_BRAND")]
    [InlineData("{\"id\":\"x\",\"price_in_cents\":1500,\"brand_codes\":[\"trailgearus\",\"nosuch\"]}", "ERROR_CAMPAIGN_INVALID_BRAND")]
    [InlineData("{\"id\":\"x\",\"price_in_cents\":1000,\"brand_codes\":[\"soldoutus\"]}", "ERROR_CAMPAIGN_INVALID_BRAND")]
    [InlineData("{\"id\":\"x\",\"price_in_cents\":9999999,\"region\":\"USA\"}", "ERROR_CAMPAIGN_INVALID_BRAND")]
    [InlineData("{\"id\":\"x\",\"price_in_cents\":1000,\"region\":\"2\"}", "ERROR_SIM_INVALID_REGION")]
    [InlineData("{\"id\":\"x\",\"price_in_cents\":1000,\"brand_codes\":[\"northcafeus\",\"northcafeca\"]}", "ERROR_SIM_MIXED_CURRENCIES")]
    [InlineData("{\"id\":\"x\",\"price_in_cents\":1000,\"brand_codes\":[\"northcafeus\",\"streamraftglobal\"]}", "ERROR_SIM_MIXED_REGIONS")]
    [InlineData("{\"id\":\"x\",\"price_in_cents\":1000,\"brand_codes\":[\"northcafeus\"],\"link_count\":0}", "ERROR_SIM_LINK_COUNT")]
    public Task A_direct_link_order_is_refused(string body, string code) => AssertRefusedAsync("direct_links", body, 422, code);

    [Theory]
    [InlineData("\"message\":\"M\"", 400, "ERROR_SIM_MISSING_ELEMENT")]
    [InlineData("\"link_count\":2", 422, "ERROR_CAMPAIGN_INVALID_STATE")]
    [InlineData("\"message\":\"M\",\"link_count\":1," + Contact, 422, "ERROR_SIM_LINKS_AND_CONTACTS")]
    public Task A_short_link_order_is_refused(string members, int status, string code) =>
        AssertRefusedAsync("campaign", "{\"id\":\"x\",\"delivery_type\":\"SHORTLINK\"," + Cafe + "," + members + "}", status, code);

    [Theory]
    [InlineData("{\"id\":\"x\",\"brand_code\":\"trailgearus\",\"price_in_cents\":1500}", 422, "ERROR_CAMPAIGN_INVALID_BRAND")]
    [InlineData("{\"id\":\"x\",\"price_in_cents\":1500}", 400, "ERROR_SIM_MISSING_ELEMENT")]
    public Task An_embedded_order_is_refused(string body, int status, string code) => AssertRefusedAsync("embedded", body, status, code);

    [Fact]
    public async Task The_error_without_contacts_carries_a_stray_order_that_does_not_exist()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var answer = await caller.PostAsync("campaign", "{\"id\":\"stray\"," + Cafe + "," + Texts + "}");
        var found = await caller.GetAsync("campaign/" + Answer.Word(answer.Campaign, "uuid"));

        found.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_error_without_texts_carries_a_message_at_the_top()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var answer = await caller.PostAsync("campaign", "{\"id\":\"x\"," + Cafe + "," + Contact + "}");

        Answer.Word(answer.Json, "message").ShouldNotBeNullOrEmpty();
        answer.Json.GetProperty("status").GetInt32().ShouldBe(422);
    }

    [Fact]
    public async Task A_body_that_is_not_declared_as_json_is_refused()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        using var form = new StringContent("{\"id\":\"x\"}", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

        using var response = await caller.Http.PostAsync(new Uri("papi/v1/direct_links", UriKind.Relative), form);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task AssertRefusedAsync(string path, string body, int status, string code)
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var answer = await caller.PostAsync(path, body);

        ((int)answer.Status).ShouldBe(status);
        answer.Code.ShouldBe(code);
        caller.Twin.Ledger.Count.ShouldBe(0);
        (await caller.GetAsync("campaign/x")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }
}
