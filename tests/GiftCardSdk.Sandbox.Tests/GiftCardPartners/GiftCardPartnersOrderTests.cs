using System.Globalization;
using System.Net;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GiftCardPartnersOrderTests
{
    private const string DeliveryOrder = """
        {
          "Type": "DigitalDelivery",
          "PONumber": "NL-2031-000417",
          "Note": "May pulse survey",
          "LineItems": [
            {
              "ProductId": "HARBOR-COFFEE-US",
              "Value": 15.00,
              "Quantity": 1,
              "ExternalId": "resp-88213",
              "BrandingId": "brd-teal-2",
              "Culture": "en-US",
              "DigitalDeliveryAddress": { "Email": "ines@panel.example", "Sms": "+12025550143" },
              "Personalization": {
                "To": "Ines", "FromName": "Northlake Panels", "FromEmail": "panel@northlake.example",
                "Message": "With thanks for your answers."
              }
            }
          ],
          "WebhookSettings": { "FulfillmentComplete": "https://hooks.northlake.example/gcp/k9x2v7" }
        }
        """;

    [Fact]
    public async Task A_delivered_order_completes_at_once_and_looks_as_documented()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.OrderAsync(DeliveryOrder);

        answer.Status.ShouldBe(HttpStatusCode.Created);
        answer.Body.ShouldHaveTheShapeOf(
            """
            {
              "Id": "ord-51c0a2", "Type": "DigitalDelivery", "Status": "Completed",
              "PONumber": "NL-2031-000417", "CreatedDate": "2031-05-06T09:14:22Z",
              "LineItems": [
                { "Id": "li-51c0a2-1", "ProductId": "HARBOR-COFFEE-US", "Value": 15.00, "Quantity": 1,
                  "Cost": 14.55, "Status": "Completed", "Culture": "en-US", "BrandingId": "brd-teal-2", "ClaimData": [] }
              ]
            }
            """
        );
        answer.Text("Status").ShouldBe("Completed");
        answer.Text("CreatedDate").ShouldBe("2026-01-15T12:00:00Z");
        answer.Line.GetProperty("Cost").GetDecimal().ShouldBe(14.55m);
        answer.Line.GetProperty("ClaimData").GetArrayLength().ShouldBe(0);
        answer.Line.GetProperty("Personalization").GetProperty("To").GetString().ShouldBe("Ines");
    }

    [Fact]
    public async Task The_example_of_the_reference_is_sold()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.OrderAsync(
            """
            {
              "Type": "DigitalDelivery",
              "LineItems": [
                {
                  "ProductId": "PRODUCTA",
                  "Value": 25.0,
                  "Quantity": 1,
                  "DigitalDeliveryAddress": { "Email": "recipient@example.com" },
                  "Personalization": {
                    "To": "Gift Recipient",
                    "FromName": "GiftCard Partners",
                    "FromEmail": "sender@example.com",
                    "Message": "Enjoy your reward!"
                  }
                }
              ],
              "PONumber": "PO-12345"
            }
            """
        );

        answer.Status.ShouldBe(HttpStatusCode.Created);
        bench.Twin.Ledger.SalesFor("PO-12345").ShouldHaveSingleItem().AmountInMinorUnits.ShouldBe(2_500);
    }

    [Fact]
    public async Task The_order_read_back_is_the_order_created()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        var created = await bench.OrderAsync(DeliveryOrder);

        var read = await bench.GetAsync("/v1/Orders/" + created.Id);

        read.Status.ShouldBe(HttpStatusCode.OK);
        read.Content.ShouldBe(created.Content);
    }

    [Fact]
    public async Task Links_come_one_a_card_each_unlike_the_others()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.LinksAsync("PO-1", quantity: 3);

        answer
            .Line.GetProperty("ClaimData")
            .ShouldHaveTheShapeOf(
                """
                [ { "Id": "clm-0001", "ClaimLink": "https://claim.sandbox.example/c/9QF2", "ClaimLinkChallengeAnswer": "4471",
                    "BarcodePath": null, "BarcodeType": null } ]
                """
            );
        var links = answer
            .Line.GetProperty("ClaimData")
            .EnumerateArray()
            .Select(claim => claim.GetProperty("ClaimLink").GetString())
            .ToArray();
        links.Length.ShouldBe(3);
        links.ShouldBeUnique(StringComparer.Ordinal);
        links.ShouldAllBe(link => new Uri(link!).Host == "claim.sandbox.example");
    }

    [Fact]
    public async Task A_product_with_a_barcode_shows_it()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var claim = (await bench.LinksAsync("PO-1", product: "GREEN-BASKET-US", value: "20")).Line.GetProperty("ClaimData")[0];

        claim.GetProperty("BarcodeType").GetString().ShouldBe("QR");
        claim.GetProperty("BarcodePath").GetString().ShouldStartWith("https://");
    }

    [Fact]
    public async Task A_posted_order_pays_for_its_shipping_beside_the_cards()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        bench.Twin.SetBalance("USD", 1_000m);

        var answer = await bench.OrderAsync(Posted("PO-1"));
        bench.Options.ChargeShipping = false;
        var free = await bench.OrderAsync(Posted("PO-2"));

        answer.Text("Status").ShouldBe("Completed");
        answer.Line.GetProperty("Cost").GetDecimal().ShouldBe(76m);
        answer.Line.GetProperty("ClaimData").GetArrayLength().ShouldBe(0);
        free.Line.GetProperty("Cost").GetDecimal().ShouldBe(76m);
        bench.Twin.Balances["USD"].ShouldBe(1_000m - 76m - 6.95m - 76m);
    }

    [Fact]
    public async Task Lines_may_differ_in_product_value_and_recipient()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.OrderAsync(
            """
            { "Type": "DigitalDelivery", "PONumber": "PO-1", "LineItems": [
              { "ProductId": "HARBOR-COFFEE-US", "Value": 5, "Quantity": 2, "DigitalDeliveryAddress": { "Email": "a@panel.example" } },
              { "ProductId": "PRODUCTA", "Value": 12.34, "Quantity": 1, "DigitalDeliveryAddress": { "Sms": "+12025550143" } } ] }
            """
        );

        answer["LineItems"].GetArrayLength().ShouldBe(2);
        var sale = bench.Twin.Ledger.Sales.ShouldHaveSingleItem();
        (sale.Cards, sale.AmountInMinorUnits, sale.Currency, sale.ClientKey).ShouldBe((3, 2_234, "USD", "PO-1"));
        sale.OrderId.ShouldBe(answer.Id);
    }

    [Theory]
    [InlineData("DHOW-MARKET-KW", "2.500", "2.438", "KWD", 2_500, 2_438)]
    [InlineData("PEARL-DIVER-BH", "1.001", "1.126", "BHD", 1_001, 1_126)]
    [InlineData("KISSATEN-JP", "501", "483", "JPY", 501, 483)]
    [InlineData("OPEN-ROAD-PREPAID-US", "10.01", "13.96", "USD", 1_001, 1_396)]
    [InlineData("COPPER-KETTLE-US", "25.00", "23", "USD", 2_500, 2_300)]
    public async Task The_cost_follows_discount_and_fee_to_the_smallest_coin(
        string product,
        string value,
        string cost,
        string currency,
        long sold,
        long charged
    )
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.LinksAsync("PO-1", product: product, value: value);

        answer.Line.GetProperty("Cost").GetDecimal().ShouldBe(decimal.Parse(cost, CultureInfo.InvariantCulture));
        bench.Twin.Ledger.Sales.ShouldHaveSingleItem().AmountInMinorUnits.ShouldBe(sold);
        bench.Twin.Ledger.TotalCharged[currency].ShouldBe(charged);
        bench.Twin.Balances[currency].ShouldBe(25_000_000m - decimal.Parse(cost, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Names_may_be_of_any_case_and_the_quantity_left_out()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.OrderAsync(
            """{ "type": "Links", "poNumber": "PO-1", "lineItems": [ { "productId": "HARBOR-COFFEE-US", "value": 5.00 } ] }"""
        );

        answer.Status.ShouldBe(HttpStatusCode.Created);
        answer.Line.GetProperty("Quantity").GetInt32().ShouldBe(1);
        bench.Twin.Requests.For("orders.create").ShouldHaveSingleItem().Key.ShouldBe("PO-1");
    }

    [Fact]
    public async Task The_note_is_echoed_and_the_external_id_is_not_by_default()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.OrderAsync(DeliveryOrder);

        answer.Text("Note").ShouldBe("May pulse survey");
        answer.Line.TryGetProperty("ExternalId", out _).ShouldBeFalse();
    }

    private static string Posted(string poNumber) =>
        $$"""
            { "Type": "PhysicalShipment", "PONumber": "{{poNumber}}", "LineItems": [ {
              "ProductId": "MAPLE-BOOKS-CARD", "Value": 40.00, "Quantity": 2,
              "PhysicalDeliveryAddress": {
                "ShippingMethodId": "shp-ground", "CarrierId": "car-kraft", "Name": "Tomas Reyes",
                "AddressLine1": "18 Quarry Road", "City": "Dover", "State": "NH", "Zip": "03820", "Country": "US"
              }
            } ] }
            """;
}
