using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Huuray;

public sealed class HuurayControlTests
{
    [Fact]
    public async Task Balances_and_products_are_set_over_http()
    {
        await using var caller = await HuurayCaller.StartAsync();

        var balances = await caller.ControlAsync(HttpMethod.Put, "balances/SEK", """{"minorUnits":100}""");
        var mistake = await caller.ControlAsync(HttpMethod.Put, "balances/crowns", """{"minorUnits":100}""");
        await caller.ControlAsync(HttpMethod.Delete, "products/pt-nord-kaffe-se");
        var gone = await caller.OrderAsync("gone");
        await caller.ControlAsync(HttpMethod.Post, "products/pt-nord-kaffe-se");

        balances.Json.GetProperty("SEK").GetInt64().ShouldBe(100);
        mistake.Status.ShouldBe(HttpStatusCode.BadRequest);
        gone.Code().ShouldBe(404);
        (await caller.OrderAsync("back")).Code().ShouldBe(201);
    }

    [Fact]
    public async Task The_pretend_recipient_and_the_supplier_act_over_http()
    {
        await using var caller = await HuurayCaller.StartAsync();
        var order = await caller.OrderAsync("acts", quantity: 3);
        var ids = order.Vouchers().Select(voucher => voucher.IdText()).ToArray();

        await caller.ControlAsync(HttpMethod.Post, $"vouchers/{ids[0]}/open");
        await caller.ControlAsync(HttpMethod.Post, $"vouchers/{ids[0]}/claim");
        await caller.ControlAsync(HttpMethod.Post, $"vouchers/{ids[1]}/refuse-cancel");
        var again = await caller.ControlAsync(HttpMethod.Post, $"vouchers/{ids[0]}/claim");
        var cancelled = await caller.CancelAsync($$"""{"OrderUID":"{{order.Uid()}}"}""");

        again.Status.ShouldBe(HttpStatusCode.Conflict);
        cancelled.Vouchers().Select(voucher => voucher.GetProperty("Cancelled").GetBoolean()).ShouldBe([false, false, true]);
        caller.Twin.Webhooks.Select(webhook => webhook.Event).ShouldBe(["open", "redemption"]);
    }

    [Fact]
    public async Task The_ledger_tells_of_duplicates_over_http()
    {
        await using var caller = await HuurayCaller.StartAsync();
        await caller.OrderAsync("twice");
        await caller.OrderAsync("twice");

        var ledger = (await caller.ControlAsync(HttpMethod.Get, "ledger")).Json;

        ledger.GetProperty("duplicates").GetInt32().ShouldBe(1);
        Answer.Word(ledger.GetProperty("entries")[0], "provider").ShouldBe("huuray");
    }

    [Fact]
    public async Task The_help_page_shows_how_to_sign_a_call()
    {
        await using var caller = await HuurayCaller.StartAsync();

        var page = await caller.SendAsync(HttpMethod.Get, "", new ByteArrayContent([]), []);

        page.Text.ShouldContain(caller.Twin.BaseAddress.ToString());
        page.Text.ShouldContain("sha512sum");
        page.Text.ShouldContain("/_sandbox/huuray/vouchers/{id}/claim");
    }
}
