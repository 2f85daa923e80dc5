using GiftCardSdk.Sandbox;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Quirks 5, 6, 14, 16, 18 and 21: when an order is done, what fails it, and how its end is told.</summary>
public sealed class StatusTests
{
    [Theory]
    [InlineData(GiftCardPartnersPendingLines.None)]
    [InlineData(GiftCardPartnersPendingLines.WithoutClaimData)]
    public async Task Q5_a_large_order_is_taken_pending_and_completes_later(GiftCardPartnersPendingLines lines)
    {
        await using var stage = await Stage.StartAsync(twin => twin.PendingLines = lines);

        var placed = await stage.Account.Orders.PlaceAsync(Requests.Links("q5", quantity: 60));
        var order = await stage.Account.Status.WaitForCompletionAsync(placed.Id);

        (placed.Status, placed.RawStatus, placed.Rewards.Count).ShouldBe((OrderStatus.Pending, "Pending", 0));
        (order.Status, order.RawStatus, order.Rewards.Count).ShouldBe((OrderStatus.Completed, "Completed", 60));
        order.Rewards.ShouldAllBe(card => card.Link != null);
        order.TotalCost.ShouldBe(Money.Of(60 * 14.55m, "USD"));
    }

    [Fact]
    public async Task Q5_the_wait_for_a_pending_order_grows_with_its_age()
    {
        await using var stage = await Stage.StartAsync(twin => twin.AutomaticCompletion = false);
        var placed = await stage.Account.Orders.PlaceAsync(Requests.Links("q5", quantity: 21));
        var waits = new List<TimeSpan?>();

        foreach (var step in new[] { 0, 5, 10, 600 })
        {
            stage.Clock.Advance(TimeSpan.FromSeconds(step));
            waits.Add((await stage.Account.Status.GetAsync(placed.Id, RewardDetail.None)).PollAfter);
        }

        waits[0].ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        waits[1].ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6));
        waits[2].ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(16));
        waits[3].ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Q5_done_counts_only_when_every_link_can_be_read()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request =>
            new(request.Path.StartsWith("/v1/Products", StringComparison.Ordinal) ? Example.OneProduct() : Example.Read("order-get"));

        var order = await accounts.Account.Status.GetAsync("ord-51c0b9");

        (order.Status, order.RawStatus, order.Rewards.Count).ShouldBe((OrderStatus.Pending, "Completed", 1), "60 were bought, 1 is shown");
    }

    [Theory]
    [InlineData(RewardDetail.None, 0, false)]
    [InlineData(RewardDetail.State, 1, false)]
    [InlineData(RewardDetail.Secrets, 1, true)]
    public async Task An_order_is_read_with_as_much_as_is_asked_for(RewardDetail detail, int rewards, bool hasLink)
    {
        await using var stage = await Stage.StartAsync();
        var placed = await stage.Account.Orders.PlaceAsync(Requests.Links("detail"));

        var order = await stage.Account.Status.GetAsync(placed.Id, detail);

        (order.Id, order.ProviderKey, order.Status, order.Delivery).ShouldBe(
            (placed.Id, "detail", OrderStatus.Completed, Delivery.Returned)
        );
        (order.Rewards.Count, order.Rewards.Any(card => card.HasSecret)).ShouldBe((rewards, hasLink));
        order.Lines.ShouldHaveSingleItem().ShouldBe(Requests.Line());
        (order.TotalCost, order.CreatedAt).ShouldBe((Money.Of(14.55m, "USD"), placed.CreatedAt));
    }

    [Fact]
    public async Task An_order_of_a_product_that_is_gone_is_read_without_amounts()
    {
        await using var stage = await Stage.StartAsync();
        var placed = await stage.Account.Orders.PlaceAsync(Requests.Links("gone"));
        stage.Twin.RemoveProduct(Requests.Coffee);
        await using var restarted = stage.Restarted();

        var order = await restarted.Account.Status.GetAsync(placed.Id);

        (order.Lines.Count, order.TotalCost).ShouldBe((0, null));
        var card = order.Rewards.ShouldHaveSingleItem();
        (card.FaceValue, card.ProductId, card.Link).ShouldBe((null, Requests.Coffee, placed.Rewards[0].Link));
    }

    [Fact]
    public async Task Q6_too_little_money_is_said_once_and_the_same_reference_buys_after_funding()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetBalance("USD", 1m);
        stage.Twin.RequestFunding("USD", 100m);

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Links("q6")));

        (failure.Code, failure.Outcome, failure.IsTransient).ShouldBe(
            (GiftCardErrorCode.InsufficientFunds, GiftCardOutcome.NothingCreated, false)
        );
        stage.Twin.Requests.Count("orders.create").ShouldBe(1);
        (await stage.Account.Balances.GetAsync("USD"))!.Available.ShouldBe(Money.Of(1, "USD"), "what is pending is not spendable");

        stage.Twin.ApplyFunding("USD");
        var order = await stage.Account.Orders.PlaceAsync(Requests.Links("q6"));

        stage.Twin.Ledger.SalesFor("q6").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
    }

    [Theory]
    [InlineData("Completed", "completed", true)]
    [InlineData("Complete", "completed", true)]
    [InlineData("FULFILLED", "completed", true)]
    [InlineData("PartiallyCompleted", "completed", true)]
    [InlineData("Failed", "failed", true)]
    [InlineData("Error", "failed", true)]
    [InlineData("Rejected", "failed", true)]
    [InlineData("Declined", "failed", true)]
    [InlineData("Cancelled", "cancelled", true)]
    [InlineData("Canceled", "cancelled", true)]
    [InlineData("Pending", "pending", false)]
    [InlineData("BeingWrapped", "BeingWrapped", false)]
    [InlineData(" ", "unknown", false)]
    public async Task Q14_known_words_have_a_meaning_and_unknown_ones_are_kept_and_end_nothing(string raw, string status, bool isFinal)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request =>
            new(
                request.Path.StartsWith("/v1/Products", StringComparison.Ordinal)
                    ? Example.OneProduct()
                    : Example.Read("order-create-email", order => order["Status"] = raw)
            );

        var order = await accounts.Account.Status.GetAsync("ord-51c0a2");

        (order.Status.Value, order.Status.IsFinal, order.RawStatus).ShouldBe((status, isFinal, raw));
    }

    [Fact]
    public async Task Q14_what_a_word_means_can_be_set()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(
            server,
            options =>
                options.WireAssumptions.OrderStatuses = new Dictionary<string, string>(StringComparer.Ordinal) { ["Done"] = "completed" }
        );
        server.Answer(Example.Read("order-create-email", order => order["Status"] = "done"));
        (await accounts.Account.Status.GetAsync("ord-51c0a2", RewardDetail.None)).Status.ShouldBe(OrderStatus.Completed);

        server.Answer(Example.Read("order-create-email"));
        var word = (await accounts.Account.Status.GetAsync("ord-51c0a2", RewardDetail.None)).Status;

        (word.IsFinal, word.Value).ShouldBe((false, "unknown"), "a word of ours without a meaning here must not pass for it");
    }

    [Fact]
    public async Task A_line_that_fails_is_a_card_that_will_not_come()
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.Email("partly", "ines@panel.example", stage.Twin.Options.FailingAddress);

        var order = await stage.Account.Orders.PlaceAsync(request);

        (order.Status, order.RawStatus).ShouldBe((OrderStatus.Completed, "PartiallyCompleted"));
        order
            .Rewards.Select(card => (card.Line, card.Delivery, card.RawDeliveryState))
            .ShouldBe([(0, DeliveryState.Delivered, "Completed"), (1, DeliveryState.Refused, "Failed")]);
    }

    [Fact]
    public async Task A_line_of_links_that_fails_holds_up_none_of_the_others()
    {
        await using var stage = await Stage.StartAsync(twin => twin.AutomaticCompletion = false);
        var placed = await stage.Account.Orders.PlaceAsync(Requests.Links("partly", Requests.Line(quantity: 20), Requests.Line(value: 5)));
        stage.Twin.FailLine(placed.Id, 1);
        stage.Twin.Complete(placed.Id);

        var order = await stage.Account.Status.GetAsync(placed.Id);

        order.Status.ShouldBe(OrderStatus.Completed);
        order.Rewards.Count(card => card.HasSecret).ShouldBe(20);
        order.Rewards[^1].Delivery.ShouldBe(DeliveryState.Refused);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_that_fails_or_is_called_off_is_final(bool fails)
    {
        await using var stage = await Stage.StartAsync(twin => twin.AutomaticCompletion = false);
        var placed = await stage.Account.Orders.PlaceAsync(Requests.Links("ends", quantity: 21));
        (fails ? (Action<string>)stage.Twin.Fail : stage.Twin.Cancel)(placed.Id);

        var order = await stage.Account.Status.WaitForCompletionAsync(placed.Id);

        order.Status.ShouldBe(fails ? OrderStatus.Failed : OrderStatus.Cancelled);
        order.Rewards.ShouldAllBe(card => card.Delivery == DeliveryState.Refused && !card.HasSecret);
    }

    [Fact]
    public async Task Q16_a_long_create_is_waited_for()
    {
        var clock = new ManualTimeProvider();
        await using var sandbox = await GiftCardSandbox.StartAsync(options => options.TimeProvider = clock);
        await using var accounts = Accounts.At(sandbox.GiftCardPartners, clock);
        await accounts.Account.Catalog.GetAsync(Requests.Coffee);
        sandbox.GiftCardPartners.Faults.Add(
            new()
            {
                Operation = "orders.create",
                Kind = FaultKind.SlowCommit,
                Delay = TimeSpan.FromSeconds(90),
            }
        );

        var placing = accounts.Account.Orders.PlaceAsync(Requests.Links("q16"));
        await clock.WaitForTimersAsync(1, TimeSpan.FromSeconds(95), TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(90));
        var order = await placing;

        order.Status.ShouldBe(OrderStatus.Completed);
        sandbox.GiftCardPartners.Requests.Count("orders.create").ShouldBe(1);
    }

    [Theory]
    [InlineData(GiftCardPartnersWebhookPayload.Digest)]
    [InlineData(GiftCardPartnersWebhookPayload.Order)]
    public async Task Q18_the_end_is_told_to_an_address_of_the_order_and_believed_only_when_it_is_read_back(
        GiftCardPartnersWebhookPayload payload
    )
    {
        await using var hooks = WireServer.Start();
        await using var stage = await Stage.StartAsync(twin =>
        {
            twin.WebhookPayload = payload;
        });
        stage.Twin.Webhooks.SetReceiver(hooks.BaseAddress);
        stage.Twin.Webhooks.Faults.Add(new Fault { Kind = FaultKind.WebhookDoubled });
        var placed = await stage.Account.Orders.PlaceAsync(
            Requests.Links("q18", quantity: 21) with
            {
                Options = [new GiftCardPartnersOrderOptions { FulfillmentComplete = new("https://hooks.northlake.example/gcp/k9x2v7") }],
            }
        );
        stage.Clock.Advance(TimeSpan.FromMinutes(1));

        await stage.Twin.Webhooks.SendDueAsync();
        hooks.Requests.Select(request => request.Target).ShouldBe(["/gcp/k9x2v7", "/gcp/k9x2v7"]);
        GiftCardPartnersNotice.TryRead(System.Text.Encoding.UTF8.GetBytes(hooks.Requests[0].Body), out var notice).ShouldBeTrue();

        (notice!.OrderId, notice.PONumber, notice.Status).ShouldBe((placed.Id, "q18", "Completed"));
        (await stage.Account.Status.GetAsync(notice.OrderId!)).Rewards.Count.ShouldBe(21);
        notice.ToString().ShouldNotContain("claim.sandbox");
    }

    [Theory]
    [InlineData("""{ "Id": "ord-1", "Status": "Completed" }""", "ord-1", null)]
    [InlineData("""{ "orderId": "ord-1", "poNumber": "a" }""", "ord-1", "a")]
    [InlineData("""{ "Order": { "Id": "ord-1", "PONumber": "a", "LineItems": [{}] }, "Event": 7 }""", "ord-1", "a")]
    [InlineData("""{ "PONumber": "a" }""", null, "a")]
    public void Q18_a_notice_is_read_in_any_plausible_form(string body, string? orderId, string? poNumber)
    {
        GiftCardPartnersNotice.TryRead(System.Text.Encoding.UTF8.GetBytes(body), out var notice).ShouldBeTrue();

        (notice!.OrderId, notice.PONumber).ShouldBe((orderId, poNumber));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Q18_a_byte_order_mark_is_not_in_the_way_of_a_notice(string encoding)
    {
        var writer = System.Text.Encoding.GetEncoding(encoding);

        GiftCardPartnersNotice
            .TryRead([.. writer.GetPreamble(), .. writer.GetBytes("""{ "Id": "ord-1" }""")], out var notice)
            .ShouldBeTrue();

        notice!.OrderId.ShouldBe("ord-1");
        GiftCardPartnersNotice.TryRead([.. writer.GetPreamble(), 0xD8, 0x3C, 0xFF], out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("""{ "Id": " " }""")]
    public void Q18_what_names_no_order_is_no_notice(string body) =>
        GiftCardPartnersNotice.TryRead(System.Text.Encoding.UTF8.GetBytes(body), out _).ShouldBeFalse();

    [Theory]
    [InlineData("http://hooks.northlake.example/a", GiftCardEnvironment.Sandbox, "an absolute https address is expected")]
    [InlineData("/a", GiftCardEnvironment.Sandbox, "an absolute https address is expected")]
    [InlineData("http://127.0.0.1/a", GiftCardEnvironment.Production, "an absolute https address is expected")]
    [InlineData("https://127.0.0.1/a", GiftCardEnvironment.Production, "cannot be reached from outside")]
    [InlineData("https://10.1.2.3/a", GiftCardEnvironment.Production, "cannot be reached from outside")]
    [InlineData("https://172.20.0.1/a", GiftCardEnvironment.Production, "cannot be reached from outside")]
    [InlineData("https://192.168.7.7/a", GiftCardEnvironment.Production, "cannot be reached from outside")]
    [InlineData("https://169.254.169.254/a", GiftCardEnvironment.Production, "cannot be reached from outside")]
    [InlineData("https://[::1]/a", GiftCardEnvironment.Production, "cannot be reached from outside")]
    [InlineData("https://[fd00::1]/a", GiftCardEnvironment.Production, "cannot be reached from outside")]
    [InlineData("https://[::ffff:10.0.0.1]/a", GiftCardEnvironment.Production, "cannot be reached from outside")]
    [InlineData("https://printer/a", GiftCardEnvironment.Production, "cannot be reached from outside")]
    public async Task Q18_an_address_that_the_provider_cannot_or_must_not_call_is_refused(
        string address,
        GiftCardEnvironment environment,
        string mistake
    )
    {
        await using var stage = await Stage.StartAsync(account: options => options.Environment = environment);
        var request = Requests.Links("q18") with
        {
            Options = [new GiftCardPartnersOrderOptions { FulfillmentComplete = new(address, UriKind.RelativeOrAbsolute) }],
        };

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(request));

        failure.Message.ShouldContain(mistake);
        stage.Twin.Requests.Total.ShouldBe(0);
    }

    [Theory]
    [InlineData("https://hooks.northlake.example/a", GiftCardEnvironment.Production)]
    [InlineData("https://8.8.4.4/a", GiftCardEnvironment.Production)]
    [InlineData("http://127.0.0.1:9/a", GiftCardEnvironment.Sandbox)]
    [InlineData("https://192.168.7.7/a", GiftCardEnvironment.Sandbox)]
    public async Task Q18_an_address_that_can_be_called_is_sent(string address, GiftCardEnvironment environment)
    {
        await using var stage = await Stage.StartAsync(account: options => options.Environment = environment);

        await stage.Account.Orders.PlaceAsync(
            Requests.Links("q18") with
            {
                Options = [new GiftCardPartnersOrderOptions { FulfillmentComplete = new(address) }],
            }
        );

        stage.Twin.Requests.For("orders.create").ShouldHaveSingleItem().Body.ShouldContain($"\"FulfillmentComplete\":\"{address}\"");
    }

    [Fact]
    public async Task Q21_a_card_with_members_that_nobody_has_documented_keeps_them_as_secrets()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(
            Example.Read(
                "order-get",
                order =>
                {
                    var claim = order["LineItems"]![0]!["ClaimData"]![0]!.AsObject();
                    claim["CardNumber"] = "6006-4913";
                    claim["Pin"] = 4711;
                }
            )
        );

        var card = (await accounts.Api.GetOrderAsync("ord-51c0b9")).LineItems![0]!.ClaimData![0]!;

        card.OtherMembers.Count.ShouldBe(2);
        (card.OtherMembers["CardNumber"].Reveal(), card.OtherMembers["Pin"].Reveal()).ShouldBe(("\"6006-4913\"", "4711"));
        $"{card} {card.OtherMembers["Pin"]}".ShouldNotContain("4711");
    }
}
