using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

public sealed class OrderTests
{
    [Fact]
    public async Task With_delays_it_passes_through_every_state_and_shows_no_link_before_the_last()
    {
        await using var caller = await GiftronautCaller.StartAsync(options =>
            (options.PendingDelay, options.CompletionDelay) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3))
        );

        var created = await caller.OrderAsync("slow-1");
        caller.Clock.Advance(TimeSpan.FromSeconds(2));
        var working = await caller.ReadAsync(created.OrderId);
        var balances = await caller.BalancesAsync();
        caller.Clock.Advance(TimeSpan.FromSeconds(3));
        var done = await caller.ReadAsync(created.OrderId);

        (created.OrderStatus, working.OrderStatus, done.OrderStatus).ShouldBe(("PENDING", "IN_PROGRESS", "COMPLETE"));
        working.Link(0).ShouldBeNull();
        working["sentCount"].GetInt32().ShouldBe(0);
        working.Json.TryGetProperty("bouncedCount", out _).ShouldBeFalse();
        (balances, await caller.BalancesAsync()).ShouldBe(((9_970m, 30m), (9_970m, 0m)));
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
}
