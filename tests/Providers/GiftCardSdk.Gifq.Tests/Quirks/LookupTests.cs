using System.Globalization;
using GiftCardSdk.Adapters;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>Looking for a reference in the list of orders: what proves its absence, and what does not.</summary>
public sealed class LookupTests
{
    private static readonly DateTimeOffset Sent = new(2026, 6, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task It_is_found_on_a_later_page()
    {
        var (found, reads) = await FindAsync([Full(Sent, 0), Full(Sent, 1), [Row("wanted", Sent)]]);

        found.ShouldBeOfType<OrderLookup.Found>().Order.Id.ShouldBe("id-wanted");
        reads.ShouldBe(3);
    }

    [Fact]
    public async Task The_last_page_proves_its_absence()
    {
        var (found, reads) = await FindAsync([Full(Sent, 0), [Row("other", Sent)]]);

        found.ShouldBeOfType<OrderLookup.NotFound>();
        reads.ShouldBe(2);
    }

    [Fact]
    public async Task Times_that_nothing_has_shown_to_be_by_the_clock_that_is_heard_end_no_scan()
    {
        var (found, reads) = await FindAsync([Full(Sent.AddDays(-2), 0), Full(Sent.AddDays(-3), 1), [Row("wanted", Sent.AddDays(-4))]]);

        found.ShouldBeOfType<OrderLookup.Found>();
        reads.ShouldBe(3);
    }

    [Fact]
    public async Task A_look_up_reads_as_far_back_as_the_first_send_however_many_pages_that_takes()
    {
        var (found, reads) = await FindAsync([.. Enumerable.Range(0, 300).Select(page => Full(Sent, page)), [Row("wanted", Sent)]]);

        found.ShouldBeOfType<OrderLookup.Found>();
        reads.ShouldBe(301);
    }

    [Fact]
    public async Task Nothing_is_proved_by_as_many_pages_as_are_read()
    {
        var (found, reads) = await FindAsync([.. Enumerable.Range(0, 6).Select(page => Full(Sent, page))], isSentKnown: false);

        found.ShouldBeOfType<OrderLookup.Inconclusive>().Reason.ShouldContain("5 pages");
        reads.ShouldBe(5);
    }

    [Fact]
    public async Task More_pages_are_read_where_the_account_says_so()
    {
        var (found, _) = await FindAsync(
            [.. Enumerable.Range(0, 6).Select(page => Full(Sent, page)), [Row("wanted", Sent)]],
            options => options.LookupPages = 7,
            isSentKnown: false
        );

        found.ShouldBeOfType<OrderLookup.Found>();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"2026-06-02T05:00:00\"")]
    [InlineData("\"yesterday\"")]
    public async Task A_time_that_is_missing_or_without_a_zone_ends_no_scan(string time)
    {
        var (found, reads) = await FindAsync([
            [Row("other", time)],
            [Row("wanted", Sent)],
        ]);

        found.ShouldBeOfType<OrderLookup.Found>();
        reads.ShouldBe(2);
    }

    [Fact]
    public async Task A_list_that_is_not_newest_first_ends_no_scan()
    {
        var (found, reads) = await FindAsync([
            [Row("a", Sent.AddDays(-2)), Row("b", Sent.AddDays(-1))],
            [Row("wanted", Sent)],
        ]);

        found.ShouldBeOfType<OrderLookup.Found>();
        reads.ShouldBe(2);
    }

    [Fact]
    public async Task A_list_that_shows_no_references_proves_nothing()
    {
        var (found, _) = await FindAsync([
            ["""{ "id": "1", "status": "pending" }"""],
        ]);

        found.ShouldBeOfType<OrderLookup.Inconclusive>().Reason.ShouldContain("without their reference");
    }

    [Fact]
    public async Task A_list_that_ignores_the_page_proves_nothing()
    {
        var (found, _) = await FindAsync([Full(Sent, 0), Full(Sent, 1)], answersPage: _ => 1);

        found.ShouldBeOfType<OrderLookup.Inconclusive>().Reason.ShouldContain("another page");
    }

    [Theory]
    [InlineData("page ignored, not full", "a page repeats")]
    [InlineData("page ignored, full", "a page repeats")]
    [InlineData("smaller pages than asked for", null)]
    [InlineData("full, then 400", null)]
    [InlineData("full, then empty", null)]
    [InlineData("not full, then 400", null)]
    public async Task Without_figures_only_what_follows_the_last_page_proves_an_absence(string list, string? doubt)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var gone = new WireAnswer(Example.Read("any-422"), 400);
        server.ByRequest = request =>
            (list, PageOf(request)) switch
            {
                ("page ignored, not full", _) or ("not full, then 400", 1) => new(Rows(1, 3)),
                ("page ignored, full", _) or ("full, then 400" or "full, then empty", 1) => new(Rows(1, 20)),
                ("smaller pages than asked for", <= 3 and var number) => new(Rows(number * 100, 10)),
                ("full, then empty", _) => new("[]"),
                _ => gone,
            };

        var found = await FindAsync(accounts, Sent);

        if (doubt is null)
        {
            found.ShouldBeOfType<OrderLookup.NotFound>();
        }
        else
        {
            found.ShouldBeOfType<OrderLookup.Inconclusive>().Reason.ShouldContain(doubt);
        }
    }

    [Fact]
    public async Task A_row_that_leaves_the_list_does_not_hide_the_order_behind_it()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        List<string> rows =
        [
            .. Full(Sent, 0),
            Row("wanted", Sent),
            .. Full(Sent, 0).Take(5).Select(row => row.Replace("id-", "old-", StringComparison.Ordinal)),
        ];
        server.ByRequest = request =>
        {
            if (!request.Target.Contains("page=", StringComparison.Ordinal))
            {
                return new(Example.Read("any-422"), 404);
            }

            var number = PageOf(request);
            var answer = new WireAnswer($"[{string.Join(',', rows.Skip((number - 1) * 20).Take(20))}]")
            {
                Headers = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["total-count"] = Text(rows.Count),
                    ["total-pages"] = Text((rows.Count + 19) / 20),
                },
            };
            if (number == 1 && rows.Count == 26)
            {
                rows.RemoveAt(0);
            }

            return answer;
        };

        (await FindAsync(accounts, Sent)).ShouldBeOfType<OrderLookup.Found>();
    }

    [Fact]
    public async Task Another_order_under_the_same_reference_proves_nothing()
    {
        var row = Row("wanted", Sent).Replace("\"status\"", "\"face_value\": 99, \"status\"", StringComparison.Ordinal);
        var (found, _) = await FindAsync([
            [row],
        ]);

        found.ShouldBeOfType<OrderLookup.Inconclusive>().Reason.ShouldContain("another face value");
    }

    [Fact]
    public async Task An_error_is_thrown_and_so_proves_nothing()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("any-422"), 400);

        await Should.ThrowAsync<GiftCardException>(() => FindAsync(accounts, Sent));
    }

    [Fact]
    public async Task The_user_may_look_for_a_reference_too()
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.Order("o-1"));
        stage.LetTimePass();

        var found = await stage.Account.Status.FindAsync("o-1");

        (found!.Id, found.Status, found.Rewards.Count).ShouldBe((order.Id, OrderStatus.Completed, 1));
        (await stage.Account.Status.FindAsync("o-2")).ShouldBeNull();
    }

    private static async Task<(OrderLookup Found, int Reads)> FindAsync(
        string[][] pages,
        Action<GifqOptions>? configure = null,
        Func<int, int>? answersPage = null,
        bool isSentKnown = true
    )
    {
        DateTimeOffset? since = isSentKnown ? Sent : null;
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server, configure);
        server.ByRequest = request =>
        {
            if (!request.Target.Contains("page=", StringComparison.Ordinal))
            {
                // The order itself cannot be read: what the list shows of it has to do.
                return new(Example.Read("any-422"), 404);
            }

            var number = PageOf(request);
            return new($"[{string.Join(',', pages[number - 1])}]")
            {
                Headers = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["current-page"] = Text(answersPage?.Invoke(number) ?? number),
                    ["total-pages"] = Text(pages.Length),
                    ["total-count"] = Text(pages.Sum(page => page.Length)),
                },
            };
        };
        var found = await FindAsync(accounts, since);
        return (found, server.Requests.Count(request => request.Target.Contains("page=", StringComparison.Ordinal)));
    }

    private static Task<OrderLookup> FindAsync(Accounts accounts, DateTimeOffset? since) =>
        accounts
            .Account.GetService<GiftCardAdapter>()
            .FindOrderAsync(
                new OrderLookupQuery("wanted", null, since, RewardDetail.Secrets)
                {
                    FirstSentAtProvider = since,
                    Request = Requests.Order("wanted"),
                },
                CancellationToken.None
            );

    private static int PageOf(WireRequest request) =>
        int.Parse(request.Target.Split("page=")[1].Split('&')[0], CultureInfo.InvariantCulture);

    private static string Rows(int first, int count) =>
        $"[{string.Join(',', Enumerable.Range(first, count).Select(i => Row(Text(i), Sent)))}]";

    private static string[] Full(DateTimeOffset at, int page) => [.. Enumerable.Range(20 * page, 20).Select(i => Row(Text(i), at))];

    private static string Row(string reference, DateTimeOffset at) => Row(reference, $"\"{at:yyyy-MM-dd'T'HH:mm:ss'Z'}\"");

    private static string Row(string reference, string time) =>
        $$"""{ "id": "id-{{reference}}", "reference": "{{reference}}", "status": "pending", "created_at": {{time}} }""";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
