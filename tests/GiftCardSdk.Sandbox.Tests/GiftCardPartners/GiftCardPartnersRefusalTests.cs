using System.Net;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GiftCardPartnersRefusalTests
{
    private const string Mail = """ "DigitalDeliveryAddress": { "Email": "a@panel.example" } """;

    private const string Address = """
         "PhysicalDeliveryAddress": { "ShippingMethodId": "shp-ground", "CarrierId": "car-kraft", "Name": "Tomas Reyes",
            "AddressLine1": "18 Quarry Road", "City": "Dover", "State": "NH", "Zip": "03820", "Country": "US" }
        """;

    [Theory]
    [InlineData("""{ "PONumber": "P", "LineItems": [ { "ProductId": "PRODUCTA", "Value": 5, "Quantity": 1 } ] }""", "Type")]
    [InlineData("""{ "Type": "links", "PONumber": "P", "LineItems": [ { "ProductId": "PRODUCTA", "Value": 5 } ] }""", "Type")]
    [InlineData("""{ "Type": "Links", "LineItems": [ { "ProductId": "PRODUCTA", "Value": 5, "Quantity": 1 } ] }""", "PONumber")]
    [InlineData("""{ "Type": "Links", "PONumber": " ", "LineItems": [ { "ProductId": "PRODUCTA", "Value": 5 } ] }""", "PONumber")]
    [InlineData("""{ "Type": "Links", "PONumber": "a b", "LineItems": [ { "ProductId": "PRODUCTA", "Value": 5 } ] }""", "PONumber")]
    [InlineData("""{ "Type": "Links", "PONumber": "P" }""", "LineItems")]
    [InlineData("""{ "Type": "Links", "PONumber": "P", "LineItems": [] }""", "LineItems")]
    public async Task An_order_without_its_required_members_is_answered_400(string json, string wrong)
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.OrderAsync(json);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Wrong.ShouldBe([wrong]);
        bench.Twin.Ledger.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("Links", """ "ProductId": "NOBODY-SELLS-THIS", "Value": 5, "Quantity": 1 """, "ProductId")]
    [InlineData("Links", """ "Value": 5, "Quantity": 1 """, "ProductId")]
    [InlineData("Links", """ "ProductId": "SOLD-OUT-SUPPLIES-US", "Value": 10, "Quantity": 1 """, "ProductId")]
    [InlineData("Links", """ "ProductId": "LARK-CINEMA-US", "Value": 25, "Quantity": 1 """, "ProductId")]
    [InlineData("DigitalDelivery", """ "ProductId": "PIXEL-COVE-US", "Value": 25,""" + Mail, "ProductId")]
    [InlineData("Links", """ "ProductId": "HARBOR-COFFEE-US", "Value": 17.5, "Quantity": 1 """, "Value")]
    [InlineData("Links", """ "ProductId": "HARBOR-COFFEE-US", "Quantity": 1 """, "Value")]
    [InlineData("Links", """ "ProductId": "PRODUCTA", "Value": 4.99, "Quantity": 1 """, "Value")]
    [InlineData("Links", """ "ProductId": "PRODUCTA", "Value": 500.01, "Quantity": 1 """, "Value")]
    [InlineData("Links", """ "ProductId": "PRODUCTA", "Value": 10.001, "Quantity": 1 """, "Value")]
    [InlineData("Links", """ "ProductId": "KISSATEN-JP", "Value": 500.5, "Quantity": 1 """, "Value")]
    [InlineData("Links", """ "ProductId": "PRODUCTA", "Value": 5, "Quantity": 0 """, "Quantity")]
    [InlineData("Links", """ "ProductId": "PRODUCTA", "Value": 5, "Quantity": 1, "BrandingId": "brd-none" """, "BrandingId")]
    [InlineData("DigitalDelivery", """ "ProductId": "PRODUCTA", "Value": 5, "Quantity": 1 """, "DigitalDeliveryAddress")]
    [InlineData(
        "DigitalDelivery",
        """ "ProductId": "PRODUCTA", "Value": 5, "DigitalDeliveryAddress": { "Email": "nowhere" } """,
        "DigitalDeliveryAddress.Email"
    )]
    [InlineData(
        "DigitalDelivery",
        """ "ProductId": "PRODUCTA", "Value": 5, "DigitalDeliveryAddress": { "Sms": "2025550143" } """,
        "DigitalDeliveryAddress.Sms"
    )]
    [InlineData("PhysicalShipment", """ "ProductId": "COPPER-KETTLE-CARD", "Value": 25, "Quantity": 1 """, "PhysicalDeliveryAddress")]
    public async Task A_line_that_cannot_be_sold_is_answered_400_with_its_path(string type, string members, string wrong)
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.OrderAsync($$"""{ "Type": "{{type}}", "PONumber": "PO-1", "LineItems": [ { {{members}} } ] }""");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldHaveTheShapeOf("""{ "Message": "The request is not valid." }""");
        answer.Wrong.ShouldBe(["LineItems[0]." + wrong]);
        bench.Twin.Ledger.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("\"ShippingMethodId\": \"shp-ground\",", "", "ShippingMethodId")]
    [InlineData("shp-ground", "shp-none", "ShippingMethodId")]
    [InlineData("\"CarrierId\": \"car-kraft\",", "", "CarrierId")]
    [InlineData("car-kraft", "car-none", "CarrierId")]
    [InlineData("Tomas Reyes", "", "Name")]
    [InlineData("18 Quarry Road", "", "AddressLine1")]
    [InlineData("Dover", " ", "City")]
    [InlineData("\"NH\"", "null", "State")]
    [InlineData("03820", "", "Zip")]
    [InlineData("\"US\"", "\"USA\"", "Country")]
    public async Task A_postal_address_is_checked_member_by_member(string part, string replacement, string wrong)
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        var address = Address.Replace(part, replacement, StringComparison.Ordinal);

        var answer = await bench.OrderAsync(
            $$"""
            { "Type": "PhysicalShipment", "PONumber": "PO-1",
              "LineItems": [ { "ProductId": "MAPLE-BOOKS-CARD", "Value": 40, "Quantity": 1, {{address}} } ] }
            """
        );

        answer.Wrong.ShouldBe(["LineItems[0].PhysicalDeliveryAddress." + wrong]);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.OrderAsync(
            """
            { "Type": "Links", "LineItems": [ { "ProductId": "PRODUCTA", "Value": 5 }, { "ProductId": "PRODUCTA", "Value": 1, "Quantity": 0 } ],
              "DepartmentId": "dep-none", "WebhookSettings": { "FulfillmentComplete": "/relative" } }
            """
        );

        answer.Wrong.ShouldBe([
            "PONumber",
            "DepartmentId",
            "WebhookSettings.FulfillmentComplete",
            "LineItems[1].Value",
            "LineItems[1].Quantity",
        ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{ \"Type\": ")]
    [InlineData("""{ "Type": "Links", "PONumber": "P", "LineItems": [ { "ProductId": "PRODUCTA", "Value": "five" } ] }""")]
    [InlineData("""{ "Type": "Links", "PONumber": "P", "LineItems": [ null ] }""")]
    public async Task A_body_that_is_not_an_order_is_answered_400(string json)
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        (await bench.OrderAsync(json)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_that_is_not_called_json_is_answered_400()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/v1/Orders") { Content = new StringContent(GiftCardPartnersBench.Links("PO-1")) }
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Lines_in_two_currencies_and_too_many_cards_are_refused()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var mixed = await bench.OrderAsync(
            """
            { "Type": "Links", "PONumber": "PO-1", "LineItems": [
              { "ProductId": "PRODUCTA", "Value": 5 }, { "ProductId": "KISSATEN-JP", "Value": 500 } ] }
            """
        );

        mixed.Wrong.ShouldBe(["LineItems"]);
        (await bench.LinksAsync("PO-1", quantity: 10_001)).Wrong.ShouldBe(["LineItems"]);
        (await bench.LinksAsync("PO-1", quantity: int.MaxValue)).Wrong.ShouldBe(["LineItems"]);
    }

    [Fact]
    public async Task Errors_come_in_four_shapes()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var errors = await Refused(GiftCardPartnersErrorShape.Errors);
        var modelState = await Refused(GiftCardPartnersErrorShape.ModelState);
        var problem = await Refused(GiftCardPartnersErrorShape.ProblemDetails);
        var empty = await Refused(GiftCardPartnersErrorShape.Empty);

        errors.Body.ShouldHaveTheShapeOf(
            """{ "Message": "", "Errors": { "LineItems[0].Value": ["17.5 is not an offered denomination."] } }"""
        );
        modelState.Body.ShouldHaveTheShapeOf("""{ "Message": "", "ModelState": { "LineItems[0].Value": [""] } }""");
        problem.Body.ShouldHaveTheShapeOf("""{ "title": "", "status": 400, "detail": "", "errors": { "LineItems[0].Value": [""] } }""");
        problem.MediaType.ShouldBe("application/problem+json");
        empty.Content.ShouldBeEmpty();

        async Task<GiftCardPartnersAnswer> Refused(GiftCardPartnersErrorShape shape)
        {
            bench.Options.ErrorShape = shape;
            var answer = await bench.LinksAsync("PO-1", value: "17.5");
            answer.Status.ShouldBe(HttpStatusCode.BadRequest);
            return answer;
        }
    }

    [Fact]
    public async Task No_refusal_repeats_an_address()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.OrderAsync(
            """
            { "Type": "DigitalDelivery", "PONumber": "PO-1", "LineItems": [ { "ProductId": "PRODUCTA", "Value": 5,
              "DigitalDeliveryAddress": { "Email": "canary-mailbox", "Sms": "canary-number" } } ] }
            """
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.ShouldNotContain("canary");
    }
}
