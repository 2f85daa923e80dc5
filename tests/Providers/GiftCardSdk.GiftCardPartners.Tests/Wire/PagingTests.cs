using System.Text.Json.Nodes;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Lists of several pages, in an envelope or bare, by servers that count differently.</summary>
public sealed class PagingTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    public async Task Pages_are_read_until_the_total_is_reached(int total, int pages)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request => new(Page(request, total, envelope: true));

        (await ReadAsync(accounts)).ShouldBe([.. Enumerable.Range(1, total).Select(number => $"p-{number}")]);
        server.Requests.Count.ShouldBe(pages);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(101, 3)]
    public async Task A_bare_list_is_read_until_a_page_brings_nothing_new(int total, int pages)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request => new(Page(request, total, envelope: false));

        (await ReadAsync(accounts)).Count.ShouldBe(total);
        server.Requests.Count.ShouldBe(pages);
    }

    [Fact]
    public async Task A_server_that_knows_no_pages_is_not_asked_for_ever()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer("""[ { "Id": "p-1" }, { "Id": "p-2" } ]""");

        (await ReadAsync(accounts)).ShouldBe(["p-1", "p-2"]);
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_counts_its_pages_from_0_is_understood()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(
            server,
            options => (options.WireAssumptions.FirstPageIndex, options.WireAssumptions.PageSize) = (0, 20)
        );
        server.ByRequest = request => new(Page(request, 50, envelope: true, first: 0));

        (await ReadAsync(accounts)).Count.ShouldBe(50);
        server
            .Requests.Select(request => request.Target)
            .ShouldBe([
                "/v1/Products?pageIndex=0&pageSize=20",
                "/v1/Products?pageIndex=1&pageSize=20",
                "/v1/Products?pageIndex=2&pageSize=20",
            ]);
    }

    [Fact]
    public async Task A_row_that_is_null_ends_nothing()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext("""{ "Page": 1, "PageSize": 2, "TotalCount": 3, "Data": [null, { "Id": "p-1" }] }""");
        server.AnswerNext("""{ "Page": 2, "PageSize": 2, "TotalCount": 3, "Data": [{ "Id": "p-2" }] }""");

        (await ReadAsync(accounts)).ShouldBe(["p-1", "p-2"]);
    }

    [Fact]
    public async Task Orders_that_are_pushed_to_the_next_page_are_not_listed_twice()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext("""{ "PageSize": 2, "TotalCount": 3, "Data": [{ "Id": "c" }, { "Id": "b" }] }""");
        server.AnswerNext("""{ "PageSize": 2, "TotalCount": 4, "Data": [{ "Id": "b" }, { "Id": "a" }] }""");
        var ids = new List<string>();

        await foreach (var order in accounts.Api.ListAllOrdersAsync())
        {
            ids.Add(order.Id);
        }

        ids.ShouldBe(["c", "b", "a"]);
    }

    [Fact]
    public async Task A_product_that_leaves_the_list_takes_no_other_with_it()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext("""{ "PageSize": 2, "TotalCount": 3, "Data": [{ "Id": "a" }, { "Id": "b" }] }""");
        server.AnswerNext("""{ "PageSize": 2, "TotalCount": 2, "Data": [] }""");
        server.AnswerNext("""{ "PageSize": 2, "TotalCount": 2, "Data": [{ "Id": "b" }, { "Id": "c" }] }""");

        (await ReadAsync(accounts)).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task A_list_whose_page_is_ignored_though_it_says_that_it_has_more_is_not_taken_for_whole()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer("""{ "PageSize": 2, "TotalCount": 9, "Data": [{ "Id": "a" }, { "Id": "b" }] }""");

        var failure = await Should.ThrowAsync<GiftCardException>(() => ReadAsync(accounts));

        (failure.Code, failure.Operation).ShouldBe((GiftCardErrorCode.UnexpectedResponse, "products.list"));
    }

    private static async Task<List<string>> ReadAsync(Accounts accounts)
    {
        var ids = new List<string>();
        await foreach (var product in accounts.Api.ListAllProductsAsync())
        {
            ids.Add(product.Id);
        }

        return ids;
    }

    private static string Page(WireRequest request, int total, bool envelope, int first = 1)
    {
        var query = System.Web.HttpUtility.ParseQueryString(request.Target.Split('?')[1]);
        var (index, size) = (Number(query["pageIndex"]), Number(query["pageSize"]));
        var rows = new JsonArray([
            .. Enumerable
                .Range(1, total)
                .Skip((index - first) * size)
                .Take(size)
                .Select(number => new JsonObject { ["Id"] = $"p-{number}" } as JsonNode),
        ]);
        return envelope
            ? new JsonObject
            {
                ["Page"] = index,
                ["PageSize"] = size,
                ["TotalCount"] = total,
                ["Data"] = rows,
            }.ToJsonString()
            : rows.ToJsonString();
    }

    private static int Number(string? text) => int.Parse(text!, System.Globalization.CultureInfo.InvariantCulture);
}
