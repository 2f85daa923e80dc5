using GiftCardSdk.Http.Clients;

namespace GiftCardSdk.Tests.Http.Clients;

/// <summary>What an interface sends, byte by byte.</summary>
public sealed class ApiRequestTests
{
    [Theory]
    [InlineData("plain", "/v1/things/plain")]
    [InlineData("a/b c", "/v1/things/a%2Fb%20c")]
    [InlineData("../orders", "/v1/things/..%2Forders")]
    [InlineData("../orders?a=1", "/v1/things/..%2Forders%3Fa%3D1")]
    [InlineData("a?b#c%2F", "/v1/things/a%3Fb%23c%252F")]
    [InlineData("{id}", "/v1/things/%7Bid%7D")]
    public async Task An_id_stays_one_segment_of_the_path(string id, string path) =>
        (await SentAsync(api => api.GetAsync(id))).ShouldStartWith($"GET {path} HTTP/1.1\r\n");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(null)]
    public async Task An_id_that_would_lead_elsewhere_is_refused_before_anything_is_sent(string? id)
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        await using var account = TestAccount.On(server.Address);

        var mistake = await Should.ThrowAsync<ArgumentException>(() => Of(account).GetAsync(id!));

        mistake.ParamName.ShouldBe("id");
        server.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task A_missing_body_or_argument_is_refused_before_anything_is_sent()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        await using var account = TestAccount.On(server.Address);

        (await Should.ThrowAsync<ArgumentNullException>(() => Of(account).CreateAsync(null!))).ParamName.ShouldBe("order");
        (await Should.ThrowAsync<ArgumentNullException>(() => Of(account).ListAsync(null!))).ParamName.ShouldBe("word");
        (await Should.ThrowAsync<ArgumentNullException>(() => Of(account).GetClaimAsync(null!))).ParamName.ShouldBe("token");
        server.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task A_query_is_written_as_providers_read_it()
    {
        var since = new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.FromHours(2));

        var request = await SentAsync(api => api.ListAsync("tea & cake", 20, true, since));

        request.ShouldStartWith(
            "GET /v1/things?word=tea%20%26%20cake&page_size=20&open=true&since=2026-11-30T12%3A00%3A00.0000000%2B02%3A00 HTTP/1.1\r\n"
        );
    }

    [Fact]
    public async Task What_is_null_in_a_query_is_left_out() =>
        (await SentAsync(api => api.ListAsync("tea"))).ShouldStartWith("GET /v1/things?word=tea HTTP/1.1\r\n");

    [Fact]
    public async Task The_members_of_a_query_go_by_their_own_names() =>
        (await SentAsync(api => api.SearchAsync(new() { PageSize = 5, InStock = false }))).ShouldStartWith(
            "GET /v1/things?page_size=5&in%20stock=false HTTP/1.1\r\n"
        );

    [Fact]
    public async Task A_body_is_sent_at_its_length_without_a_charset()
    {
        var request = await SentAsync(api => api.CreateAsync(new("tea", 2), "k-1"));

        request.ShouldStartWith("POST /v1/orders HTTP/1.1\r\n");
        request.ShouldContain("Content-Type: application/json\r\n");
        request.ShouldContain("Content-Length: 24\r\n");
        request.ShouldContain("X-Key: k-1\r\n");
        request.ShouldContain("Authorization: Bearer test-token\r\n");
        request.ShouldEndWith("\r\n\r\n{\"Name\":\"tea\",\"Count\":2}");
    }

    [Fact]
    public async Task A_write_without_a_body_says_that_it_has_none() =>
        (await SentAsync(api => api.TouchAsync("7"))).ShouldContain("Content-Length: 0\r\n");

    [Theory]
    [InlineData("key-1\n2")]
    [InlineData("key-1\u00012")]
    [InlineData("schlüssel-1")]
    public async Task A_header_that_cannot_be_sent_as_it_is_is_refused(string key)
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        await using var account = TestAccount.On(server.Address);

        await Should.ThrowAsync<ArgumentException>(() => Of(account).CreateAsync(new("tea"), key));

        server.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task Rules_choose_path_query_and_headers() =>
        (await SentAsync(api => api.GetNamesAsync(ShopMood.Strange), new ShopRules())).ShouldSatisfyAllConditions(
            request => request.ShouldStartWith("GET /v1/names?sort=up%20%26%20down HTTP/1.1\r\n"),
            request => request.ShouldContain("X-Mood: Strange\r\n")
        );

    [Fact]
    public async Task Rules_write_a_value_of_the_query_in_the_providers_form_and_leave_the_others()
    {
        var since = new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

        var request = await SentAsync(api => api.ListAsync("tea", open: true, since: since), new ShopRules());

        request.ShouldStartWith("GET /v1/things?word=tea&open=true&since=20261130 HTTP/1.1\r\n");
    }

    [Fact]
    public async Task Rules_choose_verb_and_body()
    {
        var request = await SentAsync(api => api.CreateAsync(new("form"), "k-1"), new ShopRules());

        request.ShouldStartWith("PATCH /v1/orders HTTP/1.1\r\n");
        request.ShouldContain("Content-Type: application/x-www-form-urlencoded\r\n");
        request.ShouldNotContain("X-Key");
        request.ShouldEndWith("\r\n\r\na=1");
    }

    [Fact]
    public async Task Rules_give_an_argument_of_a_query_another_name() =>
        (
            await SentAsync(
                api => api.SearchAsync(new() { InStock = true, Word = "in stock=" }),
                new ShopRules { NameOfStock = "on shelf" }
            )
        ).ShouldStartWith("GET /v1/things?on%20shelf=true&word=in%20stock%3D HTTP/1.1\r\n");

    [Fact]
    public async Task Rules_find_an_argument_by_its_type()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        await using var account = TestAccount.On(server.Address);

        (
            await Should.ThrowAsync<ArgumentException>(() => Of(account, new ShopRules()).SearchAsync(new() { PageSize = 0 }))
        ).ParamName.ShouldBe("query");
        server.Arrivals.ShouldBe(0);
    }

    private static IShopApi Of(TestAccount account, ApiRules? rules = null) =>
        account.Client.CreateApi<IShopApi>(ThingJson.Default.Options, rules);

    private static async Task<string> SentAsync(Func<IShopApi, Task> call, ApiRules? rules = null)
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        await using var account = TestAccount.On(server.Address);
        await call(Of(account, rules));
        return server.Requests.ShouldHaveSingleItem();
    }
}
