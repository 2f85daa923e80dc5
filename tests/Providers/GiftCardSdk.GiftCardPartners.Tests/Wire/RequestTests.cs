using System.Text.Json.Nodes;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Every request is the documented one: verb, path, headers and body, and nothing besides.</summary>
public sealed class RequestTests
{
    public static TheoryData<string> Operations => WireCalls.Names;

    [Fact]
    public async Task A_token_is_asked_for_with_two_headers_no_body_and_no_bearer()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);

        await server.ShouldReceiveAsync("token-create", () => accounts.Api.CreateTokenAsync());

        var headers = server.Requests.ShouldHaveSingleItem().Headers;
        headers.Keys.ShouldBe(
            ["Accept", "Accept-Encoding", "AccessToken", "Content-Length", "Email", "Host", "User-Agent"],
            ignoreOrder: true
        );
        headers["Content-Length"].ShouldBe("0");
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Every_other_call_carries_the_bearer_token_and_neither_credential(string operation) =>
        SendsAsync(WireCalls.All[operation].Example, WireCalls.All[operation].Call);

    [Fact]
    public Task An_order_by_email_and_text_message() => SendsAsync("order-create-email", api => api.CreateOrderAsync(WireCalls.EmailOrder));

    [Fact]
    public Task Products_with_every_filter() =>
        SendsAsync(
            "products-list-filtered",
            api =>
                api.ListProductsAsync(
                    new()
                    {
                        Page = 3,
                        PageSize = 20,
                        ProductName = "café nord",
                        ProductDescription = "pastries",
                        ProductType = GiftCardPartnersWords.ProductType.Digital,
                    }
                )
        );

    [Fact]
    public Task Filters_that_are_blank_are_not_sent() =>
        SendsAsync(
            "products-list-all",
            api =>
                api.ListProductsAsync(
                    new()
                    {
                        ProductName = " ",
                        ProductDescription = "",
                        ProductType = "",
                    }
                )
        );

    [Fact]
    public async Task An_id_cannot_lead_to_another_path()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("order-get"));

        await accounts.Api.GetOrderAsync("../Products?a");

        server.Requests.ShouldHaveSingleItem().Target.ShouldBe("/v1/Orders/..%2FProducts%3Fa");
    }

    [Fact]
    public async Task The_first_page_is_1_and_none_is_before_it()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => accounts.Api.ListOrdersAsync(new() { Page = 0 }));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => accounts.Api.ListProductsAsync(new() { PageSize = 0 }));
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_order_of_the_seed_goes_out_field_by_field_from_a_neutral_request()
    {
        var body = await PlacedAsync(
            "PRODUCTA",
            new()
            {
                Reference = "PO-12345",
                Delivery = Delivery.Email,
                Message = new()
                {
                    SenderName = "GiftCard Partners",
                    SenderEmail = "sender@example.com",
                    Body = "Enjoy your reward!",
                },
                Lines =
                [
                    Requests.Line("PRODUCTA", 25) with
                    {
                        Recipient = new() { Name = "Gift Recipient", Email = "recipient@example.com" },
                    },
                ],
            }
        );

        body.ShouldBeJson(Example.Request("order-create-seed"));
    }

    [Fact]
    public async Task The_digital_order_of_the_documents_goes_out_field_by_field_from_a_neutral_request()
    {
        var body = await PlacedAsync(
            Requests.Coffee,
            new()
            {
                Reference = "NL-2031-000417",
                Delivery = Delivery.EmailAndSms,
                Language = "en-US",
                Message = new()
                {
                    SenderName = "Northlake Panels",
                    SenderEmail = "panel@northlake.example",
                    Body = "With thanks for your answers.",
                },
                Lines =
                [
                    Requests.Line() with
                    {
                        LineReference = "resp-88213",
                        Recipient = new()
                        {
                            Name = "Ines",
                            Email = "ines@panel.example",
                            Phone = "+12025550143",
                        },
                    },
                ],
                Options =
                [
                    new GiftCardPartnersOrderOptions
                    {
                        Note = "May pulse survey",
                        BrandingId = "brd-teal-2",
                        FulfillmentComplete = new("https://hooks.northlake.example/gcp/k9x2v7"),
                    },
                ],
            }
        );

        body.ShouldBeJson(Example.Request("order-create-email"));
    }

    [Fact]
    public async Task The_posted_line_of_the_documents_goes_out_field_by_field_from_a_neutral_request()
    {
        var body = await PlacedAsync(Requests.Books, Requests.Post("post-1"));

        var order = JsonNode.Parse(body)!;
        order["LineItems"]!
            .AsArray()
            .ShouldHaveSingleItem()!
            .ToJsonString()
            .ShouldBeJson(JsonNode.Parse(Example.Request("order-create-post"))!["LineItems"]![0]!.ToJsonString());
        (order["Type"]!.GetValue<string>(), order["PONumber"]!.GetValue<string>()).ShouldBe(("PhysicalShipment", "post-1"));
    }

    [Fact]
    public async Task Everything_else_that_an_order_may_say_has_its_place()
    {
        var post = Requests.Post("post-2");
        var body = await PlacedAsync(
            Requests.Books,
            post with
            {
                Message = new() { Body = "Read well." },
                Lines =
                [
                    .. post.Lines,
                    post.Lines[0] with
                    {
                        Recipient = post.Lines[0].Recipient! with
                        {
                            PostalAddress = post.Lines[0].Recipient!.PostalAddress! with { Line2 = "Flat 4" },
                        },
                    },
                ],
                Options =
                [
                    new GiftCardPartnersOrderOptions
                    {
                        ShippingMethodId = "shp-ground",
                        CarrierId = "car-kraft",
                        DepartmentId = "dep-research",
                        Lines = new Dictionary<int, GiftCardPartnersLineOptions>
                        {
                            [1] = new()
                            {
                                ShippingMethodId = "shp-two-day",
                                CarrierId = "car-ribbon",
                                BrandingId = "brd-winter",
                            },
                        },
                    },
                ],
            }
        );

        var order = JsonNode.Parse(body)!;
        var lines = order["LineItems"]!;
        order["DepartmentId"]!.GetValue<string>().ShouldBe("dep-research");
        lines[0]!["PhysicalDeliveryAddress"]!["ShippingMethodId"]!.GetValue<string>().ShouldBe("shp-ground");
        lines[0]!["BrandingId"].ShouldBeNull();
        lines[0]!["Personalization"]!.ToJsonString().ShouldBeJson("""{ "To": "Tomas Reyes", "Message": "Read well." }""");
        var second = lines[1]!["PhysicalDeliveryAddress"]!;
        second["ShippingMethodId"]!.GetValue<string>().ShouldBe("shp-two-day");
        second["CarrierId"]!.GetValue<string>().ShouldBe("car-ribbon");
        second["AddressLine2"]!.GetValue<string>().ShouldBe("Flat 4");
        lines[1]!["BrandingId"]!.GetValue<string>().ShouldBe("brd-winter");
    }

    [Fact]
    public async Task A_time_of_delivery_is_sent_in_UTC()
    {
        var request = Requests.Email("later") with { SendAt = new DateTimeOffset(2031, 5, 6, 9, 30, 0, TimeSpan.FromHours(2)) };

        var body = await PlacedAsync(Requests.Coffee, request);

        JsonNode.Parse(body)!["LineItems"]![0]!["Personalization"]!["DeliveryDate"]!.GetValue<string>().ShouldBe("2031-05-06T07:30:00Z");
    }

    [Theory]
    [InlineData(Delivery.Email, """{ "Email": "ines@panel.example" }""")]
    [InlineData(Delivery.Sms, """{ "Sms": "+12025550143" }""")]
    [InlineData(Delivery.EmailAndSms, """{ "Email": "ines@panel.example", "Sms": "+12025550143" }""")]
    public async Task Each_digital_delivery_sends_its_own_addresses_and_no_other(Delivery delivery, string address)
    {
        var recipient = new Recipient
        {
            Email = delivery == Delivery.Sms ? null : "ines@panel.example",
            Phone = delivery == Delivery.Email ? null : "+12025550143",
        };

        var body = await PlacedAsync(
            Requests.Coffee,
            new()
            {
                Reference = "digital",
                Delivery = delivery,
                Lines = [Requests.Line() with { Recipient = recipient }],
            }
        );

        var line = JsonNode.Parse(body)!["LineItems"]![0]!.AsObject();
        line["DigitalDeliveryAddress"]!.ToJsonString().ShouldBeJson(address);
        line.Select(member => member.Key).ShouldBe(["ProductId", "Value", "Quantity", "DigitalDeliveryAddress"], ignoreOrder: true);
    }

    private static async Task SendsAsync(string example, Func<IGiftCardPartnersApi, Task> call)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        await server.ShouldReceiveAsync(example, () => call(accounts.Api));
    }

    /// <summary>Places a neutral order with a product that fits it, and returns the body that was sent.</summary>
    private static async Task<string> PlacedAsync(string product, OrderRequest request)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var offered = Example.OneProduct(json =>
        {
            json["Id"] = product;
            json["DenominationType"] = "Variable";
            json["AvailableDeliveryTypes"] = new JsonArray("DigitalDelivery", "Links", "PhysicalShipment");
            json["Denominations"] = new JsonArray(5, 500);
        });
        server.ByRequest = sent => sent.Method == "GET" ? new(offered) : new("""{ "Id": "ord-1", "Status": "Pending" }""", 201);

        await accounts.Account.Orders.PlaceAsync(request);

        return server.Requests.Single(sent => sent.Method == "POST").Body;
    }
}
