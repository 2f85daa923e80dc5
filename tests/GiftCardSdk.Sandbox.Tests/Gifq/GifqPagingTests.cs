using System.Net;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GifqPagingTests
{
    [Fact]
    public async Task A_page_says_where_it_stands_in_four_headers()
    {
        await using var desk = await GifqDesk.OpenAsync();
        var total = desk.Twin.Products.Count;
        var pages = (total + 19) / 20;

        var last = await desk.GetAsync($"api/products?page={pages}&limit=20");

        last.Rows.Count.ShouldBe(total - ((pages - 1) * 20));
        last.Headers["current-page"].ShouldBe($"{pages}");
        last.Headers["page-items"].ShouldBe($"{last.Rows.Count}");
        last.Headers["total-count"].ShouldBe($"{total}");
        last.Headers["total-pages"].ShouldBe($"{pages}");
    }

    [Fact]
    public async Task The_paging_library_s_page_items_counts_a_full_page()
    {
        await using var desk = await GifqDesk.OpenAsync(options => options.PageItems = GifqPageItems.PageSize);

        (await desk.GetAsync("api/orders?limit=7")).Headers["page-items"].ShouldBe("7");
    }

    [Fact]
    public async Task Ten_entries_come_unless_a_limit_up_to_twenty_says_otherwise()
    {
        await using var desk = await GifqDesk.OpenAsync();

        (await desk.GetAsync("api/products")).Rows.Count.ShouldBe(10);
        (await desk.GetAsync("api/products?limit=3")).Rows.Count.ShouldBe(3);
        (await desk.GetAsync("api/products?limit=20")).Rows.Count.ShouldBe(20);
        (await desk.GetAsync("api/products?limit=21")).Rows.Count.ShouldBe(20);

        desk.Options.RefuseLargeLimits = true;
        (await desk.GetAsync("api/products?limit=20")).Rows.Count.ShouldBe(20);
        (await desk.GetAsync("api/products?limit=21")).ShouldBeRefused(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("page=999")]
    [InlineData("page=0")]
    [InlineData("page=-1")]
    [InlineData("page=one")]
    [InlineData("limit=0")]
    [InlineData("limit=many")]
    public async Task A_page_that_does_not_exist_is_a_bad_request(string query)
    {
        await using var desk = await GifqDesk.OpenAsync();

        (await desk.GetAsync("api/products?" + query)).ShouldBeRefused(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("orders")]
    [InlineData("campaigns")]
    [InlineData("payout-orders")]
    [InlineData("payouts")]
    public async Task An_empty_list_has_one_page(string list)
    {
        await using var desk = await GifqDesk.OpenAsync();

        var first = await desk.GetAsync("api/" + list);

        first.Rows.ShouldBeEmpty();
        first.Headers["total-count"].ShouldBe("0");
        first.Headers["total-pages"].ShouldBe("1");
        (await desk.GetAsync($"api/{list}?page=2")).ShouldBeRefused(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Orders_are_listed_newest_first_whatever_the_other_lists_do()
    {
        await using var desk = await GifqDesk.OpenAsync(options => options.ListOrder = GifqListOrder.OldestFirst);
        foreach (var reference in new[] { "first", "second", "third" })
        {
            await desk.OrderAsync(reference);
        }

        var one = await desk.GetAsync("api/orders?limit=2");
        var two = await desk.GetAsync("api/orders?limit=2&page=2");

        one.Rows.Concat(two.Rows).Select(order => (string?)order!["reference"]).ShouldBe(["third", "second", "first"]);
    }

    [Theory]
    [InlineData(GifqListOrder.NewestFirst, "order")]
    [InlineData(GifqListOrder.OldestFirst, "top_up")]
    public async Task The_lists_of_no_stated_order_come_either_way(GifqListOrder order, string first)
    {
        await using var desk = await GifqDesk.OpenAsync(options => options.ListOrder = order);
        await desk.OrderAsync("r-1");

        ((string?)(await desk.GetAsync("api/transactions?limit=1")).Rows[0]!["type"]).ShouldBe(first);
    }

    [Fact]
    public async Task Balances_are_not_paged()
    {
        await using var desk = await GifqDesk.OpenAsync();

        var balances = await desk.GetAsync("api/balances?page=99");

        balances.Rows.Count.ShouldBe(3);
        balances.Headers.ShouldNotContainKey("total-pages");
    }

    [Fact]
    public async Task Lists_may_come_wrapped_in_an_object()
    {
        await using var desk = await GifqDesk.OpenAsync(options => options.WrapLists = true);

        (await desk.GetAsync("api/products")).Json["data"]!.AsArray().Count.ShouldBe(10);
        (await desk.GetAsync("api/balances")).Json["data"]!.AsArray().Count.ShouldBe(3);
    }
}
