using System.Globalization;
using System.Text.Json.Nodes;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>Quirk 12: whole minor units on the wire, exactly, and never rounded.</summary>
public sealed class MoneyTests
{
    [Theory]
    [InlineData("pt-nord-kaffe-se", "SEK", "250", 25000, HuurayMinorUnits.Iso4217)]
    [InlineData("pt-hikari-games-jp", "JPY", "3000", 3000, HuurayMinorUnits.Iso4217)]
    [InlineData("pt-pearl-market-kw", "KWD", "12.525", 12525, HuurayMinorUnits.Iso4217)]
    [InlineData("pt-harbour-cinema-gb", "GBP", "12.5", 1250, HuurayMinorUnits.Iso4217)]
    [InlineData("pt-hikari-games-jp", "JPY", "3000", 300000, HuurayMinorUnits.AlwaysHundredths)]
    [InlineData("pt-pearl-market-kw", "KWD", "2.5", 250, HuurayMinorUnits.AlwaysHundredths)]
    public async Task Quirk_12_amounts_go_out_and_come_back_exactly(
        string product,
        string currency,
        string value,
        int wire,
        HuurayMinorUnits units
    )
    {
        await using var stage = await StartAsync(units);

        var order = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1", Amount(value, currency), product));

        order.Rewards.ShouldHaveSingleItem().FaceValue.ShouldBe(Amount(value, currency));
        var body = JsonNode.Parse(stage.Twin.Requests.For("order.create").ShouldHaveSingleItem().Body)!;
        body["Product"]!["Value"]!.GetValue<int>().ShouldBe(wire);
        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().AmountInMinorUnits.ShouldBe(wire);
    }

    [Theory]
    [InlineData("KWD", "12.525", HuurayMinorUnits.AlwaysHundredths)]
    [InlineData("SEK", "21474836.48", HuurayMinorUnits.Iso4217)]
    [InlineData("JPY", "21474836.48", HuurayMinorUnits.Iso4217)]
    [InlineData("JPY", "21474837", HuurayMinorUnits.AlwaysHundredths)]
    public async Task Quirk_12_what_does_not_come_out_whole_or_does_not_fit_is_not_sent(
        string currency,
        string value,
        HuurayMinorUnits units
    )
    {
        await using var stage = await StartAsync(units);

        var failure = await Record.ExceptionAsync(() =>
            stage.Account.Orders.PlaceAsync(Requests.Returned("o-1", Amount(value, currency), "pt-free-choice-se"))
        );

        failure.ShouldNotBeNull().Message.ShouldContain("Lines[0].FaceValue");
        stage.Twin.Requests.Total.ShouldBe(0);
    }

    [Fact]
    public async Task The_largest_amount_goes_out()
    {
        await using var stage = await StartAsync(HuurayMinorUnits.Iso4217);

        var refused = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Account.Orders.PlaceAsync(Requests.Returned("o-1", Money.Of(21_474_836.47m, "SEK"), "pt-free-choice-se"))
        );

        refused.HttpStatus.ShouldBe(422);
        stage.Twin.Requests.For("order.create").ShouldHaveSingleItem().Body.ShouldContain("2147483647");
    }

    [Fact]
    public async Task A_card_bought_in_another_currency_than_the_products_is_refused_by_Huuray_and_nothing_is_sold()
    {
        await using var stage = await StartAsync(HuurayMinorUnits.Iso4217);

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Account.Orders.PlaceAsync(Requests.Returned("o-1", Money.Of(250, "EUR")))
        );

        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        stage.Twin.Ledger.Count.ShouldBe(0);
    }

    private static Money Amount(string value, string currency) => Money.Of(decimal.Parse(value, CultureInfo.InvariantCulture), currency);

    private static Task<Stage> StartAsync(HuurayMinorUnits units) =>
        Stage.StartAsync(
            twin => twin.MinorUnits = units,
            account => account.WireAssumptions.CountsInHundredths = units == HuurayMinorUnits.AlwaysHundredths
        );
}
