using System.Net;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GiftCardPartnersCatalogTests
{
    private const string DocumentedProduct = """
        {
          "Id": "HARBOR-COFFEE-US", "Name": "Harbor Coffee", "Type": "Digital",
          "DenominationType": "Fixed", "Denominations": [5.00, 15.00, 30.00],
          "CurrencyCode": "USD", "CultureCodes": ["en-US", "fr-CA"],
          "AvailableDeliveryTypes": ["DigitalDelivery", "Links"],
          "ShortDescription": "Coffee and pastries.", "LongDescription": "Valid in every Harbor Coffee shop.",
          "Terms": "No cash value.", "Disclaimer": "Not affiliated with any real brand.", "RedemptionNote": "Show the code at the till.",
          "Meta": { "ShippingConfiguration": { "FulfillmentGroup": "none", "HasRequiredCardCarriers": false } },
          "Media": { "Faceplates": [ { "Name": "Classic", "Path": "https://img.sandbox.example/harbor.png" } ] },
          "Cost": { "Fee": 0.00, "DiscountPercentage": 3.00 },
          "Translations": [ { "CultureCode": "fr", "Name": "Café du Port", "Description": "Café et viennoiseries." } ]
        }
        """;

    [Fact]
    public async Task The_list_looks_as_documented()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.GetAsync("/v1/Products?pageIndex=1&pageSize=100&productType=Digital");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldHaveTheShapeOf($$"""{ "Page": 1, "PageSize": 100, "TotalCount": 1, "Data": [ {{DocumentedProduct}} ] }""");
        answer["Data"][0].GetProperty("Id").GetString().ShouldBe("HARBOR-COFFEE-US");
    }

    [Fact]
    public async Task One_product_is_the_same_without_an_envelope()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.GetAsync("/v1/Products/HARBOR-COFFEE-US");

        answer.Body.ShouldHaveTheShapeOf(DocumentedProduct);
        answer["Cost"].GetProperty("DiscountPercentage").GetDecimal().ShouldBe(3m);
    }

    [Fact]
    public async Task The_catalog_is_of_a_realistic_size_and_mix()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var products = (await bench.GetAsync("/v1/Products?pageSize=500"))["Data"].EnumerateArray().ToArray();

        products.Length.ShouldBeGreaterThanOrEqualTo(45);
        Values("CurrencyCode").ShouldContain(currency => currency == "JPY");
        Values("CurrencyCode").ShouldContain(currency => currency == "KWD");
        Values("CurrencyCode").Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThanOrEqualTo(25);
        Values("DenominationType").Distinct(StringComparer.Ordinal).ShouldBe(["Fixed", "Variable"], ignoreOrder: true);
        Values("Type").Distinct(StringComparer.Ordinal).ShouldBe(["Digital", "Physical"], ignoreOrder: true);
        products.ShouldContain(product => product.GetProperty("Cost").GetProperty("Fee").GetDecimal() > 0);
        products.ShouldContain(product => product.GetProperty("Cost").GetProperty("DiscountPercentage").GetDecimal() > 0);
        Values("Id").ShouldBeUnique(StringComparer.Ordinal);

        IEnumerable<string?> Values(string member) => products.Select(product => product.GetProperty(member).GetString());
    }

    [Theory]
    [InlineData("productName=harbor+coffee+can", "HARBOR-COFFEE-CA")]
    [InlineData("productDescription=lark+cinema", "LARK-CINEMA-US")]
    [InlineData("productType=Physical&productName=maple", "MAPLE-BOOKS-CARD")]
    public async Task Filters_narrow_the_list(string query, string expected)
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.GetAsync("/v1/Products?" + query);

        answer["TotalCount"].GetInt32().ShouldBe(1);
        answer["Data"][0].GetProperty("Id").GetString().ShouldBe(expected);
    }

    [Fact]
    public async Task Pages_make_up_the_whole_and_beyond_the_end_there_is_nothing()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        var total = bench.Twin.ProductIds.Count;

        var ids = new List<string>();
        for (var page = 1; ids.Count < total; page++)
        {
            var answer = await bench.GetAsync($"/v1/Products?pageIndex={page}&pageSize=20");
            answer["TotalCount"].GetInt32().ShouldBe(total);
            answer["Page"].GetInt32().ShouldBe(page);
            ids.AddRange(answer["Data"].EnumerateArray().Select(product => product.GetProperty("Id").GetString()!));
        }

        ids.ShouldBe(bench.Twin.ProductIds);
        (await bench.GetAsync("/v1/Products?pageIndex=99&pageSize=20"))["Data"].GetArrayLength().ShouldBe(0);
        (await bench.GetAsync("/v1/Products?pageIndex=2147483647&pageSize=500"))["Data"].GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("pageIndex=0")]
    [InlineData("pageSize=0")]
    [InlineData("pageIndex=-1")]
    [InlineData("pageSize=many")]
    [InlineData("pageIndex=2147483648")]
    public async Task A_page_that_makes_no_sense_is_answered_400(string query)
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.GetAsync("/v1/Products?" + query);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Wrong.ShouldBe([query.Split('=')[0]]);
    }

    [Fact]
    public async Task A_removed_product_is_gone()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        bench.Twin.RemoveProduct("PRODUCTA");
        (await bench.GetAsync("/v1/Products/PRODUCTA")).Status.ShouldBe(HttpStatusCode.NotFound);
        bench.Twin.ProductIds.ShouldNotContain(id => id == "PRODUCTA");
        (await bench.LinksAsync("PO-1", product: "PRODUCTA")).Wrong.ShouldBe(["LineItems[0].ProductId"]);

        Should.Throw<ArgumentException>(() => bench.Twin.RemoveProduct("NEVER-THERE"));
    }
}
