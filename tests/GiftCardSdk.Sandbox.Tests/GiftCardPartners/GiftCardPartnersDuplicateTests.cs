using System.Net;
using System.Text.Json;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GiftCardPartnersDuplicateTests
{
    [Fact]
    public async Task A_repeated_po_number_is_a_conflict_that_names_the_first_order()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        var first = await bench.LinksAsync("PO-1");

        var repeat = await bench.LinksAsync("PO-1");

        repeat.Status.ShouldBe(HttpStatusCode.Conflict);
        repeat.Body.ShouldHaveTheShapeOf("""{ "Message": "The PO number is already in use.", "PreviousOrderIds": ["ord-51c0a2"] }""");
        repeat["PreviousOrderIds"][0].GetString().ShouldBe(first.Id);
        (bench.Twin.Ledger.Count, bench.Twin.Ledger.Duplicates).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Another_content_under_the_number_is_the_same_conflict()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        var first = await bench.LinksAsync("PO-1");

        var repeat = await bench.LinksAsync("PO-1", quantity: 7, product: "PRODUCTA", value: "9.99");

        repeat["PreviousOrderIds"][0].GetString().ShouldBe(first.Id);
    }

    [Fact]
    public async Task Of_64_concurrent_twins_one_is_sold()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => bench.LinksAsync("PO-1")));

        var sold = answers.Where(answer => answer.Status == HttpStatusCode.Created).ShouldHaveSingleItem();
        answers.Where(answer => answer != sold).ShouldAllBe(answer => answer.Status == HttpStatusCode.Conflict);
        answers.Where(answer => answer != sold).ShouldAllBe(answer => answer["PreviousOrderIds"][0].GetString() == sold.Id);
        (bench.Twin.Ledger.Count, bench.Twin.Ledger.Duplicates).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_repeat_is_checked_for_its_form_first()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        await bench.LinksAsync("PO-1");

        (await bench.LinksAsync("PO-1", value: "17.5")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_repeat_hears_of_the_first_order_although_that_has_emptied_the_deposit()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        bench.Twin.SetBalance("USD", 4.85m);

        (await bench.LinksAsync("PO-1")).Status.ShouldBe(HttpStatusCode.Created);
        bench.Twin.Balances["USD"].ShouldBe(0m);
        (await bench.LinksAsync("PO-1")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await bench.LinksAsync("PO-2")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_deposit_that_falls_short_sells_nothing_and_leaves_the_number_free()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        bench.Twin.SetBalance("USD", 4.84m);

        var refused = await bench.LinksAsync("PO-1");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Body.ShouldHaveTheShapeOf("""{ "Message": "The deposit account does not cover this order." }""");
        bench.Twin.Balances["USD"].ShouldBe(4.84m);
        bench.Twin.Ledger.Count.ShouldBe(0);
        bench.Twin.SetBalance("USD", 4.85m);
        (await bench.LinksAsync("PO-1")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData(GiftCardPartnersConflictShape.PreviousOrderIds, """{ "Message": "m", "PreviousOrderIds": ["<id>"] }""")]
    [InlineData(GiftCardPartnersConflictShape.PreviousOrderIdsText, """{ "Message": "m", "PreviousOrderIds": "<id>" }""")]
    [InlineData(GiftCardPartnersConflictShape.PreviousOrderId, """{ "Message": "m", "PreviousOrderId": "<id>" }""")]
    [InlineData(GiftCardPartnersConflictShape.OrderId, """{ "Message": "m", "OrderId": "<id>" }""")]
    [InlineData(GiftCardPartnersConflictShape.Id, """{ "Message": "m", "Id": "<id>" }""")]
    [InlineData(GiftCardPartnersConflictShape.InsideError, """{ "Message": "m", "Error": { "OrderId": "<id>" } }""")]
    [InlineData(GiftCardPartnersConflictShape.InsideData, """{ "Message": "m", "Data": { "OrderId": "<id>" } }""")]
    [InlineData(GiftCardPartnersConflictShape.BareText, "\"<id>\"")]
    [InlineData(GiftCardPartnersConflictShape.WithoutId, """{ "Message": "m" }""")]
    [InlineData(GiftCardPartnersConflictShape.SeveralOrderIds, """{ "Message": "m", "PreviousOrderIds": ["<other>", "<id>"] }""")]
    public async Task The_first_order_can_be_named_in_every_way_a_client_may_meet(GiftCardPartnersConflictShape shape, string expected)
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o => o.ConflictShape = shape);
        var other = await bench.LinksAsync("PO-0");
        var first = await bench.LinksAsync("PO-1");

        var repeat = await bench.LinksAsync("PO-1");

        var wanted = expected.Replace("<id>", first.Id, StringComparison.Ordinal).Replace("<other>", other.Id, StringComparison.Ordinal);
        var message = repeat.Body.ValueKind == JsonValueKind.Object ? repeat.Text("Message")! : "m";
        JsonElement
            .DeepEquals(repeat.Body, JsonDocument.Parse(wanted.Replace("\"m\"", $"\"{message}\"", StringComparison.Ordinal)).RootElement)
            .ShouldBeTrue(repeat.Content);
    }

    [Fact]
    public async Task The_only_order_of_an_account_is_named_alone()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o =>
            o.ConflictShape = GiftCardPartnersConflictShape.SeveralOrderIds
        );
        var first = await bench.LinksAsync("PO-1");

        var repeat = await bench.LinksAsync("PO-1");

        repeat["PreviousOrderIds"].EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe(first.Id);
    }
}
