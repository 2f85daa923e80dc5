using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

public sealed class OrderTests
{
    [Fact]
    public async Task An_order_sent_at_once_is_complete_at_the_next_look()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        var created = await caller.OrderAsync("now-1");
        var read = await caller.ReadAsync(created.OrderId);

        created.OrderStatus.ShouldBe("IN_PROGRESS");
        read.OrderStatus.ShouldBe("COMPLETE");
        (read["sentCount"].GetInt32(), read["bouncedCount"].GetInt32()).ShouldBe((1, 0));
        read.Link(0)!.ShouldStartWith("https://claim.giftronaut.example/r/");
    }

    [Fact]
    public async Task With_delays_it_passes_through_every_state_and_shows_no_link_before_the_last()
    {
        await using var caller = await GiftronautCaller.StartAsync(options =>
            (options.PendingDelay, options.CompletionDelay) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3))
        );

        var created = await caller.OrderAsync("slow-1");
        caller.Clock.Advance(TimeSpan.FromSeconds(2));
        var working = await caller.ReadAsync(created.OrderId);
        var pendingBalance = caller.Twin.GetPendingBalance();
        caller.Clock.Advance(TimeSpan.FromSeconds(3));
        var done = await caller.ReadAsync(created.OrderId);

        (created.OrderStatus, working.OrderStatus, done.OrderStatus).ShouldBe(("PENDING", "IN_PROGRESS", "COMPLETE"));
        working.Link(0).ShouldBeNull();
        working["sentCount"].GetInt32().ShouldBe(0);
        working.Json.TryGetProperty("bouncedCount", out _).ShouldBeFalse();
        (pendingBalance, caller.Twin.GetPendingBalance()).ShouldBe((30m, 0m));
    }

    [Fact]
    public async Task The_create_reply_can_be_final_already()
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.CompleteInCreateReply = true);

        var created = await caller.OrderAsync("final-1");

        (created.OrderStatus, created["sentCount"].GetInt32()).ShouldBe(("COMPLETE", 1));
    }

    [Theory]
    [InlineData(GiftronautOrderPaths.Both, HttpStatusCode.Created, HttpStatusCode.Created)]
    [InlineData(GiftronautOrderPaths.Singular, HttpStatusCode.Created, HttpStatusCode.NotFound)]
    [InlineData(GiftronautOrderPaths.Plural, HttpStatusCode.NotFound, HttpStatusCode.Created)]
    public async Task Either_spelling_of_the_paths_can_be_missing(
        GiftronautOrderPaths served,
        HttpStatusCode singular,
        HttpStatusCode plural
    )
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.OrderPaths = served);
        var choice = Bodies.Order("CHOICE-PLAIN-USD", 12.34m);

        (await caller.PostAsync("orders/branded-card", Bodies.Branded(), "s-1")).Status.ShouldBe(singular);
        (await caller.PostAsync("orders/branded-cards", Bodies.Branded(), "p-1")).Status.ShouldBe(plural);
        (await caller.PostAsync("orders/choice-card", choice, "s-2")).Status.ShouldBe(singular);
        (await caller.PostAsync("orders/choice-cards", choice, "p-2")).Status.ShouldBe(plural);
    }

    [Theory]
    [InlineData("2026-01-20T09:30:00", "Asia/Tokyo", "2026-01-20T00:30:00")]
    [InlineData("2026-07-01T09:30:00", "Europe/Berlin", "2026-07-01T07:30:00")]
    [InlineData("2026-01-16T00:00:00", "UTC", "2026-01-16T00:00:00")]
    public async Task A_scheduled_order_is_sent_when_the_wall_clock_of_its_zone_says_so(string at, string zone, string utc)
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.SandboxTokenLife = TimeSpan.FromDays(365));
        var due = DateTimeOffset.Parse(utc + "Z", System.Globalization.CultureInfo.InvariantCulture);
        var id = (await caller.PostAsync("orders/branded-card", Bodies.Scheduled(at, zone), "later-1")).OrderId;

        caller.Clock.Advance(due - caller.Clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        var before = await caller.ReadAsync(id);
        caller.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await caller.ReadAsync(id);

        (before.OrderStatus, after.OrderStatus).ShouldBe(("PENDING", "COMPLETE"));
    }

    [Theory]
    [InlineData("2026-01-20T09:30:00Z", "UTC")]
    [InlineData("2026-01-20T09:30", "UTC")]
    [InlineData("2026-01-20T09:30:00", "Mars/Olympus")]
    [InlineData("2026-01-15T11:59:59", "UTC")]
    [InlineData("0001-01-01T00:00:00", "Asia/Tokyo")]
    public async Task A_time_that_cannot_be_kept_is_refused(string at, string zone)
    {
        await using var caller = await GiftronautCaller.StartAsync();

        var answer = await caller.PostAsync("orders/branded-card", Bodies.Scheduled(at, zone), "never-1");

        (answer.Status, answer.Code).ShouldBe((HttpStatusCode.BadRequest, "VALIDATION_ERROR"));
    }

    [Theory]
    [InlineData("GC-NORTHWIND-USD", "30", HttpStatusCode.Created)]
    [InlineData("GC-NORTHWIND-USD", "30.00", HttpStatusCode.Created)]
    [InlineData("GC-NORTHWIND-USD", "31", HttpStatusCode.BadRequest)]
    [InlineData("GC-CONTOSOCAFE-EUR", "8", HttpStatusCode.Created)]
    [InlineData("GC-CONTOSOCAFE-EUR", "7.99", HttpStatusCode.BadRequest)]
    [InlineData("GC-CONTOSOCAFE-EUR", "250.01", HttpStatusCode.BadRequest)]
    [InlineData("GC-CONTOSOCAFE-EUR", "10.005", HttpStatusCode.BadRequest)]
    [InlineData("20417", "15", HttpStatusCode.Created)]
    [InlineData("20417", "16", HttpStatusCode.BadRequest)]
    [InlineData("GC-SAKURAYA-JPY", "501", HttpStatusCode.Created)]
    [InlineData("GC-SAKURAYA-JPY", "501.5", HttpStatusCode.BadRequest)]
    [InlineData("GC-DESERTROSE-KWD", "2.505", HttpStatusCode.Created)]
    [InlineData("GC-DESERTROSE-KWD", "2.5055", HttpStatusCode.BadRequest)]
    [InlineData("GC-SOLDOUT-USD", "10", HttpStatusCode.NotFound)]
    [InlineData("CHOICE-SUNRISE-USD", "10", HttpStatusCode.NotFound)]
    [InlineData("nothing", "10", HttpStatusCode.NotFound)]
    public async Task The_amount_must_be_one_of_the_products(string productId, string amount, HttpStatusCode status)
    {
        await using var caller = await GiftronautCaller.StartAsync();
        var value = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);

        var answer = await caller.PostAsync("orders/branded-card", Bodies.Order(productId, value), "amount-1");

        answer.Status.ShouldBe(status);
        caller.Twin.Ledger.Count.ShouldBe(status == HttpStatusCode.Created ? 1 : 0);
    }

    [Theory]
    [InlineData("\"productId\":\"GC-NORTHWIND-USD\"", "\"productId\":null")]
    [InlineData("mira.holt@mail.example", "not an address")]
    [InlineData("mira.holt@mail.example", "mira@localhost")]
    [InlineData(",\"amount\":30", "")]
    [InlineData("\"amount\":30", "\"amount\":\"30\"")]
    [InlineData("\"amount\":30", "\"amount\":1e99")]
    [InlineData("\"senderName\":\"Fabrikam\",", "")]
    [InlineData("\"subject\":\"Hi\"", "\"subject\":\" \"")]
    [InlineData("\"subject\":\"Hi\"", "\"subject\":\"Hi\",\"templateId\":\"\"")]
    [InlineData("\"subject\":\"Hi\"", "\"subject\":\"Hi\",\"templateId\":\"99\"")]
    [InlineData("\"IMMEDIATE\"", "\"IMMEDIATE\",\"timezone\":\"UTC\"")]
    [InlineData("\"IMMEDIATE\"", "\"SCHEDULED\"")]
    [InlineData("\"IMMEDIATE\"", "\"LATER\"")]
    [InlineData(",\"sendTiming\":{\"type\":\"IMMEDIATE\"}", "")]
    [InlineData("\"recipients\":[", "\"recipients\":[null,")]
    [InlineData("{\"productId\"", "[\"productId\"")]
    public async Task A_field_that_is_missing_or_wrong_is_a_validation_error(string good, string bad)
    {
        await using var caller = await GiftronautCaller.StartAsync();
        var body = Bodies.Branded();
        body.ShouldContain(good);

        var answer = await caller.PostAsync("orders/branded-card", body.Replace(good, bad, StringComparison.Ordinal), "bad-1");

        (answer.Status, answer.Code).ShouldBe((HttpStatusCode.BadRequest, "VALIDATION_ERROR"));
        caller.Twin.Ledger.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_body_of_another_type_is_refused()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/orders/branded-card");
        request.Content = new StringContent(Bodies.Branded());
        request.Headers.Authorization = new("Bearer", caller.Token);
        request.Headers.Add("X-Idempotency-Key", "plain-1");

        using var response = await caller.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task An_unknown_product_can_be_answered_400_instead()
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.UnknownProduct = GiftronautUnknownProduct.BadRequest);

        var answer = await caller.PostAsync("orders/branded-card", Bodies.Order("nothing", 1), "unknown-1");

        (answer.Status, answer.Code).ShouldBe((HttpStatusCode.BadRequest, "PRODUCT_NOT_FOUND"));
    }

    [Theory]
    [InlineData("GC-SAKURAYA-JPY", 1001, "6.51", 1_001)]
    [InlineData("GC-DESERTROSE-KWD", 2.505, "8.15", 2_505)]
    [InlineData("GC-CONTOSOCAFE-EUR", 10, "11.00", 1_000)]
    public async Task Foreign_face_values_cost_dollars_and_the_ledger_counts_their_own_minor_units(
        string productId,
        double amount,
        string dollars,
        long minorUnits
    )
    {
        await using var caller = await GiftronautCaller.StartAsync();

        var answer = await caller.PostAsync("orders/branded-card", Bodies.Order(productId, (decimal)amount), "fx-1");

        answer["totalCost"].GetRawText().ShouldBe($$"""{"amount":{{dollars}},"currency":"USD"}""");
        caller.Twin.Ledger.Sales.Single().AmountInMinorUnits.ShouldBe(minorUnits);
        caller.Twin.Ledger.Sales.Single().Currency.ShouldBe(productId[^3..]);
    }

    [Fact]
    public async Task An_order_has_a_greatest_number_of_cards()
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.MaxCardsPerOrder = 2);

        (await caller.OrderAsync("two", "a@mail.example", "b@mail.example")).Status.ShouldBe(HttpStatusCode.Created);
        (await caller.OrderAsync("three", "a@mail.example", "b@mail.example", "c@mail.example")).Code.ShouldBe("VALIDATION_ERROR");
    }
}
