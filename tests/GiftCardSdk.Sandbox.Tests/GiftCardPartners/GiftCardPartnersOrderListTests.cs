using System.Net;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GiftCardPartnersOrderListTests
{
    [Fact]
    public async Task The_list_looks_as_documented_newest_first()
    {
        await using var bench = await WithOrdersAsync(3);

        var answer = await bench.GetAsync("/v1/Orders?pageIndex=1&pageSize=50");

        answer.Body.ShouldHaveTheShapeOf(
            """
            { "Page": 1, "PageSize": 50, "TotalCount": 1,
              "Data": [ { "Id": "ord-51c0a2", "Type": "DigitalDelivery", "Status": "Completed", "PONumber": "NL-2031-000417" } ] }
            """
        );
        answer["TotalCount"].GetInt32().ShouldBe(3);
        Numbers(answer).ShouldBe(["PO-3", "PO-2", "PO-1"]);
        answer["Data"][0].TryGetProperty("LineItems", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Pages_follow_each_other_and_end_in_an_empty_one()
    {
        await using var bench = await WithOrdersAsync(5);

        Numbers(await bench.GetAsync("/v1/Orders?pageIndex=1&pageSize=2")).ShouldBe(["PO-5", "PO-4"]);
        Numbers(await bench.GetAsync("/v1/Orders?pageIndex=3&pageSize=2")).ShouldBe(["PO-1"]);
        var beyond = await bench.GetAsync("/v1/Orders?pageIndex=4&pageSize=2");
        beyond["Data"].GetArrayLength().ShouldBe(0);
        beyond["TotalCount"].GetInt32().ShouldBe(5);
    }

    [Fact]
    public async Task A_lagging_copy_shows_an_order_late_but_knows_its_number_at_once()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o => o.OrderVisibilityDelay = TimeSpan.FromSeconds(2));
        bench.Options.OrderListPONumberParameter = "poNumber";
        var order = await bench.LinksAsync("PO-1");

        (await bench.GetAsync("/v1/Orders/" + order.Id)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await bench.GetAsync("/v1/Orders"))["TotalCount"].GetInt32().ShouldBe(0);
        (await bench.GetAsync("/v1/Orders?poNumber=PO-1"))["TotalCount"].GetInt32().ShouldBe(0);
        (await bench.LinksAsync("PO-1")).Status.ShouldBe(HttpStatusCode.Conflict);

        bench.Clock.Advance(TimeSpan.FromSeconds(2));
        (await bench.GetAsync("/v1/Orders/" + order.Id)).Status.ShouldBe(HttpStatusCode.OK);
        (await bench.GetAsync("/v1/Orders"))["TotalCount"].GetInt32().ShouldBe(1);
    }

    private static async Task<GiftCardPartnersBench> WithOrdersAsync(int count)
    {
        var bench = await GiftCardPartnersBench.StartAsync();
        for (var i = 1; i <= count; i++)
        {
            await bench.LinksAsync($"PO-{i}");
        }

        return bench;
    }

    private static IEnumerable<string?> Numbers(GiftCardPartnersAnswer list) =>
        list["Data"].EnumerateArray().Select(order => order.GetProperty("PONumber").GetString());
}
