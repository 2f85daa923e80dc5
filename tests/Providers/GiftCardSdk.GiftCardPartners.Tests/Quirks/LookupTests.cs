using GiftCardSdk.Sandbox;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Looking an order up by its PO number in the list of all orders: a miss counts only when it is proved.</summary>
public sealed class LookupTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_is_found_wherever_it_stands_in_the_list(bool newestFirst)
    {
        await using var stage = await Stage.StartAsync(
            twin => twin.OldestOrdersFirst = !newestFirst,
            account => (account.WireAssumptions.PageSize, account.WireAssumptions.OrdersAreListedNewestFirst) = (3, newestFirst)
        );
        foreach (var number in Enumerable.Range(1, 8))
        {
            await stage.Account.Orders.PlaceAsync(Requests.Links($"o-{number}"));
        }

        foreach (var number in new[] { 1, 4, 8 })
        {
            var order = (await stage.Account.Status.FindAsync($"o-{number}")).ShouldNotBeNull();

            (order.ProviderKey, order.Rewards.Count, order.Rewards[0].HasSecret).ShouldBe(($"o-{number}", 1, true));
        }

        (await stage.Account.Status.FindAsync("o-9")).ShouldBeNull("the list was read to its last page");
    }

    [Fact]
    public async Task A_miss_within_the_pages_that_are_read_proves_nothing()
    {
        await using var stage = await Stage.StartAsync(account: account =>
            (account.WireAssumptions.PageSize, account.WireAssumptions.OrderListPageLimit) = (2, 2)
        );
        foreach (var number in Enumerable.Range(1, 5))
        {
            await stage.Account.Orders.PlaceAsync(Requests.Links($"o-{number}"));
        }

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Status.FindAsync("o-1"));

        failure.Code.ShouldBe(GiftCardErrorCode.OutcomeUnknown);
        failure.Message.ShouldContain("it is not on the first 2 pages of the orders");
        stage.Twin.Requests.Count("orders.list").ShouldBe(2);
    }

    [Fact]
    public async Task A_list_that_shows_no_numbers_proves_nothing()
    {
        await using var stage = await Stage.StartAsync(twin => twin.ShowPONumber = false);
        await stage.Account.Orders.PlaceAsync(Requests.Links("o-1"));

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Status.FindAsync("o-1"));

        failure.Code.ShouldBe(GiftCardErrorCode.OutcomeUnknown);
        failure.Message.ShouldContain("the list of orders shows no PO numbers");
    }

    [Theory]
    [InlineData(true, true, 1)]
    [InlineData(true, false, 3)]
    [InlineData(false, true, 3)]
    public async Task A_look_up_reads_back_past_the_first_send_or_to_the_end(bool newestFirst, bool showsDates, int pages)
    {
        await using var stage = await Stage.StartAsync(
            twin => (twin.OldestOrdersFirst, twin.ShowCreatedDate) = (!newestFirst, showsDates),
            account => (account.WireAssumptions.PageSize, account.WireAssumptions.OrdersAreListedNewestFirst) = (3, true)
        );
        foreach (var number in Enumerable.Range(1, 8))
        {
            await stage.Account.Orders.PlaceAsync(Requests.Links($"o-{number}"));
            stage.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        stage.Clock.Advance(TimeSpan.FromMinutes(10));
        stage.Break("orders.create", FaultKind.CloseBeforeCommit);
        var order = await stage.Account.Orders.PlaceAsync(Requests.Links("lost"));

        stage.Twin.Ledger.SalesFor("lost").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        stage.Twin.Requests.Count("orders.list").ShouldBe(pages, "then it was sent again");
        stage.Twin.Requests.Count("orders.create").ShouldBe(10);
    }

    [Fact]
    public async Task Orders_of_one_and_the_same_second_do_not_show_which_way_a_list_runs()
    {
        await using var stage = await Stage.StartAsync(
            twin => twin.OldestOrdersFirst = true,
            account => account.WireAssumptions.PageSize = 3
        );
        foreach (var number in Enumerable.Range(1, 8))
        {
            await stage.Account.Orders.PlaceAsync(Requests.Links($"o-{number}"));
        }

        stage.Clock.Advance(TimeSpan.FromMinutes(10));
        stage.Break("orders.create", FaultKind.CloseBeforeCommit);
        await stage.Account.Orders.PlaceAsync(Requests.Links("lost"));

        stage.Twin.Requests.Count("orders.list").ShouldBe(3);
    }

    [Fact]
    public async Task Orders_that_may_be_younger_than_the_send_are_read_on()
    {
        await using var stage = await Stage.StartAsync(account: account => account.WireAssumptions.PageSize = 3);
        foreach (var number in Enumerable.Range(1, 8))
        {
            await stage.Account.Orders.PlaceAsync(Requests.Links($"o-{number}"));
        }

        stage.Clock.Advance(TimeSpan.FromMinutes(2));
        stage.Break("orders.create", FaultKind.CloseBeforeCommit);
        await stage.Account.Orders.PlaceAsync(Requests.Links("lost"));

        stage.Twin.Requests.Count("orders.list").ShouldBe(3, "clocks may differ by five minutes");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("poNumber")]
    [InlineData("number")]
    public async Task A_filter_by_number_is_used_where_there_is_one_and_checked_all_the_same(string? parameter)
    {
        await using var stage = await Stage.StartAsync(
            twin => twin.OrderListPONumberParameter = "poNumber",
            account => (account.WireAssumptions.OrderListPONumberParameter, account.WireAssumptions.PageSize) = (parameter, 2)
        );
        foreach (var number in Enumerable.Range(1, 6))
        {
            await stage.Account.Orders.PlaceAsync(Requests.Links($"o-{number}"));
        }

        (await stage.Account.Status.FindAsync("o-1")).ShouldNotBeNull().ProviderKey.ShouldBe("o-1");

        var targets = stage.Twin.Requests.For("orders.list").Select(call => call.PathAndQuery).ToList();
        targets.Count.ShouldBe(parameter == "poNumber" ? 1 : 3, "a filter that is ignored is no filter");
        targets[0].ShouldBe("/v1/Orders?pageIndex=1&pageSize=2" + (parameter is null ? "" : $"&{parameter}=o-1"));
    }

    [Fact]
    public async Task An_order_in_the_list_counts_as_found_even_if_it_cannot_be_read_now()
    {
        await using var stage = await Stage.StartAsync();
        var placed = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));
        stage.Break("orders.get", FaultKind.ServerErrorBeforeCommit, times: 9);

        var order = (await stage.Account.Status.FindAsync("o-1")).ShouldNotBeNull();

        (order.Id, order.Status, order.Rewards.Count).ShouldBe((placed.Id, OrderStatus.Completed, 0));
    }

    [Fact]
    public async Task Links_that_cannot_be_read_now_are_not_complete()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Orders.PlaceAsync(Requests.Links("o-1"));
        stage.Break("orders.get", FaultKind.ServerErrorBeforeCommit, times: 9);

        (await stage.Account.Status.FindAsync("o-1")).ShouldNotBeNull().Status.ShouldBe(OrderStatus.Pending);
    }

    [Fact]
    public async Task An_unknown_order_is_not_found_and_another_one_is_not_taken_for_it()
    {
        await using var stage = await Stage.StartAsync();
        var unknown = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Status.GetAsync("ord-nobody-knows"));
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("order-create-email"));
        var other = await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Status.GetAsync("ord-1"));

        (unknown.Code, other.Code).ShouldBe((GiftCardErrorCode.NotFound, GiftCardErrorCode.UnexpectedResponse));
    }
}
