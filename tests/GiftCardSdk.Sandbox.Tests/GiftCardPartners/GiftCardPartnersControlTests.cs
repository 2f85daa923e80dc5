using System.Net;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GiftCardPartnersControlTests
{
    [Fact]
    public async Task Balances_and_claims_are_steered_over_http()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        var claim = (await bench.LinksAsync("PO-1")).Line.GetProperty("ClaimData")[0].GetProperty("Id").GetString()!;

        await SteerAsync(bench, HttpMethod.Put, "balances/USD", """{ "amount": 12.5 }""");
        await SteerAsync(bench, HttpMethod.Post, $"claims/{claim}/claim");
        var balances = await SteerAsync(bench, HttpMethod.Get, "balances");

        balances["USD"].GetDecimal().ShouldBe(12.5m);
        Should.Throw<InvalidOperationException>(() => bench.Twin.Claim(claim));
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
