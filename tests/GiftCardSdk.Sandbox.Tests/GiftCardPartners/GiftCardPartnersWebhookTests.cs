using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GiftCardPartnersWebhookTests
{
    private const string Target = "https://hooks.northlake.example/gcp/k9x2v7?s=1";

    [Fact]
    public async Task A_notice_falls_due_when_the_order_ends_and_looks_as_documented()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        var order = await bench.OrderAsync(Order("PO-1", 60));

        bench.Twin.Webhooks.ShouldBeEmpty();
        bench.Clock.Advance(TimeSpan.FromSeconds(10));
        var notice = bench.Twin.Webhooks.ShouldHaveSingleItem();

        (notice.OrderId, notice.Target.AbsoluteUri).ShouldBe((order.Id, Target));
        notice.DueAt.ShouldBe(bench.Clock.GetUtcNow() - TimeSpan.FromSeconds(5));
        var body = JsonDocument.Parse(notice.Body).RootElement;
        body.ShouldLookLike("""{ "Id": "ord-51c0b9", "PONumber": "NL-2031-000418", "Status": "Completed" }""");
        body.GetProperty("Status").GetString().ShouldBe("Completed");
    }

    [Fact]
    public async Task Orders_without_an_address_are_not_told_of_and_small_ones_are_told_of_at_once()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        await bench.LinksAsync("PO-1");
        bench.Twin.Webhooks.ShouldBeEmpty();
        await bench.OrderAsync(Order("PO-2", 1));
        bench.Twin.Webhooks.ShouldHaveSingleItem().DueAt.ShouldBe(bench.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_notice_can_hold_the_whole_order()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o => o.WebhookPayload = GiftCardPartnersWebhookPayload.Order);

        var order = await bench.OrderAsync(Order("PO-1", 1));

        var notice = bench.Twin.Webhooks.ShouldHaveSingleItem();
        notice.Body.ShouldBe(order.Content);
        notice.ToString().ShouldNotContain("claim");
        notice.ToString().ShouldNotContain("k9x2v7");
    }

    [Fact]
    public async Task Notices_are_posted_once_to_the_receiver_under_their_own_path_and_signed_on_demand()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var bench = await GiftCardPartnersBench.StartAsync(o => o.WebhookReceiver = receiver.Address);
        await bench.OrderAsync(Order("PO-1", 1));
        var posts = await bench.Twin.PostWebhooksAsync();
        bench.Options.WebhookSignatureHeader = "X-Sandbox-Signature";
        await bench.OrderAsync(Order("PO-2", 1));

        (posts + await bench.Twin.PostWebhooksAsync() + await bench.Twin.PostWebhooksAsync()).ShouldBe(2);

        var key = Encoding.UTF8.GetBytes(bench.Options.WebhookSecret);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(bench.Twin.Webhooks[1].Body)));
        receiver.Posts.ShouldBe([
            new Post("/gcp/k9x2v7?s=1", bench.Twin.Webhooks[0].Body, ""),
            new Post("/gcp/k9x2v7?s=1", bench.Twin.Webhooks[1].Body, signature),
        ]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Notices_can_be_lost_or_doubled(int copies)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var bench = await GiftCardPartnersBench.StartAsync(o =>
            (o.WebhookReceiver, o.WebhookCopies) = (receiver.Address, copies)
        );
        await bench.OrderAsync(Order("PO-1", 1));

        (await bench.Twin.PostWebhooksAsync()).ShouldBe(copies);

        receiver.Posts.Count.ShouldBe(copies);
        bench.Twin.Webhooks[0].Posts.ShouldBe(copies);
    }

    [Fact]
    public async Task Nothing_is_posted_off_this_machine()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        (await bench.Twin.PostWebhooksAsync()).ShouldBe(0);
        await bench.OrderAsync(Order("PO-1", 1));

        await Should.ThrowAsync<InvalidOperationException>(() => bench.Twin.PostWebhooksAsync());
        bench.Options.WebhookReceiver = new Uri("https://hooks.northlake.example/");
        await Should.ThrowAsync<InvalidOperationException>(() => bench.Twin.PostWebhooksAsync());
        bench.Twin.Webhooks[0].Posts.ShouldBe(0);
    }

    private static string Order(string poNumber, int quantity) =>
        $$"""
            { "Type": "Links", "PONumber": "{{poNumber}}", "WebhookSettings": { "FulfillmentComplete": "{{Target}}" },
              "LineItems": [ { "ProductId": "HARBOR-COFFEE-US", "Value": 5.00, "Quantity": {{quantity}} } ] }
            """;

    private sealed record Post(string PathAndQuery, string Body, string Signature);

    /// <summary>Somebody who is told.</summary>
    private sealed class Receiver : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private Receiver(WebApplication app) => _app = app;

        public List<Post> Posts { get; } = [];

        public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

        public static async Task<Receiver> StartAsync()
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            var receiver = new Receiver(builder.Build());
            receiver._app.Run(receiver.TakeAsync);
            await receiver._app.StartAsync();
            return receiver;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task TakeAsync(HttpContext http)
        {
            using var reader = new StreamReader(http.Request.Body);
            Posts.Add(
                new Post(
                    http.Request.Path + http.Request.QueryString.Value,
                    await reader.ReadToEndAsync(),
                    http.Request.Headers["X-Sandbox-Signature"].ToString()
                )
            );
        }
    }
}
