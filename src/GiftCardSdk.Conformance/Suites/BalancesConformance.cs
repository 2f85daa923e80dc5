using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>Balances are exact, one a currency, and name only what can be spent.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
[NeedsFeature(GiftCardFeature.Balances)]
public abstract class BalancesConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>To the last decimal place, large and small.</summary>
    /// <param name="amount">What the account holds, in major units; used as far as the currency has places for it.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData("1234.56")]
    [InlineData("0.07")]
    [InlineData("21474836.48")]
    public async Task What_can_be_spent_is_shown_exactly(string amount)
    {
        await using var run = await StartAsync();
        var currency = run.NewOrder().Lines[0].FaceValue.Currency;
        var held = Money.Of(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency);
        Assert.SkipUnless(held.IsPayable, $"{currency} has no places for {amount}.");
        run.Stage.Fund(held);

        var balance = await run.Account.Balances.GetAsync(currency);

        Expect.Same(held, balance?.Available, "What is available");
    }

    /// <summary>No currency comes twice, and no amount is in a currency that cannot hold it.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task There_is_one_balance_a_currency()
    {
        await using var run = await StartAsync();
        run.Stage.Fund(Money.Of(50, run.NewOrder().Lines[0].FaceValue.Currency));

        var balances = await run.Account.Balances.ListAsync();

        Expect.That(balances.Count > 0, "The account has money, and no balance is shown.");
        Expect.Same(
            balances.Count,
            balances.DistinctBy(balance => balance.Currency, StringComparer.Ordinal).Count(),
            "Different currencies among the balances"
        );
        foreach (var balance in balances)
        {
            Expect.That(balance.Available.IsPayable, $"{balance.Available} has more decimal places than its currency.");
        }
    }

    /// <summary>A currency that the account does not hold has no balance.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_currency_that_is_not_held_has_no_balance()
    {
        await using var run = await StartAsync();

        var balance = await run.Account.Balances.GetAsync("XTS");

        Expect.That(balance is null, $"XTS is ISO 4217's code for tests; nobody holds {balance?.Available}.");
    }

    /// <summary>A purchase never makes the account richer.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_order_lowers_the_balance_or_leaves_it()
    {
        await using var run = await StartAsync();
        var request = run.NewOrder();
        var currency = request.Lines[0].FaceValue.Currency;
        run.Stage.Fund(Money.Of(500, currency));

        await run.Account.Orders.PlaceAsync(request);
        var after = await run.Account.Balances.GetAsync(currency);

        Expect.That(after?.Available <= Money.Of(500, currency), $"500 {currency} before an order, {after?.Available} afterwards.");
    }
}
