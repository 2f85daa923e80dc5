using System.Net;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GifqCatalogTests
{
    private const string Example = """
        {
          "id": "0b9a3d52-6f1e-4c55-9a77-3f2f0c1d8e10",
          "brand": "lumen-books",
          "title": "Lumen Books",
          "logo": "https://static.example/lumen.png",
          "description": "Books and stationery.",
          "terms": "One card per basket.",
          "redeem_instructions": "Enter the code at checkout.",
          "categories": ["books"],
          "countries": ["IE", "US"],
          "products": [
            { "currency": "USD", "min_face_value": 25, "max_face_value": 25, "countries": ["US"],
              "discount": 4, "stock_count": 118, "expiry": "24 months", "balance_check_url": null },
            { "currency": "EUR", "min_face_value": 10, "max_face_value": 200, "countries": ["IE"],
              "discount": -1.5, "stock_count": null, "expiry": null, "balance_check_url": "https://lumen.example/balance" }
          ]
        }
        """;

    [Fact]
    public async Task A_brand_has_the_members_of_the_documented_example()
    {
        await using var desk = await GifqDesk.OpenAsync();

        var brand = (await BrandsAsync(desk)).Single(brand => (string?)brand["brand"] == "lumen-books");

        brand.ShouldHaveTheShapeOf(Example);
        brand["countries"]!.AsArray().Select(country => (string?)country).ShouldBe(["IE", "US"]);
        var options = brand["products"]!.AsArray();
        options[0]!["stock_count"]!.GetValue<int>().ShouldBe(118);
        options[1]!["stock_count"].ShouldBeNull();
        options[1]!["discount"]!.GetValue<decimal>().ShouldBe(-1.5m);
        Guid.TryParse((string?)brand["id"], out _).ShouldBeTrue();
    }

    [Fact]
    public async Task The_catalog_is_of_a_realistic_size_and_mix()
    {
        await using var desk = await GifqDesk.OpenAsync();

        var brands = await BrandsAsync(desk);

        brands.Count.ShouldBeGreaterThanOrEqualTo(60);
        var options = brands.SelectMany(brand => brand["products"]!.AsArray()).ToArray();
        options.Length.ShouldBeGreaterThan(200);
        options.Select(option => (string?)option!["currency"]).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThanOrEqualTo(30);
        options
            .SelectMany(option => option!["countries"]!.AsArray())
            .Select(country => (string?)country)
            .Distinct(StringComparer.Ordinal)
            .Count()
            .ShouldBeGreaterThanOrEqualTo(50);
        options.ShouldContain(option => (decimal?)option!["discount"] < 0);
        options.ShouldContain(option => (decimal?)option!["discount"] > 0);
        options.ShouldContain(option => (int?)option!["stock_count"] == 0);
        options.ShouldContain(option => (string?)option!["currency"] == "KWD" && (decimal)option["min_face_value"]! == 0.5m);
        options.ShouldContain(option => (string?)option!["currency"] == "JPY");
        options.ShouldContain(option => (decimal)option!["min_face_value"]! == (decimal)option["max_face_value"]!);
        options.ShouldContain(option => (decimal)option!["min_face_value"]! < (decimal)option["max_face_value"]!);
    }

    [Fact]
    public async Task Brands_are_listed_by_title_from_A_to_Z_each_once()
    {
        await using var desk = await GifqDesk.OpenAsync();

        var brands = await BrandsAsync(desk);

        var titles = brands.Select(brand => (string?)brand["title"]).ToArray();
        titles.ShouldBe(titles.Order(StringComparer.OrdinalIgnoreCase));
        brands.Select(brand => (string?)brand["brand"]).ShouldBeUnique(StringComparer.Ordinal);
        brands.Select(brand => (string?)brand["brand"]).ShouldBe(desk.Twin.Products);
        brands.Select(brand => (string?)brand["id"]).ShouldBeUnique(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Every_option_of_every_brand_can_be_bought_at_both_ends_unless_it_is_sold_out()
    {
        await using var desk = await GifqDesk.OpenAsync();
        foreach (
            var currency in (await BrandsAsync(desk))
                .SelectMany(Options)
                .Select(option => (string)option["currency"]!)
                .Distinct(StringComparer.Ordinal)
        )
        {
            desk.Twin.SetBalance(currency, 100_000_000);
        }

        foreach (var brand in await BrandsAsync(desk))
        {
            foreach (var option in Options(brand).Where(option => (int?)option["stock_count"] != 0))
            {
                foreach (var end in new[] { "min_face_value", "max_face_value" })
                {
                    var order = await desk.OrderAsync(
                        Guid.NewGuid().ToString("N"),
                        (string)brand["brand"]!,
                        (string)option["currency"]!,
                        (decimal)option[end]!,
                        (string)option["countries"]![0]!
                    );

                    order.Status.ShouldBe(
                        (string?)brand["brand"] == GifqTwin.UnavailableBrand ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Created,
                        order.Text
                    );
                }
            }
        }
    }

    [Fact]
    public async Task A_removed_brand_is_neither_listed_nor_sold()
    {
        await using var desk = await GifqDesk.OpenAsync();

        desk.Twin.RemoveProduct("lumen-books");

        (await BrandsAsync(desk)).ShouldNotContain(brand => (string?)brand["brand"] == "lumen-books");
        (await desk.OrderAsync("r-1")).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, withRequestId: true);
        Should.Throw<ArgumentException>(() => desk.Twin.RemoveProduct("nothing")).Message.ShouldContain("'nothing'");
    }

    private static IEnumerable<JsonNode> Options(JsonNode brand) => brand["products"]!.AsArray().Select(option => option!);

    private static async Task<IReadOnlyList<JsonNode>> BrandsAsync(GifqDesk desk)
    {
        var brands = new List<JsonNode>();
        int pages;
        var number = 0;
        do
        {
            var page = await desk.GetAsync($"api/products?page={++number}&limit=20");
            pages = page.Count("total-pages");
            brands.AddRange(page.Rows.Select(brand => brand!));
        } while (number < pages);

        return brands;
    }
}
