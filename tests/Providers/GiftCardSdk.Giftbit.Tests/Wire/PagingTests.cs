using System.Text.Json.Nodes;

namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Pages are read one after the other, as they are needed, until there is no more.</summary>
public sealed class PagingTests
{
    [Fact]
    public async Task Brands_are_read_page_by_page_until_the_total()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext(Brands(total: 3, "a", "b"));
        server.AnswerNext(Brands(total: 3, "c"));

        var codes = await accounts.Api.ListAllBrandsAsync(new() { Limit = 2 }).Select(brand => brand.BrandCode).ToListAsync();

        codes.ShouldBe(["a", "b", "c"]);
        server.Requests.Select(request => request.Target).ShouldBe(["/papi/v1/brands?limit=2", "/papi/v1/brands?limit=2&offset=2"]);
    }

    [Fact]
    public async Task The_next_page_is_asked_for_only_when_it_is_needed()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Brands(total: 100, "a", "b"));

        var first = await accounts.Api.ListAllBrandsAsync(new() { Limit = 2 }).Take(2).ToListAsync();

        first.Count.ShouldBe(2);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_page_ends_the_reading_whatever_the_total_says()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext(Brands(total: 9, "a"));
        server.AnswerNext(Brands(total: 9));

        (await accounts.Api.ListAllBrandsAsync().CountAsync()).ShouldBe(1);
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_total_a_page_that_is_not_full_is_the_last()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext(Brands(total: null, "a", "b"));
        server.AnswerNext(Brands(total: null, "c"));

        (await accounts.Api.ListAllBrandsAsync(new() { Limit = 2 }).CountAsync()).ShouldBe(3);
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_reward_that_new_ones_push_to_the_next_page_comes_once()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext(Gifts(total: 3, "new", "middle"));
        server.AnswerNext(Gifts(total: 3, "middle", "old"));

        var uuids = await accounts.Api.ListAllGiftsAsync(new() { CampaignId = "o-1", Limit = 2 }).Select(gift => gift.Uuid).ToListAsync();

        uuids.ShouldBe(["new", "middle", "old"]);
        server.Requests[1].Target.ShouldBe("/papi/v1/gifts?campaign_id=o-1&limit=2&offset=2");
    }

    [Fact]
    public async Task A_brand_that_leaves_the_list_takes_no_other_with_it()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext(Brands(total: 5, "a", "b"));
        server.AnswerNext(Brands(total: 4, "d", "e"));
        server.AnswerNext(Brands(total: 4, "b", "c"));
        server.AnswerNext(Brands(total: 4, "d", "e"));

        var codes = await accounts.Api.ListAllBrandsAsync(new() { Limit = 2 }).Select(brand => brand.BrandCode).ToListAsync();

        codes.ShouldBe(["a", "b", "d", "e", "c"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(9)]
    public async Task A_server_that_ignores_the_offset_is_not_asked_without_end(int? total)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Brands(total, "a", "b"));
        var codes = new List<string>();

        async Task ReadAsync()
        {
            await foreach (var brand in accounts.Api.ListAllBrandsAsync(new() { Limit = 2 }))
            {
                codes.Add(brand.BrandCode);
            }
        }

        await (total is null ? ReadAsync() : Should.ThrowAsync<GiftCardException>(ReadAsync));

        codes.ShouldBe(["a", "b"]);
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Links_above_a_hundred_are_read_in_pages()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext(Links(total: 130, Enumerable.Range(1, 100)));
        server.AnswerNext(Links(total: 130, Enumerable.Range(101, 30)));

        var numbers = await accounts.Api.ListAllLinksAsync("hp-1").Select(link => link.Number).ToListAsync();

        numbers.ShouldBe(Enumerable.Range(1, 130).Cast<int?>());
        server
            .Requests.Select(request => request.Target)
            .ShouldBe(["/papi/v1/links/hp-1?limit=100", "/papi/v1/links/hp-1?limit=100&offset=100"]);
    }

    [Fact]
    public async Task Links_that_are_being_made_are_none()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("links-get-in-progress"));

        (await accounts.Api.ListAllLinksAsync("hp-1").AnyAsync()).ShouldBeFalse();
        server.Requests.Count.ShouldBe(1);
    }

    private static string Brands(int? total, params string[] codes) =>
        Page("brands", total, codes.Select(code => new JsonObject { ["brand_code"] = code }));

    private static string Gifts(int? total, params string[] uuids) =>
        Page("gifts", total, uuids.Select(uuid => new JsonObject { ["uuid"] = uuid }));

    private static string Links(int total, IEnumerable<int> numbers) =>
        Page(
            "shortlinks",
            total,
            numbers.Select(number => new JsonObject { ["number"] = number, ["shortlink"] = $"http://sl.example/{number}" })
        );

    private static string Page(string name, int? total, IEnumerable<JsonObject> rows)
    {
        var page = new JsonObject { [name] = new JsonArray([.. rows]), ["info"] = new JsonObject() };
        if (total is { } count)
        {
            page["total_count"] = count;
        }

        return page.ToJsonString();
    }
}
