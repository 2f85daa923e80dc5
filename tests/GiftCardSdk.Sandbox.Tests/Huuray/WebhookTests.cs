using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Sandbox.Tests.Huuray;

public sealed class WebhookTests
{
    private const string Callback = """
        {"OrderUID":"a1f4d7b9-3e52-47c8-9a06-c4b85f20de31","ID":640112,"UID":"K7-demo","RefID":"anniv-2026-11-batch2",
         "Vouchers":[{"ID":8801460,"Code":"","CVV":"","RedeemLink":"","Expires":"2027-12-31T23:00:00Z"},
                     {"ID":8801461,"Code":"","CVV":"","RedeemLink":"","Expires":"2027-12-31T23:00:00Z"}]}
        """;

    [Fact]
    public async Task An_orders_life_calls_back_at_each_step()
    {
        await using var caller = await HuurayCaller.StartAsync();
        var start = caller.Clock.GetUtcNow();
        await caller.OrderByMailAsync("life", "maja@example.test", "ola@example.test");
        caller.Clock.Advance(TimeSpan.FromSeconds(10));
        var voucher = (await caller.SearchAsync("""{"RefID":"life"}""")).Vouchers()[0].IdText();

        caller.Twin.Open(voucher);
        caller.Twin.Open(voucher);
        caller.Twin.Claim(voucher);

        caller
            .Twin.Webhooks.Select(webhook => (webhook.Event, (webhook.At - start).TotalSeconds))
            .ShouldBe([("order", 2), ("delivery", 3), ("delivery", 3), ("open", 10), ("redemption", 10)]);
        using var expected = JsonDocument.Parse(Callback);
        using var actual = JsonDocument.Parse(caller.Twin.Webhooks[0].Body);
        Shapes.Differences(expected.RootElement, actual.RootElement).ShouldBeEmpty();
        actual.RootElement.GetProperty("Vouchers").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task The_signature_is_an_hmac_over_timestamp_and_body_unless_it_is_replaced()
    {
        await using var caller = await HuurayCaller.StartAsync();
        await OrderAsync(caller);
        var usual = caller.Twin.Webhooks[0];
        caller.Twin.Options.Webhooks.SignatureHeader = "X-Proof";
        caller.Twin.Options.Webhooks.Sign = (secret, text) => $"{secret}:{text.Length}";
        await OrderAsync(caller);

        var other = caller.Twin.Webhooks[^1];
        var key = Encoding.UTF8.GetBytes(caller.Twin.Options.Webhooks.Secret);
        var text = usual.Headers["X-Huuray-Timestamp"] + "." + usual.Body;
        usual
            .Headers["X-Huuray-Signature"]
            .ShouldBe("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))));
        other.Headers["X-Proof"].ShouldStartWith(caller.Twin.Options.Webhooks.Secret + ":");
        usual.ToString().ShouldNotContain("{");
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "HS-")]
    public async Task Codes_are_in_a_callback_only_if_its_own_option_says_so(bool include, string start)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.Webhooks.IncludeCodes = include);
        await OrderAsync(caller);

        using var body = JsonDocument.Parse(caller.Twin.Webhooks[0].Body);

        var code = Answer.Word(body.RootElement.GetProperty("Vouchers")[0], "Code").ShouldNotBeNull();
        code[..start.Length].ShouldBe(start);
        (code.Length > 0).ShouldBe(include);
    }

    [Fact]
    public async Task Webhooks_are_posted_word_for_word_and_tried_again_until_they_arrive()
    {
        await using var caller = await HuurayCaller.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        caller.Twin.Options.Webhooks.Address = receiver.Address;
        await OrderAsync(caller);

        receiver.Status = 503;
        (await caller.Twin.SendWebhooksAsync()).ShouldBe(0);
        caller.Clock.Advance(TimeSpan.FromSeconds(59));
        (await caller.Twin.SendWebhooksAsync()).ShouldBe(0);
        receiver.Status = 204;
        caller.Clock.Advance(TimeSpan.FromSeconds(1));
        (await caller.Twin.SendWebhooksAsync()).ShouldBe(1);
        (await caller.Twin.SendWebhooksAsync()).ShouldBe(0);

        var webhook = caller.Twin.Webhooks.ShouldHaveSingleItem();
        receiver.Bodies.ShouldBe([webhook.Body, webhook.Body]);
        receiver.Signatures.ShouldAllBe(signature => signature == webhook.Headers["X-Huuray-Signature"]);
    }

    [Fact]
    public async Task After_five_more_attempts_nobody_tries_any_more()
    {
        await using var caller = await HuurayCaller.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        caller.Twin.Options.Webhooks.Address = receiver.Address;
        receiver.Status = 500;
        await OrderAsync(caller);

        for (var i = 0; i < 10; i++)
        {
            await caller.Twin.SendWebhooksAsync();
            caller.Clock.Advance(TimeSpan.FromHours(12));
        }

        receiver.Bodies.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_webhook_can_be_doubled_and_forged()
    {
        await using var caller = await HuurayCaller.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        caller.Twin.Options.Webhooks.Address = receiver.Address;
        await OrderAsync(caller);
        var webhook = caller.Twin.Webhooks[0];

        (await caller.Twin.SendWebhookAsync(webhook)).ShouldBeTrue();
        (await caller.Twin.SendWebhookAsync(webhook with { Body = "{}" })).ShouldBeTrue();

        receiver.Bodies.ShouldBe([webhook.Body, "{}"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://elsewhere.example/hook")]
    public async Task Webhooks_leave_this_machine_under_no_circumstances(string? address)
    {
        await using var caller = await HuurayCaller.StartAsync();
        caller.Twin.Options.Webhooks.Address = address is null ? null : new Uri(address);
        await OrderAsync(caller);

        var error = await Should.ThrowAsync<InvalidOperationException>(() => caller.Twin.SendWebhooksAsync());

        error.Message.ShouldContain("Options.Webhooks.Address");
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_has_not_accepted()
    {
        await using var caller = await HuurayCaller.StartAsync();
        var receiver = await Receiver.StartAsync();
        caller.Twin.Options.Webhooks.Address = receiver.Address;
        await receiver.DisposeAsync();
        await OrderAsync(caller);

        (await caller.Twin.SendWebhooksAsync()).ShouldBe(0);
    }

    private static async Task OrderAsync(HuurayCaller caller)
    {
        await caller.PostAsync("Order", Orders.Returned("hook", sync: false));
        caller.Clock.Advance(TimeSpan.FromSeconds(2));
    }

    /// <summary>A socket that notes what it is sent.</summary>
    private sealed class Receiver(WebApplication app) : IAsyncDisposable
    {
        public List<string> Bodies { get; } = [];

        public List<string> Signatures { get; } = [];

        public int Status { get; set; } = 200;

        public Uri Address => new(app.Urls.Single());

        public static async Task<Receiver> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            var receiver = new Receiver(app);
            receiver.Listen();
            await receiver.RunAsync();
            return receiver;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private Task RunAsync() => app.StartAsync();

        private void Listen() =>
            app.Run(async http =>
            {
                using var reader = new StreamReader(http.Request.Body);
                Bodies.Add(await reader.ReadToEndAsync());
                Signatures.Add(http.Request.Headers["X-Huuray-Signature"].ToString());
                http.Response.StatusCode = Status;
            });
    }
}
