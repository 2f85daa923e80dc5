using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

public sealed class CancelAndResendTests
{
    [Fact]
    public async Task Cancelling_a_scheduled_order_gives_the_money_back_and_it_is_never_sent()
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.SandboxTokenLife = TimeSpan.FromDays(90));
        var id = (await caller.PostAsync("orders/branded-card", Bodies.Scheduled("2026-02-01T00:00:00", "UTC"), "c-1")).OrderId;
        var taken = await caller.BalancesAsync();

        await caller.PostAsync($"orders/{id}/cancel", "");
        caller.Clock.Advance(TimeSpan.FromDays(30));
        var read = await caller.ReadAsync(id);

        taken.ShouldBe((9_970m, 30m));
        (await caller.BalancesAsync()).ShouldBe((10_000m, 0m));
        read.OrderStatus.ShouldBe("CANCELED");
        read.Link(0).ShouldBeNull();
        read.Recipients[0].GetProperty("status").GetString().ShouldBe("CANCELED");
        (await caller.GetAsync("balance/ledger?type=REFUND")).Data[0].GetProperty("referenceNumber").GetString().ShouldBe(id);
    }

    [Fact]
    public async Task What_is_sent_canceled_or_unknown_cannot_be_canceled()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        var sent = await caller.OrderIdAsync("c-2");
        var scheduled = (await caller.PostAsync("orders/branded-card", Bodies.Scheduled("2026-02-01T00:00:00", "UTC"), "c-3")).OrderId;
        await caller.PostAsync($"orders/{scheduled}/cancel", "");

        var finished = await caller.PostAsync($"orders/{sent}/cancel", "");
        var again = await caller.PostAsync($"orders/{scheduled}/cancel", "");

        (finished.Status, finished.Code).ShouldBe((HttpStatusCode.Conflict, "ORDER_NOT_CANCELABLE"));
        again.Code.ShouldBe("ORDER_NOT_CANCELABLE");
        caller.Twin.GetBalance().ShouldBe(9_970);
        (await caller.PostAsync("orders/nowhere/cancel", "")).Code.ShouldBe("ORDER_NOT_FOUND");
    }

    [Fact]
    public async Task A_bounced_card_stays_sold_and_can_be_sent_to_another_address_for_nothing()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        var id = await caller.OrderIdAsync("b-1", Bodies.Address, "Bounce.me@mail.example");
        var before = await caller.ReadAsync(id);

        var after = await caller.PostAsync(
            $"orders/{id}/resend",
            """{"recipients":[{"email":"bounce.me@mail.example","updatedEmail":"right@mail.example"}]}"""
        );

        (before["sentCount"].GetInt32(), before["bouncedCount"].GetInt32()).ShouldBe((1, 1));
        before.Recipients[1].GetProperty("status").GetString().ShouldBe("BOUNCED");
        (after["sentCount"].GetInt32(), after["bouncedCount"].GetInt32()).ShouldBe((2, 0));
        after.Link(1).ShouldBe(before.Link(1));
        caller.Twin.GetBalance().ShouldBe(9_940);
        caller.Twin.Ledger.Cards.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"recipients":[{"email":"stranger@mail.example"}]}""", HttpStatusCode.NotFound, "RECIPIENT_NOT_FOUND")]
    [InlineData("""{"recipients":[]}""", HttpStatusCode.BadRequest, "VALIDATION_ERROR")]
    [InlineData(
        """{"recipients":[{"email":"mira.holt@mail.example","updatedEmail":"nonsense"}]}""",
        HttpStatusCode.BadRequest,
        "VALIDATION_ERROR"
    )]
    public async Task A_resend_names_recipients_of_the_order(string body, HttpStatusCode status, string code)
    {
        await using var caller = await GiftronautCaller.StartAsync();
        var id = await caller.OrderIdAsync("r-2");

        var answer = await caller.PostAsync($"orders/{id}/resend", body);

        (answer.Status, answer.Code).ShouldBe((status, code));
    }

    [Fact]
    public async Task A_test_email_costs_nothing_makes_no_order_and_runs_out_until_the_next_day()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        const string body = """
            {"email":"me@mail.example","productId":"CHOICE-SUNRISE-USD","amount":25,"emailSubject":"Hi","senderName":"Fabrikam","emailMessage":"Look"}
            """;

        var branded = await caller.PostAsync(
            "orders/test-email",
            body.Replace("CHOICE-SUNRISE-USD", "GC-EMBERGRILL-USD", StringComparison.Ordinal)
        );
        var sent = new List<GiftronautAnswer>();
        for (var i = 0; i < 11; i++)
        {
            sent.Add(await caller.PostAsync("orders/test-email", body));
        }

        caller.Clock.Advance(TimeSpan.FromHours(12));
        var tomorrow = await caller.PostAsync("orders/test-email", body);

        branded.Code.ShouldBe("PRODUCT_NOT_FOUND");
        sent[9].Text.ShouldBe("""{"sentTo":"me@mail.example","status":"SENT","remainingToday":0}""");
        sent[10].Status.ShouldBe(HttpStatusCode.TooManyRequests);
        tomorrow.Status.ShouldBe(HttpStatusCode.OK);
        caller.Twin.Ledger.Count.ShouldBe(0);
        (await caller.GetAsync("orders")).Data.ShouldBeEmpty();
    }
}
