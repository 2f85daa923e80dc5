using System.Net;
using System.Text.Json;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

public sealed class CatalogTests
{
    [Fact]
    public async Task The_catalog_is_large_and_varied_and_comes_whole()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        var branded = (await caller.GetAsync("catalog/branded-cards?page=2&pageSize=5&currencyCode=EUR")).Data;
        var choice = (await caller.GetAsync("catalog/choice-cards")).Data;

        (branded.Count + choice.Count).ShouldBe(caller.Twin.ProductIds.Count);
        branded.Count.ShouldBeGreaterThan(80);
        choice.Count.ShouldBeGreaterThan(5);
        branded.Select(product => Text(product, "currencyCode")).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(35);
        branded.Select(product => Text(product, "countryCode")).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(40);
        branded
            .GroupBy(product => Text(product, "brandName"), StringComparer.Ordinal)
            .Count(brand => brand.Count() > 3)
            .ShouldBeGreaterThan(5);
        branded.Count(product => product.TryGetProperty("priceStep", out _)).ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Both_vocabularies_and_both_kinds_of_price_look_as_in_the_examples()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        var branded = (await caller.GetAsync("catalog/branded-cards")).Json;

        branded
            .GetProperty("data")[0]
            .ToString()
            .ShouldBe(
                """{"productId":"GC-NORTHWIND-USD","brandName":"Northwind Outdoors","currencyCode":"USD","faceValueType":"FIXED","denominations":[15,30,75]}"""
            );
        branded
            .GetProperty("data")[1]
            .ToString()
            .ShouldBe(
                """{"productId":"GC-CONTOSOCAFE-EUR","brandName":"Contoso Cafe","currencyCode":"EUR","faceValueType":"RANGE","minAmount":8,"maxAmount":250}"""
            );
        branded
            .GetProperty("data")[2]
            .ShouldHaveTheShapeOf(
                """{"productId":"20417","brandName":"a","currencyCode":"SGD","countryCode":"SGP","priceType":"RANGE","prices":[10,120],"priceStep":5}"""
            );
        var choice = (await caller.GetAsync("catalog/choice-cards")).Data[0];
        choice
            .ToString()
            .ShouldBe(
                """{"productId":"CHOICE-SUNRISE-USD","cardName":"Sunrise design","currencyCode":"USD","priceType":"RANGE","prices":[5,1000]}"""
            );
    }

    [Fact]
    public async Task A_removed_product_is_neither_listed_nor_sold()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        caller.Twin.RemoveProduct("GC-NORTHWIND-USD");

        var refused = await caller.OrderAsync("gone-1");
        var listed = (await caller.GetAsync("catalog/branded-cards")).Text;

        refused.Status.ShouldBe(HttpStatusCode.NotFound);
        refused.Code.ShouldBe("PRODUCT_NOT_FOUND");
        listed.Contains("GC-NORTHWIND-USD", StringComparison.Ordinal).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => caller.Twin.RemoveProduct("never"));
    }

    private static string? Text(JsonElement product, string name) => product.TryGetProperty(name, out var value) ? value.GetString() : null;
}
