using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GifqPayoutTests
{
    private static readonly TimeSpan Dispatch = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task The_documented_batch_is_queued_and_charged()
    {
        await using var desk = await GifqDesk.OpenAsync();

        var created = await DispatchAsync(desk, One);

        created.Status.ShouldBe(HttpStatusCode.Accepted);
        created.Json.ShouldHaveTheShapeOf(
            """
            { "id": "po-218", "campaign_id": "c3d1f0aa-2a44-4a0e-8f0b-6f5d5b7e9921", "status": "pending",
              "wallet_currency": "EUR", "total_amount": 20.00, "recipients_count": 1 }
            """
        );
        (created.Word("status"), created.Number("total_amount"), created.Number("recipients_count")).ShouldBe(("pending", 20, 1));
        desk.Twin.GetBalance("EUR").ShouldBe(4_980);
        (await desk.GetAsync("api/payout-orders/" + created.Word("id"))).Text.ShouldBe(created.Text);
        (await desk.GetAsync("api/payout-orders")).Rows[0]!.ToJsonString().ShouldBe(created.Json.ToJsonString());
        var sale = desk.Twin.Ledger.Sales.ShouldHaveSingleItem();
        (sale.ClientKey, sale.Operation, sale.AmountInMinorUnits, sale.Currency).ShouldBe((null, "payout_orders.create", 2_000, "EUR"));
    }

    [Fact]
    public async Task Payouts_are_listed_as_documented_without_a_trace_of_the_claim_token()
    {
        await using var desk = await GifqDesk.OpenAsync();
        await DispatchAsync(desk, One);

        var payouts = await desk.GetAsync("api/payouts?page=1");

        payouts.Json.ShouldHaveTheShapeOf(
            """
            [ { "id": "p-5507", "payout_order_id": "po-218", "email": "ida@fjord.example", "amount": 20, "currency": "EUR",
                "status": "pending", "brand": null, "expires_at": "2026-07-17T10:00:00Z" } ]
            """
        );
        ((string?)payouts.Rows[0]!["expires_at"]).ShouldBe("2026-03-01T12:00:00Z");
        payouts.Text.ShouldNotContain(desk.Twin.ClaimToken("p-5507"));
    }

    [Fact]
    public async Task A_batch_is_queued_then_processed_then_complete()
    {
        await using var desk = await GifqDesk.OpenAsync();
        var path = "api/payout-orders/" + (await DispatchAsync(desk, One)).Word("id");

        desk.Clock.Advance(TimeSpan.FromSeconds(2));
        (await desk.GetAsync(path)).Word("status").ShouldBe("processing");
        desk.Clock.Advance(TimeSpan.FromSeconds(2));
        (await desk.GetAsync(path)).Word("status").ShouldBe("completed");
        (await desk.GetAsync("api/payout-orders/nothing")).ShouldBeRefused(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_batch_has_no_key_so_that_sending_it_twice_sells_it_twice()
    {
        await using var desk = await GifqDesk.OpenAsync();
        var campaign = await desk.ActiveCampaignAsync();

        await desk.PostAsync("api/payout-orders", Body(campaign, One));
        await desk.PostAsync("api/payout-orders", Body(campaign, One));

        desk.Twin.Ledger.Count.ShouldBe(2);
        desk.Twin.Ledger.Duplicates.ShouldBe(0);
        desk.Twin.GetBalance("EUR").ShouldBe(4_960);
    }

    [Theory]
    [InlineData(1_000, HttpStatusCode.Accepted)]
    [InlineData(1_001, HttpStatusCode.UnprocessableEntity)]
    [InlineData(0, HttpStatusCode.UnprocessableEntity)]
    public async Task A_batch_has_one_to_a_thousand_recipients(int count, HttpStatusCode status)
    {
        await using var desk = await GifqDesk.OpenAsync();
        var recipients = Enumerable
            .Range(1, count)
            .Select(i => $$"""{ "email": "r{{i}}@fjord.example", "amount": 2, "currency": "EUR" }""");

        (await DispatchAsync(desk, string.Join(',', recipients))).Status.ShouldBe(status);
        (await desk.GetAsync("api/payouts")).Headers["total-count"].ShouldBe($"{(status == HttpStatusCode.Accepted ? count : 0)}");
    }

    [Fact]
    public async Task A_batch_beyond_the_balance_leaves_nothing_behind()
    {
        await using var desk = await GifqDesk.OpenAsync();
        desk.Twin.SetBalance("EUR", 39.99m);

        var refused = await DispatchAsync(desk, One + "," + One);

        refused.ShouldBeRefused(HttpStatusCode.UnprocessableEntity);
        desk.Twin.GetBalance("EUR").ShouldBe(39.99m);
        (await desk.GetAsync("api/payouts")).Rows.ShouldBeEmpty();
        (await desk.GetAsync("api/payout-orders")).Rows.ShouldBeEmpty();
        desk.Twin.Ledger.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Another_currency_is_converted_with_the_fee()
    {
        await using var desk = await GifqDesk.OpenAsync();

        var dollars = await DispatchAsync(desk, """{ "email": "a@fjord.example", "amount": 100, "currency": "USD" }""");
        var mixed = await DispatchAsync(
            desk,
            """{ "email": "a@fjord.example", "amount": 100, "currency": "USD" }, { "email": "b@fjord.example", "amount": 80, "currency": "GBP" }"""
        );

        dollars.Number("total_amount").ShouldBe(92.92m);
        dollars.Json["fx_fee"].ShouldHaveTheShapeOf("""{ "rate": 0.92, "fee_percentage": 1, "total": 92.92, "currency": "EUR" }""");
        mixed.Number("total_amount").ShouldBe(185.84m);
        mixed.Json["fx_fee"]!["rate"].ShouldBeNull();
        desk.Twin.GetBalance("EUR").ShouldBe(5_000 - 92.92m - 185.84m);
    }

    [Theory]
    [InlineData("")]
    [InlineData("activate,pause")]
    [InlineData("archive")]
    public async Task Only_an_active_campaign_is_dispatched(string moves)
    {
        await using var desk = await GifqDesk.OpenAsync();
        var id = await desk.CampaignAsync();
        foreach (var move in moves.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            await desk.PostAsync($"api/campaigns/{id}/{move}");
        }

        (await desk.PostAsync("api/payout-orders", Body(id, One))).ShouldBeRefused(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("""{ "amount": 20, "currency": "EUR" }""", "EUR", 45, "https://hooks.fjord.example/gifq")]
    [InlineData("""{ "email": "nobody", "amount": 20, "currency": "EUR" }""", "EUR", 45, "https://hooks.fjord.example/gifq")]
    [InlineData("""{ "email": "ida@fjord.example", "currency": "EUR" }""", "EUR", 45, "https://hooks.fjord.example/gifq")]
    [InlineData("""{ "email": "ida@fjord.example", "amount": 0, "currency": "EUR" }""", "EUR", 45, "https://hooks.fjord.example/gifq")]
    [InlineData("""{ "email": "ida@fjord.example", "amount": 1.001, "currency": "EUR" }""", "EUR", 45, "https://hooks.fjord.example/gifq")]
    [InlineData("""{ "email": "ida@fjord.example", "amount": 20, "currency": "XXX" }""", "EUR", 45, "https://hooks.fjord.example/gifq")]
    [InlineData("null", "EUR", 45, "https://hooks.fjord.example/gifq")]
    [InlineData(One, "XXX", 45, "https://hooks.fjord.example/gifq")]
    [InlineData(One, "EUR", 0, "https://hooks.fjord.example/gifq")]
    [InlineData(One, "EUR", 45, "http://hooks.fjord.example/gifq")]
    public async Task A_batch_that_makes_no_sense_is_refused(string recipients, string wallet, int days, string callback)
    {
        await using var desk = await GifqDesk.OpenAsync();

        var refused = await desk.PostAsync("api/payout-orders", Body(await desk.ActiveCampaignAsync(), recipients, wallet, days, callback));

        refused.ShouldBeRefused(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_recipient_s_page_needs_no_token_but_the_one_in_its_path_and_serves_one_claim()
    {
        await using var desk = await GifqDesk.OpenAsync();
        await DispatchAsync(desk, One);
        desk.Clock.Advance(Dispatch);
        desk.Http.DefaultRequestHeaders.Remove("X-Api-Token");
        var path = "api/payouts/" + desk.Twin.ClaimToken("p-5507");

        var page = await desk.GetAsync(path);

        page.Json.ShouldHaveTheShapeOf(
            """{ "amount": 20, "currency": "EUR", "name": "Ida", "status": "pending", "expires_at": "2026-07-17T10:00:00Z" }"""
        );
        page.Word("webpage_headline").ShouldNotBeNull().ShouldContain("Ida");
        page.Word("webpage_body").ShouldNotBeNull().ShouldContain("20 EUR");
        page.Json["brands"]!.AsArray().Count.ShouldBe(desk.Twin.Products.Count);
        desk.Twin.Claim("p-5507", "north-cafe");
        (await desk.GetAsync(path)).ShouldBeRefused(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_claim_is_one_of_the_chosen_brand_once_the_e_mail_has_gone_out()
    {
        await using var desk = await GifqDesk.OpenAsync();
        await DispatchAsync(desk, One);
        Should.Throw<InvalidOperationException>(() => desk.Twin.Claim("p-5507")).Message.ShouldContain("p-5507");
        desk.Clock.Advance(Dispatch);

        Should.Throw<ArgumentException>(() => desk.Twin.Claim("p-5507", "no-such-brand"));
        desk.Twin.Claim(desk.Twin.ClaimToken("p-5507"), "north-cafe");

        var payout = await PayoutAsync(desk);
        ((string?)payout["status"], (string?)payout["brand"], (string?)payout["redeemed_at"]).ShouldBe(
            ("completed", "north-cafe", "2026-01-15T12:00:04Z")
        );
        Should.Throw<InvalidOperationException>(() => desk.Twin.Claim("p-5507"));
        Should.Throw<ArgumentException>(() => desk.Twin.Claim("p-1"));
        desk.Twin.GetBalance("EUR").ShouldBe(4_980);
    }

    [Fact]
    public async Task A_paused_campaign_s_payouts_can_still_be_claimed()
    {
        await using var desk = await GifqDesk.OpenAsync();
        var campaign = (await DispatchAsync(desk, One)).Word("campaign_id");
        desk.Clock.Advance(Dispatch);
        await desk.PostAsync($"api/campaigns/{campaign}/pause");

        desk.Twin.Claim("p-5507");

        ((string?)(await PayoutAsync(desk))["status"]).ShouldBe("completed");
    }

    [Fact]
    public async Task A_link_that_runs_out_gives_its_share_back()
    {
        await using var desk = await GifqDesk.OpenAsync();
        await DispatchAsync(desk, One);

        desk.Clock.Advance(TimeSpan.FromDays(45));

        ((string?)(await PayoutAsync(desk))["status"]).ShouldBe("expired");
        desk.Twin.GetBalance("EUR").ShouldBe(5_000);
    }

    [Fact]
    public async Task An_e_mail_that_bounces_ends_its_payout_alone()
    {
        await using var desk = await GifqDesk.OpenAsync();
        await DispatchAsync(desk, One + """, { "email": "bounce@fjord.example", "amount": 5, "currency": "EUR" }""");

        desk.Clock.Advance(Dispatch);

        (await desk.GetAsync("api/payouts")).Rows.Select(row => (string?)row!["status"]).ShouldBe(["failed", "pending"]);
        desk.Twin.GetBalance("EUR").ShouldBe(4_980);
    }

    [Theory]
    [InlineData(FaultKind.BalanceEmpty)]
    [InlineData(FaultKind.ProductGone)]
    public async Task A_batch_can_be_refused_on_request(FaultKind kind)
    {
        await using var desk = await GifqDesk.OpenAsync();
        desk.Twin.Faults.Add(new Fault { Operation = "payout_orders.create", Kind = kind });

        (await DispatchAsync(desk, One)).ShouldBeRefused(HttpStatusCode.UnprocessableEntity);
        desk.Twin.Ledger.Count.ShouldBe(0);
    }

    [Fact]
    public async Task What_happens_to_a_payout_is_noted_as_a_signed_webhook()
    {
        await using var desk = await GifqDesk.OpenAsync();
        await DispatchAsync(desk, One);
        desk.Clock.Advance(Dispatch);

        desk.Twin.Claim("p-5507", "north-cafe");

        var hook = desk.Twin.Webhooks.All.ShouldHaveSingleItem();
        hook.Target.ShouldBe(new Uri("https://hooks.fjord.example/gifq"));
        JsonNode
            .Parse(hook.Body)
            .ShouldHaveTheShapeOf("""{ "event": "payout.updated", "data": { "id": "p-5507", "status": "completed", "brand": "b" } }""");
        var key = Encoding.UTF8.GetBytes(desk.Twin.Webhooks.Secret);
        desk.Twin.Webhooks.Sign(hook, desk.Twin.Webhooks.Secret, hook.At)[0]
            .Value.ShouldBe(Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(hook.Body))));
    }

    private const string One = """{ "email": "ida@fjord.example", "name": "Ida", "amount": 20, "currency": "EUR" }""";

    private static async Task<GifqReply> DispatchAsync(GifqDesk desk, string recipients) =>
        await desk.PostAsync("api/payout-orders", Body(await desk.ActiveCampaignAsync(), recipients));

    private static async Task<JsonNode> PayoutAsync(GifqDesk desk) => (await desk.GetAsync("api/payouts")).Rows[0]!;

    private static string Body(
        string campaign,
        string recipients,
        string wallet = "EUR",
        int days = 45,
        string callback = "https://hooks.fjord.example/gifq"
    ) =>
        $$"""
            { "campaign_id": "{{campaign}}", "wallet_currency": "{{wallet}}", "expires_in_days": {{days}},
              "recipients": [ {{recipients}} ], "callback_url": "{{callback}}" }
            """;
}
