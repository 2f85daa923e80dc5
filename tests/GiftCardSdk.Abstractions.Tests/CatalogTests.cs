namespace GiftCardSdk.Abstractions.Tests;

/// <summary>What can be bought, where, at which face value and for how much.</summary>
public sealed class CatalogTests
{
    [Fact]
    public void A_query_without_wishes_matches_everything() => CatalogQuery.All.Match(Coffee).ShouldBeSameAs(Coffee);

    [Fact]
    public void Only_the_offers_that_match_are_kept()
    {
        var match = new CatalogQuery { Currency = "usd" }
            .Match(Coffee)
            .ShouldNotBeNull();

        match.Offers.ShouldHaveSingleItem().Currency.ShouldBe("USD");
        Coffee.Offers.Count.ShouldBe(2);
    }

    public static TheoryData<string, CatalogQuery, bool> Queries =>
        new()
        {
            {
                "a part of the brand, any case",
                new() { Search = " GONE " },
                true
            },
            {
                "another brand",
                new() { Search = "tea" },
                false
            },
            {
                "its kind",
                new() { Kind = ProductKind.Branded },
                true
            },
            {
                "another kind",
                new() { Kind = ProductKind.Choice },
                false
            },
            {
                "a country of one offer",
                new() { Country = "de" },
                true
            },
            {
                "a country of no offer",
                new() { Country = "JP" },
                false
            },
            {
                "a face value in range",
                new() { FaceValue = Money.Of(7, "EUR") },
                true
            },
            {
                "a face value out of range",
                new() { FaceValue = Money.Of(501, "EUR") },
                false
            },
            {
                "a face value of a fixed set",
                new() { FaceValue = Money.Of(25, "USD") },
                true
            },
            {
                "a face value that is not in the set",
                new() { FaceValue = Money.Of(26, "USD") },
                false
            },
            {
                "a face value in another currency",
                new() { FaceValue = Money.Of(25, "GBP") },
                false
            },
            {
                "country and currency of different offers",
                new() { Country = "DE", Currency = "USD" },
                false
            },
        };

    [Theory]
    [MemberData(nameof(Queries), DisableDiscoveryEnumeration = true)]
    public void A_query_matches_all_that_it_sets(string what, CatalogQuery query, bool matches) =>
        (query.Match(Coffee) is not null).ShouldBe(matches, what);

    [Fact]
    public void What_is_unknown_is_kept()
    {
        var unknown = Coffee with { Offers = [new() { Currency = "EUR" }] };

        new CatalogQuery { Country = "JP", FaceValue = Money.Of(3, "EUR") }
            .Match(unknown)
            .ShouldBe(unknown);
    }

    [Fact]
    public void A_query_that_makes_no_sense_is_refused()
    {
        Should.Throw<ArgumentException>(() => new CatalogQuery { Currency = "EURO" }.Match(Coffee));
        Should.Throw<ArgumentException>(() => new CatalogQuery { Country = "Germany" }.Match(Coffee));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(7.5, true)]
    [InlineData(6, false)]
    [InlineData(4.99, false)]
    [InlineData(102.5, false)]
    public void A_range_with_a_step_allows_whole_steps_above_its_start(double amount, bool allows) =>
        new RangeDenominations(Money.Of(5, "EUR"), Money.Of(100, "EUR"), Money.Of(2.5m, "EUR"))
            .Allows(Money.Of((decimal)amount, "EUR"))
            .ShouldBe(allows);

    [Theory]
    [InlineData(8, true)]
    [InlineData(7.5, false)]
    public void Steps_are_counted_from_the_start_though_it_is_no_multiple_of_them(double amount, bool allows) =>
        new RangeDenominations(Money.Of(3, "EUR"), Money.Of(100, "EUR"), Money.Of(2.5m, "EUR"))
            .Allows(Money.Of((decimal)amount, "EUR"))
            .ShouldBe(allows);

    [Fact]
    public void A_range_without_a_step_allows_what_can_be_paid()
    {
        var range = new RangeDenominations(Money.Of(5, "EUR"), Money.Of(100, "EUR"));

        range.Allows(Money.Of(5, "EUR")).ShouldBe(true);
        range.Allows(Money.Of(100, "EUR")).ShouldBe(true);
        range.Allows(Money.Of(5.01m, "EUR")).ShouldBe(true);
        range.Allows(Money.Of(5.001m, "EUR")).ShouldBe(false);
        range.Allows(Money.Of(50, "USD")).ShouldBe(false);
    }

    [Fact]
    public void Denominations_print_for_tables()
    {
        new RangeDenominations(Money.Of(5, "EUR"), Money.Of(100, "EUR")).ToString().ShouldBe("5.00 EUR to 100.00 EUR");
        new RangeDenominations(Money.Of(5, "EUR"), Money.Of(9, "EUR"), Money.Of(2, "EUR")).ToString().ShouldEndWith(" by 2.00 EUR");
        new FixedDenominations([Money.Of(5, "EUR"), Money.Of(9, "EUR")]).ToString().ShouldBe("5.00 EUR, 9.00 EUR");
        UnknownDenominations.Instance.ToString().ShouldBe("unknown");
        UnknownDenominations.Instance.Allows(Money.Of(1, "EUR")).ShouldBeNull();
    }

    [Theory]
    [InlineData("10", "0", "22.50")]
    [InlineData("-3", "0.50", "26.25")]
    [InlineData("0", "0", "25.00")]
    public void A_cost_is_the_face_value_less_the_discount_plus_the_fee(string discount, string fee, string cost)
    {
        var offer = new Offer
        {
            Currency = "EUR",
            DiscountPercent = Number(discount),
            FeePerCard = Money.Of(Number(fee), "EUR"),
        };

        offer.CostOf(Money.Of(25, "EUR")).ShouldBe(Money.Of(Number(cost), "EUR"));
    }

    [Fact]
    public void An_unknown_cost_is_never_guessed()
    {
        var value = Money.Of(25, "EUR");

        new Offer { Currency = "EUR" }
            .CostOf(value)
            .ShouldBeNull();
        new Offer { Currency = "EUR", DiscountPercent = 5 }
            .CostOf(value)
            .ShouldBeNull();
        new Offer
        {
            Currency = "EUR",
            DiscountPercent = 5,
            FeePerCard = Money.Of(1, "USD"),
        }
            .CostOf(value)
            .ShouldBeNull();
        Should.Throw<ArgumentException>(() => new Offer { Currency = "USD" }.CostOf(value));
    }

    [Fact]
    public void Countries_are_a_list_everywhere_or_unknown()
    {
        var list = CountrySet.Of("de", "AT", "DE");

        list.Codes.ShouldBe(["DE", "AT"]);
        list.Includes("at").ShouldBe(true);
        list.Includes("FR").ShouldBe(false);
        CountrySet.Worldwide.Includes("FR").ShouldBe(true);
        CountrySet.Unknown.Includes("FR").ShouldBeNull();
        (list.IsKnown, CountrySet.Worldwide.IsKnown, CountrySet.Unknown.IsKnown).ShouldBe((true, true, false));
        $"{list} / {CountrySet.Worldwide} / {CountrySet.Unknown}".ShouldBe("DE, AT / worldwide / unknown");
    }

    [Fact]
    public void Two_lists_of_the_same_countries_are_equal_in_any_order()
    {
        CountrySet.Of("DE", "AT").ShouldBe(CountrySet.Of("at", "de"));
        CountrySet.Of("DE", "AT").GetHashCode().ShouldBe(CountrySet.Of("AT", "DE").GetHashCode());
        CountrySet.Of("DE").Equals(CountrySet.Of("AT")).ShouldBeFalse();
        CountrySet.Worldwide.Equals(CountrySet.Unknown).ShouldBeFalse();
        CountrySet.Worldwide.Equals(null).ShouldBeFalse();
    }

    [Fact]
    public void Wrong_countries_are_refused()
    {
        Should.Throw<ArgumentException>(() => CountrySet.Of());
        Should.Throw<ArgumentException>(() => CountrySet.Of("DEU")).Message.ShouldContain("'DEU'");
        Should.Throw<ArgumentException>(() => CountrySet.Worldwide.Includes("1"));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Product Coffee { get; } =
        new()
        {
            Provider = "p",
            Id = "coffee",
            Brand = "Bean & Gone",
            Offers =
            [
                new()
                {
                    Currency = "EUR",
                    Countries = CountrySet.Of("DE", "AT"),
                    Denominations = new RangeDenominations(Money.Of(5, "EUR"), Money.Of(500, "EUR")),
                },
                new()
                {
                    Currency = "USD",
                    Countries = CountrySet.Of("US"),
                    Denominations = new FixedDenominations([Money.Of(25, "USD")]),
                },
            ],
        };
}
