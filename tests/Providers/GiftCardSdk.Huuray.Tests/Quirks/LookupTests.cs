using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>What a search proves: a hit of the same order, its own 404, and nothing else.</summary>
public sealed class LookupTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public async Task An_order_that_is_searchable_late_is_found_in_the_quiet_time(int minutes)
    {
        await using var stage = await Stage.StartAsync(twin => twin.SearchDelay = TimeSpan.FromMinutes(minutes));
        stage.Fail("order.create", FaultKind.CloseAfterCommit);

        Order? order = null;
        for (var calls = 0; order is null && calls < 60; calls++)
        {
            order = await Record.ExceptionAsync(() => stage.Account.Orders.PlaceAsync(Requests.Returned("o-1"))) is null
                ? await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1"))
                : null;
        }

        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order!.Id);
        stage.Twin.Requests.Count("order.create").ShouldBe(1);
    }

    [Fact]
    public async Task A_reference_that_nobody_used_is_not_found()
    {
        await using var stage = await Stage.StartAsync();

        (await stage.Account.Status.FindAsync("o-1")).ShouldBeNull();
    }

    [Theory]
    [InlineData(404, """{"title":"Not Found","status":404}""")]
    [InlineData(404, "<html>Not Found</html>")]
    [InlineData(404, "")]
    [InlineData(404, """{ "Message": "no route" }""")]
    [InlineData(404, """{ "OrderUID": "a-1", "RefID": "o-1", "Status": 404 }""")]
    [InlineData(200, """{ "Status": 404, "StatusMessage": "Nothing fits this filter" }""")]
    [InlineData(400, """{ "Status": 400, "StatusMessage": "A search needs a filter" }""")]
    public async Task Only_Huurays_own_404_means_that_there_is_no_order(int status, string body)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(body, status);

        await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Status.FindAsync("o-1"));
    }

    [Theory]
    [InlineData("o-2")]
    [InlineData(null)]
    public async Task An_order_with_another_reference_proves_nothing(string? reference)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("order-create-sync", json => json["RefID"] = reference));

        var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Status.FindAsync("o-1"));

        failure.Code.ShouldBe(GiftCardErrorCode.OutcomeUnknown);
    }

    [Theory]
    [InlineData(HuurayManyMatches.Newest)]
    [InlineData(HuurayManyMatches.Oldest)]
    public async Task An_order_of_another_system_with_the_same_reference_is_not_taken_for_ours(HuurayManyMatches many)
    {
        await using var stage = await Stage.StartAsync(twin => twin.ManyMatches = many);
        var foreign = await stage.Api.CreateOrderAsync(Foreign("pt-hikari-games-jp", 1000, "JPY"));
        stage.Fail("order.create", FaultKind.CloseAfterCommit);

        var order = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1"));

        stage.Twin.Ledger.SalesFor("o-1").Select(sale => sale.OrderId).ShouldBe([foreign.OrderUid, order.Id]);
        stage.Twin.Requests.Count("order.create").ShouldBe(2);
    }

    [Fact]
    public async Task Where_only_another_systems_order_is_found_nothing_is_proved_and_nothing_sent()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Api.CreateOrderAsync(Foreign("pt-hikari-games-jp", 1000, "JPY"));
        stage.Fail("order.create", FaultKind.CloseBeforeCommit);

        for (var calls = 0; calls < 40; calls++)
        {
            await Should.ThrowAsync<OrderOutcomeUnknownException>(() => stage.Account.Orders.PlaceAsync(Requests.Returned("o-1")));
        }

        stage.Twin.Requests.Count("order.create").ShouldBe(2, "the other system's and the lost one");
    }

    [Fact]
    public async Task An_order_with_more_cards_or_another_recipient_is_not_ours()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request => request.Path == "/v4/Order" ? new("", 500) : new(Example.Read("order-search"));

        async Task RefuseAsync(OrderRequest request) =>
            await Should.ThrowAsync<OrderOutcomeUnknownException>(() => accounts.Account.Orders.PlaceAsync(request));

        await RefuseAsync(Requests.Returned("anniv-2026-11-batch2"));
        await using var others = Accounts.At(server, options => options.WireAssumptions.EmailTemplateType = "Email");
        server.ByRequest = request =>
            request.Path switch
            {
                "/v4/Order" => new("", 500),
                "/v4/Template" => new(Example.Read("template-list")),
                _ => new(Example.Read("order-search")),
            };
        await Should.ThrowAsync<OrderOutcomeUnknownException>(() =>
            others.Account.Orders.PlaceAsync(Requests.Email("anniv-2026-11-batch2", "maja@example.test", "somebody@else.example"))
        );
        await using var same = Accounts.At(server);
        var ours = await same.Account.Orders.PlaceAsync(Requests.Email("anniv-2026-11-batch2", "MAJA@example.test", "ola@example.test"));

        ours.Id.ShouldBe(WireCalls.Order);
        ours.Rewards.Select(reward => reward.Line).ShouldBe([0, 1]);
    }

    [Fact]
    public async Task A_found_order_whose_codes_cannot_be_read_now_is_found_all_the_same()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var hit = Example.Read("order-create-sync", Blank);
        server.ByRequest = request =>
            request.Path == "/v4/Order" ? new("", 500)
            : request.Body.Contains("VoucherID", StringComparison.Ordinal) ? new("", 400)
            : new(hit);

        var order = await accounts.Account.Orders.PlaceAsync(Requests.Returned("survey-wave3-00417", quantity: 2));

        (order.Id, order.Status).ShouldBe((WireCalls.SyncOrder, OrderStatus.Pending));
        server.Requests.Count(request => request.Path == "/v4/Order").ShouldBe(1);
    }

    private static void Blank(System.Text.Json.Nodes.JsonObject order)
    {
        foreach (var card in order["Vouchers"]!.AsArray())
        {
            (card!["Code"], card["CVV"], card["RedeemLink"]) = ("", "", "");
        }
    }

    private static HuurayNewOrder Foreign(string product, int value, string currency) =>
        new()
        {
            Product = new()
            {
                Token = product,
                Value = value,
                Currency = currency,
                Quantity = 1,
            },
            Sync = true,
            RefId = "o-1",
        };
}
