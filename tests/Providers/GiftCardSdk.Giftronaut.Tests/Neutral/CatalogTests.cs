using System.Globalization;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Quirks 6 and 8: both catalogs, in both vocabularies, whole or page by page.</summary>
public sealed class CatalogTests
{
    [Fact]
    public async Task Quirk_6_the_documented_products_in_neutral_words()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = Catalogs.Answer;

        var products = await accounts.Account.Catalog.ListAsync(CatalogQuery.All).ToListAsync();

        products
            .Select(product => (product.Id, product.Brand, product.Kind, product.Offers[0].Denominations.ToString()))
            .ShouldBe([
                ("GC-NORTHWIND-USD", "Northwind Outdoors", ProductKind.Branded, "15.00 USD, 30.00 USD, 75.00 USD"),
                ("GC-CONTOSOCAFE-EUR", "Contoso Cafe", ProductKind.Branded, "8.00 EUR to 250.00 EUR"),
                ("20417", "Fabrikam Books", ProductKind.Branded, "10.00 SGD to 120.00 SGD by 5.00 SGD"),
                ("CHOICE-SUNRISE-USD", "Sunrise design", ProductKind.Choice, "5.00 USD to 1000.00 USD"),
            ]);
        products[2].Offers[0].Countries.ShouldBe(CountrySet.Of("SG"));
        products[0].Offers[0].Countries.IsKnown.ShouldBeFalse();
        products.ShouldAllBe(product => product.Offers[0].DiscountPercent == null && product.Offers[0].FeePerCard == null);
        products.ShouldAllBe(product => product.Offers[0].Deliveries.SequenceEqual(new[] { Delivery.Email, Delivery.Returned }));
    }

    [Theory]
    [InlineData(GiftronautPriceVocabulary.FaceValue)]
    [InlineData(GiftronautPriceVocabulary.Price)]
    [InlineData(GiftronautPriceVocabulary.Mixed)]
    public async Task Quirk_6_in_every_vocabulary_the_same_can_be_bought(GiftronautPriceVocabulary vocabulary)
    {
        await using var stage = await Stage.StartAsync(twin => twin.PriceVocabulary = vocabulary);

        var books = (await stage.Account.Catalog.GetAsync("20418")).Offers.ShouldHaveSingleItem();
        var outdoors = (await stage.Account.Catalog.GetAsync(Requests.Branded)).Offers.ShouldHaveSingleItem();

        (books.Denominations.Allows(Money.Of(10, "USD")), books.Denominations.Allows(Money.Of(205, "USD"))).ShouldBe((true, false));
        // Only one of the vocabularies has a word for the step.
        books.Denominations.Allows(Money.Of(12, "USD")).ShouldBe(vocabulary == GiftronautPriceVocabulary.FaceValue);
        (outdoors.Denominations.Allows(Money.Of(30, "USD")), outdoors.Denominations.Allows(Money.Of(31, "USD"))).ShouldBe((true, false));
        await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));
        await stage.Account.Orders.PlaceAsync(Requests.Email("o-2", Requests.Line(value: 20, product: Requests.Choice)));
        await stage.Account.Orders.PlaceAsync(Requests.Email("o-3", Requests.Line(value: 25, product: "20418")));
        stage.Twin.Ledger.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("""{ "faceValueType": "FIXED" }""", "unknown")]
    [InlineData("""{ "faceValueType": "FIXED", "denominations": [] }""", "unknown")]
    [InlineData("""{ "faceValueType": "FIXED", "denominations": [10, null] }""", "10.00 EUR")]
    [InlineData("""{ "faceValueType": "RANGE" }""", "unknown")]
    [InlineData("""{ "faceValueType": "RANGE", "minAmount": 5 }""", "unknown")]
    [InlineData("""{ "faceValueType": "RANGE", "minAmount": 9, "maxAmount": 5 }""", "unknown")]
    [InlineData("""{ "priceType": "RANGE", "prices": [5] }""", "unknown")]
    [InlineData("""{ "priceType": "RANGE", "prices": [5, 50], "priceStep": 0 }""", "5.00 EUR to 50.00 EUR")]
    [InlineData("""{ "priceType": "FIXED", "prices": [5, 50] }""", "5.00 EUR, 50.00 EUR")]
    [InlineData("""{ "priceType": "TIERED", "prices": [5, 50] }""", "unknown")]
    [InlineData("""{ "prices": [5, 50] }""", "unknown")]
    [InlineData("""{ "faceValueType": "RANGE", "minAmount": "5", "maxAmount": "50.5" }""", "5.00 EUR to 50.50 EUR")]
    public async Task Quirk_6_prices_that_say_too_little_are_unknown_and_never_throw(string prices, string expected)
    {
        var product = await ReadAsync(prices.Replace("{ ", """{ "productId": "p", "currencyCode": "EUR", """, StringComparison.Ordinal));

        product.Offers.ShouldHaveSingleItem().Denominations.ToString().ShouldBe(expected);
    }

    [Fact]
    public async Task A_product_whose_currency_is_not_known_has_no_offer()
    {
        (await ReadAsync("""{ "productId": "p", "brandName": "B" }""")).Offers.ShouldBeEmpty();
        (await ReadAsync("""{ "productId": "p", "currencyCode": "EURO" }""")).Offers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("7", "7")]
    [InlineData("\"007\"", "007")]
    [InlineData("12345678901234567890123", "12345678901234567890123")]
    public async Task Quirk_8_an_id_is_a_text_even_where_it_comes_as_a_number(string json, string id) =>
        (await ReadAsync($$"""{ "productId": {{json}}, "currencyCode": "EUR" }""")).Id.ShouldBe(id);

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 0)]
    [InlineData(true, 110)]
    [InlineData(false, 110)]
    public async Task A_catalog_comes_whole_or_page_by_page_and_is_read_once(bool isHonoured, int more)
    {
        await using var stage = await Stage.StartAsync(twin => (twin.CatalogQueryHonoured, twin.ExtraProducts) = (isHonoured, more));

        var products = await stage.Account.Catalog.ListAsync(CatalogQuery.All).ToListAsync();

        products.Select(product => product.Id).Order(StringComparer.Ordinal).ShouldBe(stage.Twin.ProductIds.Order(StringComparer.Ordinal));
        var branded = stage.Twin.ProductIds.Count(id => !id.StartsWith("CHOICE", StringComparison.Ordinal));
        var pages = isHonoured ? (branded + 99) / 100 : 1;
        (stage.Twin.Requests.Count("branded_cards.list"), stage.Twin.Requests.Count("choice_cards.list")).ShouldBe((pages, 1));
    }

    [Fact]
    public async Task A_server_that_takes_no_page_is_asked_as_the_quickstart_does()
    {
        await using var stage = await Stage.StartAsync(account: options => options.WireAssumptions.CatalogTakesPages = false);

        await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));

        stage.Twin.Requests.For("branded_cards.list").ShouldAllBe(call => !call.PathAndQuery.Contains('?'));
    }

    [Fact]
    public async Task One_kind_reads_one_catalog_and_one_country_filters_what_is_known()
    {
        await using var stage = await Stage.StartAsync();

        var choice = await stage.Account.Catalog.ListAsync(new() { Kind = ProductKind.Choice }).ToListAsync();
        var german = await stage
            .Account.Catalog.ListAsync(
                new()
                {
                    Kind = ProductKind.Branded,
                    Country = "DE",
                    Currency = "EUR",
                }
            )
            .ToListAsync();

        choice.Count.ShouldBe(8);
        choice.ShouldAllBe(product => product.Kind == ProductKind.Choice);
        german.ShouldAllBe(product => product.Offers[0].Countries.Includes("DE") != false && product.Offers[0].Currency == "EUR");
        german.Count.ShouldBeGreaterThan(2);
        (stage.Twin.Requests.Count("choice_cards.list"), stage.Twin.Requests.Count("branded_cards.list")).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_product_that_is_gone_is_said_to_be()
    {
        await using var stage = await Stage.StartAsync();

        (await Should.ThrowAsync<GiftCardException>(() => stage.Account.Catalog.GetAsync("no-such"))).Code.ShouldBe(
            GiftCardErrorCode.ProductUnavailable
        );
    }

    [Theory]
    [InlineData("USA", "US")]
    [InlineData("deu", "DE")]
    [InlineData("GBR", "GB")]
    [InlineData("KOR", "KR")]
    [InlineData("BIH", "BA")]
    [InlineData("JP", "JP")]
    [InlineData("XYZ", null)]
    [InlineData("", null)]
    public async Task Countries_come_in_three_letters_and_leave_in_two(string three, string? two)
    {
        var offer = (await ReadAsync($$"""{ "productId": "p", "currencyCode": "EUR", "countryCode": "{{three}}" }""")).Offers[0];

        offer.Countries.ShouldBe(two is null ? CountrySet.Unknown : CountrySet.Of(two));
    }

    [Fact]
    public async Task Every_country_of_the_twins_catalog_is_known()
    {
        await using var stage = await Stage.StartAsync(twin => twin.PriceVocabulary = GiftronautPriceVocabulary.Price);

        var products = await stage.Account.Catalog.ListAsync(new() { Kind = ProductKind.Branded }).ToListAsync();

        products.ShouldAllBe(product => product.Offers[0].Countries.IsKnown);
        products.SelectMany(product => product.Offers[0].Countries.Codes).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(40);
    }

    [Theory]
    [InlineData("GC-PIXELDOCK-JPY", "JPY", 3000)]
    [InlineData("20487", "KWD", 2.125)]
    [InlineData("20522", "CHF", 10.05)]
    public async Task Amounts_go_out_as_plain_decimal_numbers_whatever_places_the_currency_has(
        string product,
        string currency,
        double amount
    )
    {
        await using var stage = await Stage.StartAsync();
        var value = Money.Of((decimal)amount, currency);

        await stage.Account.Orders.PlaceAsync(
            Requests.Email("o-1", Requests.Line(value: value.Amount, product: product, currency: currency))
        );

        stage
            .Twin.Requests.For("branded_cards.order")[0]
            .Body.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"\"amount\":{amount}"));
        stage.Twin.Ledger.Sales.ShouldHaveSingleItem().AmountInMinorUnits.ShouldBe(value.ToMinorUnits());
    }

    private static async Task<Product> ReadAsync(string json)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer($$"""{ "data": [ {{json}} ] }""");
        return await accounts.Account.Catalog.ListAsync(new() { Kind = ProductKind.Branded }).SingleAsync();
    }
}
