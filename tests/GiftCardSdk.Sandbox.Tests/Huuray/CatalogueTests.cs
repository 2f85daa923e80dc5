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
    public async Task A_balance_is_set_over_http()
    {
        await using var caller = await HuurayCaller.StartAsync();

        var balances = await caller.ControlAsync(HttpMethod.Put, "balances/SEK", """{"minorUnits":100}""");
        var mistake = await caller.ControlAsync(HttpMethod.Put, "balances/crowns", """{"minorUnits":100}""");

        balances.Json.GetProperty("SEK").GetInt64().ShouldBe(100);
        (await caller.ControlAsync(HttpMethod.Get, "balances")).Text.ShouldBe(balances.Text);
        mistake.Code().ShouldBe(400);
    }

    [Fact]
    public async Task A_removed_product_is_gone()
    {
        await using var caller = await HuurayCaller.StartAsync();

        caller.Twin.RemoveProduct("pt-nord-kaffe-se");
        var listed = Distinct(await ProductsAsync(caller), "ProductToken");
        var stock = await caller.PostAsync("Stock", """{"ProductToken":"pt-nord-kaffe-se"}""");
        var order = await caller.OrderAsync("gone");

        listed.ShouldNotContain("pt-nord-kaffe-se", StringComparer.Ordinal);
        (stock.Code(), order.Code()).ShouldBe((404, 404));
        Should.Throw<ArgumentException>(() => caller.Twin.RemoveProduct("pt-nobody")).Message.ShouldContain("pt-nobody");
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

    private static string?[] Distinct(IEnumerable<JsonElement> products, string name) =>
        [.. products.Select(product => Word(product, name)).Distinct(StringComparer.Ordinal)];

    private static bool Has(JsonElement product, string name) => product.TryGetProperty(name, out _);

    private static string? Word(JsonElement product, string name) => Answer.Word(product, name);
}
