using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

public sealed class OrderQueryTests
{
    [Fact]
    public async Task A_fault_can_be_aimed_at_one_keys_order_and_look_up()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        caller.Twin.Faults.Add(new Fault { Kind = FaultKind.ServerErrorAfterCommit, Key = "aimed-1" });

        (await caller.OrderAsync("other-1")).Status.ShouldBe(HttpStatusCode.Created);
        (await caller.OrderAsync("aimed-1")).Status.ShouldBe(HttpStatusCode.InternalServerError);
        (await caller.GetAsync("orders?clientOrderId=aimed-1")).Status.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Pages_run_from_the_newest_and_end_empty()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Insert(0, await caller.OrderIdAsync("page-" + i));
        }

        var first = await caller.GetAsync("orders?pageSize=2");
        var third = await caller.GetAsync("orders?pageSize=2&page=3");
        var beyond = await caller.GetAsync("orders?pageSize=2&page=4");

        first.OrderIds.ShouldBe(ids[..2]);
        third.OrderIds.ShouldBe(ids[4..]);
        (third["totalCount"].GetInt32(), third["totalPages"].GetInt32(), third["page"].GetInt32()).ShouldBe((5, 3, 3));
        beyond.Data.ShouldBeEmpty();
        (await caller.GetAsync("orders"))["pageSize"].GetInt32().ShouldBe(20);
    }

    [Theory]
    [InlineData("page=0", HttpStatusCode.BadRequest, HttpStatusCode.OK)]
    [InlineData("pageSize=0", HttpStatusCode.BadRequest, HttpStatusCode.OK)]
    [InlineData("pageSize=101", HttpStatusCode.BadRequest, HttpStatusCode.OK)]
    [InlineData("pageSize=100&page=2147483647", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("page=two", HttpStatusCode.BadRequest, HttpStatusCode.BadRequest)]
    [InlineData("status=DONE", HttpStatusCode.BadRequest, HttpStatusCode.BadRequest)]
    [InlineData("orderType=GIFT", HttpStatusCode.BadRequest, HttpStatusCode.BadRequest)]
    [InlineData("startDate=15.01.2026", HttpStatusCode.BadRequest, HttpStatusCode.BadRequest)]
    public async Task Parameters_out_of_bounds_are_refused_and_pages_moved_into_them_by_a_switch(
        string query,
        HttpStatusCode usual,
        HttpStatusCode clamped
    )
    {
        await using var caller = await GiftronautCaller.StartAsync();

        (await caller.GetAsync("orders?" + query)).Status.ShouldBe(usual);
        caller.Twin.Options.ClampPages = true;
        (await caller.GetAsync("orders?" + query)).Status.ShouldBe(clamped);
    }

    [Fact]
    public async Task Filters_narrow_the_list()
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.SandboxTokenLife = TimeSpan.FromDays(9));
        var branded = await caller.OrderIdAsync("f-1");
        caller.Clock.Advance(TimeSpan.FromDays(1));
        var links = (await caller.PostAsync("orders/reward-links", Bodies.Links, "f-2")).OrderId;
        var scheduled = (await caller.PostAsync("orders/branded-card", Bodies.Scheduled("2026-03-01T00:00:00", "UTC"), "f-3")).OrderId;

        await ShouldListAsync("orderType=LINK", links);
        await ShouldListAsync("cardType=BRANDED_CARD", scheduled, branded);
        await ShouldListAsync("status=PENDING", scheduled);
        await ShouldListAsync("endDate=2026-01-15", branded);
        await ShouldListAsync("startDate=2026-01-16&endDate=2026-01-16", scheduled, links);
        await ShouldListAsync("searchKeyword=sunrise", links);
        await ShouldListAsync("searchKeyword=sandbox-giftronaut", scheduled, links, branded);
        await ShouldListAsync("clientOrderId=f-2", links);
        await ShouldListAsync("clientOrderId=f-2&status=PENDING");
        await ShouldListAsync("clientOrderId=unknown");

        async Task ShouldListAsync(string query, params string[] ids)
        {
            var answer = await caller.GetAsync("orders?" + query);
            answer.OrderIds.ShouldBe(ids, query);
            answer["totalCount"].GetInt32().ShouldBe(ids.Length);
        }
    }

    [Fact]
    public async Task Undocumented_members_can_be_shown_or_hidden()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        var id = await caller.OrderIdAsync("m-1");

        var details = (await caller.ReadAsync(id)).Json;
        (caller.Twin.Options.ShowRecipientDetails, caller.Twin.Options.ShowOptionalMembers) = (false, true);
        var others = (await caller.ReadAsync(id)).Json;

        details.GetProperty("recipients")[0].ShouldHaveTheShapeOf("""{"email":"a","amount":30,"status":"SENT","rewardLink":"b"}""");
        details.TryGetProperty("expiresAt", out _).ShouldBeFalse();
        others.GetProperty("recipients")[0].EnumerateObject().Select(member => member.Name).ShouldBe(["email", "rewardLink"]);
        others.ShouldHaveTheShapeOf(
            """{"expiresAt":"2026-07-14T12:00:00","sendTiming":{"type":"IMMEDIATE"},"emailSetting":{"subject":"Hi"}}"""
        );
        others.GetProperty("expiresAt").GetString().ShouldBe("2026-07-14T12:00:00");
    }
}
