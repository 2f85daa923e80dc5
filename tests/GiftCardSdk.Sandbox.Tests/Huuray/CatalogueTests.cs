using System.Globalization;
using System.Text.Json;

namespace GiftCardSdk.Sandbox.Tests.Huuray;

public sealed class CatalogueTests
{
    [Fact]
    public async Task The_catalogue_is_of_a_realistic_size_and_mix()
    {
        await using var caller = await HuurayCaller.StartAsync();

        var products = await ProductsAsync(caller);

        products.Count.ShouldBeGreaterThan(100);
        Distinct(products, "Currency").Length.ShouldBeGreaterThan(30);
        Distinct(products, "CountryCode").Length.ShouldBeGreaterThan(40);
        Distinct(products, "RealTimeStock").ShouldBe(["Stock", "Real-time"], ignoreOrder: true);
        products.ShouldContain(product => !product.GetProperty("Active").GetBoolean());
        products.Count(product => Word(product, "BrandName") == "Nordkaffe Demo" && Word(product, "CountryCode") == "SE").ShouldBe(2);
        Distinct(products, "ProductToken").Length.ShouldBe(products.Count);
    }

    [Fact]
    public async Task The_public_catalogue_has_more_products_and_neither_tokens_nor_discounts()
    {
        await using var caller = await HuurayCaller.StartAsync();

        var mine = await ProductsAsync(caller);
        var all = await ProductsAsync(caller, """{"All":true}""");

        all.Count.ShouldBeGreaterThan(mine.Count);
        all.ShouldAllBe(product => !Has(product, "ProductToken") && !Has(product, "Discount"));
        mine.ShouldAllBe(product => Has(product, "ProductToken"));
        (await caller.PostAsync("Order", Orders.Of(Orders.Product("pt-members-only-se", 10_000)))).Code().ShouldBe(404);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task What_a_missing_All_means_is_a_switch(bool setting, bool tokens)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.AllWhenMissing = setting);

        Has((await ProductsAsync(caller, "{}"))[0], "ProductToken").ShouldBe(tokens);
    }

    [Theory]
    [InlineData(HuurayDenominationUnit.Major, "100,250,500", "50-5000", "2.5,5,12.525", "1000,3000,5000")]
    [InlineData(HuurayDenominationUnit.Minor, "10000,25000,50000", "5000-500000", "2500,5000,12525", "1000,3000,5000")]
    public async Task Denominations_are_one_text_in_the_unit_the_switch_says(
        HuurayDenominationUnit unit,
        string crowns,
        string range,
        string dinars,
        string yen
    )
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.DenominationUnit = unit);
        var products = await ProductsAsync(caller);

        Denominations(products, "pt-nord-kaffe-se").ShouldBe(crowns);
        Denominations(products, "pt-nord-kaffe-flex-se").ShouldBe(range);
        Denominations(products, "pt-pearl-market-kw").ShouldBe(dinars);
        Denominations(products, "pt-hikari-games-jp").ShouldBe(yen);
    }

    [Theory]
    [InlineData(HuurayRangeNotation.Dash, "50-5000")]
    [InlineData(HuurayRangeNotation.Words, "Open value")]
    [InlineData(HuurayRangeNotation.Null, null)]
    public async Task A_range_is_written_as_the_switch_says(HuurayRangeNotation notation, string? text)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.RangeNotation = notation);

        Denominations(await ProductsAsync(caller), "pt-nord-kaffe-flex-se").ShouldBe(text);
    }

    [Fact]
    public async Task Every_product_is_sold_at_what_the_catalogue_says()
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.DenominationUnit = HuurayDenominationUnit.Minor);
        var products = await ProductsAsync(caller);

        foreach (var product in products)
        {
            var token = Word(product, "ProductToken")!;
            var value = int.Parse(Word(product, "Denominations")!.Split(',', '-')[0], CultureInfo.InvariantCulture);
            var answer = await caller.PostAsync("Order", Orders.Of(Orders.Product(token, value, Word(product, "Currency")!)));
            var sold = product.GetProperty("Active").GetBoolean() && token != HuurayTwin.UnavailableProductToken;
            answer.Code().ShouldBe(sold ? 201 : 422, token);
        }
    }

    [Fact]
    public async Task A_catalogue_can_be_made_as_large_as_wanted()
    {
        await using var small = await HuurayCaller.StartAsync();
        await using var large = await HuurayCaller.StartAsync(options => options.ExtraProducts = 5_000);

        ((await ProductsAsync(large)).Count - (await ProductsAsync(small)).Count).ShouldBe(5_000);
    }

    [Fact]
    public async Task A_removed_product_is_gone_until_it_is_put_back()
    {
        await using var caller = await HuurayCaller.StartAsync();

        caller.Twin.RemoveProduct("pt-nord-kaffe-se");
        var listed = Distinct(await ProductsAsync(caller), "ProductToken");
        var stock = await caller.PostAsync("Stock", """{"ProductToken":"pt-nord-kaffe-se"}""");
        var order = await caller.OrderAsync("gone");
        caller.Twin.RestoreProduct("pt-nord-kaffe-se");

        listed.ShouldNotContain("pt-nord-kaffe-se", StringComparer.Ordinal);
        (stock.Code(), order.Code()).ShouldBe((404, 404));
        (await caller.OrderAsync("back")).Code().ShouldBe(201);
        Should.Throw<ArgumentException>(() => caller.Twin.RemoveProduct("pt-nobody")).Message.ShouldContain("pt-nobody");
    }

    [Theory]
    [InlineData(true, 404)]
    [InlineData(false, 200)]
    public async Task An_empty_catalogue_is_answered_as_the_switch_says(bool notFound, int status)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.EmptyCatalogueIsNotFound = notFound);
        foreach (var token in caller.Twin.ProductTokens)
        {
            caller.Twin.RemoveProduct(token);
        }

        (await caller.PostAsync("Catalogue", """{"All":false}""")).Code().ShouldBe(status);
    }

    [Fact]
    public async Task Stock_goes_down_with_each_sale_and_ends()
    {
        await using var caller = await HuurayCaller.StartAsync();
        caller.Twin.SetStock("pt-nord-kaffe-se", 25_000, cards: 3);

        (await caller.OrderAsync("s-1", quantity: 2)).Code().ShouldBe(201);
        (await StockAsync(caller, """{"ProductToken":"pt-nord-kaffe-se","Value":25000}""")).ShouldBe("1");
        (await caller.OrderAsync("s-2", quantity: 2)).Code().ShouldBe(422);
        (await StockAsync(caller, """{"ProductToken":"pt-nord-kaffe-se"}""")).ShouldBe("100000");
        (await StockAsync(caller, """{"ProductToken":"pt-sold-out-se"}""")).ShouldBe("0");
    }

    [Theory]
    [InlineData(null, "null")]
    [InlineData(7, "7")]
    public async Task The_stock_of_a_product_issued_in_real_time_is_a_switch(int? setting, string shown)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.RealTimeStock = setting);

        (await StockAsync(caller, """{"ProductToken":"pt-nord-kaffe-flex-se"}""")).ShouldBe(shown);
    }

    [Theory]
    [InlineData("""{"ProductToken":"pt-nobody"}""", 404)]
    [InlineData("""{"ProductToken":"pt-nord-kaffe-se","Value":1}""", 422)]
    [InlineData("""{"Value":25000}""", 400)]
    [InlineData("""{"ProductToken":null}""", 400)]
    public async Task A_stock_call_that_makes_no_sense_is_refused(string body, int status)
    {
        await using var caller = await HuurayCaller.StartAsync();

        (await caller.PostAsync("Stock", body)).Code().ShouldBe(status);
    }

    [Fact]
    public async Task Without_templates_there_is_nothing_and_with_pdf_ones_alone_an_empty_list()
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.Templates.Clear());

        var pdfOnly = await caller.SendAsync(HttpMethod.Post, "Template");
        caller.Twin.Options.PdfTemplates.Clear();
        var nothing = await caller.SendAsync(HttpMethod.Post, "Template");

        pdfOnly.Code().ShouldBe(200);
        pdfOnly.Json.GetProperty("Templates").GetArrayLength().ShouldBe(0);
        nothing.Code().ShouldBe(404);
    }

    private static async Task<IReadOnlyList<JsonElement>> ProductsAsync(HuurayCaller caller, string body = """{"All":false}""") =>
        [.. (await caller.PostAsync("Catalogue", body)).Json.GetProperty("Products").EnumerateArray()];

    private static async Task<string> StockAsync(HuurayCaller caller, string body) =>
        (await caller.PostAsync("Stock", body)).Json.GetProperty("Stock").GetRawText();

    private static string? Denominations(IReadOnlyList<JsonElement> products, string token) =>
        Word(products.Single(product => Word(product, "ProductToken") == token), "Denominations");

    private static string?[] Distinct(IEnumerable<JsonElement> products, string name) =>
        [.. products.Select(product => Word(product, name)).Distinct(StringComparer.Ordinal)];

    private static bool Has(JsonElement product, string name) => product.TryGetProperty(name, out _);

    private static string? Word(JsonElement product, string name) => Answer.Word(product, name);
}
