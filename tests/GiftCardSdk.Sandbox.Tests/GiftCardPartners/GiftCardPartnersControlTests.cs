using System.Net;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GiftCardPartnersControlTests
{
    [Fact]
    public async Task Balances_and_funding_are_steered_over_http()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        await SteerAsync(bench, HttpMethod.Put, "balances/USD", """{ "amount": 12.5 }""");
        await SteerAsync(bench, HttpMethod.Post, "balances/USD/request", """{ "amount": 100 }""");
        bench.Twin.GetPendingBalance("USD").ShouldBe(100m);
        await SteerAsync(bench, HttpMethod.Post, "balances/USD/apply");
        var balances = await SteerAsync(bench, HttpMethod.Get, "balances");

        balances["USD"].GetDecimal().ShouldBe(112.5m);
    }

    [Fact]
    public async Task Orders_claims_products_and_tokens_are_steered_over_http()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o => (o.AsyncThreshold, o.AutomaticCompletion) = (0, false));
        await bench.LinksAsync("PO-1", quantity: 2);

        await SteerAsync(bench, HttpMethod.Post, "orders/PO-1/complete");
        await SteerAsync(bench, HttpMethod.Post, "orders/PO-1/claim");
        await SteerAsync(bench, HttpMethod.Delete, "products/PRODUCTA");
        await SteerAsync(bench, HttpMethod.Delete, "tokens");

        bench.Twin.ClaimedCards.ShouldBe(2);
        bench.Twin.ProductIds.ShouldNotContain(id => id == "PRODUCTA");
        (await bench.GetAsync("/v1/Status")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await SteerAsync(bench, HttpMethod.Post, "products/PRODUCTA");
        bench.Twin.ProductIds.ShouldContain(id => id == "PRODUCTA");
    }

    [Fact]
    public async Task Pending_orders_fail_and_are_called_off_over_http_and_the_notices_can_be_read()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o => o.AsyncThreshold = 0);
        var target = """, "WebhookSettings": { "FulfillmentComplete": "https://hooks.northlake.example/a" } }""";
        await bench.OrderAsync(GiftCardPartnersBench.Links("PO-1").TrimEnd()[..^1] + target);
        await bench.OrderAsync(GiftCardPartnersBench.Links("PO-2").TrimEnd()[..^1] + target);

        await SteerAsync(bench, HttpMethod.Post, "orders/PO-1/fail");
        await SteerAsync(bench, HttpMethod.Post, "orders/PO-2/cancel");
        var notices = (await SteerAsync(bench, HttpMethod.Get, "webhooks")).Body;

        notices.EnumerateArray().Select(notice => notice.GetProperty("body").GetString()!.Split('"')[^2]).ShouldBe(["Failed", "Cancelled"]);
    }

    [Fact]
    public async Task The_help_page_shows_how_to_get_a_token()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var page = (await bench.GetAsync("/")).Content;

        page.ShouldContain(bench.Twin.AccessToken);
        page.ShouldContain("/v1/Tokens");
        page.ShouldContain("/_sandbox/giftcardpartners/balances/{currency}");
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_with_a_reason()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        Should.Throw<ArgumentException>(() => bench.Twin.SetBalance("usd", 1m)).Message.ShouldContain("usd");
        Should.Throw<ArgumentOutOfRangeException>(() => bench.Twin.RequestFunding("USD", -1m));
        Should.Throw<ArgumentException>(() => bench.Twin.Fail("PO-none")).Message.ShouldContain("PO-none");
        bench.Twin.SetAccessTokens();
        Should.Throw<InvalidOperationException>(() => bench.Twin.AccessToken);
    }

    private static async Task<GiftCardPartnersAnswer> SteerAsync(
        GiftCardPartnersBench bench,
        HttpMethod method,
        string path,
        string body = ""
    )
    {
        var answer = await bench.SendAsync(
            new HttpRequestMessage(method, "/_sandbox/giftcardpartners/" + path) { Content = new StringContent(body) }
        );
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Content);
        return answer;
    }
}
