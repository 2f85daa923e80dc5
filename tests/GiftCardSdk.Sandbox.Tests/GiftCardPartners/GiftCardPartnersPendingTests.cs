using System.Net;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GiftCardPartnersPendingTests
{
    [Theory]
    [InlineData(20, "Completed")]
    [InlineData(21, "Pending")]
    public async Task Orders_above_the_threshold_are_pending_first(int cards, string status)
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.LinksAsync("PO-1", quantity: cards);

        answer.Status.ShouldBe(HttpStatusCode.Created);
        answer.Text("Status").ShouldBe(status);
    }

    [Fact]
    public async Task A_pending_order_completes_by_the_clock_and_looks_as_documented_before_and_after()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var created = await bench.OrderAsync(
            """
            { "Type": "Links", "PONumber": "NL-2031-000418",
              "LineItems": [ { "ProductId": "HARBOR-COFFEE-US", "Value": 5.00, "Quantity": 60 } ] }
            """
        );
        bench.Clock.Advance(TimeSpan.FromMilliseconds(4_999));
        var before = await bench.GetAsync("/v1/Orders/" + created.Id);
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var after = await bench.GetAsync("/v1/Orders/" + created.Id);

        created.Body.ShouldHaveTheShapeOf(
            """{ "Id": "ord-51c0b9", "Type": "Links", "Status": "Pending", "PONumber": "NL-2031-000418", "LineItems": [] }"""
        );
        created["LineItems"].GetArrayLength().ShouldBe(0);
        before.Text("Status").ShouldBe("Pending");
        after.Body.ShouldHaveTheShapeOf(
            """
            {
              "Id": "ord-51c0b9", "Type": "Links", "Status": "Completed", "PONumber": "NL-2031-000418",
              "LineItems": [
                { "Id": "li-51c0b9-1", "ProductId": "HARBOR-COFFEE-US", "Value": 5.00, "Quantity": 60, "Cost": 291.00,
                  "Status": "Completed",
                  "ClaimData": [
                    { "Id": "clm-0001", "ClaimLink": "https://claim.sandbox.example/c/9QF2", "ClaimLinkChallengeAnswer": "4471",
                      "BarcodePath": null, "BarcodeType": null }
                  ] }
              ]
            }
            """
        );
        after.Text("Status").ShouldBe("Completed");
        after.Line.GetProperty("Cost").GetDecimal().ShouldBe(291m);
        after.Line.GetProperty("ClaimData").GetArrayLength().ShouldBe(60);
    }

    [Fact]
    public async Task A_larger_order_takes_longer()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        var small = await bench.LinksAsync("PO-1", quantity: 21);
        var large = await bench.LinksAsync("PO-2", quantity: 200);

        bench.Clock.Advance(TimeSpan.FromSeconds(4));

        (await bench.GetAsync("/v1/Orders/" + small.Id)).Text("Status").ShouldBe("Completed");
        (await bench.GetAsync("/v1/Orders/" + large.Id)).Text("Status").ShouldBe("Pending");
    }

    [Fact]
    public async Task A_pending_order_is_sold_and_charged_from_the_start()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        bench.Twin.SetBalance("USD", 300m);

        await bench.LinksAsync("PO-1", quantity: 60);

        bench.Twin.Ledger.Cards.ShouldBe(60);
        bench.Twin.Balances["USD"].ShouldBe(9m);
        (await bench.LinksAsync("PO-1", quantity: 60)).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData(true, "Failed")]
    [InlineData(false, "Cancelled")]
    public async Task An_order_that_fails_or_is_called_off_gives_the_money_back_and_keeps_its_number(bool fails, string status)
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        bench.Twin.SetBalance("USD", 300m);
        var order = await bench.LinksAsync("PO-1", quantity: 60);

        (fails ? (Action<string>)bench.Twin.Fail : bench.Twin.Cancel)(order.Id);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        var answer = await bench.GetAsync("/v1/Orders/" + order.Id);

        answer.Text("Status").ShouldBe(status);
        answer.Line.GetProperty("Status").GetString().ShouldBe(status);
        answer.Line.GetProperty("ClaimData").GetArrayLength().ShouldBe(0);
        bench.Twin.Balances["USD"].ShouldBe(300m);
        (await bench.LinksAsync("PO-1")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task The_failing_address_fails_its_line_and_an_order_of_nothing_else_as_a_whole()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        bench.Twin.SetBalance("USD", 100m);
        var bad = Line(bench.Options.FailingAddress);

        var part = await bench.OrderAsync(Delivery("PO-1", $"{Line("a@panel.example")}, {bad}"));
        var whole = await bench.OrderAsync(Delivery("PO-2", bad));

        (part.Text("Status"), whole.Text("Status")).ShouldBe(("PartiallyCompleted", "Failed"));
        Statuses(part).ShouldBe(["Completed", "Failed"]);
        bench.Twin.Balances["USD"].ShouldBe(100m - 4.85m);
        bench.Twin.Ledger.Count.ShouldBe(2);

        static string Line(string mail) =>
            $$"""{ "ProductId": "HARBOR-COFFEE-US", "Value": 5, "DigitalDeliveryAddress": { "Email": "{{mail}}" } }""";
        static string Delivery(string poNumber, string lines) =>
            $$"""{ "Type": "DigitalDelivery", "PONumber": "{{poNumber}}", "LineItems": [ {{lines}} ] }""";
    }

    private static IEnumerable<string?> Statuses(GiftCardPartnersAnswer order) =>
        order["LineItems"].EnumerateArray().Select(line => line.GetProperty("Status").GetString());
}
