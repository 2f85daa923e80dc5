using System.Globalization;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>Quirks 13 and 14: paging by headers, at most 20 rows, 400 beyond the end.</summary>
public sealed class PagingTests
{
    [Fact]
    public async Task Pages_are_read_until_the_header_says_that_it_was_the_last()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request => Page(PageOf(request), total: 3, Rows(PageOf(request) * 100, 2));

        var orders = await accounts.Api.ListAllOrdersAsync().ToListAsync();

        orders.Select(order => order.Id).ShouldBe(["100", "101", "200", "201", "300", "301"]);
        server
            .Requests.Select(request => request.Target)
            .ShouldBe(["/api/orders?page=1&limit=20", "/api/orders?page=2&limit=20", "/api/orders?page=3&limit=20"]);
    }

    [Fact]
    public async Task An_empty_list_has_one_page()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Page(1, total: 1, "[]"));

        (await accounts.Api.ListAllCampaignsAsync().ToListAsync()).ShouldBeEmpty();
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_headers_a_page_that_is_not_full_is_the_last()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request => new(Rows(PageOf(request) * 100, PageOf(request) == 1 ? 20 : 3));

        (await accounts.Api.ListAllOrdersAsync().ToListAsync()).Count.ShouldBe(23);
    }

    [Fact]
    public async Task A_row_that_moves_to_the_next_page_is_shown_once()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request => Page(PageOf(request), total: 2, PageOf(request) == 1 ? Rows(1, 3) : Rows(3, 2));

        (await accounts.Api.ListAllOrdersAsync().ToListAsync()).Select(order => order.Id).ShouldBe(["1", "2", "3", "4"]);
    }

    [Fact]
    public async Task A_list_that_became_shorter_is_read_anew_from_its_first_page()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var isShort = false;
        server.ByRequest = request =>
        {
            if (PageOf(request) == 2)
            {
                isShort = true;
                return new(Example.Read("any-422"), 400);
            }

            return isShort ? Page(1, total: 1, Rows(1, 1)) : Page(1, total: 2, Rows(1, 2));
        };

        (await accounts.Api.ListAllOrdersAsync().ToListAsync()).Select(order => order.Id).ShouldBe(["1", "2"]);
        server.Requests.Select(PageOf).ShouldBe([1, 2, 1]);
    }

    [Fact]
    public async Task A_list_that_is_out_of_range_for_ever_ends_in_its_error()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request => PageOf(request) == 1 ? Page(1, total: 2, Rows(1, 2)) : new WireAnswer(Example.Read("any-422"), 400);

        var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Api.ListAllOrdersAsync().ToListAsync().AsTask());

        failure.HttpStatus.ShouldBe(400);
        server.Requests.Count.ShouldBe(8);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public async Task Without_headers_a_list_whose_page_is_ignored_ends_when_nothing_is_new(int rows)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Rows(1, rows));

        (await accounts.Api.ListAllOrdersAsync().ToListAsync()).Count.ShouldBe(rows);
        server.Requests.Count.ShouldBeLessThanOrEqualTo(2);
    }

    [Theory]
    [InlineData("current-page")]
    [InlineData("none")]
    public async Task A_list_whose_page_is_ignored_though_it_says_that_it_has_more_is_not_taken_for_whole(string header)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var page = Page(1, total: 3, Rows(1, 20));
        server.Answer(
            page with
            {
                Headers = page.Headers!.Where(name => name.Key != "current-page" || header == "current-page")
                    .ToDictionary(StringComparer.Ordinal),
            }
        );

        var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Api.ListAllOrdersAsync().ToListAsync().AsTask());

        (failure.Code, failure.Outcome, failure.Operation).ShouldBe(
            (GiftCardErrorCode.UnexpectedResponse, GiftCardOutcome.NotAnOrder, "orders.list")
        );
        server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_an_exactly_full_page_without_headers_the_documented_400_is_the_end(bool isEmpty)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request =>
            PageOf(request) <= 2 ? new(Rows(PageOf(request) * 100, 20))
            : isEmpty ? new("[]")
            : new(Example.Read("any-422"), 400);

        (await accounts.Api.ListAllOrdersAsync().ToListAsync()).Count.ShouldBe(40);
        server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_400_that_is_not_of_GIFQs_making_is_no_end()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request => PageOf(request) == 1 ? new(Rows(1, 20)) : new("<html>Bad Request</html>", 400, "text/html");

        await Should.ThrowAsync<GiftCardException>(() => accounts.Api.ListAllOrdersAsync().ToListAsync().AsTask());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_that_leaves_the_list_takes_no_other_with_it(bool countsRows)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var left = Enumerable.Range(1, 41).ToList();
        server.ByRequest = request =>
        {
            var number = PageOf(request);
            var page = Page(number, (left.Count + 19) / 20, Rows([.. left.Skip((number - 1) * 20).Take(20)]));
            var headers = new Dictionary<string, string>(page.Headers!, StringComparer.Ordinal);
            if (countsRows)
            {
                headers["total-count"] = Text(left.Count);
            }

            // Twice a row of a page that was read already goes.
            left.Remove(number == 1 ? 5 : 0);
            return page with { Headers = headers };
        };

        var ids = await accounts.Api.ListAllOrdersAsync().Select(order => order.Id).ToListAsync();

        ids.ShouldBe(Enumerable.Range(1, 41).Select(Text), ignoreOrder: true);
    }

    [Fact]
    public async Task Each_list_can_be_streamed()
    {
        await using var stage = await Stage.StartAsync();
        var campaign = await stage.CampaignAsync();
        await stage.Api.CreatePayoutOrderAsync(Requests.Batch(campaign, [.. Enumerable.Range(0, 21).Select(i => $"r{i}@fjord.example")]));
        await stage.Api.CreateOrderAsync(
            new()
            {
                Brand = Requests.Brand,
                Currency = "USD",
                FaceValue = 25,
                Country = "US",
                Reference = "o-1",
            }
        );

        (await stage.Api.ListAllOrdersAsync().CountAsync()).ShouldBe(1);
        (await stage.Api.ListAllCampaignsAsync().CountAsync()).ShouldBe(1);
        (await stage.Api.ListAllPayoutOrdersAsync().CountAsync()).ShouldBe(1);
        (await stage.Api.ListAllPayoutsAsync().CountAsync()).ShouldBe(21);
        (await stage.Api.ListAllTransactionsAsync().CountAsync()).ShouldBe(5, "three deposits, a batch and an order");
        (await stage.Api.ListAllProductsAsync().CountAsync()).ShouldBe(stage.Twin.Products.Count);
        (await stage.Api.ListAllCampaignProductsAsync(campaign).CountAsync()).ShouldBeGreaterThan(20);
    }

    private static WireAnswer Page(int number, int total, string rows) =>
        new(rows)
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["current-page"] = Text(number),
                ["total-pages"] = Text(total),
                // What it counts is in doubt, so nobody counts on it.
                ["page-items"] = "20",
            },
        };

    private static string Rows(int first, int count) => Rows([.. Enumerable.Range(first, count)]);

    private static string Rows(int[] ids) => $"[{string.Join(',', ids.Select(id => $$"""{ "id": "{{id}}", "status": "pending" }"""))}]";

    private static int PageOf(WireRequest request) =>
        int.Parse(request.Target.Split("page=")[1].Split('&')[0], CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
