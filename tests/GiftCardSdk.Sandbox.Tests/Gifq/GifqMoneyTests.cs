using System.Net;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GifqMoneyTests
{
    [Fact]
    public async Task The_account_starts_with_five_thousand_of_three_currencies()
    {
        await using var desk = await GifqDesk.OpenAsync();

        var balances = await desk.GetAsync("api/balances");

        balances.Json.ShouldHaveTheShapeOf("""[ { "currency": "EUR", "amount": 4977.70 } ]""");
        balances
            .Rows.Select(entry => ((string?)entry!["currency"], (decimal)entry["amount"]!))
            .ShouldBe([("EUR", 5_000), ("GBP", 5_000), ("USD", 5_000)]);
    }

    [Fact]
    public async Task The_documented_cross_currency_order_costs_what_the_documents_say()
    {
        await using var desk = await GifqDesk.OpenAsync();

        var created = await desk.OrderAsync("fjord-000418", paymentCurrency: "EUR");

        created.Status.ShouldBe(HttpStatusCode.Created);
        created.Json.ShouldHaveTheShapeOf(
            """
            { "id": "77411", "reference": "fjord-000418", "status": "pending", "currency": "USD", "face_value": 25,
              "payment_currency": "EUR",
              "fx_fee": { "rate": 0.92, "fee_percentage": 1.0, "total": 22.30, "currency": "EUR" } }
            """
        );
        created.Json["fx_fee"]!["rate"]!.GetValue<decimal>().ShouldBe(0.92m);
        created.Json["fx_fee"]!["fee_percentage"]!.GetValue<decimal>().ShouldBe(1);
        created.Json["fx_fee"]!["total"]!.GetValue<decimal>().ShouldBe(22.30m);
        desk.Twin.GetBalance("EUR").ShouldBe(4_977.70m);
        desk.Twin.GetBalance("USD").ShouldBe(5_000);
        desk.Twin.Ledger.TotalCharged.ShouldBe(new Dictionary<string, long>(StringComparer.Ordinal) { ["EUR"] = 2_230 });
    }

    [Fact]
    public async Task Naming_the_card_s_own_currency_converts_nothing()
    {
        await using var desk = await GifqDesk.OpenAsync();

        (await desk.OrderAsync("r-1", paymentCurrency: "USD")).Json["fx_fee"].ShouldBeNull();
        desk.Twin.GetBalance("USD").ShouldBe(4_976);
        (await desk.OrderAsync("r-2", paymentCurrency: "XXX")).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, withRequestId: true);
    }

    [Theory]
    [InlineData("kissaten", "JPY", "1000", "JP", "970", 1_000)] // 3 % discount, no decimals
    [InlineData("pearl-souk", "KWD", "0.500", "KW", "0.485", 500)] // 3 % discount, three decimals
    [InlineData("harvest-market", "USD", "50", "US", "50.50", 5_000)] // a negative discount is a fee
    [InlineData("sound-pond", "USD", "9.99", "US", "9.79", 999)] // 9.7902 rounded
    [InlineData("bright-courses", "USD", "10", "WW", "10", 1_000)] // no discount known
    public async Task Prices_follow_the_discount_and_the_currency_s_decimals(
        string brand,
        string currency,
        string value,
        string country,
        string charged,
        long minorUnits
    )
    {
        await using var desk = await GifqDesk.OpenAsync();
        desk.Twin.SetBalance(currency, 10_000);

        var order = await desk.OrderAndReadAsync("r-1", brand, currency, GifqDesk.Decimal(value), country);

        order.Number("amount").ShouldBe(GifqDesk.Decimal(charged));
        desk.Twin.GetBalance(currency).ShouldBe(10_000 - GifqDesk.Decimal(charged));
        var sale = desk.Twin.Ledger.Sales.ShouldHaveSingleItem();
        (sale.Provider, sale.ClientKey, sale.OrderId, sale.Cards).ShouldBe(("gifq", "r-1", order.Word("id"), 1));
        (sale.AmountInMinorUnits, sale.Currency, sale.Operation).ShouldBe((minorUnits, currency, "orders.create"));
    }

    [Fact]
    public async Task Transactions_read_as_documented()
    {
        await using var desk = await GifqDesk.OpenAsync();
        await desk.OrderAsync("fjord-000417");
        await desk.OrderAsync("fjord-000418", paymentCurrency: "EUR");

        var transactions = await desk.GetAsync("api/transactions?page=1");

        transactions.Json.ShouldHaveTheShapeOf(
            """[ { "id": "t-903", "type": "order", "amount": -22.30, "currency": "EUR", "reference": "fjord-000418", "created_at": "2026-06-02T09:20:41Z" } ]"""
        );
        transactions.Rows.Select(row => (decimal)row!["amount"]!).ShouldBe([-22.30m, -24.00m, 5_000, 5_000, 5_000]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_movements_of_a_currency_add_up_to_its_balance(bool separate)
    {
        await using var desk = await GifqDesk.OpenAsync(options => options.SeparateFxTransactions = separate);
        await desk.OrderAsync("r-1", paymentCurrency: "EUR");
        await desk.OrderAsync("sim-fail-2", paymentCurrency: "EUR");
        await desk.OrderAsync("r-3", "rail-pass", "EUR", 60, "FR");
        desk.Twin.SetBalance("EUR", desk.Twin.GetBalance("EUR") + 12.34m);
        desk.Clock.Advance(TimeSpan.FromSeconds(2));

        var euros = (await desk.GetAsync("api/transactions?limit=20")).Rows.Where(row => (string?)row!["currency"] == "EUR").ToArray();

        euros.Sum(row => (decimal)row!["amount"]!).ShouldBe(desk.Twin.GetBalance("EUR"));
        euros.Count(row => (string?)row!["type"] == "fx_conversion").ShouldBe(separate ? 2 : 0);
        euros.Select(row => (string?)row!["id"]).ShouldBeUnique(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Balances_are_set_in_units_of_the_currency()
    {
        await using var desk = await GifqDesk.OpenAsync();

        desk.Twin.SetBalance("KWD", 1.250m);

        desk.Twin.GetBalance("KWD").ShouldBe(1.250m);
        (await desk.GetAsync("api/balances")).Rows.Select(entry => (string?)entry!["currency"]).ShouldBe(["EUR", "GBP", "KWD", "USD"]);
        Should.Throw<ArgumentException>(() => desk.Twin.SetBalance("usd", 1)).Message.ShouldContain("'usd'");
    }
}
