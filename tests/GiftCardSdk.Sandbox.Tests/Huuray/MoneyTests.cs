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
}
