using System.Text.Json.Nodes;
using GiftCardSdk.Adapters;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Odd members and odd rows: a paid card stays readable, one row hides no other, and no odd row proves an order absent.</summary>
public sealed class LenientAnswerTests
{
    private const string PONumber = "NL-2031-000418";

    public static TheoryData<string, string> OddMembers =>
        new()
        {
            { "Culture", "5" },
            { "Quantity", "1.0" },
            { "Quantity", "\"1\"" },
            { "Id", "51" },
            { "Cost", "\"291,00\"" },
            { "BrandingId", "{}" },
            { "Theme", "[]" },
            { "ExternalId", "true" },
            { "Personalization", "\"To Ines\"" },
            { "Personalization", "{ \"To\": {} }" },
        };

    [Theory]
    [MemberData(nameof(OddMembers))]
    public async Task An_odd_member_of_a_line_hides_no_link_from_create_and_read(string member, string value)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var order = Example.Read(
            "order-get",
            json =>
            {
                (json["Id"], json["Note"], json["CreatedDate"]) = (51, new JsonArray(1), "05-04-2031");
                var line = json["LineItems"]![0]!;
                line["Quantity"] = 1;
                line[member] = JsonNode.Parse(value);
                (line["ClaimData"]![0]!["Id"], line["ClaimData"]![0]!["BarcodeType"]) = (9, new JsonObject());
            }
        );
        server.ByRequest = request =>
            request.Path.Contains("/Products", StringComparison.OrdinalIgnoreCase) ? new(Example.OneProduct()) : new(order);

        var placed = await accounts.Account.Orders.PlaceAsync(Requests.Links(PONumber, Requests.Line(value: 5)));
        var read = await accounts.Account.Status.GetAsync("51");

        foreach (var seen in new[] { placed, read })
        {
            (seen.Id, seen.Status, seen.CreatedAt).ShouldBe(("51", OrderStatus.Completed, null));
            seen.Rewards.ShouldHaveSingleItem().Link!.Reveal().ShouldBe("https://claim.sandbox.example/c/9QF2");
        }
    }

    [Theory]
    [InlineData("odd-product-no-id", 1)]
    [InlineData("odd-product-row", 1)]
    [InlineData("odd-product-members", 2)]
    [InlineData("odd-product-id", 1)]
    public async Task An_odd_product_hides_no_other(string odd, int products)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs(odd);

        var listed = await accounts.Account.Catalog.ListAsync(new()).ToListAsync();

        (listed.Count, listed[^1].Id).ShouldBe((products, Requests.Coffee));
    }

    [Theory]
    [InlineData("odd-order-row-anothers-status", null)]
    [InlineData("odd-order-row-anothers-no-id", null)]
    [InlineData("odd-order-row-number", "")]
    [InlineData("odd-order-row-text", "")]
    [InlineData("odd-order-row-ours-id", "")]
    [InlineData("odd-order-row-ours-status", "ord-51c0b9")]
    public async Task A_row_that_cannot_be_read_proves_nothing_unless_it_is_visibly_anothers(string row, string? found)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs("order-get");
        server.AnswerAs("product-get");
        server.AnswerAs(row);

        var lookup = await accounts
            .Account.GetService<GiftCardAdapter>()
            .FindOrderAsync(new OrderLookupQuery(PONumber, Delivery.Returned, null, RewardDetail.Secrets), CancellationToken.None);

        switch (found)
        {
            case null:
                lookup.ShouldBeOfType<OrderLookup.NotFound>();
                break;
            case "":
                lookup.ShouldBeOfType<OrderLookup.Inconclusive>();
                break;
            default:
                lookup.ShouldBeOfType<OrderLookup.Found>().Order.Rewards[0].Link!.Reveal().ShouldEndWith("9QF2");
                break;
        }
    }
}
