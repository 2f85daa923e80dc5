namespace GiftCardSdk.Sandbox.Tests.Faults;

public sealed class LostConnectionTests
{
    [Theory]
    [InlineData(FaultKind.ResetBeforeCommit, HttpRequestError.Unknown, 0)]
    [InlineData(FaultKind.ResetAfterCommit, HttpRequestError.Unknown, 1)]
    [InlineData(FaultKind.CloseBeforeCommit, HttpRequestError.ResponseEnded, 0)]
    [InlineData(FaultKind.CloseAfterCommit, HttpRequestError.ResponseEnded, 1)]
    public async Task A_reset_and_a_clean_close_look_different_and_sell_before_or_after(FaultKind kind, HttpRequestError seen, int sales)
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(new Fault { Operation = "direct_links.create", Kind = kind });

        for (var i = 1; i <= 20; i++)
        {
            var error = await Should.ThrowAsync<HttpRequestException>(() => caller.OrderDirectLinkAsync($"lost-{i}"));
            error.HttpRequestError.ShouldBe(seen);
        }

        caller.Twin.Ledger.Count.ShouldBe(20 * sales);
        caller.Twin.Requests.Count("direct_links.create").ShouldBe(20);
        caller.Twin.Requests.All.ShouldAllBe(arrival => arrival.Status == null && arrival.Fault == kind);
    }

    [Fact]
    public async Task After_a_lost_answer_the_order_can_be_looked_up()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(
            new Fault
            {
                Operation = "direct_links.create",
                Kind = FaultKind.ResetAfterCommit,
                Times = 1,
            }
        );

        await Should.ThrowAsync<HttpRequestException>(() => caller.OrderDirectLinkAsync("found-1"));
        var found = await caller.GetAsync("campaign/found-1");
        var repeat = await caller.OrderDirectLinkAsync("found-1");

        found.OrderStatus.ShouldBe("API_CREATING");
        repeat.Json.GetProperty("direct_links").GetArrayLength().ShouldBe(1);
        caller.Twin.Ledger.SalesFor("found-1").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_clean_close_makes_the_platform_resend_a_request_without_content_and_a_reset_does_not()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(new Fault { Operation = "ping", Kind = FaultKind.CloseBeforeCommit });
        caller.Twin.Faults.Add(new Fault { Operation = "funds.get", Kind = FaultKind.ResetBeforeCommit });

        await Should.ThrowAsync<HttpRequestException>(() => caller.Http.GetAsync(new Uri("papi/v1/ping", UriKind.Relative)));
        await Should.ThrowAsync<HttpRequestException>(() => caller.Http.GetAsync(new Uri("papi/v1/funds", UriKind.Relative)));

        caller.Twin.Requests.Count("ping").ShouldBeGreaterThan(1);
        caller.Twin.Requests.Count("funds.get").ShouldBe(1);
    }
}
