using System.Text.Json.Nodes;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Traps 4, 5, 6 and 7: cents without a currency, prices, availability, regions.</summary>
public sealed class MoneyTests
{
    [Fact]
    public async Task Trap_4_a_face_value_in_another_currency_than_the_brands_never_leaves()
    {
        await using var stage = await Stage.StartAsync();

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Account.Orders.PlaceAsync(Requests.DirectLink("t4", value: Money.Of(25, "EUR")))
        );

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.ProductUnavailable, GiftCardOutcome.NothingCreated));
        failure.Message.ShouldContain("Lines[0].FaceValue: 25.00 EUR was given; 'northcafeus' is sold in USD.");
        stage.Twin.Requests.Count("direct_links.create").ShouldBe(0);
    }

    [Fact]
    public async Task Trap_4_one_brand_of_a_choice_in_another_currency_is_enough()
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.DirectLink("t4", value: Money.Of(25, "USD")) with
        {
            Options = [new GiftbitOrderOptions { BrandCodes = ["lanternbooksus", "lanternbooksca"] }],
        };

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(request));

        failure.Message.ShouldContain("'lanternbooksca' is sold in CAD");
        stage.Twin.Ledger.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Trap_4_the_wire_counts_hundredths_of_yen_too()
    {
        await using var stage = await Stage.StartAsync();

        var order = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("t4", value: Money.Of(1500, "JPY"), product: "kissatenjp"));

        stage.Twin.Ledger.SalesFor("t4").ShouldHaveSingleItem().AmountInMinorUnits.ShouldBe(150_000);
        order.Rewards[0].FaceValue.ShouldBe(Money.Of(1500, "JPY"));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(500, true)]
    public async Task What_an_order_costs_that_Giftbit_converts_is_not_known(int canadianDollars, bool isKnown)
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetBalance("CAD", canadianDollars * 100L);

        var placed = await stage.Account.Orders.PlaceAsync(
            Requests.DirectLink("cad", value: Money.Of(12, "CAD"), product: "lanternbooksca")
        );
        var read = await stage.Account.Status.GetAsync(placed.Id);

        (placed.TotalCost, read.TotalCost).ShouldBe(isKnown ? (Money.Of(12, "CAD"), Money.Of(12, "CAD")) : (null, null));
        (placed.Exchange, read.Exchange).ShouldBe((null, null));
    }

    [Fact]
    public async Task Trap_4_what_hundredths_cannot_hold_is_a_mistake()
    {
        await using var stage = await Stage.StartAsync();

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Account.Orders.PlaceAsync(Requests.DirectLink("t4", value: Money.Of(1.005m, "KWD")))
        );

        failure.Code.ShouldBe(GiftCardErrorCode.InvalidRequest);
        failure.Message.ShouldContain("1.005 KWD was given, but Giftbit counts in whole hundredths");
        stage.Twin.Requests.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Trap_4_balances_beyond_32_bits_and_what_pending_means()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetPendingFunds("CAD", 12_345);
        await stage.Account.Orders.PlaceAsync(Requests.DirectLink("t4"));

        var balances = await stage.Account.Balances.ListAsync();

        var dollars = balances.Single(balance => balance.Currency == "USD");
        dollars.Available.ShouldBe(Money.Of(25_000_000 - 12, "USD"));
        dollars.Reserved.ShouldBe(Money.Of(12, "USD"));
        balances.Single(balance => balance.Currency == "CAD").Incoming.ShouldBe(Money.Of(123.45m, "CAD"));
    }

    [Theory]
    [InlineData("northcafeus", 40001)]
    [InlineData("northcafeus", 299)]
    [InlineData("trailgearus", 2000)]
    public async Task Trap_5_a_value_that_neither_range_nor_list_has_is_unavailable(string product, int cents)
    {
        await using var stage = await Stage.StartAsync();

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Account.Orders.PlaceAsync(Requests.DirectLink("t5", value: Money.FromMinorUnits(cents, "USD"), product: product))
        );

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.ProductUnavailable, GiftCardOutcome.NothingCreated));
        stage.Twin.Requests.Count("direct_links.create").ShouldBe(0);
    }

    [Theory]
    [InlineData("northcafeus", 300)]
    [InlineData("northcafeus", 40000)]
    [InlineData("trailgearus", 7500)]
    public async Task Trap_5_the_bounds_and_the_listed_values_can_be_bought(string product, int cents)
    {
        await using var stage = await Stage.StartAsync();

        var order = await stage.Account.Orders.PlaceAsync(
            Requests.DirectLink("t5", value: Money.FromMinorUnits(cents, "USD"), product: product)
        );

        order.Status.ShouldBe(OrderStatus.Completed);
    }

    [Fact]
    public async Task Trap_5_a_brand_that_goes_between_the_look_and_the_order_is_unavailable()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.Faults.Add(new() { Operation = "direct_links.create", Kind = FaultKind.ProductGone });

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.DirectLink("t5")));

        (failure.Code, failure.ProviderCode, failure.Outcome).ShouldBe(
            (GiftCardErrorCode.ProductUnavailable, GiftbitWords.Errors.InvalidBrand, GiftCardOutcome.NothingCreated)
        );
        stage.Twin.Requests.Count("campaign.get").ShouldBe(0, "the refusal is certain");
    }

    [Fact]
    public async Task Trap_6_availability_is_read_fresh_before_every_order()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Orders.PlaceAsync(Requests.DirectLink("t6-a"));
        stage.Twin.RemoveBrand(Requests.Product);

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.DirectLink("t6-b")));

        (failure.Code, failure.ProviderCode, failure.Outcome).ShouldBe(
            (GiftCardErrorCode.ProductUnavailable, GiftbitWords.Errors.NoSuchBrand, GiftCardOutcome.NothingCreated)
        );
        (stage.Twin.Requests.Count("brands.get"), stage.Twin.Requests.Count("direct_links.create")).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Trap_7_a_region_is_a_name_in_an_order()
    {
        await using var stage = await Stage.StartAsync();
        var product = GiftbitProductId.OfRegion("Canada");

        var order = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("t7", value: Money.Of(50, "CAD"), product: product));

        var body = JsonNode.Parse(stage.Twin.Requests.For("direct_links.create").ShouldHaveSingleItem().Body)!;
        ((string?)body["region"], body["brand_codes"]).ShouldBe(("Canada", null));
        order.Rewards.ShouldHaveSingleItem().ProductId.ShouldBeNull("nobody has chosen yet");
        var read = await stage.Account.Status.GetAsync(order.Id);
        read.Lines.ShouldHaveSingleItem().ShouldBe(new() { ProductId = product, FaceValue = Money.Of(50, "CAD") });
    }

    [Theory]
    [InlineData("Germany", "EUR", "the currency of prices in region 'Germany' is not known")]
    [InlineData("USA", "CAD", "prices in region 'USA' are in USD")]
    public async Task Trap_7_a_region_whose_currency_is_unknown_or_another_is_not_ordered(string region, string currency, string complaint)
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.DirectLink("t7", value: Money.Of(50, currency), product: GiftbitProductId.OfRegion(region));

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(request));

        failure.Message.ShouldContain(complaint);
        stage.Twin.Requests.Total.ShouldBe(0);
    }
}
