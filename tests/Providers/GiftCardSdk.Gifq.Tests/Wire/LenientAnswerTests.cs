using System.Text.Json.Nodes;
using GiftCardSdk.Adapters;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>Odd members and odd rows: a paid card stays readable, one row hides no other, and no odd row proves an order absent.</summary>
public sealed class LenientAnswerTests
{
    public static TheoryData<string, string> OddMembers =>
        new()
        {
            { "id", "77410" },
            { "title", "{}" },
            { "amount", "\"24,00\"" },
            { "discount", "\"\"" },
            { "fx_fee", "\"none\"" },
            { "instructions", "[]" },
            { "expires_at", "{}" },
            { "created_at", "1780391648" },
            { "updated_at", "[1]" },
            { "face_value", "\"25\"" },
        };

    [Theory]
    [MemberData(nameof(OddMembers))]
    public async Task An_odd_member_of_an_order_hides_no_code_from_create_read_and_look_up(string member, string value)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext(Example.Read("products-list"));
        server.Answer(Example.Read("order-get", order => order[member] = JsonNode.Parse(value)));

        var placed = await accounts.Account.Orders.PlaceAsync(Requests.Order("fjord-000417", Money.Of(25, "USD"), "lumen-books"));
        var read = await accounts.Account.Status.GetAsync("77410");

        foreach (var order in new[] { placed, read })
        {
            (order.Id, order.Status, order.Rewards[0].Code!.Reveal()).ShouldBe(("77410", OrderStatus.Completed, "LMN4-82QK-1190"));
        }
    }

    [Theory]
    [InlineData("""{ "title": "no slug" }""", 1, 2)]
    [InlineData("7", 1, 2)]
    [InlineData("""{ "brand": "odd", "title": 5, "categories": "x", "countries": [7, {}], "products": "none", "logo": [] }""", 2, 2)]
    [InlineData("""{ "brand": "odd", "products": [{ "currency": {} }, 7, { "currency": "USDT" }] }""", 2, 2)]
    public async Task An_odd_brand_hides_no_other(string odd, int brands, int offers)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer($"[{odd}, {Example.Read("products-list")[1..]}");

        var products = await accounts.Account.Catalog.ListAsync(new()).ToListAsync();

        (products.Count, products[^1].Offers.Count).ShouldBe((brands, offers));
    }

    [Theory]
    [InlineData("""{ "currency": "USDT", "amount": 1 }""")]
    [InlineData("""{ "currency": null, "amount": 1 }""")]
    [InlineData("""{ "currency": "SEK", "amount": "4.977,70" }""")]
    [InlineData("""{ "currency": "SEK" }""")]
    [InlineData("null")]
    [InlineData("\"SEK\"")]
    public async Task An_odd_balance_hides_no_other(string odd)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer($"[{odd}, {Example.Read("balances-list")[1..]}");

        (await accounts.Account.Balances.ListAsync()).Select(balance => balance.Currency).ShouldBe(["EUR", "GBP", "USD"]);
    }

    [Theory]
    [InlineData("""{ "id": "1", "reference": "another", "status": {} }""", null)]
    [InlineData("""{ "reference": "another", "status": "completed" }""", null)]
    [InlineData("""{ "id": "1", "reference": {}, "status": "completed" }""", "")]
    [InlineData("7", "")]
    [InlineData("""{ "id": "77410", "reference": "fjord-000417", "status": {} }""", "77410")]
    [InlineData("""{ "id": {}, "reference": "fjord-000417", "status": "completed" }""", "")]
    public async Task A_row_that_cannot_be_read_proves_nothing_unless_it_is_visibly_anothers(string row, string? found)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request =>
            request.Path.EndsWith("/77410", StringComparison.Ordinal) ? new(Example.Read("order-get"))
            : request.Method == "GET"
                ? new($"[{row}]") { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["total-pages"] = "1" } }
            : new("""{ "message": "later" }""", 500);

        var lookup = await accounts
            .Account.GetService<GiftCardAdapter>()
            .FindOrderAsync(new OrderLookupQuery("fjord-000417", null, null, RewardDetail.Secrets), CancellationToken.None);

        switch (found)
        {
            case null:
                lookup.ShouldBeOfType<OrderLookup.NotFound>();
                break;
            case "":
                lookup.ShouldBeOfType<OrderLookup.Inconclusive>();
                break;
            default:
                lookup.ShouldBeOfType<OrderLookup.Found>().Order.Rewards[0].Code!.Reveal().ShouldBe("LMN4-82QK-1190");
                break;
        }
    }
}
