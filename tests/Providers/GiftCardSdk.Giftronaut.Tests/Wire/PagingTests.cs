using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Lists come page by page, and every way in which a list may say or not say that it ends does end it.</summary>
public sealed class PagingTests
{
    [Theory]
    [InlineData(GiftronautPageMetadata.Root, GiftronautEnvelope.AsDocumented)]
    [InlineData(GiftronautPageMetadata.Nested, GiftronautEnvelope.AsDocumented)]
    [InlineData(GiftronautPageMetadata.None, GiftronautEnvelope.AsDocumented)]
    [InlineData(GiftronautPageMetadata.Nested, GiftronautEnvelope.Wrapped)]
    [InlineData(GiftronautPageMetadata.None, GiftronautEnvelope.Bare)]
    public async Task All_orders_wherever_a_page_says_which_it_is(GiftronautPageMetadata metadata, GiftronautEnvelope envelope)
    {
        await using var stage = await Stage.StartAsync(twin => (twin.PageMetadata, twin.Envelope) = (metadata, envelope));
        var links = WireCalls.RewardLinks with { Quantity = 1, AmountPerLink = 5 };
        for (var i = 0; i < 205; i++)
        {
            await stage.Api.OrderRewardLinksAsync(links, $"k-{i}");
        }

        var orders = await stage.Api.ListAllOrdersAsync(new() { OrderType = GiftronautWords.OrderType.Link }).ToListAsync();
        var movements = await stage.Api.ListAllLedgerAsync(new() { Type = GiftronautWords.LedgerType.Use }).ToListAsync();

        orders.Select(order => order.OrderId).Distinct(StringComparer.Ordinal).Count().ShouldBe(205);
        movements.Count.ShouldBe(205);
        stage.Twin.Requests.Count("orders.list").ShouldBe(3);
    }

    [Theory]
    [InlineData("""{ "data": [ROWS], "page": 1, "totalPages": 1 }""", 1)]
    [InlineData("""{ "items": [ROWS], "meta": { "page": 1, "totalPages": 1, "totalElements": 100 } }""", 1)]
    [InlineData("""{ "content": [ROWS], "pagination": { "totalPages": "many", "total": -1 } }""", 2)]
    [InlineData("""{ "data": { "items": [ROWS], "totalPages": 1 } }""", 1)]
    [InlineData("[ROWS]", 2)]
    [InlineData("[ROWS, ROWS2]", 1)]
    public async Task A_server_that_ignores_the_page_is_not_read_for_ever(string form, int calls)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(
            form.Replace("ROWS2", Rows(100, 50), StringComparison.Ordinal).Replace("ROWS", Rows(0, 100), StringComparison.Ordinal)
        );

        var orders = await accounts.Api.ListAllOrdersAsync().ToListAsync();

        orders.Select(order => order.OrderId).Distinct(StringComparer.Ordinal).Count().ShouldBe(orders.Count);
        (orders.Count % 50, server.Requests.Count).ShouldBe((0, calls));
    }

    [Fact]
    public async Task Rows_without_ids_that_repeat_as_a_whole_end_the_reading()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var rows = string.Join(',', Enumerable.Range(0, 100).Select(i => $$"""{ "type": "USE", "referenceNumber": {{i}} }"""));
        server.Answer($$"""{ "data": [ {{rows}} ] }""");

        (await accounts.Api.ListAllLedgerAsync().ToListAsync()).Count.ShouldBe(100);
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Templates_and_campaigns_stream_too()
    {
        await using var stage = await Stage.StartAsync();
        var before = ((await stage.Api.ListTemplatesAsync()).Rows.Count, (await stage.Api.ListCampaignsAsync()).Rows.Count);
        for (var i = 0; i < 101; i++)
        {
            await stage.Api.CreateTemplateAsync(WireCalls.TemplateEdit with { Name = $"T {i}" });
            await stage.Api.CreateCampaignAsync(Requests.Campaign with { Name = i < 3 ? "Wave" : "Other" });
        }

        (await stage.Api.ListAllTemplatesAsync().ToListAsync()).Count.ShouldBe(before.Item1 + 101);
        (await stage.Api.ListAllCampaignsAsync().ToListAsync()).Count.ShouldBe(before.Item2 + 101);
        (await stage.Api.ListAllCampaignsAsync(new() { Search = "wave" }).ToListAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_order_that_leaves_the_list_takes_no_other_with_it()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext($$"""{ "data": [{{Rows(0, 100)}}], "totalCount": 101, "totalPages": 2 }""");
        server.AnswerNext("""{ "data": [], "totalCount": 100, "totalPages": 1 }""");
        server.AnswerNext($$"""{ "data": [{{Rows(1, 100)}}], "totalCount": 100, "totalPages": 1 }""");

        (await accounts.Api.ListAllOrdersAsync().CountAsync()).ShouldBe(101);
    }

    private static string Rows(int from, int count) =>
        string.Join(',', Enumerable.Range(from, count).Select(i => $$"""{ "orderId": "OT-{{i}}", "status": "COMPLETE" }"""));
}
