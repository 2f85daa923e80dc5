namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Quirk 16: an order is found by its key only where it is proved that the list obeys the key.</summary>
public sealed class LookupTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_is_found_by_its_reference_where_the_list_obeys_it_and_otherwise_nothing_is_claimed(bool isObeyed)
    {
        await using var stage = await Stage.StartAsync(twin => twin.ClientOrderIdHonoured = isObeyed);
        var placed = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));

        if (isObeyed)
        {
            var found = (await stage.Account.Status.FindAsync("o-1")).ShouldNotBeNull();
            (found.Id, found.ProviderKey, found.Status).ShouldBe((placed.Id, "o-1", OrderStatus.Completed));
            (await stage.Account.Status.FindAsync("o-2")).ShouldBeNull();
        }
        else
        {
            // The only order of the account: without the trial it would pass for the one that was asked for.
            (await Should.ThrowAsync<GiftCardException>(() => stage.Account.Status.FindAsync("o-2"))).Message.ShouldContain(
                "ignores the key"
            );
        }
    }

    [Fact]
    public async Task Whether_the_list_obeys_is_tried_once()
    {
        await using var stage = await Stage.StartAsync();
        foreach (var name in new[] { "o-1", "o-2", "o-3" })
        {
            await stage.Account.Orders.PlaceAsync(Requests.Email(name));
            await stage.Account.Status.FindAsync(name);
        }

        stage.Twin.Requests.Count("orders.list").ShouldBe(4);
    }

    [Fact]
    public async Task Several_orders_for_one_key_prove_nothing()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer("""{ "data": [ { "orderId": "OT-1", "status": "COMPLETE" }, { "orderId": "OT-2", "status": "COMPLETE" } ] }""");

        var unsure = await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Status.FindAsync("o-1"));

        unsure.Message.ShouldContain("several orders for one key, or ignores it");
    }

    [Theory]
    [InlineData("2020-01-01T00:00:00", null, "older than the first send")]
    [InlineData(null, null, "older than the first send")]
    [InlineData("2099-01-01T00:00:00", "jon.pike@panel.example", "other cards, amounts or recipients")]
    public async Task An_order_under_the_key_that_cannot_be_ours_is_not_taken(string? createdAt, string? email, string reason)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var created = createdAt is null ? "" : $", \"createdAt\": \"{createdAt}\"";
        var order =
            $$"""{ "orderId": "OT-1", "status": "COMPLETE", "orderType": "ONE_TIME", "recipientCount": 1{{created}}, "recipients": [ { "email": "{{email ?? "mira.holt@panel.example"}}" } ] }""";
        server.ByRequest = request =>
            request.Method == "POST" ? new("broken", 500)
            : request.Path.Contains("catalog", StringComparison.Ordinal) ? Catalogs.Answer(request)
            : request.Target.Contains("clientOrderId=o-1", StringComparison.Ordinal) ? new($$"""{ "data": [ {{order}} ] }""")
            : request.Target.Contains("clientOrderId", StringComparison.Ordinal) ? new("""{ "data": [] }""")
            : new(order);

        var unknown = await Should.ThrowAsync<OrderOutcomeUnknownException>(() =>
            accounts.Account.Orders.PlaceAsync(Requests.Email("o-1"))
        );

        unknown.Message.ShouldContain(reason);
    }

    [Fact]
    public async Task A_hit_counts_even_if_it_cannot_be_read_whole()
    {
        await using var stage = await Stage.StartAsync();
        var placed = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));
        stage.Break("orders.get", Sandbox.FaultKind.ServerErrorBeforeCommit, times: 9);

        (await stage.Account.Status.FindAsync("o-1"))!.Id.ShouldBe(placed.Id);
    }

    [Fact]
    public async Task Without_the_parameter_nothing_is_looked_up_and_a_lost_answer_is_asked_for_again()
    {
        await using var stage = await Stage.StartAsync(account: options => options.WireAssumptions.ClientOrderIdParameter = null);
        stage.Break("branded_cards.order", Sandbox.FaultKind.CloseAfterCommit);

        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));

        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        stage.Twin.Requests.Count("orders.list").ShouldBe(1, "for the time there alone, without which no key is repeated");
        await Should.ThrowAsync<ArgumentException>(() => stage.Api.ListOrdersAsync(new() { ClientOrderId = "k" }));
    }
}
