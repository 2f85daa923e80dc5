using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

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

        var events = caller.Twin.Webhooks;
        events
            .Select(webhook => webhook.EventType)
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

        Data(caller.Twin.Webhooks, "balance.low_balance")
            .ToString()
            .ShouldBe("""{"organizationId":"harbour-pine","currentBalance":30,"threshold":50,"currency":"USD"}""");
        Data(caller.Twin.Webhooks, "balance.depleted").ToString().ShouldBe("""{"organizationId":"harbour-pine","currency":"USD"}""");
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

        Data(caller.Twin.Webhooks, "balance.ach_approved")
            .ShouldHaveTheShapeOf("""{"organizationId":"a","amount":500,"currency":"USD","approvedBy":"b"}""");
        Data(caller.Twin.Webhooks, "balance.ach_rejected")
            .ShouldHaveTheShapeOf("""{"organizationId":"a","amount":500,"currency":"USD","reason":"b"}""");
        caller.Twin.GetBalance("USD", caller.Twin.ProductionClientId).ShouldBe(10_500);
    }

    [Fact]
    public async Task A_registered_endpoint_gets_each_event_signed_and_again_until_it_takes_it()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        await caller.OrderAsync("w-6");
        await caller.GetAsync("balance");

        (await caller.Twin.RegisterWebhookAsync(receiver.Address)).ShouldBeTrue();
        receiver.Status = HttpStatusCode.InternalServerError;
        var refused = await caller.Twin.DeliverWebhooksAsync();
        receiver.Status = HttpStatusCode.NoContent;
        var taken = await caller.Twin.DeliverWebhooksAsync();
        var nothingLeft = await caller.Twin.DeliverWebhooksAsync();

        (refused, taken, nothingLeft).ShouldBe((0, 1, 0));
        receiver.Received.Count.ShouldBe(2);
        receiver.Received[1].Body.ShouldBe(receiver.Received[0].Body);
        var (body, signature, agent) = receiver.Received[1];
        agent.ShouldBe("GiftronautAPI-Webhook/1.0");
        var secret = Encoding.UTF8.GetBytes(caller.Twin.Options.WebhookSecret);
        signature.ShouldBe("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(body))));
        caller.Twin.SignWebhook(body).ShouldBe(signature);
        Parse(body).ShouldHaveTheShapeOf("""{"eventId":"a","eventType":"b","createdAt":"c","data":{"orderId":"d"}}""");
        Parse(body).GetProperty("createdAt").GetString().ShouldBe("2026-01-15T12:00:00.000");
    }

    [Fact]
    public async Task An_endpoint_that_does_not_repeat_the_challenge_is_not_registered()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        receiver.Echoes = false;

        (await caller.Twin.RegisterWebhookAsync(receiver.Address)).ShouldBeFalse();

        await Should.ThrowAsync<InvalidOperationException>(() => caller.Twin.DeliverWebhooksAsync());
    }

    [Fact]
    public async Task Nothing_is_sent_to_another_machine()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        await Should.ThrowAsync<ArgumentException>(() => caller.Twin.RegisterWebhookAsync(new Uri("https://hooks.example/giftronaut")));
    }

    private static JsonElement Data(IReadOnlyList<GiftronautWebhook> events, string type) =>
        Parse(events.First(webhook => webhook.EventType == type).Body).GetProperty("data");

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private sealed class Receiver(WebApplication app) : IAsyncDisposable
    {
        public Uri Address => new(app.Urls.Single() + "/hooks");

        public bool Echoes { get; set; } = true;

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public List<(string Body, string Signature, string Agent)> Received { get; } = [];

        public static async Task<Receiver> StartAsync()
        {
            var app = WebApplication.CreateSlimBuilder().Build();
            app.Urls.Add("http://127.0.0.1:0");
            var receiver = new Receiver(app);
            app.Run(receiver.HandleAsync);
            await app.StartAsync();
            return receiver;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task HandleAsync(HttpContext http)
        {
            using var reader = new StreamReader(http.Request.Body);
            var body = await reader.ReadToEndAsync();
            if (body.Contains("challengeToken", StringComparison.Ordinal))
            {
                await http.Response.WriteAsync(Echoes ? body : "{}");
                return;
            }

            Received.Add((body, http.Request.Headers["X-Giftronaut-Signature"].ToString(), http.Request.Headers.UserAgent.ToString()));
            http.Response.StatusCode = (int)Status;
        }
    }
}
