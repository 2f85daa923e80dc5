using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GiftCardSdk.Sandbox.Tests.Huuray;

namespace GiftCardSdk.Sandbox.Tests.Webhooks;

/// <summary>What each provider's webhooks look like when they arrive. Giftronaut's are in its own folder.</summary>
public sealed class FormTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Huuray_tells_of_order_delivery_opening_and_redemption_under_time_and_signature()
    {
        await using var caller = await HuurayCaller.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await caller.OrderByMailAsync("h-1", "maja@mail.example");
        caller.Clock.Advance(Minute);
        var card = caller.Twin.Ledger.SalesFor("h-1").Single();
        caller.Twin.Open("8801001");
        caller.Twin.Redeem("8801001");
        caller.Twin.Webhooks.SetReceiver(receiver.Address);

        (await caller.Twin.Webhooks.SendDueAsync()).ShouldBe(4);

        receiver
            .Received.Select(post => post.Headers["X-Huuray-Event"])
            .ShouldBe(["order", "delivery", "open", "redemption"], ignoreOrder: true);
        receiver.Received.Select(post => post.Headers["X-Huuray-Delivery"]).ShouldBeUnique(StringComparer.Ordinal);
        foreach (var post in receiver.Received)
        {
            var at = post.Headers["X-Huuray-Timestamp"];
            at.ShouldBe(caller.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
            post.Headers["X-Huuray-Signature"].ShouldBe("sha256=" + Hmac(caller.Twin.Webhooks.Secret, at + "." + post.Body));
            JsonNode
                .Parse(post.Body)
                .ShouldHaveTheShapeOf(
                    $$"""{ "OrderUID": "{{card.OrderId}}", "ID": 640001, "RefID": "h-1", "Vouchers": [ { "ID": 8801001, "Code": "" } ] }"""
                );
        }
    }

    [Fact]
    public async Task Huuray_discloses_codes_only_when_the_account_says_so()
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.IncludeCodes = true);
        await caller.OrderByMailAsync("h-2", "maja@mail.example");
        caller.Clock.Advance(Minute);

        var code = caller.Twin.Ledger.SalesFor("h-2").Single().Issued.Single().Code;

        caller.Twin.Webhooks.All.ShouldAllBe(webhook => webhook.Body.Contains(code!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_that_was_redeemed_at_huuray_is_not_redeemed_or_cancelled_any_more()
    {
        await using var caller = await HuurayCaller.StartAsync();
        var order = await caller.OrderAsync("h-3");
        caller.Twin.Redeem("8801001");

        Should.Throw<InvalidOperationException>(() => caller.Twin.Redeem("8801001"));

        ((int)(await caller.CancelAsync($$"""{"OrderUID":"{{order.Json.GetProperty("OrderUID").GetString()}}"}""")).Status).ShouldBe(422);
    }

    [Fact]
    public async Task Gifq_posts_to_the_path_that_the_payout_order_named_on_this_machine()
    {
        await using var desk = await GifqDesk.OpenAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await desk.PostAsync(
            "api/payout-orders",
            $$"""
            { "campaign_id": "{{await desk.ActiveCampaignAsync()}}", "wallet_currency": "EUR", "expires_in_days": 45,
              "recipients": [ { "email": "bounce@fjord.example", "name": "Ida", "amount": 20, "currency": "EUR" } ],
              "callback_url": "https://hooks.fjord.example/gifq/7?a=b" }
            """
        );
        desk.Clock.Advance(Minute);
        desk.Twin.Webhooks.SetReceiver(receiver.Address);

        (await desk.Twin.Webhooks.SendDueAsync()).ShouldBe(1);

        var post = receiver.Received.ShouldHaveSingleItem();
        post.Path.ShouldBe("/gifq/7");
        post.Headers["X-Gifq-Signature"].ShouldBe(Hmac(desk.Twin.Webhooks.Secret, post.Body));
        JsonNode.Parse(post.Body).ShouldHaveTheShapeOf("""{ "event": "payout.updated", "data": { "id": "p-5507", "status": "failed" } }""");
    }

    [Fact]
    public async Task Gift_card_partners_tells_an_end_without_any_signature()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        bench.Twin.Webhooks.SetReceiver(receiver.Address);
        await bench.LinksAsync("without-an-address");
        var order = await bench.OrderAsync(Notified("g-1", quantity: 21));

        var early = await bench.Twin.Webhooks.SendDueAsync();
        bench.Clock.Advance(Minute);
        var late = await bench.Twin.Webhooks.SendDueAsync();

        (early, late).ShouldBe((0, 1));
        var post = receiver.Received.ShouldHaveSingleItem();
        post.Path.ShouldBe("/gcp/k9x2v7");
        post.Headers.Keys.ShouldAllBe(name => !name.Contains("signature", StringComparison.OrdinalIgnoreCase));
        JsonNode.Parse(post.Body).ShouldHaveTheShapeOf($$"""{ "Id": "{{order.Id}}", "PONumber": "g-1", "Status": "Completed" }""");
    }

    [Fact]
    public async Task A_forger_tells_another_end_where_nothing_is_signed()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        bench.Twin.Webhooks.SetReceiver(receiver.Address);
        bench.Twin.Webhooks.Faults.Add(new Fault { Kind = FaultKind.WebhookForged });
        await bench.OrderAsync(Notified("g-2", quantity: 1));

        await bench.Twin.Webhooks.SendDueAsync();

        receiver.Received.Select(post => (string?)JsonNode.Parse(post.Body)!["Status"]).ShouldBe(["Failed", "Completed"]);
    }

    [Fact]
    public async Task Giftbit_has_no_webhooks()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        caller.Twin.Webhooks.ShouldBeNull();
    }

    private static string Hmac(string secret, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));

    private static string Notified(string poNumber, int quantity) =>
        GiftCardPartnersBench.Links(poNumber, quantity).TrimEnd()[..^1]
        + """, "WebhookSettings": { "FulfillmentComplete": "https://hooks.northlake.example/gcp/k9x2v7" } }""";
}
