using GiftCardSdk.Testing;

namespace GiftCardSdk.Tests.Ordering.Limits;

/// <summary>An order with a bound of its cost is compared with the catalog before anything is sent.</summary>
public sealed class MaxCostTests
{
    [Theory]
    [InlineData("coffee", "25.00 EUR", 1, "24.00 EUR")] // 4 % less
    [InlineData("tea", "25.00 EUR", 1, "25.63 EUR")] // 0.375 and 0.25 more, rounded up
    [InlineData("coffee", "25.00 EUR", 3, "72.00 EUR")]
    [InlineData("coffee", "25.01 EUR", 2, "48.02 EUR")] // 24.0096 each: the provider may charge 24.01
    public async Task An_order_is_bought_at_its_cost_and_refused_a_cent_below(string product, string value, int cards, string cost)
    {
        await using var store = new Store();
        var order = Store.Order("o-1", Money.Parse(value).Amount, product, "EUR", cards);
        var tooLittle = Money.Parse(cost) - Money.Of(0.01m, "EUR");

        var refused = await store.FailAsync(order with { MaxCost = tooLittle });

        (refused.Code, refused.Outcome, refused.IsTransient).ShouldBe(
            (GiftCardErrorCode.SpendingLimit, GiftCardOutcome.NothingCreated, false)
        );
        refused.Message.ShouldContain($"costs {cost}");
        refused.Message.ShouldContain($"MaxCost is {tooLittle}");
        refused.Reference.ShouldBe("o-1");
        store.Provider.Arrivals.ShouldBe(0);
        (await store.PlaceAsync(order with { MaxCost = Money.Parse(cost) })).WasReplayed.ShouldBeFalse();
    }

    [Fact]
    public async Task Lines_are_added_up()
    {
        await using var store = new Store();
        var line = Store.Order("o-1", 25, "coffee", "EUR").Lines[0];
        var order = Store.Order("o-1", 25, "coffee", "EUR") with { Lines = [line, line with { ProductId = "tea" }] };

        (await store.FailAsync(order with { MaxCost = Money.Of(49.62m, "EUR") })).Code.ShouldBe(GiftCardErrorCode.SpendingLimit);

        await store.PlaceAsync(order with { MaxCost = Money.Of(49.63m, "EUR") });
    }

    [Fact]
    public async Task An_unknown_cost_is_never_taken_for_the_face_value()
    {
        await using var store = new Store();

        var refused = await store.FailAsync(Store.Order("o-1", 25, "cake", "EUR") with { MaxCost = Money.Of(1000, "EUR") });

        (refused.Code, refused.Outcome).ShouldBe((GiftCardErrorCode.InvalidRequest, GiftCardOutcome.NothingCreated));
        refused.Message.ShouldContain("the catalog does not say what 'cake' costs");
        store.Provider.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task A_face_value_that_no_offer_has_is_of_unknown_cost()
    {
        await using var store = new Store();

        var refused = await store.FailAsync(Store.Order("o-1", 25, "coffee", "USD") with { MaxCost = Money.Of(1000, "USD") });

        refused.Message.ShouldContain("the catalog has no offer of 'coffee' for 25.00 USD");
    }

    [Fact]
    public async Task A_bound_in_another_currency_than_the_cost_is_refused_and_said_so()
    {
        await using var store = new Store();

        var refused = await store.FailAsync(Store.Order("o-1", 25) with { MaxCost = Money.Of(1000, "EUR") });

        (refused.Code, refused.Outcome).ShouldBe((GiftCardErrorCode.InvalidRequest, GiftCardOutcome.NothingCreated));
        refused.Message.ShouldContain("Give MaxCost in USD");
        store.Provider.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task An_order_that_is_paid_in_another_currency_is_of_unknown_cost()
    {
        await using var store = new Store();

        var refused = await store.FailAsync(Store.Order("o-1", 25) with { PaymentCurrency = "eur", MaxCost = Money.Of(1000, "USD") });

        refused.Message.ShouldContain("it is paid in EUR, at a rate that only the sale tells");
    }

    [Fact]
    public async Task Of_several_offers_that_match_the_dearest_one_counts()
    {
        var cheap = Store.Make("mixed", "EUR", discount: 10, fee: 0);
        await using var store = new Store(
            products: [cheap with { Offers = [.. cheap.Offers, .. Store.Make("mixed", "EUR", discount: 2, fee: 0).Offers] }]
        );

        (await store.FailAsync(Store.Order("o-1", 100, "mixed", "EUR") with { MaxCost = Money.Of(97.99m, "EUR") })).Code.ShouldBe(
            GiftCardErrorCode.SpendingLimit
        );

        await store.PlaceAsync(Store.Order("o-1", 100, "mixed", "EUR") with { MaxCost = Money.Of(98, "EUR") });
    }

    [Fact]
    public async Task The_bound_is_no_part_of_what_the_reference_stands_for()
    {
        await using var store = new Store();
        var bought = await store.PlaceAsync(Store.Order("o-1", 25) with { MaxCost = Money.Of(25, "USD") });

        var again = await store.PlaceAsync(Store.Order("o-1", 25) with { MaxCost = Money.Of(1, "USD") });

        (again.Id, again.WasReplayed).ShouldBe((bought.Id, true));
        store.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_that_may_have_been_bought_is_found_whatever_it_costs_now()
    {
        await using var store = new Store();
        store.Provider.NextOrders(ScriptedEnd.AnswerLost);
        store.Provider.ScriptLookups(static _ => ScriptedLookup.Inconclusive("busy"));
        store.Provider.NextOrders(ScriptedEnd.AnswerLost, ScriptedEnd.AnswerLost);
        await Should.ThrowAsync<OrderOutcomeUnknownException>(() => store.PlaceAsync(Store.Order("o-1", 25)));
        store.Provider.ScriptLookups(null);

        var found = await store.PlaceAsync(Store.Order("o-1", 25) with { MaxCost = Money.Of(1, "USD") });

        found.Id.ShouldBe(store.Provider.SoldUnder("o-1").ShouldHaveSingleItem().OrderId);
    }

    [Fact]
    public async Task A_catalog_that_cannot_be_read_sends_nothing()
    {
        await using var store = new Store();

        var refused = await store.FailAsync(Store.Order("o-1", 25, "gone") with { MaxCost = Money.Of(1000, "USD") });

        (refused.Code, refused.Outcome).ShouldBe((GiftCardErrorCode.ProductUnavailable, GiftCardOutcome.NothingCreated));
        refused.Message.ShouldContain("what the order costs could not be read");
        store.Provider.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task Where_the_cost_is_never_known_the_shape_forbids_a_bound()
    {
        await using var store = new Store(shapes: [new() { Delivery = Delivery.Returned, Idempotency = Profiles.NeverBuysAgain }]);

        var refused = await store.FailAsync(Store.Order("o-1", 25) with { MaxCost = Money.Of(1000, "USD") });

        refused.Code.ShouldBe(GiftCardErrorCode.InvalidRequest);
        refused.Message.ShouldContain(
            "MaxCost: what an order with delivery Returned costs is not known before it is bought; leave it out."
        );
    }
}
