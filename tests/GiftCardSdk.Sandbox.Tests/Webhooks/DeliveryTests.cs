using System.Globalization;
using System.Net;
using GiftCardSdk.Sandbox.Tests.Huuray;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Sandbox.Tests.Webhooks;

/// <summary>When webhooks are sent, and what can go wrong with them; looked at with Huuray's, since they carry id, time and signature.</summary>
public sealed class DeliveryTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task What_is_not_taken_is_sent_again_on_a_schedule_that_ends()
    {
        await using var stage = await Stage.StartAsync();
        stage.Receiver.Status = HttpStatusCode.ServiceUnavailable;
        await stage.OrderAsync("a");

        var minutes = new List<double>();
        for (var minute = 0; minute <= 24 * 60; minute++)
        {
            var before = stage.Receiver.Received.Count;
            await stage.Webhooks.SendDueAsync();
            if (stage.Receiver.Received.Count > before)
            {
                minutes.Add(minute);
            }

            stage.Clock.Advance(Minute);
        }

        minutes.ShouldBe([0, 1, 6, 36, 156, 876]);
        stage.Ids.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        stage.Times.ShouldBeUnique();
    }

    [Fact]
    public async Task A_receiver_that_does_not_listen_is_tried_again()
    {
        await using var stage = await Stage.StartAsync();
        await using var gone = await WebhookReceiver.StartAsync();
        stage.Webhooks.SetReceiver(gone.Address);
        await gone.DisposeAsync();
        await stage.OrderAsync("a");

        var lost = await stage.Webhooks.SendDueAsync();
        stage.Webhooks.SetReceiver(stage.Receiver.Address);
        stage.Clock.Advance(Minute);

        (lost, await stage.Webhooks.SendDueAsync()).ShouldBe((0, 1));
    }

    [Fact]
    public async Task They_are_sent_by_themselves_as_orders_complete_while_somebody_lets_them_run()
    {
        await using var stage = await Stage.StartAsync();
        using var stop = new CancellationTokenSource();
        var running = stage.Caller.Sandbox.SendWebhooksAsync(stop.Token);

        await stage.Caller.PostAsync("Order", Orders.Returned("a", sync: false));
        await stage.Clock.WaitForTimersAsync(1, cancellationToken: TestContext.Current.CancellationToken);
        stage.Receiver.Received.ShouldBeEmpty();
        stage.Clock.Advance(Minute);
        await stage.Receiver.WaitForAsync(1);
        await stop.CancelAsync();
        await running;

        stage.Ids.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Another_secret_signs_from_the_next_attempt_on()
    {
        await using var stage = await Stage.StartAsync();
        stage.Webhooks.SetSecret("rotated");
        await stage.OrderAsync("a");

        await stage.Webhooks.SendDueAsync();

        stage.IsSigned(0, "rotated").ShouldBeTrue();
    }

    [Fact]
    public async Task Another_form_of_signature_is_a_function()
    {
        await using var stage = await Stage.StartAsync();
        stage.Webhooks.SetSign(
            (webhook, secret, at) =>
                [("X-Any", string.Create(CultureInfo.InvariantCulture, $"t={at.ToUnixTimeSeconds()},v1={secret}:{webhook.Event}"))]
        );
        await stage.OrderAsync("a");

        await stage.Webhooks.SendDueAsync();

        stage.Receiver.Received.ShouldHaveSingleItem().Headers["X-Any"].ShouldStartWith("t=17");
    }

    [Fact]
    public async Task A_lost_one_is_never_sent()
    {
        await using var stage = await Stage.StartAsync(new Fault { Kind = FaultKind.WebhookLost, Key = "a" });
        await stage.OrderAsync("a");
        await stage.OrderAsync("b");

        await stage.Webhooks.SendDueAsync();
        stage.Clock.Advance(24 * Hour);
        await stage.Webhooks.SendDueAsync();

        stage.Ids.ShouldBe([stage.Webhooks.All[1].Id]);
        stage.Webhooks.Faults.History.ShouldHaveSingleItem().Kind.ShouldBe(FaultKind.WebhookLost);
    }

    [Fact]
    public async Task A_doubled_one_arrives_twice_in_the_same_words()
    {
        await using var stage = await Stage.StartAsync(new Fault { Kind = FaultKind.WebhookDoubled });
        await stage.OrderAsync("a");

        (await stage.Webhooks.SendDueAsync()).ShouldBe(2);

        stage.Receiver.Received.Select(post => post.Body).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        stage.Ids.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_late_one_waits_on_the_twins_clock()
    {
        await using var stage = await Stage.StartAsync(new Fault { Kind = FaultKind.WebhookLate, Delay = Hour });
        await stage.OrderAsync("a");

        var early = await stage.Webhooks.SendDueAsync();
        stage.Clock.Advance(Hour - Second);
        var almost = await stage.Webhooks.SendDueAsync();
        stage.Clock.Advance(Second);

        (early, almost, await stage.Webhooks.SendDueAsync()).ShouldBe((0, 0, 1));
    }

    [Fact]
    public async Task One_out_of_order_lets_a_later_one_go_first()
    {
        await using var stage = await Stage.StartAsync(new Fault { Kind = FaultKind.WebhookOutOfOrder, Key = "a" });
        await stage.OrderAsync("a");
        await stage.OrderAsync("b");
        await stage.OrderAsync("c");

        (await stage.Webhooks.SendDueAsync()).ShouldBe(3);

        var raised = stage.Webhooks.All.Select(webhook => webhook.Id).ToArray();
        stage.Ids[0].ShouldBe(raised[1]);
        stage.Ids.ShouldBe(raised, ignoreOrder: true);
    }

    [Fact]
    public async Task One_out_of_order_does_not_wait_forever_for_a_later_one()
    {
        await using var stage = await Stage.StartAsync(new Fault { Kind = FaultKind.WebhookOutOfOrder });
        await stage.OrderAsync("a");

        var early = await stage.Webhooks.SendDueAsync();
        stage.Clock.Advance(Minute);

        (early, await stage.Webhooks.SendDueAsync()).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_stale_one_is_well_signed_and_old()
    {
        await using var stage = await Stage.StartAsync(new Fault { Kind = FaultKind.WebhookStale });
        await stage.OrderAsync("a");

        await stage.Webhooks.SendDueAsync();

        (stage.Times[1] - stage.Times[0]).ShouldBe((long)Hour.TotalSeconds);
        (stage.IsSigned(0), stage.IsSigned(1)).ShouldBe((true, true));
    }

    [Fact]
    public async Task A_forged_one_is_signed_by_somebody_else_and_the_true_one_follows()
    {
        await using var stage = await Stage.StartAsync(new Fault { Kind = FaultKind.WebhookForged });
        await stage.OrderAsync("a");

        await stage.Webhooks.SendDueAsync();

        (stage.IsSigned(0), stage.IsSigned(1)).ShouldBe((false, true));
    }

    [Fact]
    public async Task A_fault_of_requests_does_not_strike_webhooks_nor_the_other_way_round()
    {
        await using var stage = await Stage.StartAsync();

        Should
            .Throw<ArgumentException>(() => stage.Webhooks.Faults.Add(new Fault { Kind = FaultKind.RateLimited }))
            .Message.ShouldContain("WebhookLost");
        Should
            .Throw<ArgumentException>(() => stage.Caller.Twin.Faults.Add(new Fault { Kind = FaultKind.WebhookLost }))
            .Message.ShouldContain("RateLimited");
    }

    [Fact]
    public async Task Nothing_is_sent_to_another_machine()
    {
        await using var stage = await Stage.StartAsync();

        Should.Throw<ArgumentException>(() => stage.Webhooks.SetReceiver(new Uri("https://hooks.example/huuray")));

        stage.Webhooks.Receiver.ShouldBe(stage.Receiver.Address);
    }

    [Fact]
    public async Task Receiver_and_faults_can_be_set_over_http()
    {
        await using var stage = await Stage.StartAsync();
        stage.Webhooks.SetReceiver(null);

        await stage.Caller.ControlAsync(HttpMethod.Put, "webhooks/receiver", $$"""{"url":"{{stage.Receiver.Address}}"}""");
        await stage.Caller.ControlAsync(HttpMethod.Post, "webhooks/faults", """{"kind":"WebhookDoubled"}""");
        await stage.OrderAsync("a");

        (await stage.Webhooks.SendDueAsync()).ShouldBe(2);
        var shown = (await stage.Caller.ControlAsync(HttpMethod.Get, "webhooks")).Json;
        shown[0].GetProperty("id").GetString().ShouldBe(stage.Ids[0]);
    }

    /// <summary>A Huuray twin, and a receiver that its webhooks go to.</summary>
    private sealed record Stage(HuurayCaller Caller, WebhookReceiver Receiver) : IAsyncDisposable
    {
        public ManualTimeProvider Clock => Caller.Clock;

        public SandboxWebhooks Webhooks => Caller.Twin.Webhooks;

        public IReadOnlyList<string> Ids => [.. Receiver.Received.Select(post => post.Headers["X-Huuray-Delivery"])];

        public IReadOnlyList<long> Times =>
            [.. Receiver.Received.Select(post => long.Parse(post.Headers["X-Huuray-Timestamp"], CultureInfo.InvariantCulture))];

        public static async Task<Stage> StartAsync(Fault? fault = null)
        {
            var stage = new Stage(await HuurayCaller.StartAsync(), await WebhookReceiver.StartAsync());
            stage.Webhooks.SetReceiver(stage.Receiver.Address);
            if (fault is not null)
            {
                stage.Webhooks.Faults.Add(fault);
            }

            return stage;
        }

        /// <summary>An order that one webhook tells of, which is due now.</summary>
        public async Task OrderAsync(string refId)
        {
            await Caller.PostAsync("Order", Orders.Returned(refId, sync: false));
            Clock.Advance(Caller.Twin.Options.CompletionDelay);
        }

        /// <summary>Whether the post bears the signature that the secret makes.</summary>
        public bool IsSigned(int post, string? secret = null)
        {
            var (got, key) = (Receiver.Received[post], secret ?? Webhooks.Secret);
            var text = $"{Times[post]}.{got.Body}";
            var hash = System.Security.Cryptography.HMACSHA256.HashData(
                System.Text.Encoding.UTF8.GetBytes(key),
                System.Text.Encoding.UTF8.GetBytes(text)
            );
            return got.Headers["X-Huuray-Signature"] == "sha256=" + Convert.ToHexStringLower(hash);
        }

        public async ValueTask DisposeAsync()
        {
            await Receiver.DisposeAsync();
            await Caller.DisposeAsync();
        }
    }
}
