using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>What an order may hold, what is checked before it is sent, and what comes back.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task Quirk_7_recipients_of_one_order_get_amounts_of_their_own_and_the_cost_is_in_the_balances_currency()
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.Email(
            "o-1",
            Requests.Line("lea@panel.example", 100, "GC-CONTOSOCAFE-EUR", "EUR", "Lea Brandt"),
            Requests.Line("jon@panel.example", 20, "GC-CONTOSOCAFE-EUR", "EUR", "Jon")
        );

        var order = await stage.Account.Orders.PlaceAsync(request);

        (order.TotalCost, order.Lines.Sum(line => line.FaceValue.Amount)).ShouldBe((Money.Of(132, "USD"), 120m));
        var found = (await stage.Account.Status.FindAsync("o-1")).ShouldNotBeNull();
        found.Rewards.Select(reward => reward.Recipient!.Email).ShouldBe(["lea@panel.example", "jon@panel.example"]);
        stage.Twin.Ledger.Sales.ShouldHaveSingleItem().Cards.ShouldBe(2);
        stage
            .Twin.Requests.For("branded_cards.order")[0]
            .Body.ShouldBeJson(
                """
                { "idempotencyKey": "o-1", "productId": "GC-CONTOSOCAFE-EUR",
                  "recipients": [ { "email": "lea@panel.example", "amount": 100, "firstName": "Lea", "lastName": "Brandt" },
                                  { "email": "jon@panel.example", "amount": 20, "firstName": "Jon" } ],
                  "emailSetting": { "senderName": "Fabrikam Rewards", "subject": "Your survey reward" }, "sendTiming": { "type": "IMMEDIATE" } }
                """
            );
    }

    [Fact]
    public async Task An_order_with_everything_that_Giftronaut_knows()
    {
        await using var stage = await Stage.StartAsync(twin => twin.ShowOptionalMembers = true);
        var template = await stage.Api.CreateTemplateAsync(WireCalls.TemplateEdit);
        var request = Requests.Email("o-1") with
        {
            TemplateId = template.TemplateId,
            Message = new()
            {
                SenderName = "Fabrikam Rewards",
                Subject = "Your survey reward",
                Body = "Thanks",
            },
            Options =
            [
                new GiftronautOrderOptions
                {
                    RefundOption = true,
                    CardType = GiftronautWords.CardType.Branded,
                    Lines = new Dictionary<int, GiftronautLineOptions>
                    {
                        [0] = new() { Company = "Fabrikam", Department = "Support" },
                    },
                },
            ],
        };

        var placed = await stage.Account.PlaceAndWaitAsync(request, TimeSpan.FromMinutes(1));

        stage
            .Twin.Requests.For("branded_cards.order")[0]
            .Body.ShouldBeJson(
                $$"""
                { "idempotencyKey": "o-1", "productId": "GC-NORTHWIND-USD",
                  "recipients": [ { "email": "mira.holt@panel.example", "amount": 75, "firstName": "Mira", "lastName": "Holt", "company": "Fabrikam", "department": "Support" } ],
                  "emailSetting": { "senderName": "Fabrikam Rewards", "subject": "Your survey reward", "message": "Thanks", "templateId": "{{template.TemplateId}}" },
                  "sendTiming": { "type": "IMMEDIATE" }, "refundOption": true }
                """
            );
        // With the refund option a card lives thirty days.
        placed.Rewards[0].ExpiresOn.ShouldBe(DateOnly.FromDateTime(stage.Clock.GetUtcNow().UtcDateTime).AddDays(30));
    }

    [Theory]
    [InlineData("refund", false)]
    [InlineData("catalog", false)]
    [InlineData("company", true)]
    public async Task A_reference_stands_for_what_the_options_choose(string what, bool isSame)
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.Email("o-1");
        var first = await stage.Account.Orders.PlaceAsync(request);
        GiftronautOrderOptions options = what switch
        {
            "refund" => new() { RefundOption = true },
            "catalog" => new() { CardType = GiftronautWords.CardType.Branded },
            _ => new() { Lines = new Dictionary<int, GiftronautLineOptions> { [0] = new() { Company = "Fabrikam" } } },
        };

        var repeat = () => stage.Account.Orders.PlaceAsync(request with { Options = [options] });

        if (isSame)
        {
            (await repeat()).Id.ShouldBe(first.Id);
        }
        else
        {
            (await Should.ThrowAsync<GiftCardException>(repeat)).Code.ShouldBe(GiftCardErrorCode.Conflict);
        }

        stage.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Quirk_9_an_order_is_followed_until_its_cards_are_sent()
    {
        await using var stage = await Stage.StartAsync(twin =>
            (twin.PendingDelay, twin.CompletionDelay) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10))
        );

        var placed = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));
        var done = await stage.Account.Status.WaitForCompletionAsync(placed.Id);

        (placed.Status, placed.RawStatus).ShouldBe((OrderStatus.Pending, "PENDING"));
        (done.Status, done.RawStatus, done.Delivery).ShouldBe((OrderStatus.Completed, "COMPLETE", Delivery.Email));
        done.Rewards.ShouldHaveSingleItem().Delivery.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task Quirk_9_an_order_that_is_complete_at_once_counts_as_complete_when_its_cards_are_read()
    {
        await using var stage = await Stage.StartAsync(twin => twin.CompleteInCreateReply = true);

        var placed = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));
        var done = await stage.Account.PlaceAndWaitAsync(Requests.Links("o-2"), TimeSpan.FromMinutes(1));

        (placed.Status, placed.RawStatus).ShouldBe((OrderStatus.Pending, "COMPLETE"));
        (done.Status, done.Rewards[0].HasSecret).ShouldBe((OrderStatus.Completed, true));
    }

    [Theory]
    [InlineData("currency", "Lines[0].FaceValue: 75.00 EUR was given; 'GC-NORTHWIND-USD' is sold in USD.")]
    [InlineData("value", "Lines[1].FaceValue: 16.00 USD was given; 'GC-NORTHWIND-USD' is sold at 15.00 USD, 30.00 USD, 75.00 USD")]
    [InlineData("product", "Lines[0].ProductId: 'no-such' was given; the catalog has no such product")]
    [InlineData("catalog", "Lines[0].ProductId: 'GC-NORTHWIND-USD' was given; the catalog has no such product")]
    public async Task What_the_wire_would_buy_in_another_way_or_not_at_all_is_refused_before_it_is_sent(string what, string why)
    {
        await using var stage = await Stage.StartAsync();
        var request = what switch
        {
            "currency" => Requests.Email("o-1", Requests.Line(currency: "EUR")),
            "value" => Requests.Email("o-1", Requests.Line(), Requests.Line("jon@panel.example", 16)),
            "product" => Requests.Email("o-1", Requests.Line(product: "no-such")),
            _ => Requests.Email("o-1") with { Options = [new GiftronautOrderOptions { CardType = GiftronautWords.CardType.Choice }] },
        };

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(request));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.ProductUnavailable, GiftCardOutcome.NothingCreated));
        failure.Message.ShouldContain(why);
        stage.Purchases.ShouldBe(0);
    }

    [Theory]
    [InlineData("sender", "Message.SenderName")]
    [InlineData("subject", "Message.Subject")]
    [InlineData("products", "all lines of one order must be of one product")]
    [InlineData("quantity", "a line holds at most 1")]
    [InlineData("twice", "the address is that of Lines[0]")]
    [InlineData("line", "the order has no such line")]
    [InlineData("card type", "CardType: 'PLASTIC'")]
    [InlineData("links", "reward links come at once")]
    [InlineData("link lines", "at most 1")]
    public async Task What_Giftronaut_has_no_place_for_is_said_beforehand_without_naming_anybody(string what, string why)
    {
        await using var stage = await Stage.StartAsync();
        var email = Requests.Email("o-1");
        var request = what switch
        {
            "sender" => email with { Message = email.Message! with { SenderName = null } },
            "subject" => email with { Message = email.Message! with { Subject = " " } },
            "products" => Requests.Email("o-1", Requests.Line(), Requests.Line("jon@panel.example", 20, Requests.Choice)),
            "quantity" => Requests.Email("o-1", Requests.Line() with { Quantity = 2 }),
            "twice" => Requests.Email("o-1", Requests.Line(), Requests.Line("MIRA.holt@panel.example", 15)),
            "line" => email with { Options = [LineOptions(1)] },
            "card type" => email with { Options = [new GiftronautOrderOptions { CardType = "PLASTIC" }] },
            "links" => Requests.Links("o-1") with { Options = [LineOptions(0)] },
            _ => Requests.Links("o-1") with { Lines = [.. Requests.Links("o-1").Lines, .. Requests.Links("o-1").Lines] },
        };

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(request));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.InvalidRequest, GiftCardOutcome.NothingCreated));
        failure.Message.ShouldContain(why);
        failure.Message.ShouldNotContain("panel.example");
        stage.Twin.Requests.Total.ShouldBe(0);
    }

    [Fact]
    public async Task The_catalog_is_read_once_for_many_orders_and_afresh_before_a_refusal()
    {
        await using var stage = await Stage.StartAsync();
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    stage.Account.Orders.PlaceAsync(
                        Requests.Email(OrderReference.From("o", i.ToString(System.Globalization.CultureInfo.InvariantCulture)).Value)
                    )
                )
        );
        stage.Twin.Requests.Count("branded_cards.list").ShouldBe(1);

        stage.Twin.AddProduct("GC-NEW-USD", "New", "USD", 10);
        await stage.Account.Orders.PlaceAsync(Requests.Email("new", Requests.Line(value: 10, product: "GC-NEW-USD")));
        stage.Twin.Requests.Count("branded_cards.list").ShouldBe(2);
        stage.Clock.Advance(TimeSpan.FromMinutes(61));
        await stage.Account.Orders.PlaceAsync(Requests.Email("later"));
        stage.Twin.Requests.Count("branded_cards.list").ShouldBe(3);
    }

    [Fact]
    public async Task A_product_that_vanished_since_it_was_kept_is_refused_by_Giftronaut_and_forgotten()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));
        stage.Twin.RemoveProduct(Requests.Branded);

        var refused = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Email("o-2")));
        var checkedFirst = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Email("o-3")));

        (refused.Code, refused.HttpStatus).ShouldBe((GiftCardErrorCode.ProductUnavailable, 404));
        (checkedFirst.Code, checkedFirst.HttpStatus, stage.Purchases).ShouldBe((GiftCardErrorCode.ProductUnavailable, null, 2));
    }

    [Fact]
    public async Task A_catalog_that_cannot_be_read_means_that_nothing_was_sent()
    {
        await using var stage = await Stage.StartAsync();
        stage.Break("branded_cards.list", FaultKind.ServerErrorBeforeCommit, times: 30);

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Email("o-1")));

        (failure.Code, failure.Outcome, failure.IsTransient).ShouldBe(
            (GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.NothingCreated, true)
        );
        stage.Purchases.ShouldBe(0);
    }

    [Fact]
    public async Task An_id_in_both_catalogs_has_to_be_told_apart()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request =>
            request.Method == "POST" ? new(Example.Read("choice-card-order"), 201) : new(Example.Read("branded-cards-list"));

        var unsure = await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Orders.PlaceAsync(Requests.Email("o-1")));
        await accounts.Account.Orders.PlaceAsync(
            Requests.Email("o-1") with
            {
                Options = [new GiftronautOrderOptions { CardType = GiftronautWords.CardType.Choice }],
            }
        );

        unsure.Message.ShouldContain("stands in both catalogs");
        server.Requests[^1].Path.ShouldBe("/api/v1/orders/choice-cards");
    }

    [Fact]
    public async Task The_balance_is_what_can_be_spent_and_what_orders_under_way_have_taken_is_apart()
    {
        await using var stage = await Stage.StartAsync(twin => twin.CompletionDelay = TimeSpan.FromMinutes(5));
        await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));

        var balance = (await stage.Account.Balances.ListAsync()).ShouldHaveSingleItem();

        (balance.Available, balance.Reserved, balance.Incoming).ShouldBe((Money.Of(9925, "USD"), Money.Of(75, "USD"), null));
    }

    private static GiftronautOrderOptions LineOptions(int line) =>
        new() { Lines = new Dictionary<int, GiftronautLineOptions> { [line] = new() { Company = "Fabrikam" } } };
}
