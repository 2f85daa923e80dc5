using System.Net;
using System.Text.Json;

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
        answer.Body.ShouldLookLike($$"""{ "Page": 1, "PageSize": 100, "TotalCount": 1, "Data": [ {{DocumentedProduct}} ] }""");
        answer["Data"][0].GetProperty("Id").GetString().ShouldBe("HARBOR-COFFEE-US");
    }

    [Fact]
    public async Task One_product_is_the_same_without_an_envelope()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.GetAsync("/v1/Products/HARBOR-COFFEE-US");

        answer.Body.ShouldLookLike(DocumentedProduct);
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
    public async Task Too_large_a_page_is_cut_or_refused()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o => o.MaxPageSize = 10);

        var cut = await bench.GetAsync("/v1/Products?pageSize=11");
        bench.Options.RefuseOversizedPages = true;
        var refused = await bench.GetAsync("/v1/Products?pageSize=11");

        cut["PageSize"].GetInt32().ShouldBe(10);
        cut["Data"].GetArrayLength().ShouldBe(10);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Pages_can_be_counted_from_zero()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o => o.FirstPageIndex = 0);

        var answer = await bench.GetAsync("/v1/Products?pageIndex=0&pageSize=1");

        answer["Page"].GetInt32().ShouldBe(0);
        answer["Data"][0].GetProperty("Id").GetString().ShouldBe(bench.Twin.ProductIds[0]);
    }

    [Fact]
    public async Task The_list_can_be_a_bare_array()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o => o.PagedLists = GiftCardPartnersListShape.Array);

        var answer = await bench.GetAsync("/v1/Products?pageSize=3");

        answer.Body.ValueKind.ShouldBe(JsonValueKind.Array);
        answer.Body.GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Assumed_words_units_and_members_are_switches()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o =>
        {
            o.VariableWord = "Range";
            o.PhysicalWord = "Plastic";
            o.DiscountAsFraction = true;
            o.ShowSisterMembers = true;
        });

        var answer = await bench.GetAsync("/v1/Products/MAPLE-BOOKS-CARD");

        answer.Text("DenominationType").ShouldBe("Range");
        answer.Text("Type").ShouldBe("Plastic");
        answer["Cost"].GetProperty("DiscountPercentage").GetDecimal().ShouldBe(0.05m);
        answer["Meta"]
            .ShouldLookLike(
                """
                { "Colors": { "Primary": "", "Secondary": "", "PrimaryText": "", "SecondaryText": "" }, "Website": "",
                  "SupportsApiBalanceChecks": false }
                """
            );
        answer["Media"].GetProperty("Logo").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Theory]
    [InlineData(GiftCardPartnersUnknownAnswer.NotFound, HttpStatusCode.NotFound)]
    [InlineData(GiftCardPartnersUnknownAnswer.BadRequest, HttpStatusCode.BadRequest)]
    public async Task An_unknown_product_or_order_is_refused_as_the_switch_says(
        GiftCardPartnersUnknownAnswer unknown,
        HttpStatusCode expected
    )
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o => o.UnknownAnswer = unknown);

        (await bench.GetAsync("/v1/Products/NOBODY-SELLS-THIS")).Status.ShouldBe(expected);
        (await bench.GetAsync("/v1/Orders/ord-none")).Status.ShouldBe(expected);
    }

    [Fact]
    public async Task A_removed_product_is_gone_until_it_is_restored()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        bench.Twin.RemoveProduct("PRODUCTA");
        (await bench.GetAsync("/v1/Products/PRODUCTA")).Status.ShouldBe(HttpStatusCode.NotFound);
        bench.Twin.ProductIds.ShouldNotContain(id => id == "PRODUCTA");
        (await bench.LinksAsync("PO-1", product: "PRODUCTA")).Wrong.ShouldBe(["LineItems[0].ProductId"]);

        bench.Twin.RestoreProduct("PRODUCTA");
        (await bench.LinksAsync("PO-1", product: "PRODUCTA")).Status.ShouldBe(HttpStatusCode.Created);
        Should.Throw<ArgumentException>(() => bench.Twin.RemoveProduct("NEVER-THERE"));
    }

    [Fact]
    public async Task The_catalog_grows_as_large_as_a_test_wants()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o => o.ExtraProducts = 1_000);

        (await bench.GetAsync("/v1/Products?productName=Extra"))["TotalCount"].GetInt32().ShouldBe(1_000);
        (await bench.LinksAsync("PO-1", product: "EXTRA-001000", value: "7.77")).Status.ShouldBe(HttpStatusCode.Created);
    }
}
