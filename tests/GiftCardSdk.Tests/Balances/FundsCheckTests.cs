using GiftCardSdk.Tests.Ordering.Limits;

namespace GiftCardSdk.Tests.Balances;

/// <summary>Whether the money is there is asked before ordering, currency by currency.</summary>
public sealed class FundsCheckTests
{
    [Fact]
    public async Task A_balance_covers_an_order_to_the_cent()
    {
        await using var store = new Store();
        store.Provider.SetBalance(Money.Of(24, "EUR"));

        var covered = (await store.Account.CheckFundsAsync(Store.Order("o-1", 25, "coffee", "EUR"))).Currencies.ShouldHaveSingleItem();
        store.Provider.SetBalance(Money.Of(23.99m, "EUR"));
        var isShort = await store.Account.CheckFundsAsync(Store.Order("o-1", 25, "coffee", "EUR"));

        (covered.Currency, covered.Cost, covered.Available, covered.Answer).ShouldBe(
            ("EUR", Money.Of(24, "EUR"), Money.Of(24, "EUR"), FundsAnswer.Covered)
        );
        isShort.Answer.ShouldBe(FundsAnswer.NotCovered);
        store.Provider.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task A_sequence_of_orders_is_added_up_by_currency_and_never_across()
    {
        await using var store = new Store();
        store.Provider.SetBalance(Money.Of(1000, "EUR"));
        store.Provider.SetBalance(Money.Of(60, "USD"));

        var funds = await store.Account.CheckFundsAsync([
            Store.Order("o-1", 25, "coffee", "EUR"),
            Store.Order("o-2", 30),
            Store.Order("o-3", 31),
            Store.Order("o-4", 25, "tea", "EUR"),
        ]);

        funds
            .Currencies.Select(need => (need.Currency, need.Cost, need.Answer))
            .ShouldBe([("EUR", Money.Of(49.63m, "EUR"), FundsAnswer.Covered), ("USD", Money.Of(61, "USD"), FundsAnswer.NotCovered)]);
        funds.Answer.ShouldBe(FundsAnswer.NotCovered);
    }

    [Fact]
    public async Task A_currency_that_the_account_does_not_hold_is_zero()
    {
        await using var store = new Store();
        store.Provider.SetBalance(Money.Of(1000, "EUR"));

        var need = (await store.Account.CheckFundsAsync(Store.Order("o-1", 30))).Currencies.ShouldHaveSingleItem();

        (need.Available, need.Answer).ShouldBe((Money.Of(0, "USD"), FundsAnswer.NotCovered));
    }

    [Fact]
    public async Task An_unknown_cost_is_said_beside_the_face_value_and_is_not_taken_for_it()
    {
        await using var store = new Store();
        store.Provider.SetBalance(Money.Of(1000, "EUR"));

        var need = (
            await store.Account.CheckFundsAsync([Store.Order("o-1", 25, "cake", "EUR"), Store.Order("o-2", 25, "coffee", "EUR")])
        ).Currencies.ShouldHaveSingleItem();

        (need.Cost, need.Answer).ShouldBe((null, FundsAnswer.CostUnknown));
        need.FaceValueOfUnknown.ShouldBe([Money.Of(25, "EUR")]);
        need.WhyUnknown.ShouldHaveSingleItem().ShouldStartWith("the catalog ");
    }

    [Fact]
    public async Task What_is_known_may_be_too_much_already()
    {
        await using var store = new Store();
        store.Provider.SetBalance(Money.Of(10, "EUR"));

        var funds = await store.Account.CheckFundsAsync([Store.Order("o-1", 25, "cake", "EUR"), Store.Order("o-2", 25, "coffee", "EUR")]);

        funds.Answer.ShouldBe(FundsAnswer.NotCovered);
    }

    [Fact]
    public async Task An_order_paid_in_another_currency_needs_that_balance_at_a_cost_that_is_not_known()
    {
        await using var store = new Store();
        store.Provider.SetBalance(Money.Of(1000, "EUR"));

        var need = (
            await store.Account.CheckFundsAsync(Store.Order("o-1", 30) with { PaymentCurrency = "EUR" })
        ).Currencies.ShouldHaveSingleItem();

        (need.Currency, need.Cost, need.Answer).ShouldBe(("EUR", null, FundsAnswer.CostUnknown));
        need.FaceValueOfUnknown.ShouldBe([Money.Of(30, "USD")]);
    }

    [Fact]
    public async Task Nothing_is_needed_for_no_orders()
    {
        await using var store = new Store();

        (await store.Account.CheckFundsAsync([])).Answer.ShouldBe(FundsAnswer.Covered);
    }
}
