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

        created.Body.ShouldLookLike(
            """{ "Id": "ord-51c0b9", "Type": "Links", "Status": "Pending", "PONumber": "NL-2031-000418", "LineItems": [] }"""
        );
        created["LineItems"].GetArrayLength().ShouldBe(0);
        before.Text("Status").ShouldBe("Pending");
        after.Body.ShouldLookLike(
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
    public async Task A_pending_order_is_sold_and_charged_from_the_start()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        bench.Twin.SetBalance("USD", 300m);

        await bench.LinksAsync("PO-1", quantity: 60);

        bench.Twin.Ledger.Cards.ShouldBe(60);
        bench.Twin.GetBalance("USD").ShouldBe(9m);
        (await bench.LinksAsync("PO-1", quantity: 60)).Status.ShouldBe(HttpStatusCode.Conflict);
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
    public async Task A_pending_order_can_show_its_lines_without_claims()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o => o.PendingLines = GiftCardPartnersPendingLines.WithoutClaimData);

        var answer = await bench.LinksAsync("PO-1", quantity: 21);

        answer.Line.GetProperty("Status").GetString().ShouldBe("Pending");
        answer.Line.GetProperty("ClaimData").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Without_automatic_completion_an_order_waits_to_be_completed()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o => (o.AutomaticCompletion, o.AsyncThreshold) = (false, 0));
        var order = await bench.LinksAsync("PO-1");

        bench.Clock.Advance(TimeSpan.FromDays(7));
        await bench.SignInAsync();
        (await bench.GetAsync("/v1/Orders/" + order.Id)).Text("Status").ShouldBe("Pending");
        bench.Twin.Complete("PO-1");
        (await bench.GetAsync("/v1/Orders/" + order.Id)).Text("Status").ShouldBe("Completed");
        Should.Throw<InvalidOperationException>(() => bench.Twin.Complete("PO-1"));
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
        bench.Twin.GetBalance("USD").ShouldBe(300m);
        (await bench.LinksAsync("PO-1")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task An_order_of_which_a_line_fails_is_partially_completed()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o => o.AsyncThreshold = 0);
        bench.Twin.SetBalance("USD", 100m);
        var order = await bench.OrderAsync(
            """
            { "Type": "Links", "PONumber": "PO-1", "LineItems": [
              { "ProductId": "HARBOR-COFFEE-US", "Value": 5 }, { "ProductId": "HARBOR-COFFEE-US", "Value": 15 } ] }
            """
        );

        bench.Twin.FailLine("PO-1", 1);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        var answer = await bench.GetAsync("/v1/Orders/" + order.Id);

        answer.Text("Status").ShouldBe("PartiallyCompleted");
        Statuses(answer).ShouldBe(["Completed", "Failed"]);
        answer["LineItems"][1].GetProperty("ClaimData").GetArrayLength().ShouldBe(0);
        bench.Twin.GetBalance("USD").ShouldBe(100m - 4.85m);
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
        bench.Twin.GetBalance("USD").ShouldBe(100m - 4.85m);
        bench.Twin.Ledger.Count.ShouldBe(2);

        static string Line(string mail) =>
            $$"""{ "ProductId": "HARBOR-COFFEE-US", "Value": 5, "DigitalDeliveryAddress": { "Email": "{{mail}}" } }""";
        static string Delivery(string poNumber, string lines) =>
            $$"""{ "Type": "DigitalDelivery", "PONumber": "{{poNumber}}", "LineItems": [ {{lines}} ] }""";
    }

    [Fact]
    public async Task The_words_for_a_status_are_switches()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o =>
        {
            o.AsyncThreshold = 0;
            (o.CompletedWord, o.FailedWord, o.CancelledWord, o.PartiallyCompletedWord) = ("Complete", "Rejected", "Canceled", "Partial");
        });
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add((await bench.LinksAsync($"PO-{i}")).Id);
        }

        bench.Twin.Complete(ids[0]);
        bench.Twin.Fail(ids[1]);
        bench.Twin.Cancel(ids[2]);

        var statuses = (await bench.GetAsync("/v1/Orders"))["Data"]
            .EnumerateArray()
            .Select(order => order.GetProperty("Status").GetString());
        statuses.ShouldBe(["Canceled", "Rejected", "Complete"]);
    }

    private static IEnumerable<string?> Statuses(GiftCardPartnersAnswer order) =>
        order["LineItems"].EnumerateArray().Select(line => line.GetProperty("Status").GetString());
}
