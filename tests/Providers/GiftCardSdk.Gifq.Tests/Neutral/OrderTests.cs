namespace GiftCardSdk.Gifq.Tests;

/// <summary>The orders and status roles over the twin.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task An_order_is_a_look_at_its_brand_and_one_create_and_pending_at_first()
    {
        await using var stage = await Stage.StartAsync();

        var order = await stage.Account.Orders.PlaceAsync(Requests.Order("o-1"));

        (order.Status, order.RawStatus, order.Delivery).ShouldBe((OrderStatus.Pending, "pending", Delivery.Returned));
        (order.Reference!.Value.Value, order.ProviderKey, order.WasReplayed).ShouldBe(("o-1", "o-1", false));
        (order.Provider, order.Account).ShouldBe(("gifq", "gifq"));
        order.Rewards.ShouldBeEmpty();
        order.Lines.ShouldBe(Requests.Order("o-1").Lines);
        stage
            .Twin.Requests.All.Select(call => call.Operation)
            .Distinct(StringComparer.Ordinal)
            .ShouldBe(["products.list", "orders.create"]);
        stage.Twin.Requests.Count("orders.create").ShouldBe(1);
        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
    }

    [Fact]
    public async Task Quirk_8_a_completed_order_shows_its_card()
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.Order("o-1", brand: "lumen-books");

        var order = await stage.Account.PlaceAndWaitAsync(request, TimeSpan.FromMinutes(1));

        (order.Status, order.RawStatus).ShouldBe((OrderStatus.Completed, "completed"));
        var reward = order.Rewards.ShouldHaveSingleItem();
        (reward.Line, reward.ProductId, reward.FaceValue).ShouldBe((0, "lumen-books", Money.Of(25, "USD")));
        (reward.Delivery, reward.HasSecret, reward.Recipient).ShouldBe((DeliveryState.Returned, true, null));
        var card = (await stage.Api.GetOrderAsync(order.Id)).RedeemDetails!;
        (reward.Code, reward.Pin, reward.Serial).ShouldBe((card.Code, card.Pin, card.Serial));
        reward.ExpiresOn.ShouldBe(DateOnly.FromDateTime(order.CreatedAt!.Value.AddMonths(24).UtcDateTime));
        (order.TotalCost, order.Exchange).ShouldBe((Money.Of(24, "USD"), null));
        order.Fees.ShouldBe([new OrderFee("discount", Money.Of(-1, "USD"))]);
        order.Lines.ShouldHaveSingleItem().Country.ShouldBe("US");
    }

    [Fact]
    public async Task A_fee_stands_apart_from_the_face_value()
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.Order("o-1", Money.Of(100, "EUR"), "lumen-books", "IE");

        var order = await stage.Account.PlaceAndWaitAsync(request, TimeSpan.FromMinutes(1));

        order.TotalCost.ShouldBe(Money.Of(101.5m, "EUR"));
        order.Fees.ShouldBe([new OrderFee("fee", Money.Of(1.5m, "EUR"))]);
    }

    [Theory]
    [InlineData(false, 2230, 22)]
    [InlineData(true, 2323, 23)]
    public async Task Another_currency_pays_with_its_fee_whichever_amount_is_converted(bool convertsFullValue, long cents, long feeCents)
    {
        await using var stage = await Stage.StartAsync(twin => twin.ConvertFullFaceValue = convertsFullValue);
        var before = await stage.Account.Balances.GetAsync("EUR");
        var request = Requests.Order("o-1", brand: "lumen-books", paymentCurrency: "eur");

        var order = await stage.Account.PlaceAndWaitAsync(request, TimeSpan.FromMinutes(1));

        var paid = Money.FromMinorUnits(cents, "EUR");
        order.TotalCost.ShouldBe(paid);
        var exchange = order.Exchange.ShouldNotBeNull();
        (exchange.From, exchange.To, exchange.Rate, exchange.Fee).ShouldBe(
            (Money.Of(24, "USD"), paid, 0.92m, Money.FromMinorUnits(feeCents, "EUR"))
        );
        (before!.Available - (await stage.Account.Balances.GetAsync("EUR"))!.Available).ShouldBe(paid);
    }

    [Fact]
    public async Task A_payment_in_the_cards_own_currency_is_no_conversion()
    {
        await using var stage = await Stage.StartAsync();

        var order = await stage.Account.Orders.PlaceAsync(Requests.Order("o-1", paymentCurrency: "USD"));

        order.Exchange.ShouldBeNull();
        stage.Twin.Requests.For("orders.create").ShouldHaveSingleItem().Body.ShouldNotContain("payment_currency");
    }

    [Theory]
    [InlineData("hon-no-mori", "JPY", 3000, "JP")]
    [InlineData("pearl-souk", "KWD", 505, "KW")]
    [InlineData("sound-pond", "USD", 1999, "US")]
    public async Task Amounts_go_out_and_come_back_exactly(string brand, string currency, long minorUnits, string country)
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetBalance(currency, 100_000);
        var request = Requests.Order("o-1", Money.FromMinorUnits(minorUnits, currency), brand, country);

        var order = await stage.Account.PlaceAndWaitAsync(request, TimeSpan.FromMinutes(1));

        order.Rewards.ShouldHaveSingleItem().FaceValue.ShouldBe(Money.FromMinorUnits(minorUnits, currency));
        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().AmountInMinorUnits.ShouldBe(minorUnits);
    }

    /// <summary>A currency without decimal places may be refused with them, however the caller wrote the amount.</summary>
    [Fact]
    public async Task Idle_zeros_of_an_amount_do_not_go_out()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetBalance("JPY", 100_000);

        await stage.Account.Orders.PlaceAsync(Requests.Order("o-1", Money.Of(3000.00m, "JPY"), "hon-no-mori", "JP"));

        stage.Twin.Requests.All.Single(call => call.Operation == "orders.create").Body.ShouldContain("\"face_value\":3000,");
    }

    [Fact]
    public async Task Quirk_18_a_link_comes_with_what_it_asks_for()
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.Order("o-1", Money.Of(50, "EUR"), "spa-alpina", "DE");

        var reward = (await stage.Account.PlaceAndWaitAsync(request, TimeSpan.FromMinutes(1))).Rewards.ShouldHaveSingleItem();

        (reward.Link is not null, reward.Challenge is not null).ShouldBe((true, true));
        (reward.Code, reward.Pin, reward.Serial, reward.SecurityCode).ShouldBe((null, null, null, null));
    }

    [Fact]
    public async Task A_security_code_comes_with_its_card()
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.Order("o-1", brand: "cloud-miles");

        var reward = (await stage.Account.PlaceAndWaitAsync(request, TimeSpan.FromMinutes(1))).Rewards.ShouldHaveSingleItem();

        (reward.Code is not null, reward.Serial is not null, reward.SecurityCode is not null).ShouldBe((true, true, true));
    }

    [Fact]
    public async Task Quirk_18_a_completed_order_without_any_field_is_no_success()
    {
        await using var stage = await Stage.StartAsync();

        var order = await stage.Account.PlaceAndWaitAsync(Requests.Order("sim-empty-1"), TimeSpan.FromMinutes(1));

        (order.Status, order.RawStatus, order.Rewards.Count).ShouldBe((OrderStatus.Pending, "completed", 0));
    }

    [Fact]
    public async Task Quirk_9_the_end_of_the_waiting_is_not_the_end_of_the_order()
    {
        await using var stage = await Stage.StartAsync();

        var waiting = await stage.Account.PlaceAndWaitAsync(Requests.Order("sim-slow-1"), TimeSpan.FromMinutes(1));
        stage.Clock.Advance(TimeSpan.FromMinutes(15));
        var order = await stage.Account.Status.GetAsync(waiting.Id);

        (waiting.Status, order.Status).ShouldBe((OrderStatus.Pending, OrderStatus.Completed));
    }

    [Fact]
    public async Task Quirk_10_a_failed_order_gives_its_money_back_by_itself()
    {
        await using var stage = await Stage.StartAsync();

        var order = await stage.Account.PlaceAndWaitAsync(Requests.Order("sim-fail-1"), TimeSpan.FromMinutes(1));

        (order.Status, order.Rewards.Count).ShouldBe((OrderStatus.Failed, 0));
        (await stage.Account.Balances.GetAsync("USD"))!.Available.ShouldBe(Money.Of(5000, "USD"));
        var movements = await stage.Api.ListAllTransactionsAsync().Where(row => row.Reference == "sim-fail-1").ToListAsync();
        movements.Select(row => (row.Type, row.Amount)).Order().ShouldBe([("order", -23.50m), ("refund", 23.50m)]);
    }

    [Fact]
    public async Task As_much_of_a_card_is_read_as_is_asked_for()
    {
        await using var stage = await Stage.StartAsync();
        var placed = await stage.Account.Orders.PlaceAsync(Requests.Order("o-1"));
        stage.LetTimePass();

        var none = await stage.Account.Status.GetAsync(placed.Id, RewardDetail.None);
        var state = await stage.Account.Status.GetAsync(placed.Id, RewardDetail.State);

        (none.Status, none.Rewards.Count).ShouldBe((OrderStatus.Completed, 0));
        (state.Status, state.Rewards.ShouldHaveSingleItem().HasSecret).ShouldBe((OrderStatus.Completed, false));
    }

    [Fact]
    public async Task An_unknown_order_is_not_found()
    {
        await using var stage = await Stage.StartAsync();

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Status.GetAsync("nobody-knows-it"));

        failure.Code.ShouldBe(GiftCardErrorCode.NotFound);
    }

    [Theory]
    [InlineData("country")]
    [InlineData("quantity")]
    [InlineData("email")]
    [InlineData("recipient")]
    [InlineData("template")]
    public async Task What_GIFQ_cannot_do_is_refused_before_anything_is_sent(string what)
    {
        await using var stage = await Stage.StartAsync();
        var order = Requests.Order("o-1");
        var line = order.Lines[0];
        var request = what switch
        {
            "country" => order with { Lines = [line with { Country = null }] },
            "quantity" => order with { Lines = [line with { Quantity = 2 }] },
            "email" => order with { Delivery = Delivery.Email },
            "recipient" => order with { Lines = [line with { Recipient = new() { Email = "ida@fjord.example" } }] },
            _ => order with { TemplateId = "T-1" },
        };

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(request));

        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        stage.Twin.Requests.Total.ShouldBe(0);
    }

    [Fact]
    public async Task An_order_with_a_bound_is_bought_at_its_cost_and_refused_a_cent_below()
    {
        await using var stage = await Stage.StartAsync();
        var order = Requests.Order("o-1");

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Account.Orders.PlaceAsync(order with { MaxCost = Money.Of(23.49m, "USD") })
        );

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.SpendingLimit, GiftCardOutcome.NothingCreated));
        failure.Message.ShouldContain("costs 23.50 USD");
        stage.Twin.Ledger.Count.ShouldBe(0);
        await stage.Account.Orders.PlaceAsync(order with { MaxCost = Money.Of(23.50m, "USD") });
        (await stage.Account.Balances.GetAsync("USD"))!.Available.ShouldBe(Money.Of(4976.50m, "USD"));
    }

    [Fact]
    public async Task Whether_the_balance_covers_orders_is_asked_before_they_are_placed()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetBalance("USD", 47);

        (await stage.Account.CheckFundsAsync([Requests.Order("o-1"), Requests.Order("o-2")])).Answer.ShouldBe(FundsAnswer.Covered);
        stage.Twin.SetBalance("USD", 46.99m);

        (await stage.Account.CheckFundsAsync([Requests.Order("o-1"), Requests.Order("o-2")])).Answer.ShouldBe(FundsAnswer.NotCovered);
    }

    [Fact]
    public async Task Balances_are_one_a_currency()
    {
        await using var stage = await Stage.StartAsync();

        var balances = await stage.Account.Balances.ListAsync();

        balances
            .Select(balance => (balance.Available, balance.Incoming, balance.Reserved))
            .ShouldBe([(Money.Of(5000, "EUR"), null, null), (Money.Of(5000, "GBP"), null, null), (Money.Of(5000, "USD"), null, null)]);
    }
}
