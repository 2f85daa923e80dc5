namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Quirks 2, 7, 8, 9, 10, 11, 12 and 17: what an order may hold, and what is refused before anything is sent.</summary>
public sealed class OrderTypeTests
{
    [Theory]
    [InlineData(Delivery.Returned)]
    [InlineData(Delivery.Email)]
    [InlineData(Delivery.Sms)]
    [InlineData(Delivery.EmailAndSms)]
    [InlineData(Delivery.Post)]
    public async Task Q2_each_delivery_is_bought_as_its_one_type(Delivery delivery)
    {
        await using var stage = await Stage.StartAsync();

        var order = await stage.Account.Orders.PlaceAsync(Request(delivery));

        (order.Status, order.Delivery).ShouldBe((OrderStatus.Completed, delivery));
        var type = (await stage.Api.GetOrderAsync(order.Id)).Type;
        type.ShouldBe(
            delivery == Delivery.Returned ? "Links"
            : delivery == Delivery.Post ? "PhysicalShipment"
            : "DigitalDelivery"
        );
        stage.Twin.Ledger.SalesFor("q2").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
    }

    public static TheoryData<string, OrderRequest, bool> Repeats =>
        new()
        {
            { "shipping method", Post(new() { ShippingMethodId = "shp-express", CarrierId = "car-kraft" }), false },
            { "carrier", Post(new() { ShippingMethodId = "shp-ground", CarrierId = "car-other" }), false },
            { "no carrier", Post(new() { ShippingMethodId = "shp-ground" }), false },
            { "name of the post", Post(Ground, recipient => recipient with { Name = "Tomas Lee" }), false },
            {
                "name in two parts",
                Post(Ground, recipient => recipient with { Name = null, FirstName = "Tomas", LastName = "Reyes" }),
                true
            },
            { "said by the line", Post(new() { Lines = new Dictionary<int, GiftCardPartnersLineOptions> { [0] = GroundOfLine } }), true },
            { "note and department", Post(Ground with { Note = "other", DepartmentId = "HR" }), true },
        };

    [Theory]
    [MemberData(nameof(Repeats))]
    public async Task A_reference_stands_for_how_the_cards_travel_and_to_whom(string what, OrderRequest repeat, bool isSame)
    {
        await using var stage = await Stage.StartAsync();
        var first = await stage.Account.Orders.PlaceAsync(Requests.Post("post"));

        if (isSame)
        {
            (await stage.Account.Orders.PlaceAsync(repeat)).Id.ShouldBe(first.Id, what);
        }
        else
        {
            var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(repeat), what);
            failure.Code.ShouldBe(GiftCardErrorCode.Conflict);
        }

        stage.Twin.Ledger.Count.ShouldBe(1);
    }

    private static GiftCardPartnersOrderOptions Ground { get; } = new() { ShippingMethodId = "shp-ground", CarrierId = "car-kraft" };

    private static GiftCardPartnersLineOptions GroundOfLine { get; } = new() { ShippingMethodId = "shp-ground", CarrierId = "car-kraft" };

    private static OrderRequest Post(GiftCardPartnersOrderOptions options, Func<Recipient, Recipient>? change = null)
    {
        var request = Requests.Post("post");
        return request with
        {
            Options = [options],
            Lines = [request.Lines[0] with { Recipient = change?.Invoke(Requests.Tomas) ?? Requests.Tomas }],
        };
    }

    [Fact]
    public async Task Q2_links_come_back_and_delivered_cards_do_not()
    {
        await using var stage = await Stage.StartAsync();

        var links = await stage.Account.Orders.PlaceAsync(Requests.Links("links"));
        var email = await stage.Account.Orders.PlaceAsync(Requests.Email("email"));
        var post = await stage.Account.Orders.PlaceAsync(Requests.Post("post"));

        var link = links.Rewards.ShouldHaveSingleItem();
        (link.HasSecret, link.Challenge is not null, link.Delivery).ShouldBe((true, true, DeliveryState.Returned));
        var mailed = email.Rewards.ShouldHaveSingleItem();
        (mailed.HasSecret, mailed.Delivery, mailed.RawDeliveryState).ShouldBe((false, DeliveryState.Delivered, "Completed"));
        mailed.Recipient?.Email.ShouldBe("ines@panel.example");
        post.Rewards.Select(card => (card.HasSecret, card.Delivery, card.FaceValue))
            .ShouldBe([(false, default(DeliveryState), Money.Of(40, "USD")), (false, default(DeliveryState), Money.Of(40, "USD"))]);
    }

    [Theory]
    [InlineData(Delivery.Returned, "no recipient is named")]
    [InlineData(Delivery.Email, "Lines[0].Recipient.Email: delivery Email needs it")]
    [InlineData(Delivery.Sms, "Lines[0].Recipient.Phone: delivery Sms needs it")]
    [InlineData(Delivery.EmailAndSms, "Lines[0].Recipient.Phone: delivery EmailAndSms needs it")]
    [InlineData(Delivery.Post, "Lines[0].Recipient.PostalAddress: delivery Post needs it")]
    public async Task Q2_a_line_without_what_its_type_needs_is_refused_before_anything_is_sent(Delivery delivery, string mistake)
    {
        var recipient = new Recipient { Name = "Ines" };

        await RefusedAsync(Request(delivery) with { Lines = [Requests.Line() with { Recipient = recipient }] }, mistake);
    }

    [Fact]
    public async Task Q2_one_order_mixes_products_values_and_recipients()
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.Email("mixed", "ines@panel.example", "omar@panel.example") with
        {
            Lines =
            [
                Requests.Line() with
                {
                    Recipient = new() { Email = "ines@panel.example" },
                },
                Requests.Line("PRODUCTA", 25.5m) with
                {
                    Recipient = new() { Email = "omar@panel.example" },
                },
            ],
        };

        var order = await stage.Account.Orders.PlaceAsync(request);

        order
            .Rewards.Select(card => (card.Line, card.FaceValue?.Amount, card.Recipient?.Email))
            .ShouldBe([(0, 15m, "ines@panel.example"), (1, 25.5m, "omar@panel.example")]);
    }

    [Fact]
    public async Task Q7_pending_money_is_not_a_pending_order()
    {
        await using var stage = await Stage.StartAsync(twin => twin.AutomaticCompletion = false);
        stage.Twin.RequestFunding("USD", 5000m);

        var balance = (await stage.Account.Balances.ListAsync()).ShouldHaveSingleItem();
        var order = await stage.Account.Orders.PlaceAsync(Requests.Links("q7", quantity: 21));

        (balance.Incoming, balance.Reserved).ShouldBe((Money.Of(5000, "USD"), null));
        balance.Available.ShouldBe(Money.Of(25_000_000, "USD"));
        (order.Status, order.RawStatus).ShouldBe((OrderStatus.Pending, "Pending"));
    }

    [Fact]
    public async Task Q8_a_product_that_needs_a_printed_holder_is_not_sent_without_one()
    {
        await RefusedAsync(
            Requests.Post("q8") with
            {
                Options = [new GiftCardPartnersOrderOptions { ShippingMethodId = "shp-ground" }],
            },
            "the product 'MAPLE-BOOKS-CARD' needs a CarrierId in GiftCardPartnersOrderOptions, the printed holder it comes in",
            calls: 2
        );
    }

    [Fact]
    public async Task Q9_each_line_has_an_address_of_its_own()
    {
        await using var stage = await Stage.StartAsync();
        var elsewhere = Requests.Tomas with
        {
            Name = "Ada Lund",
            PostalAddress = Requests.Tomas.PostalAddress! with { PostalCode = "03821" },
        };
        var request = Requests.Post("q9");

        await stage.Account.Orders.PlaceAsync(request with { Lines = [request.Lines[0], request.Lines[0] with { Recipient = elsewhere }] });

        var sent = stage.Twin.Requests.For("orders.create").ShouldHaveSingleItem().Body;
        sent.ShouldContain("\"Zip\":\"03820\"");
        sent.ShouldContain("\"Zip\":\"03821\"");
        sent.ShouldContain("\"State\":\"NH\"");
    }

    [Theory]
    [InlineData(Delivery.Returned, 3)]
    [InlineData(Delivery.Email, 3)]
    [InlineData(Delivery.Post, 3)]
    public async Task Q10_several_cards_to_one_recipient_are_several_rewards(Delivery delivery, int quantity)
    {
        await using var stage = await Stage.StartAsync();
        var request = Request(delivery);

        var order = await stage.Account.Orders.PlaceAsync(request with { Lines = [request.Lines[0] with { Quantity = quantity }] });

        order.Rewards.Count.ShouldBe(quantity);
        order.Rewards.ShouldAllBe(card => card.Line == 0);
        order.Rewards.Select(card => card.Link).OfType<Secret>().Distinct().Count().ShouldBe(delivery == Delivery.Returned ? quantity : 0);
        stage.Twin.Ledger.Cards.ShouldBe(quantity);
    }

    [Fact]
    public async Task Q11_a_face_value_in_another_currency_is_refused_before_anything_is_sent() =>
        await RefusedAsync(
            Requests.Links("q11", Requests.Line(currency: "EUR")),
            "Lines[0].FaceValue: 15.00 EUR was given; 'HARBOR-COFFEE-US' is sold in USD. Nothing was sent.",
            calls: 2
        );

    [Fact]
    public async Task Q11_the_currency_is_compared_even_where_the_rest_is_left_to_the_provider() =>
        await RefusedAsync(
            Requests.Links("q11", Requests.Line(currency: "EUR")),
            "is sold in USD",
            calls: 2,
            options => options.CheckOrdersAgainstCatalog = false
        );

    [Theory]
    [InlineData("HARBOR-COFFEE-US", 17.5, "17.50 USD was given; 'HARBOR-COFFEE-US' is sold at 5.00 USD, 15.00 USD, 30.00 USD")]
    [InlineData("PRODUCTA", 501, "is sold at 5.00 USD to 500.00 USD")]
    [InlineData("LARK-CINEMA-US", 25, "is not offered with delivery Returned (Links) but as DigitalDelivery")]
    public async Task Q12_what_the_catalog_rules_out_is_refused_before_anything_is_sent(string product, double value, string mistake)
    {
        var failure = await RefusedAsync(Requests.Links("q12", Requests.Line(product, (decimal)value)), mistake, calls: 2);

        failure.Code.ShouldBe(GiftCardErrorCode.ProductUnavailable);
    }

    [Fact]
    public async Task Q12_by_option_the_provider_decides()
    {
        await using var stage = await Stage.StartAsync(account: options => options.CheckOrdersAgainstCatalog = false);

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Account.Orders.PlaceAsync(Requests.Links("q12", Requests.Line(value: 17.5m)))
        );

        (failure.Code, failure.Outcome, failure.HttpStatus).ShouldBe(
            (GiftCardErrorCode.ProductUnavailable, GiftCardOutcome.NothingCreated, 400)
        );
        failure.ProviderMessage.ShouldNotBeNull().ShouldContain("LineItems[0].Value: 17.5 is not an offered denomination.");
        stage.Twin.Requests.Count("orders.create").ShouldBe(1);
    }

    [Fact]
    public async Task Q12_a_product_that_the_provider_does_not_know_is_refused_before_anything_is_sent()
    {
        var failure = await RefusedAsync(
            Requests.Links("q12", Requests.Line("NO-SUCH-CARD")),
            "Lines[0].ProductId: 'NO-SUCH-CARD' was given; the catalog has no such product for this account now. Nothing was sent.",
            calls: 2
        );

        (failure.Code, failure.HttpStatus).ShouldBe((GiftCardErrorCode.ProductUnavailable, 404));
    }

    [Theory]
    [InlineData("Line1", "Recipient.PostalAddress.Line1")]
    [InlineData("City", "Recipient.PostalAddress.City")]
    [InlineData("Region", "Recipient.PostalAddress.Region")]
    [InlineData("PostalCode", "Recipient.PostalAddress.PostalCode")]
    [InlineData("Country", "a country code of two letters such as US is expected")]
    [InlineData("ShippingMethodId", "a posted card needs a ShippingMethodId")]
    public async Task Q2_a_posted_line_needs_its_whole_address_and_a_way_of_shipping(string missing, string mistake)
    {
        var request = Requests.Post("post");
        var address = Requests.Tomas.PostalAddress! with
        {
            Line1 = missing == "Line1" ? " " : "18 Quarry Road",
            City = missing == "City" ? "" : "Dover",
            Region = missing == "Region" ? null : "NH",
            PostalCode = missing == "PostalCode" ? null : "03820",
            Country = missing == "Country" ? "USA" : "US",
        };
        var options = new GiftCardPartnersOrderOptions { ShippingMethodId = missing == "ShippingMethodId" ? null : "shp-ground" };

        var failure = await RefusedAsync(
            request with
            {
                Lines = [request.Lines[0] with { Recipient = Requests.Tomas with { PostalAddress = address } }],
                Options = [options],
            },
            mistake
        );

        failure.Message.ShouldNotContain("Quarry");
    }

    [Fact]
    public async Task Q8_shipping_and_holders_are_for_posted_cards_alone() =>
        await RefusedAsync(
            Requests.Links("q8") with
            {
                Options = [new GiftCardPartnersOrderOptions { CarrierId = "car-kraft" }],
            },
            "ShippingMethodId and CarrierId are for cards that are posted"
        );

    [Fact]
    public async Task Settings_for_a_line_that_is_not_there_are_refused() =>
        await RefusedAsync(
            Requests.Links("lines") with
            {
                Options = [new GiftCardPartnersOrderOptions { Lines = new Dictionary<int, GiftCardPartnersLineOptions> { [1] = new() } }],
            },
            "GiftCardPartnersOrderOptions.Lines[1]: the order has no such line"
        );

    [Fact]
    public async Task A_PO_number_that_is_longer_than_the_provider_takes_is_refused() =>
        await RefusedAsync(
            Requests.Links("a-reference-of-26-letters-"),
            "has 26 characters and the provider takes 20",
            configure: options => options.WireAssumptions.MaxPONumberLength = 20
        );

    [Fact]
    public async Task Q17_nothing_can_be_cancelled_or_sent_again_and_the_capabilities_say_so()
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.Links("q17"));

        var cancel = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.CancelAsync(order.Id));
        var resend = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.ResendAsync(order.Id));

        (cancel.Code, resend.Code).ShouldBe((GiftCardErrorCode.NotSupported, GiftCardErrorCode.NotSupported));
        stage.Account.Capabilities.Features.ShouldBe(
            [
                GiftCardFeature.Catalog,
                GiftCardFeature.Balances,
                GiftCardFeature.Status,
                GiftCardFeature.FindByReference,
                GiftCardFeature.Webhooks,
                GiftCardFeature.ListOrders,
            ],
            ignoreOrder: true
        );
    }

    private static OrderRequest Request(Delivery delivery)
    {
        var recipient = new Recipient
        {
            Email = delivery is Delivery.Email or Delivery.EmailAndSms ? "ines@panel.example" : null,
            Phone = delivery is Delivery.Sms or Delivery.EmailAndSms ? "+12025550143" : null,
        };
        return delivery switch
        {
            Delivery.Returned => Requests.Links("q2"),
            Delivery.Post => Requests.Post("q2"),
            _ => Requests.Links("q2", Requests.Line() with { Recipient = recipient }) with { Delivery = delivery },
        };
    }

    /// <summary>Refused with this sentence, without an order on the wire; at most with so many other calls.</summary>
    private static async Task<GiftCardException> RefusedAsync(
        OrderRequest request,
        string mistake,
        int calls = 0,
        Action<GiftCardPartnersOptions>? configure = null
    )
    {
        await using var stage = await Stage.StartAsync(account: configure);

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(request));

        failure.Message.ShouldContain(mistake);
        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        (stage.Twin.Requests.Count("orders.create"), stage.Twin.Requests.Total).ShouldBe((0, calls));
        return failure;
    }
}
