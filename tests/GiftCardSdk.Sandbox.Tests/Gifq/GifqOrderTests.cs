using System.Net;
using System.Text;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GifqOrderTests
{
    [Fact]
    public async Task The_documented_order_is_taken_and_answered_as_documented()
    {
        await using var desk = await GifqDesk.OpenAsync();

        var created = await desk.PostAsync(
            "api/orders",
            """{ "brand": "lumen-books", "currency": "USD", "face_value": 25, "country": "US", "reference": "fjord-000417" }"""
        );

        created.Status.ShouldBe(HttpStatusCode.Created);
        created.Json.ShouldHaveTheShapeOf(
            """
            { "id": "77410", "order_id": "77410", "reference": "fjord-000417", "status": "pending",
              "currency": "USD", "face_value": 25, "redeem_details": null }
            """
        );
        created.Word("id").ShouldBe(created.Word("order_id"));
        created.Word("status").ShouldBe("pending");
        created.Json["redeem_details"].ShouldBeNull();
        created.Json["fx_fee"].ShouldBeNull();
    }

    [Theory]
    [InlineData("WW")]
    [InlineData("DE")]
    public async Task A_card_that_is_good_everywhere_is_sold_for_any_country(string country)
    {
        await using var desk = await GifqDesk.OpenAsync();

        var order = await desk.OrderAndReadAsync("fjord-000418", "blockforge", "USD", 10, country);

        order.Word("country").ShouldBe(country);
    }

    [Fact]
    public async Task A_completed_order_reads_as_documented()
    {
        await using var desk = await GifqDesk.OpenAsync();

        var order = await desk.OrderAndReadAsync("fjord-000417", "lumen-books", "USD", 25, "US");

        order.Status.ShouldBe(HttpStatusCode.OK);
        order.Json.ShouldHaveTheShapeOf(
            """
            { "id": "77410", "reference": "fjord-000417", "status": "completed", "brand": "lumen-books", "country": "US",
              "currency": "USD", "face_value": 25, "amount": 24.00, "discount": 4,
              "redeem_details": { "code": "LMN4-82QK-1190", "pin": "5531", "link": null,
                                  "link_challenge_code": null, "serial": "900017734", "security_code": null },
              "instructions": "Enter the code at checkout.", "expires_at": "2028-05-31T00:00:00Z",
              "created_at": "2026-06-02T09:14:08Z" }
            """
        );
        order.Number("amount").ShouldBe(24.00m);
        order.Word("expires_at").ShouldBe("2028-01-15T12:00:00Z");
        order.Word("updated_at").ShouldBe("2026-01-15T12:00:02Z");
    }

    [Fact]
    public async Task Orders_are_listed_as_documented_without_a_trace_of_the_codes()
    {
        await using var desk = await GifqDesk.OpenAsync();
        var order = await desk.OrderAndReadAsync("fjord-000417", "lumen-books", "USD", 25, "US");

        var full = await desk.GetAsync("api/orders?page=1&limit=2");
        desk.Options.ListedOrder = GifqListedOrder.Minimal;
        var minimal = await desk.GetAsync("api/orders?page=1&limit=2");

        full.Json.ShouldHaveTheShapeOf(
            """[ { "id": "77411", "reference": "fjord-000418", "status": "pending", "created_at": "2026-06-02T09:14:08Z" } ]"""
        );
        full.Text.ShouldNotContain((string)order.Json["redeem_details"]!["code"]!);
        minimal.Rows[0]!.AsObject().Select(member => member.Key).ShouldBe(["id", "reference", "status"]);
    }

    [Fact]
    public async Task An_order_is_pending_until_its_time_has_come()
    {
        await using var desk = await GifqDesk.OpenAsync();
        var path = "api/orders/" + (await desk.OrderAsync("r-1")).Word("id");
        desk.Clock.Advance(TimeSpan.FromMilliseconds(1_999));

        var before = await desk.GetAsync(path);
        desk.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var after = await desk.GetAsync(path);

        before.Word("status").ShouldBe("pending");
        before.Json["redeem_details"].ShouldBeNull();
        before.Json["instructions"].ShouldBeNull();
        after.Word("status").ShouldBe("completed");
    }

    [Theory]
    [InlineData("north-cafe", "USD", 10, "US", "code")]
    [InlineData("trail-gear", "USD", 15, "US", "code,pin")]
    [InlineData("lumen-books", "USD", 25, "US", "code,pin,serial")]
    [InlineData("quick-bite", "USD", 10, "US", "link")]
    [InlineData("open-prepaid", "USD", 10, "US", "link,link_challenge_code")]
    [InlineData("cloud-miles", "USD", 30, "US", "code,serial,security_code")]
    public async Task Each_brand_fills_its_own_subset_of_the_six_fields(
        string brand,
        string currency,
        int value,
        string country,
        string filled
    )
    {
        await using var desk = await GifqDesk.OpenAsync();

        var order = await desk.OrderAndReadAsync("r-1", brand, currency, value, country);

        var card = order.Json["redeem_details"]!.AsObject();
        card.Count.ShouldBe(6);
        card.Where(field => field.Value is not null).Select(field => field.Key).ShouldBe(filled.Split(','));
    }

    [Fact]
    public async Task A_failing_order_is_refunded_by_itself()
    {
        await using var desk = await GifqDesk.OpenAsync();
        var created = await desk.OrderAsync("sim-fail-1");
        desk.Twin.GetBalance("USD").ShouldBe(4_976);

        desk.Clock.Advance(TimeSpan.FromSeconds(2));

        desk.Twin.GetBalance("USD").ShouldBe(5_000);
        var order = await desk.GetAsync("api/orders/" + created.Word("id"));
        order.Word("status").ShouldBe("failed");
        order.Json["redeem_details"].ShouldBeNull();
        (await desk.GetAsync("api/transactions?limit=1")).Json.ShouldHaveTheShapeOf(
            """[ { "type": "refund", "amount": 24, "currency": "USD", "reference": "sim-fail-1", "order_id": "77410" } ]"""
        );
    }

    [Fact]
    public async Task A_slow_order_takes_its_own_time()
    {
        await using var desk = await GifqDesk.OpenAsync();
        var path = "api/orders/" + (await desk.OrderAsync("sim-slow-1")).Word("id");

        desk.Clock.Advance(TimeSpan.FromMinutes(9));
        (await desk.GetAsync(path)).Word("status").ShouldBe("pending");
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        (await desk.GetAsync(path)).Word("status").ShouldBe("completed");
    }

    [Fact]
    public async Task An_order_can_complete_without_a_single_code()
    {
        await using var desk = await GifqDesk.OpenAsync();

        var order = await desk.OrderAndReadAsync("sim-empty-1", "lumen-books", "USD", 25, "US");

        order.Word("status").ShouldBe("completed");
        order.Json["redeem_details"]!.AsObject().ShouldAllBe(field => field.Value == null);
    }

    [Theory]
    [InlineData("no-such-brand", "USD", "25", "US")]
    [InlineData("sold-out-supplies", "USD", "10", "US")]
    [InlineData("lumen-books", "USD", "26", "US")] // a fixed denomination
    [InlineData("lumen-books", "USD", "25", "IE")] // the country of another option
    [InlineData("lumen-books", "EUR", "25", "US")] // the currency of another option
    [InlineData("lumen-books", "EUR", "9.99", "IE")] // below the range
    [InlineData("lumen-books", "EUR", "200.01", "IE")] // above it
    [InlineData("north-cafe", "USD", "10.001", "US")]
    [InlineData("kissaten", "JPY", "1000.5", "JP")]
    [InlineData("last-seats", "USD", "20", "US")] // no stock
    [InlineData("lumen-books", "USD", "0", "US")]
    [InlineData("lumen-books", "USD", "-25", "US")]
    [InlineData("", "USD", "25", "US")]
    [InlineData("lumen-books", "", "25", "US")]
    [InlineData("lumen-books", "USD", "25", "")]
    public async Task An_order_that_matches_no_option_is_refused_with_a_request_id(
        string brand,
        string currency,
        string value,
        string country
    )
    {
        await using var desk = await GifqDesk.OpenAsync();
        desk.Twin.SetBalance("JPY", 1_000_000);

        var refused = await desk.OrderAsync("r-1", brand, currency, GifqDesk.Decimal(value), country);

        refused.ShouldBeRefused(HttpStatusCode.UnprocessableEntity, withRequestId: true);
        desk.Twin.Ledger.Count.ShouldBe(0);
        (await desk.GetAsync("api/orders")).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_last_card_in_stock_is_sold_once_and_a_failed_order_gives_its_card_back()
    {
        await using var desk = await GifqDesk.OpenAsync();
        await desk.OrderAsync("r-1", "last-seats", faceValue: 60);
        await desk.OrderAsync("r-2", "last-seats", faceValue: 60);
        await desk.OrderAsync("sim-fail-3", "last-seats", faceValue: 60);

        (await desk.OrderAsync("r-4", "last-seats", faceValue: 60)).ShouldBeRefused(
            HttpStatusCode.UnprocessableEntity,
            withRequestId: true
        );
        desk.Clock.Advance(TimeSpan.FromSeconds(2));
        (await desk.OrderAsync("r-4", "last-seats", faceValue: 60)).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task An_order_beyond_the_balance_leaves_nothing_behind()
    {
        await using var desk = await GifqDesk.OpenAsync();
        desk.Twin.SetBalance("USD", 23.99m);

        var refused = await desk.OrderAsync("r-1");

        refused.ShouldBeRefused(HttpStatusCode.UnprocessableEntity, withRequestId: true);
        refused.Word("message").ShouldBe("Balance too low in USD");
        desk.Twin.GetBalance("USD").ShouldBe(23.99m);
        desk.Twin.Ledger.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("{ \"brand\": ")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{ "brand": "lumen-books", "face_value": "25" }""")]
    [InlineData("""{ "brand": 7 }""")]
    public async Task A_body_that_is_not_the_expected_json_is_a_bad_request(string body)
    {
        await using var desk = await GifqDesk.OpenAsync();

        (await desk.PostAsync("api/orders", body)).ShouldBeRefused(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_of_another_content_type_is_a_bad_request()
    {
        await using var desk = await GifqDesk.OpenAsync();
        using var content = new StringContent(GifqDesk.OrderBody("r-1"), Encoding.UTF8, "text/plain");

        using var response = await desk.Http.PostAsync("api/orders", content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_unknown_order_is_not_found()
    {
        await using var desk = await GifqDesk.OpenAsync();

        (await desk.GetAsync("api/orders/12")).ShouldBeRefused(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Equal_calls_under_an_equal_seed_give_equal_cards()
    {
        await using var one = await GifqDesk.OpenAsync();
        await using var other = await GifqDesk.OpenAsync();

        var first = await one.OrderAndReadAsync("r-1", "lumen-books", "USD", 25, "US");
        var second = await other.OrderAndReadAsync("r-1", "lumen-books", "USD", 25, "US");

        first.Text.ShouldBe(second.Text);
    }
}
