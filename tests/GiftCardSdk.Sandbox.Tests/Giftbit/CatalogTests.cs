using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftbit;

public sealed class CatalogTests
{
    [Fact]
    public async Task The_catalog_has_forty_brands_over_several_currencies_and_the_list_shows_no_prices()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var list = (await caller.GetAsync("brands?limit=500")).Json;

        list.GetProperty("total_count").GetInt32().ShouldBeGreaterThanOrEqualTo(40);
        list.GetProperty("brands").GetRawText().ShouldNotContain("fund_currencyisocode");
        list.GetProperty("brands").GetRawText().ShouldNotContain("price");
        foreach (var currency in new[] { "USD", "CAD", "AUD", "EUR", "GBP" })
        {
            var some = (await caller.GetAsync("brands?currencyisocode=" + currency)).Json;
            some.GetProperty("total_count").GetInt32().ShouldBeGreaterThan(0, currency);
        }
    }

    [Fact]
    public async Task Pages_echo_what_was_asked_and_cover_every_brand_once()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        var codes = new List<string>();
        var total = int.MaxValue;
        while (codes.Count < total)
        {
            var page = (await caller.GetAsync($"brands?limit=7&offset={codes.Count}")).Json;
            (page.GetProperty("limit").GetInt32(), page.GetProperty("offset").GetInt32()).ShouldBe((7, codes.Count));
            page.GetProperty("number_of_results").GetInt32().ShouldBe(page.GetProperty("brands").GetArrayLength());
            codes.AddRange(page.GetProperty("brands").EnumerateArray().Select(brand => Answer.Word(brand, "brand_code")!));
            total = page.GetProperty("total_count").GetInt32();
        }

        codes.ShouldBeUnique(StringComparer.Ordinal);
        codes.ShouldBe(caller.Twin.BrandCodes);
    }

    [Theory]
    [InlineData("region=1", "northcafeca", "northcafeus")]
    [InlineData("search=LANTERN", "lanternbooksca", "northcafeus")]
    [InlineData("search=coffee", "northcafeus", "trailgearus")]
    [InlineData("embeddable=true&region=2", "northcafeus", "trailgearus")]
    [InlineData("min_price_in_cents=150000", "cloudmilesus", "northcafeus")]
    [InlineData("max_price_in_cents=100", "quickbiteus", "northcafeus")]
    public async Task Filters_keep_what_they_name(string query, string kept, string dropped)
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var list = (await caller.GetAsync("brands?limit=500&" + query)).Json.GetProperty("brands");
        var codes = list.EnumerateArray().Select(brand => Answer.Word(brand, "brand_code")).ToArray();

        codes.ShouldContain(kept, StringComparer.Ordinal);
        codes.ShouldNotContain(dropped, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("embeddable=True")]
    [InlineData("region=USA")]
    [InlineData("limit=-1")]
    public async Task A_filter_that_makes_no_sense_is_refused(string query)
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var answer = await caller.GetAsync("brands?" + query);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Code.ShouldBe("ERROR_SIM_INVALID_PARAMETER");
    }

    [Fact]
    public async Task A_brand_shows_a_range_or_a_list_of_prices()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var range = (await caller.GetAsync("brands/northcafeus")).Json.GetProperty("brand");
        var list = (await caller.GetAsync("brands/trailgearus")).Json.GetProperty("brand");

        range.GetProperty("variable_price").GetBoolean().ShouldBeTrue();
        range.GetProperty("min_price_in_cents").GetInt64().ShouldBe(300);
        range.GetProperty("max_price_in_cents").GetInt64().ShouldBe(40_000);
        range.TryGetProperty("allowed_prices_in_cents", out _).ShouldBeFalse();
        range.TryGetProperty("disclaimer", out _).ShouldBeFalse();
        list.GetProperty("allowed_prices_in_cents").EnumerateArray().Select(price => price.GetInt64()).ShouldBe([1500L, 3000, 7500]);
        list.TryGetProperty("min_price_in_cents", out _).ShouldBeFalse();
        list.GetProperty("regions").EnumerateArray().Select(region => region.GetInt32()).ShouldBe([2, 3]);
        list.GetProperty("inapp_available").GetBoolean().ShouldBeFalse();
        Answer.Word(list, "fund_currencyisocode").ShouldBe("USD");
    }

    [Fact]
    public async Task An_unknown_brand_is_refused_and_codes_keep_their_case()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        foreach (var code in new[] { "nosuchbrand", "NORTHCAFEUS" })
        {
            var answer = await caller.GetAsync("brands/" + code);
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            answer.Code.ShouldBe("ERROR_BRANDS_NO_SUCH_BRAND");
        }
    }

    [Fact]
    public async Task The_documented_regions_have_their_documented_numbers()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var regions = (await caller.GetAsync("regions")).Json.GetProperty("regions").EnumerateArray();

        var rows = regions.Select(region => (region.GetProperty("id").GetInt32(), Answer.Word(region, "name"))).ToArray();
        rows.Take(4).ShouldBe([(1, "Canada"), (2, "USA"), (3, "Global"), (4, "Australia")]);
        rows.Length.ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task Removing_a_brand_that_never_was_is_a_mistake()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        Should.Throw<ArgumentException>(() => caller.Twin.RemoveBrand("nosuchbrand")).Message.ShouldContain("nosuchbrand");
    }
}
