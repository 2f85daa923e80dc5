namespace GiftCardSdk.Sandbox.Tests.Huuray;

public sealed class MoneyTests
{
    [Fact]
    public async Task Balances_come_with_the_master_currency_marked_and_may_exceed_32_bits()
    {
        await using var caller = await HuurayCaller.StartAsync();

        var rows = (await caller.GetAsync("Balance")).Json.GetProperty("Balances").EnumerateArray().ToArray();

        rows.Where(row => row.GetProperty("Master").GetBoolean()).Select(row => Answer.Word(row, "Currency")).ShouldBe(["EUR"]);
        rows.Select(row => row.GetProperty("Balance").GetInt64()).Max().ShouldBeGreaterThan(int.MaxValue);
    }

    [Theory]
    [InlineData("pt-nord-kaffe-se", 25_000, "SEK", 24_188)]
    [InlineData("pt-hikari-games-jp", 3_000, "JPY", 2_940)]
    [InlineData("pt-pearl-market-kw", 2_500, "KWD", 2_463)]
    public async Task A_card_costs_its_value_less_the_discount_in_the_minor_units_of_its_currency(
        string token,
        int value,
        string currency,
        long price
    )
    {
        await using var caller = await HuurayCaller.StartAsync();
        var before = caller.Twin.GetBalance(currency);

        (await caller.PostAsync("Order", Orders.Of(Orders.Product(token, value, currency, quantity: 2)))).Code().ShouldBe(201);

        (before - caller.Twin.GetBalance(currency)).ShouldBe(2 * price);
        caller.Twin.Ledger.TotalCharged[currency].ShouldBe(2 * price);
        caller.Twin.Ledger.Sales.ShouldHaveSingleItem().AmountInMinorUnits.ShouldBe(2 * value);
    }

    [Fact]
    public async Task Hundredths_of_every_currency_is_the_other_reading()
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.MinorUnits = HuurayMinorUnits.AlwaysHundredths);

        (await caller.PostAsync("Order", Orders.Of(Orders.Product("pt-hikari-games-jp", 3_000, "JPY")))).Code().ShouldBe(422);
        (await caller.PostAsync("Order", Orders.Of(Orders.Product("pt-hikari-games-jp", 300_000, "JPY")))).Code().ShouldBe(201);
    }

    [Fact]
    public async Task A_currency_without_a_balance_is_paid_from_the_master_currency_with_the_spread()
    {
        await using var caller = await HuurayCaller.StartAsync();
        var before = caller.Twin.GetBalance("EUR");

        await caller.PostAsync("Order", Orders.Of(Orders.Product("pt-lantern-books-pl", 5_000, "PLN")));

        // 50.00 PLN less 2.5 percent, at 4.30 a euro, 2 percent on top, rounded up.
        (before - caller.Twin.GetBalance("EUR")).ShouldBe(1_157);
    }

    [Theory]
    [InlineData(422)]
    [InlineData(402)]
    public async Task Beyond_the_balance_nothing_is_sold_and_the_status_is_a_switch(int status)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.InsufficientFundsStatus = status);
        caller.Twin.Options.AutomaticExchange = false;
        caller.Twin.SetBalance("SEK", 48_375);

        var answer = await caller.OrderAsync("poor", quantity: 2);
        caller.Twin.SetBalance("SEK", 48_376);

        answer.Code().ShouldBe(status);
        answer.Json.GetProperty("Status").GetInt32().ShouldBe(status);
        caller.Twin.Ledger.Count.ShouldBe(0);
        (await caller.OrderAsync("rich", quantity: 2)).Code().ShouldBe(201);
        caller.Twin.GetBalance("SEK").ShouldBe(0);
    }

    [Theory]
    [InlineData(false, "13.17647059")]
    [InlineData(true, "12.91294118")]
    public async Task The_rate_is_shown_with_or_without_the_spread(bool contains, string rate)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.RateContainsSpread = contains);

        var answer = (await caller.GetAsync("ExchangeRates?FromCurrency=GBP&ToCurrency=SEK")).Json;

        answer.GetProperty("ExchangeRate").GetRawText().ShouldBe(rate);
        answer.GetProperty("Spread").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData("ExchangeRates?FromCurrency=GBP", 400)]
    [InlineData("ExchangeRates", 400)]
    [InlineData("ExchangeRates?FromCurrency=GBP&ToCurrency=XXX", 404)]
    public async Task A_rate_needs_two_known_currencies(string path, int status)
    {
        await using var caller = await HuurayCaller.StartAsync();

        (await caller.GetAsync(path)).Code().ShouldBe(status);
    }

    [Fact]
    public async Task Cancelled_cards_bring_their_price_back_as_late_as_the_switch_says()
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.RefundDelay = TimeSpan.FromDays(1));
        var before = caller.Twin.GetBalance("SEK");
        var uid = (await caller.OrderAsync("refund", quantity: 2)).Uid();

        await caller.CancelAsync($$"""{"OrderUID":"{{uid}}"}""");
        var meanwhile = caller.Twin.GetBalance("SEK");
        caller.Clock.Advance(TimeSpan.FromDays(1));

        meanwhile.ShouldBe(before - (2 * 24_188));
        caller.Twin.GetBalance("SEK").ShouldBe(before);
    }
}
