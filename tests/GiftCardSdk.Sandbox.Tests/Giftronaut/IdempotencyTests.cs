using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task Sixty_four_concurrent_repeats_make_one_sale_and_sixty_three_replays()
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.SandboxRequestsPerMinute = null);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => caller.OrderAsync("same-1")));

        answers.Select(answer => answer.Text).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(63);
        caller.Twin.Ledger.SalesFor("same-1").ShouldHaveSingleItem();
        caller.Twin.Ledger.Duplicates.ShouldBe(0);
        caller.Twin.GetBalance().ShouldBe(9_970);
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_a_conflict_and_sells_nothing()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        await caller.OrderAsync("reused-1");

        var answer = await caller.OrderAsync("reused-1", "other@mail.example");

        (answer.Status, answer.Code).ShouldBe((HttpStatusCode.Conflict, "DUPLICATE_IDEMPOTENCY_KEY"));
        answer.Json.TryGetProperty("orderId", out _).ShouldBeFalse();
        caller.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_body_for_another_operation_is_a_conflict_too()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        await caller.OrderAsync("op-1");

        (await caller.PostAsync("orders/choice-cards", Bodies.Branded(), "op-1")).Code.ShouldBe("DUPLICATE_IDEMPOTENCY_KEY");
    }

    [Fact]
    public async Task Spelling_does_not_make_another_body()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        await caller.PostAsync(
            "orders/branded-card",
            """{"productId":"GC-NORTHWIND-USD","recipients":[{"email":"mira.holt@mail.example","amount":30}],"emailSetting":{"senderName":"Fabrikam","subject":"Hi"},"sendTiming":{"type":"IMMEDIATE"}}""",
            "spelt-1"
        );

        var repeat = await caller.PostAsync(
            "orders/branded-cards",
            """
            { "sendTiming": { "type": "IMMEDIATE" }, "emailSetting": { "subject": "\u0048i", "senderName": "Fabrikam" },
              "idempotencyKey": "spelt-1", "recipients": [ { "amount": 30.00, "email": "mira.holt@mail.example" } ],
              "productId": "GC-NORTHWIND-USD" }
            """
        );

        repeat.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_replay_does_not_ask_whether_the_order_could_be_made_today()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        await caller.OrderAsync("still-1");
        caller.Twin.RemoveProduct("GC-NORTHWIND-USD");
        caller.Twin.SetBalance("USD", 0);

        (await caller.OrderAsync("still-1")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_its_life_a_key_buys_again()
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.SandboxTokenLife = TimeSpan.FromDays(9));
        var first = await caller.OrderIdAsync("old-1");

        caller.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        var replay = await caller.OrderAsync("old-1");
        caller.Clock.Advance(TimeSpan.FromTicks(1));
        var again = await caller.OrderAsync("old-1");

        (replay.Status, again.Status).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Created));
        caller.Twin.Ledger.Duplicates.ShouldBe(1);
        (await caller.GetAsync("orders?clientOrderId=old-1")).OrderIds.ShouldBe([again.OrderId, first]);
    }

    [Theory]
    [InlineData("h", null, GiftronautKeySource.HeaderOrBody, HttpStatusCode.Created)]
    [InlineData(null, "b", GiftronautKeySource.HeaderOrBody, HttpStatusCode.Created)]
    [InlineData("k", "k", GiftronautKeySource.HeaderOrBody, HttpStatusCode.Created)]
    [InlineData("h", "b", GiftronautKeySource.HeaderOrBody, HttpStatusCode.BadRequest)]
    [InlineData(null, null, GiftronautKeySource.HeaderOrBody, HttpStatusCode.BadRequest)]
    [InlineData("h", "b", GiftronautKeySource.Header, HttpStatusCode.Created)]
    [InlineData(null, "b", GiftronautKeySource.Header, HttpStatusCode.BadRequest)]
    [InlineData("h", "b", GiftronautKeySource.Body, HttpStatusCode.Created)]
    [InlineData("h", null, GiftronautKeySource.Body, HttpStatusCode.BadRequest)]
    public async Task The_key_is_read_where_the_switch_says(
        string? header,
        string? field,
        GiftronautKeySource source,
        HttpStatusCode status
    )
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.KeySource = source);
        var body = field is null ? Bodies.Branded() : $$"""{"idempotencyKey":"{{field}}",{{Bodies.Branded()[1..]}}""";

        var answer = await caller.PostAsync("orders/branded-card", body, header);

        answer.Status.ShouldBe(status);
        caller
            .Twin.Ledger.SalesFor((source == GiftronautKeySource.Body ? field : header ?? field) ?? "")
            .Count.ShouldBe(status == HttpStatusCode.Created ? 1 : 0);
    }

    [Theory]
    [InlineData(128, 0, HttpStatusCode.Created)]
    [InlineData(129, 0, HttpStatusCode.BadRequest)]
    [InlineData(0, 64, HttpStatusCode.Created)]
    [InlineData(0, 65, HttpStatusCode.BadRequest)]
    public async Task A_key_has_a_greatest_length(int header, int field, HttpStatusCode status)
    {
        await using var caller = await GiftronautCaller.StartAsync();
        var body = field == 0 ? Bodies.Branded() : $$"""{"idempotencyKey":"{{new string('k', field)}}",{{Bodies.Branded()[1..]}}""";

        (await caller.PostAsync("orders/branded-card", body, header == 0 ? null : new string('k', header))).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.Created)]
    [InlineData(true, HttpStatusCode.PaymentRequired)]
    public async Task A_refusal_leaves_its_key_fresh_or_uses_it_up(bool usesUp, HttpStatusCode second)
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.RefusalsUseUpKeys = usesUp);
        caller.Twin.SetBalance("USD", 29.99m);
        var first = await caller.OrderAsync("poor-1");
        caller.Twin.SetBalance("USD", 500);

        first.Status.ShouldBe(HttpStatusCode.PaymentRequired);
        (await caller.OrderAsync("poor-1")).Status.ShouldBe(second);
    }

    [Fact]
    public async Task A_key_makes_other_writes_happen_once_too()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        const string body = """{"name":"Spring","senderName":"Fabrikam"}""";

        var first = await caller.PostAsync("templates", body, "t-1");
        var repeat = await caller.PostAsync("templates", body, "t-1");
        await caller.PostAsync("templates", body);

        (first.Status, repeat.Status, repeat.Text).ShouldBe((HttpStatusCode.Created, HttpStatusCode.OK, first.Text));
        (await caller.GetAsync("templates")).Data.Count.ShouldBe(4);
    }
}
