namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Money is exact in every currency, and what is not known is null.</summary>
public sealed class MoneyTests
{
    [Theory]
    [InlineData("KISSATEN-JP", 1000, "JPY", 1000, 965)]
    [InlineData("DHOW-MARKET-KW", 2.5, "KWD", 2500, 2.438)]
    [InlineData("PEARL-DIVER-BH", 1.001, "BHD", 1001, 1.126)]
    [InlineData("LARK-CINEMA-US", 37.5, "USD", 3750, 33)]
    public async Task Currencies_of_no_two_and_three_decimals_are_bought_exactly(
        string product,
        double value,
        string currency,
        long minorUnits,
        double cost
    )
    {
        await using var stage = await Stage.StartAsync();
        var line = Requests.Line(product, (decimal)value, currency) with { Recipient = new() { Email = "ines@panel.example" } };

        var order = await stage.Account.Orders.PlaceAsync(Requests.Links("exact", line) with { Delivery = Delivery.Email });

        var sale = stage.Twin.Ledger.SalesFor("exact").ShouldHaveSingleItem();
        (sale.AmountInMinorUnits, sale.Currency).ShouldBe((minorUnits, currency));
        order.TotalCost.ShouldBe(Money.Of((decimal)cost, currency));
        order.Rewards.ShouldHaveSingleItem().FaceValue.ShouldBe(Money.Of((decimal)value, currency));
    }

    [Fact]
    public async Task Idle_zeros_of_an_amount_do_not_go_out()
    {
        await using var stage = await Stage.StartAsync();

        await stage.Account.Orders.PlaceAsync(Requests.Links("idle", Requests.Line("KISSATEN-JP", 1000.00m, "JPY")));

        stage.Twin.Requests.All.Single(call => call.Operation == "orders.create").Body.ShouldContain("\"Value\":1000,");
    }

    [Fact]
    public async Task A_value_finer_than_the_currency_is_refused_before_anything_is_sent()
    {
        await using var stage = await Stage.StartAsync();

        await Should.ThrowAsync<ArgumentException>(() =>
            stage.Account.Orders.PlaceAsync(Requests.Links("fine", Requests.Line("KISSATEN-JP", 1000.5m, "JPY")))
        );

        stage.Twin.Requests.Total.ShouldBe(0);
    }

    [Fact]
    public async Task What_posting_costs_is_shown_nowhere_so_the_cost_of_posted_cards_is_unknown()
    {
        await using var stage = await Stage.StartAsync();

        (await stage.Account.Orders.PlaceAsync(Requests.Post("post"))).TotalCost.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{ "Available": 7 }""", "USD", null)]
    [InlineData("""{ "AvailableBalance": "7", "PendingBalance": 0.5, "CurrencyCode": "cad" }""", "CAD", 0.5)]
    [InlineData("""{ "Available": 7, "Pending": null, "CurrencyCode": " " }""", "USD", null)]
    public async Task A_balance_is_read_as_far_as_it_says(string body, string currency, double? incoming)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(body);

        var balance = (await accounts.Account.Balances.ListAsync()).ShouldHaveSingleItem();

        balance.Available.ShouldBe(Money.Of(7, currency));
        balance.Incoming.ShouldBe(incoming is { } amount ? Money.Of((decimal)amount, currency) : null);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "Pending": 5 }""")]
    [InlineData("""{ "Available": 5, "CurrencyCode": "dollars" }""")]
    public async Task A_balance_that_says_nothing_is_not_taken_for_zero(string body)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(body);

        var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Balances.ListAsync());

        failure.Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse);
        failure.Message.ShouldContain("WireAssumptions.MemberNames");
    }

    [Fact]
    public async Task The_balance_of_another_currency_of_the_account_is_shown_as_such()
    {
        await using var stage = await Stage.StartAsync(twin => twin.AccountCurrency = "CAD");

        (await stage.Account.Balances.ListAsync()).ShouldHaveSingleItem().Available.ShouldBe(Money.Of(25_000_000, "CAD"));
        (await stage.Account.Balances.GetAsync("USD")).ShouldBeNull();
    }
}
