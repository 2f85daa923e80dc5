using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GiftCardSdk.Sandbox.Tests.Webhooks;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

public sealed class WebhookTests
{
    [Fact]
    public async Task Deliveries_bounces_and_links_raise_events_with_the_documented_members()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        await caller.OrderAsync("w-1");
        await caller.OrderAsync("w-2", Bodies.Address, "bounce@mail.example");
        await caller.PostAsync("orders/reward-links", Bodies.Links, "w-3");

        var events = caller.Twin.Webhooks.All;
        events
            .Select(webhook => webhook.Event)
            .ShouldBe(
                ["order.delivery_complete", "order.created", "order.delivery_partial", "order.bounced", "order.delivery_complete"],
                ignoreOrder: true
            );
        Data(events, "order.delivery_complete")
            .ShouldHaveTheShapeOf("""{"orderId":"OT","orderType":"ONE_TIME","cardType":"BRANDED_CARD","recipientCount":1,"sentCount":1}""");
        Data(events, "order.delivery_partial")
            .ShouldHaveTheShapeOf("""{"orderId":"OT","recipientCount":2,"sentCount":1,"bouncedCount":1}""");
        Data(events, "order.bounced")
            .ShouldHaveTheShapeOf("""{"orderId":"OT","bouncedCount":1,"recipients":[{"email":"bounce@mail.example","reason":"text"}]}""");
        Data(events, "order.created")
            .ShouldHaveTheShapeOf(
                """{"orderId":"LO","orderType":"LINK","cardType":"CHOICE_CARD","quantity":3,"totalCost":{"amount":60.00,"currency":"USD"}}"""
            );
    }

    [Fact]
    public async Task Balances_raise_events_when_they_fall_and_when_they_are_empty()
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.LowBalanceThreshold = 50, isProduction: true);
        caller.Twin.SetBalance("USD", 60, caller.Twin.ProductionClientId);

        await caller.OrderAsync("w-4");
        await caller.OrderAsync("w-5");

        Data(caller.Twin.Webhooks.All, "balance.low_balance")
            .ToString()
            .ShouldBe("""{"organizationId":"harbour-pine","currentBalance":30,"threshold":50,"currency":"USD"}""");
        Data(caller.Twin.Webhooks.All, "balance.depleted").ToString().ShouldBe("""{"organizationId":"harbour-pine","currency":"USD"}""");
    }

    [Fact]
    public async Task Top_ups_raise_events_when_they_end()
    {
        await using var caller = await GiftronautCaller.StartAsync(isProduction: true);
        const string body = """
            {"amount":500,"companyName":"F","phoneNumber":"1","billingAddress":"1","city":"R","state":"NV","country":"US","zipCode":"8","ein":"0"}
            """;

        caller.Twin.ApproveTopUp((await caller.PostAsync("balance/charge", body))["fundingNo"].GetString()!);
        caller.Twin.RejectTopUp((await caller.PostAsync("balance/charge", body))["fundingNo"].GetString()!);

        Data(caller.Twin.Webhooks.All, "balance.ach_approved")
            .ShouldHaveTheShapeOf("""{"organizationId":"a","amount":500,"currency":"USD","approvedBy":"b"}""");
        Data(caller.Twin.Webhooks.All, "balance.ach_rejected")
            .ShouldHaveTheShapeOf("""{"organizationId":"a","amount":500,"currency":"USD","reason":"b"}""");
        caller.Twin.GetBalance("USD", caller.Twin.ProductionClientId).ShouldBe(10_500);
    }

    [Fact]
    public async Task A_registered_endpoint_gets_each_event_signed_and_again_until_it_takes_it()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var webhooks = caller.Twin.Webhooks;
        await caller.OrderAsync("w-6");
        await caller.GetAsync("balance");

        (await caller.Twin.RegisterWebhookAsync(receiver.Address)).ShouldBeTrue();
        receiver.Status = HttpStatusCode.InternalServerError;
        var refused = await webhooks.SendDueAsync();
        receiver.Status = HttpStatusCode.NoContent;
        caller.Clock.Advance(TimeSpan.FromMinutes(1));
        var taken = await webhooks.SendDueAsync();
        var nothingLeft = await webhooks.SendDueAsync();

        (refused, taken, nothingLeft).ShouldBe((0, 1, 0));
        receiver.Received.Count.ShouldBe(2);
        receiver.Received[1].Body.ShouldBe(receiver.Received[0].Body);
        var got = receiver.Received[1];
        got.Headers["User-Agent"].ShouldBe("GiftronautAPI-Webhook/1.0");
        var secret = Encoding.UTF8.GetBytes(webhooks.Secret);
        got.Headers["X-Giftronaut-Signature"]
            .ShouldBe("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(got.Body))));
        Parse(got.Body).ShouldHaveTheShapeOf("""{"eventId":"a","eventType":"b","createdAt":"c","data":{"orderId":"d"}}""");
        Parse(got.Body).GetProperty("eventId").GetString().ShouldBe(webhooks.All[0].Id);
        Parse(got.Body).GetProperty("createdAt").GetString().ShouldBe("2026-01-15T12:00:00.000");
    }

    [Fact]
    public async Task An_endpoint_that_does_not_repeat_the_challenge_is_not_registered()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Echoes = false;

        (await caller.Twin.RegisterWebhookAsync(receiver.Address)).ShouldBeFalse();

        await Should.ThrowAsync<InvalidOperationException>(() => caller.Twin.Webhooks.SendDueAsync());
    }

    [Fact]
    public async Task Nothing_is_sent_to_another_machine()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        await Should.ThrowAsync<ArgumentException>(() => caller.Twin.RegisterWebhookAsync(new Uri("https://hooks.example/giftronaut")));
    }

    private static JsonElement Data(IReadOnlyList<SandboxWebhook> events, string type) =>
        Parse(events.First(webhook => webhook.Event == type).Body).GetProperty("data");

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
