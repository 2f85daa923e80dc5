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
    [InlineData("odd-brand-no-slug", 1, 2)]
    [InlineData("odd-brand-row", 1, 2)]
    [InlineData("odd-brand-members", 2, 2)]
    [InlineData("odd-brand-options", 2, 2)]
    public async Task An_odd_brand_hides_no_other(string odd, int brands, int offers)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs(odd);

        var products = await accounts.Account.Catalog.ListAsync(new()).ToListAsync();

        (products.Count, products[^1].Offers.Count).ShouldBe((brands, offers));
    }

    [Theory]
    [InlineData("odd-balance-currency-of-four")]
    [InlineData("odd-balance-currency-null")]
    [InlineData("odd-balance-comma")]
    [InlineData("odd-balance-no-amount")]
    [InlineData("odd-balance-null")]
    [InlineData("odd-balance-text")]
    public async Task An_odd_balance_hides_no_other(string odd)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs(odd);

        (await accounts.Account.Balances.ListAsync()).Select(balance => balance.Currency).ShouldBe(["EUR", "GBP", "USD"]);
    }

    [Theory]
    [InlineData("odd-order-row-anothers-status", null)]
    [InlineData("odd-order-row-anothers-no-id", null)]
    [InlineData("odd-order-row-reference", "")]
    [InlineData("odd-order-row-number", "")]
    [InlineData("odd-order-row-ours-status", "77410")]
    [InlineData("odd-order-row-ours-id", "")]
    public async Task A_row_that_cannot_be_read_proves_nothing_unless_it_is_visibly_anothers(string row, string? found)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs("order-get");
        server.AnswerAs("odd-order-create-failed");
        server.AnswerAs(row);

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
