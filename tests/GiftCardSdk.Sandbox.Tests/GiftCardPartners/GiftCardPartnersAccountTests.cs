using System.Net;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GiftCardPartnersAccountTests
{
    [Fact]
    public async Task The_balance_looks_as_documented_and_keeps_its_portions_apart()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        bench.Twin.SetBalance("USD", 2140.75m);
        bench.Twin.RequestFunding("USD", 5000m);

        var answer = await bench.GetAsync("/v1/AccountBalance");

        answer.Body.ShouldHaveTheShapeOf("""{ "Available": 2140.75, "Pending": 5000.00, "CurrencyCode": "USD" }""");
        answer["Available"].GetDecimal().ShouldBe(2140.75m);
        answer["Pending"].GetDecimal().ShouldBe(5000m);
    }

    [Fact]
    public async Task Requested_funds_pay_for_nothing_until_they_are_applied()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        bench.Twin.SetBalance("USD", 1m);
        bench.Twin.RequestFunding("USD", 100m);

        (await bench.LinksAsync("PO-1")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        bench.Twin.ApplyFunding("USD");
        (await bench.LinksAsync("PO-1")).Status.ShouldBe(HttpStatusCode.Created);

        bench.Twin.Balances["USD"].ShouldBe(101m - 4.85m);
    }

    [Theory]
    [InlineData("/v1/ShippingMethods", """[ { "Id": "shp-ground", "Name": "Ground", "Cost": 6.95, "FulfillmentGroup": "books" } ]""")]
    [InlineData("/v1/Carriers", """[ { "Id": "car-kraft", "Name": "Kraft sleeve", "FulfillmentGroup": "books" } ]""")]
    [InlineData("/v1/Brandings", """[ { "Id": "brd-teal-2", "Name": "Teal header" } ]""")]
    [InlineData("/v1/Departments", """[ { "Id": "dep-research", "Name": "Research" } ]""")]
    public async Task The_look_up_lists_look_as_documented_bare_or_in_an_envelope(string path, string documented)
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var bare = await bench.GetAsync(path);
        bench.Options.LookupLists = GiftCardPartnersListShape.Envelope;
        var wrapped = await bench.GetAsync(path);

        bare.Body.ShouldHaveTheShapeOf(documented);
        wrapped.Body.ShouldHaveTheShapeOf($$"""{ "Page": 1, "PageSize": 1, "TotalCount": 1, "Data": {{documented}} }""");
    }

    [Fact]
    public async Task An_operation_that_nobody_documented_is_answered_404()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        (await bench.GetAsync("/v1/Refunds")).Status.ShouldBe(HttpStatusCode.NotFound);
        bench.Twin.Requests.Count("unknown").ShouldBe(1);
    }

    [Fact]
    public async Task All_twelve_operations_are_there()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        bench.Twin.Operations.Count.ShouldBe(12);
    }
}
