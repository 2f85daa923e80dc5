using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

/// <summary>The documented requests, word for word, and the members of the documented answers.</summary>
public sealed class ExampleTests
{
    private const string Key = "3f0c9a52-6b1e-4c0f-9d57-1f2b8e6a4410";

    private const string BrandedOrder = """
        {
          "idempotencyKey": "3f0c9a52-6b1e-4c0f-9d57-1f2b8e6a4410",
          "productId": "GC-NORTHWIND-USD",
          "recipients": [
            { "email": "mira.holt@example.org", "firstName": "Mira", "lastName": "Holt", "amount": 75 },
            { "email": "jon.pike@example.org", "firstName": "Jon", "amount": 15 }
          ],
          "emailSetting": { "senderName": "Fabrikam Rewards", "subject": "Your survey reward", "message": "Thanks for the answers." },
          "sendTiming": { "type": "IMMEDIATE" },
          "refundOption": false
        }
        """;

    private const string ShortOrder = """
        {
          "orderId": "OT-20250611-K7Q4", "status": "IN_PROGRESS", "cardType": "BRANDED_CARD", "cardName": "Northwind Outdoors",
          "totalCost": { "amount": 90.00, "currency": "USD" }, "recipientCount": 2, "sentCount": 0, "createdAt": "2025-06-11T08:05:41"
        }
        """;

    [Fact]
    public async Task A_branded_order_with_its_key_in_header_and_body()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        var answer = await caller.PostAsync("orders/branded-card", BrandedOrder, Key);

        answer.Status.ShouldBe(HttpStatusCode.Created);
        answer.Json.ShouldHaveTheShapeOf(ShortOrder);
        answer.OrderStatus.ShouldBe("IN_PROGRESS");
        answer["cardName"].GetString().ShouldBe("Northwind Outdoors");
        answer["totalCost"].ToString().ShouldBe("""{"amount":90.00,"currency":"USD"}""");
        answer["createdAt"].GetString().ShouldBe("2026-01-15T12:00:00");
        answer.OrderId.ShouldMatch("^OT-20260115-[A-Z2-9]{4}$");
        answer.Json.TryGetProperty("orderType", out _).ShouldBeFalse();
        answer.Json.TryGetProperty("bouncedCount", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task The_order_read_back()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        var body = BrandedOrder.Replace("jon.pike@", "bounce@", StringComparison.Ordinal);
        var id = (await caller.PostAsync("orders/branded-card", body, Key)).OrderId;

        var answer = await caller.ReadAsync(id);

        answer.Json.ShouldHaveTheShapeOf(
            """
            {
              "orderId": "OT-20250611-K7Q4", "orderType": "ONE_TIME", "status": "COMPLETE", "cardType": "BRANDED_CARD", "cardName": "Northwind Outdoors",
              "totalCost": { "amount": 90.00, "currency": "USD" }, "recipientCount": 2, "sentCount": 1, "bouncedCount": 1,
              "createdAt": "2025-06-11T08:05:41",
              "recipients": [ { "email": "mira.holt@example.org", "rewardLink": "https://claim.example.org/r/1a2b" } ]
            }
            """
        );
        (answer["sentCount"].GetInt32(), answer["bouncedCount"].GetInt32()).ShouldBe((1, 1));
        answer.Recipients.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_order_in_the_list()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        await caller.PostAsync("orders/branded-card", BrandedOrder, Key);

        var answer = await caller.GetAsync("orders?page=1&pageSize=2&status=COMPLETE&startDate=2025-06-01");

        answer.Json.ShouldHaveTheShapeOf(
            """
            { "data": [ { "orderId": "OT-20250611-K7Q4", "orderType": "ONE_TIME", "status": "COMPLETE", "cardType": "BRANDED_CARD",
              "cardName": "Northwind Outdoors", "totalCost": { "amount": 90.00, "currency": "USD" }, "recipientCount": 2, "sentCount": 1,
              "bouncedCount": 1, "createdAt": "2025-06-11T08:05:41" } ],
              "page": 1, "pageSize": 2, "totalCount": 1, "totalPages": 1 }
            """
        );
        answer.Data[0].TryGetProperty("recipients", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_scheduled_choice_order_and_its_cancellation()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        const string body = """
            {
              "idempotencyKey": "a7d1f2c0-0e7b-4f0e-8b53-2f60b4a4e0c9",
              "productId": "CHOICE-SUNRISE-USD",
              "recipients": [ { "email": "lea.brandt@example.org", "firstName": "Lea", "amount": 40, "company": "Fabrikam", "department": "Support" } ],
              "emailSetting": { "senderName": "Fabrikam Rewards", "subject": "Happy anniversary", "templateId": "31" },
              "sendTiming": { "type": "SCHEDULED", "scheduledAt": "2026-07-01T09:30:00", "timezone": "Europe/Berlin" },
              "refundOption": true
            }
            """;

        var answer = await caller.PostAsync("orders/choice-cards", body);
        var canceled = await caller.PostAsync($"orders/{answer.OrderId}/cancel", "");

        answer.Status.ShouldBe(HttpStatusCode.Created);
        answer.Json.ShouldHaveTheShapeOf(ShortOrder);
        (answer.OrderStatus, answer["cardType"].GetString()).ShouldBe(("PENDING", "CHOICE_CARD"));
        canceled.Status.ShouldBe(HttpStatusCode.OK);
        (canceled.OrderId, canceled.OrderStatus).ShouldBe((answer.OrderId, "CANCELED"));
    }

    [Fact]
    public async Task A_resend_to_a_corrected_address()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        var id = (await caller.PostAsync("orders/branded-card", BrandedOrder, Key)).OrderId;

        var answer = await caller.PostAsync(
            $"orders/{id}/resend",
            """{ "recipients": [ { "email": "jon.pike@example.org", "updatedEmail": "jonathan.pike@example.org" } ] }"""
        );

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Recipients[1].GetProperty("email").GetString().ShouldBe("jonathan.pike@example.org");
    }

    [Fact]
    public async Task Reward_links_and_their_repeat()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        const string body = """
            { "idempotencyKey": "5c0f1d7b-7a1d-4b52-9b1a-0d5f5f7f1c11", "cardType": "CHOICE_CARD", "productId": "CHOICE-SUNRISE-USD", "quantity": 3, "amountPerLink": 20, "refundOption": false }
            """;

        var answer = await caller.PostAsync("orders/reward-links", body);
        var repeat = await caller.PostAsync("orders/reward-links", body);

        answer.Status.ShouldBe(HttpStatusCode.Created);
        answer.Text.ShouldBe("""{"orderId":"LO20260115000001","status":"PENDING"}""");
        repeat.Status.ShouldBe(HttpStatusCode.Conflict);
        repeat.Json.ShouldHaveTheShapeOf("""{ "error": "DUPLICATE_IDEMPOTENCY_KEY", "message": "Already processed", "orderId": "LO1" }""");
        repeat.OrderId.ShouldBe(answer.OrderId);
    }

    [Fact]
    public async Task The_balance()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        (await caller.GetAsync("balance")).Text.ShouldBe(
            """{"data":{"availableBalance":{"amount":10000.00,"currency":"USD"},"pendingBalance":{"amount":0.00,"currency":"USD"}}}"""
        );
    }

    [Fact]
    public async Task A_campaign_run()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        const string body = """
            { "recipients": [ { "email": "ana.ruiz@example.org", "firstName": "Ana", "lastName": "Ruiz" } ], "subject": "Q3 thank-you" }
            """;

        var answer = await caller.PostAsync("campaigns/CA-9K2M4T7X/orders", body);

        answer.Status.ShouldBe(HttpStatusCode.Created);
        answer.Json.ShouldHaveTheShapeOf(ShortOrder);
        (await caller.ReadAsync(answer.OrderId))["orderType"].GetString().ShouldBe("CAMPAIGN");
    }

    [Fact]
    public async Task The_quickstarts_order_with_its_key_in_the_header_alone()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        caller.Twin.AddProduct("GC-AMAZON-USD", "Amazon", "USD", 10, 25, 50, 100);
        const string body = """
            {
              "productId": "GC-AMAZON-USD",
              "recipients": [
                { "firstName": "Alice", "lastName": "Kim", "email": "alice@giftronaut.com", "amount": 50 },
                { "firstName": "Bob", "lastName": "Lee", "email": "bob@giftronaut.com", "amount": 25 }
              ],
              "emailSetting": {
                "senderName": "Acme Corp",
                "subject": "You have received a gift card!",
                "message": "Thank you for your hard work this quarter."
              },
              "sendTiming": { "type": "IMMEDIATE" }
            }
            """;

        var answer = await caller.PostAsync("orders/branded-card", body, "my-first-order-001");

        answer.Json.ShouldHaveTheShapeOf(ShortOrder);
        answer["totalCost"].GetProperty("amount").GetDecimal().ShouldBe(75.00m);
        caller.Twin.Ledger.SalesFor("my-first-order-001").Single().Cards.ShouldBe(2);
    }
}
