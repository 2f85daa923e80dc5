using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

public sealed class CampaignTests
{
    private const string Recipients = """{"recipients":[{"email":"a@mail.example"},{"email":"b@mail.example"}]}""";

    [Fact]
    public async Task A_campaign_is_created_found_replaced_and_deleted()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        var created = await caller.PostAsync("campaigns", Bodies.Campaign);
        var id = created["campaignId"].GetString()!;
        var found = await caller.GetAsync("campaigns?search=summ");
        var replaced = await caller.PutAsync("campaigns/" + id, Bodies.Campaign.Replace("12.50", "13", StringComparison.Ordinal));
        var deleted = await caller.DeleteAsync("campaigns/" + id);

        created.Status.ShouldBe(HttpStatusCode.Created);
        created.Json.ShouldHaveTheShapeOf(Bodies.Campaign);
        id.ShouldMatch("^CA-[A-Z0-9]{8}$");
        found.Data.Single().GetProperty("campaignId").GetString().ShouldBe(id);
        (replaced.Status, replaced["amount"].GetDecimal()).ShouldBe((HttpStatusCode.OK, 13m));
        deleted.Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_deleted_campaign_is_hidden_and_cannot_run_but_its_orders_stay()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        var order = (await caller.PostAsync("campaigns/CA-9K2M4T7X/orders", Recipients, "run-1")).OrderId;

        await caller.DeleteAsync("campaigns/CA-9K2M4T7X");

        (await caller.GetAsync("campaigns")).Data.ShouldBeEmpty();
        (await caller.GetAsync("campaigns/CA-9K2M4T7X")).Code.ShouldBe("CAMPAIGN_NOT_FOUND");
        (await caller.PostAsync("campaigns/CA-9K2M4T7X/orders", Recipients, "run-2")).Code.ShouldBe("CAMPAIGN_NOT_FOUND");
        (await caller.PutAsync("campaigns/CA-9K2M4T7X", Bodies.Campaign)).Code.ShouldBe("CAMPAIGN_NOT_FOUND");
        (await caller.ReadAsync(order)).OrderStatus.ShouldBe("COMPLETE");
    }

    [Fact]
    public async Task A_run_sells_the_campaigns_amount_to_each_recipient_once_a_key()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        var first = await caller.PostAsync("campaigns/CA-9K2M4T7X/orders", Recipients, "run-3");
        var repeat = await caller.PostAsync("campaigns/CA-9K2M4T7X/orders", Recipients, "run-3");

        (first.Status, repeat.Status, repeat.OrderId).ShouldBe((HttpStatusCode.Created, HttpStatusCode.OK, first.OrderId));
        var sale = caller.Twin.Ledger.SalesFor("run-3").Single();
        (sale.Operation, sale.Cards, sale.AmountInMinorUnits).ShouldBe(("campaigns.run", 2, 5_000));
        (await caller.GetAsync("orders?orderType=CAMPAIGN")).OrderIds.ShouldBe([first.OrderId]);
    }

    [Fact]
    public async Task A_run_can_be_scheduled_and_overrides_texts()
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.ShowOptionalMembers = true);
        const string body = """
            {"recipients":[{"email":"a@mail.example"}],"subject":"Other","sendTiming":{"type":"SCHEDULED","scheduledAt":"2026-02-01T00:00:00","timezone":"UTC"}}
            """;

        var order = await caller.ReadAsync((await caller.PostAsync("campaigns/CA-9K2M4T7X/orders", body)).OrderId);

        order.OrderStatus.ShouldBe("PENDING");
        order["emailSetting"].GetProperty("subject").GetString().ShouldBe("Other");
        order["emailSetting"].GetProperty("senderName").GetString().ShouldBe("Harbour Pine Rewards");
    }
}
