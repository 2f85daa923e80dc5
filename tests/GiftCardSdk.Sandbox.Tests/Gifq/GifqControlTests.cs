using System.Net;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GifqControlTests
{
    private const string Root = "_sandbox/gifq/";

    [Fact]
    public async Task A_balance_can_be_set_over_http()
    {
        await using var desk = await GifqDesk.OpenAsync();

        var balances = await desk.SendAsync(HttpMethod.Put, Root + "balances/KWD", """{ "amount": 1.25 }""");

        balances.Json.ShouldHaveTheShapeOf("""[ { "currency": "EUR", "amount": 5000 } ]""");
        desk.Twin.GetBalance("KWD").ShouldBe(1.25m);
        (await desk.GetAsync(Root + "balances")).Text.ShouldBe(balances.Text);
        (await desk.SendAsync(HttpMethod.Put, Root + "balances/usd", """{ "amount": 1 }""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.SendAsync(HttpMethod.Put, Root + "balances/USD", "{}")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_brand_can_be_removed_over_http()
    {
        await using var desk = await GifqDesk.OpenAsync();

        await desk.SendAsync(HttpMethod.Delete, Root + "products/north-cafe");

        desk.Twin.Products.ShouldNotContain("north-cafe", StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_recipient_can_be_played_over_http()
    {
        await using var desk = await GifqDesk.OpenAsync();
        var campaign = await desk.ActiveCampaignAsync();
        const string Recipient = """{ "email": "a@fjord.example", "amount": 10, "currency": "EUR" }""";
        await desk.PostAsync(
            "api/payout-orders",
            $$"""{ "campaign_id": "{{campaign}}", "wallet_currency": "EUR", "expires_in_days": 1, "recipients": [ {{string.Join(',', Recipient, Recipient)}} ] }"""
        );
        (await desk.PostAsync(Root + "payouts/p-5507/claim")).Status.ShouldBe(HttpStatusCode.Conflict);
        desk.Clock.Advance(TimeSpan.FromSeconds(4));

        await desk.PostAsync(Root + "payouts/p-5507/claim", """{ "brand": "tea-house" }""");

        var rows = (await desk.GetAsync("api/payouts")).Rows;
        rows.Select(row => (string?)row!["status"]).ShouldBe(["pending", "completed"]);
        ((string?)rows[1]!["brand"]).ShouldBe("tea-house");
        (await desk.GetAsync(Root + "payouts/p-5508/token")).Text.ShouldBe(desk.Twin.ClaimToken("p-5508"));
    }

    [Fact]
    public async Task The_help_page_says_how_to_reach_the_twin()
    {
        await using var desk = await GifqDesk.OpenAsync();

        var page = (await desk.GetAsync("/")).Text;

        page.ShouldContain("gifq");
        page.ShouldContain(desk.Twin.BaseAddress.ToString());
        page.ShouldContain(desk.Twin.ApiToken);
        page.ShouldContain("X-Api-Token");
    }
}
