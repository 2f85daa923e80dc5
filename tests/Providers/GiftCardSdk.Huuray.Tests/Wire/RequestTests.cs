namespace GiftCardSdk.Huuray.Tests;

/// <summary>What each operation puts on the wire, compared with the documents member by member.</summary>
public sealed class RequestTests
{
    [Fact]
    public Task Quirk_7_balances_have_no_body() => SendsAsync("GET", "/v4/Balance", null, "balance.get", api => api.GetBalancesAsync());

    [Fact]
    public Task The_catalogue_of_the_account() =>
        SendsAsync("POST", "/v4/Catalogue", Example.Read("catalogue-request"), "catalogue.list", api => api.GetCatalogueAsync());

    [Fact]
    public Task The_public_catalogue() =>
        SendsAsync("POST", "/v4/Catalogue", """{ "All": true }""", "catalogue.list", api => api.GetCatalogueAsync(all: true));

    [Fact]
    public Task A_stock() =>
        SendsAsync("POST", "/v4/Stock", Example.Read("stock-request"), "stock.get", api => api.GetStockAsync("pt-nord-kaffe-se", 25000));

    [Fact]
    public Task A_stock_of_the_usual_value() =>
        SendsAsync("POST", "/v4/Stock", """{ "ProductToken": "p" }""", "stock.get", api => api.GetStockAsync("p"));

    [Fact]
    public Task Quirk_7_a_rate_has_no_body() =>
        SendsAsync(
            "GET",
            "/v4/ExchangeRates?FromCurrency=GBP&ToCurrency=SEK",
            null,
            "exchange_rates.get",
            api => api.GetExchangeRateAsync("gbp", "SEK")
        );

    [Fact]
    public Task Quirk_7_templates_have_no_body() =>
        SendsAsync("POST", "/v4/Template", null, "template.list", api => api.ListTemplatesAsync());

    [Fact]
    public Task A_synchronous_order() =>
        SendsAsync(
            "POST",
            "/v4/Order",
            Example.Read("order-sync-request"),
            "order.create",
            api => api.CreateOrderAsync(WireCalls.NewOrder)
        );

    [Fact]
    public Task An_asynchronous_order_with_delivery() =>
        SendsAsync("POST", "/v4/Order", Example.Read("order-async-request"), "order.create", api => api.CreateOrderAsync(AsyncOrder));

    [Fact]
    public Task Quirk_25_every_member_goes_out_with_its_own_capitals() =>
        SendsAsync(
            "POST",
            "/v4/Order",
            """
            { "Product": { "Token": "t", "Value": 1, "Currency": "EUR", "Quantity": 1, "Expires": "2027-03-31T22:00:00.000Z" },
              "Sync": false, "RefID": "r", "DeliveryTemplateId": 1, "DeliveryPDFTemplateUid": "u",
              "DeliveryDatetime": "2026-12-01T08:00:00.000Z", "PersonalMessage": "m",
              "Recipients": [{ "Name": "n", "Email": "e", "Phone": "+46700000001", "RefID": "x" }],
              "AdditionalReference": "a", "CustomerReference": "c", "ArticleNumber": "n", "Description": "d",
              "PurchaseOrderFileToken": "f" }
            """,
            "order.create",
            api =>
                api.CreateOrderAsync(
                    new()
                    {
                        Product = new()
                        {
                            Token = "t",
                            Value = 1,
                            Currency = "EUR",
                            Quantity = 1,
                            Expires = new(2027, 4, 1, 0, 0, 0, TimeSpan.FromHours(2)),
                        },
                        Sync = false,
                        RefId = "r",
                        DeliveryTemplateId = 1,
                        DeliveryPdfTemplateUid = "u",
                        DeliveryDatetime = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(1)),
                        PersonalMessage = "m",
                        Recipients =
                        [
                            new()
                            {
                                Name = "n",
                                Email = "e",
                                Phone = "+46700000001",
                                RefId = "x",
                            },
                        ],
                        AdditionalReference = "a",
                        CustomerReference = "c",
                        ArticleNumber = "n",
                        Description = "d",
                        PurchaseOrderFileToken = "f",
                    }
                )
        );

    [Fact]
    public Task A_search_by_reference() =>
        SendsAsync(
            "POST",
            "/v4/Search",
            Example.Read("search-request"),
            "order.search",
            api => api.SearchAsync(new() { RefId = "anniv-2026-11-batch2" })
        );

    [Fact]
    public Task A_search_by_everything() =>
        SendsAsync(
            "POST",
            "/v4/Search",
            """
            { "OrderUID": "o", "VoucherID": 7, "ProductToken": "p", "RefID": "r", "SMSTemplateID": 1, "EmailTemplateID": 2,
              "DeliveryDatetime": "2026-12-01T08:00:00.000Z", "RecipientName": "n", "RecipientEmail": "e", "RecipientPhone": "t",
              "RecipientRefID": "x" }
            """,
            "order.search",
            api =>
                api.SearchAsync(
                    new()
                    {
                        OrderUid = "o",
                        VoucherId = "7",
                        ProductToken = "p",
                        RefId = "r",
                        SmsTemplateId = 1,
                        EmailTemplateId = 2,
                        DeliveryDatetime = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero),
                        RecipientName = "n",
                        RecipientEmail = "e",
                        RecipientPhone = "t",
                        RecipientRefId = "x",
                    }
                )
        );

    [Fact]
    public async Task An_empty_search_is_never_sent()
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);

        (await Should.ThrowAsync<ArgumentException>(() => accounts.Api.SearchAsync(new()))).ParamName.ShouldBe("filter");

        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public Task A_resend_of_one_card() =>
        SendsAsync(
            "POST",
            "/v4/Resend",
            Example.Read("resend-request"),
            "order.resend",
            api => api.ResendAsync(WireCalls.Order, "8801460")
        );

    [Fact]
    public Task Quirk_6_a_cancellation_is_a_DELETE_with_a_body() =>
        SendsAsync("DELETE", "/v4/Cancel", Example.Read("cancel-request"), "order.cancel", api => api.CancelAsync(WireCalls.SyncOrder));

    [Fact]
    public Task Pdfs() =>
        SendsAsync(
            "POST",
            "/v4/Pdf",
            Example.Read("pdf-request"),
            "pdf.get",
            api => api.GetPdfAsync(new() { OrderUid = WireCalls.Order, Combine = true })
        );

    [Fact]
    public Task A_pdf_of_one_card_in_a_layout() =>
        SendsAsync(
            "POST",
            "/v4/Pdf",
            """{ "OrderUID": "o", "VoucherID": 7, "PDFTemplateUid": "u", "Combine": false }""",
            "pdf.get",
            api =>
                api.GetPdfAsync(
                    new()
                    {
                        OrderUid = "o",
                        VoucherId = "7",
                        PdfTemplateUid = "u",
                        Combine = false,
                    }
                )
        );

    [Fact]
    public async Task An_upload_is_a_form_with_one_file()
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("upload"), 201);

        await accounts.Api.UploadAsync(WireCalls.File);

        var request = server.Requests.ShouldHaveSingleItem();
        (request.Method, request.Target).ShouldBe(("POST", "/v4/Upload"));
        var boundary = request.Headers["Content-Type"].Split("boundary=")[1].Trim('"');
        request.Headers["Content-Type"].ShouldStartWith("multipart/form-data;");
        request.Body.Split("--" + boundary).Length.ShouldBe(3, "one part between two boundaries");
        request.Body.ShouldContain("Content-Type: application/pdf\r\n");
        request.Body.ShouldContain("form-data; name=File; filename=po-2026-118.pdf");
        request.Body.ShouldContain("\r\n\r\n%PDF-1.4 demo\n\r\n--");
    }

    [Theory]
    [InlineData("po.pdf", "application/pdf", 0, "Content: the file has 0 bytes")]
    [InlineData("po.pdf", "application/pdf", HuurayFile.MaxBytes + 1, "Content: the file has 10485761 bytes")]
    [InlineData("", "application/pdf", 1, "FileName: ")]
    [InlineData("a\r\nb", "application/pdf", 1, "FileName: ")]
    [InlineData("jane\"doe.pdf", "application/pdf", 1, "FileName: ")]
    [InlineData("jane\\doe.pdf", "application/pdf", 1, "FileName: ")]
    [InlineData("../jane.pdf", "application/pdf", 1, "FileName: ")]
    [InlineData("jane\u202efdp.exe", "application/pdf", 1, "FileName: ")]
    [InlineData("po.doc", "application/msword", 1, "ContentType: 'application/msword'")]
    [InlineData("po.pdf", "pdf", 1, "ContentType: 'pdf'")]
    public async Task A_file_that_Huuray_would_not_take_is_not_sent(string name, string type, int bytes, string complaint)
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);
        var file = new HuurayFile
        {
            FileName = name,
            ContentType = type,
            Content = new byte[bytes],
        };

        var mistake = await Should.ThrowAsync<ArgumentException>(() => accounts.Api.UploadAsync(file));

        mistake.Message.ShouldContain(complaint);
        mistake.ToString().ShouldNotContain("jane");
        server.Requests.ShouldBeEmpty();
    }

    private static HuurayNewOrder AsyncOrder { get; } =
        new()
        {
            Product = new()
            {
                Token = "pt-nord-kaffe-se",
                Value = 50000,
                Currency = "SEK",
                Quantity = 2,
                Expires = new(2027, 12, 31, 23, 0, 0, TimeSpan.Zero),
            },
            Sync = false,
            RefId = "anniv-2026-11-batch2",
            DeliveryTemplateId = 7310,
            DeliveryPdfTemplateUid = "2b6f1f0e-9a41-4c53-8f0d-6f1f7c0b9d11",
            DeliveryDatetime = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero),
            PersonalMessage = "Five years! Thanks.",
            Recipients =
            [
                new()
                {
                    Name = "Maja Ek",
                    Email = "maja@example.test",
                    RefId = "emp-77",
                },
                new()
                {
                    Name = "Ola Berg",
                    Email = "ola@example.test",
                    RefId = "emp-78",
                },
            ],
            CustomerReference = "HR desk",
            PurchaseOrderFileToken = "e0b1c5d2-0c35-49a3-a7e6-5a5b6b3f9c20",
        };

    private static async Task SendsAsync(string method, string target, string? body, string operation, Func<IHuurayApi, Task> call)
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);
        server.Answer(WireCalls.All[operation].Answer);

        await call(accounts.Api);

        var request = server.Requests.ShouldHaveSingleItem();
        (request.Method, request.Target).ShouldBe((method, target));
        (request.Headers["Accept"], request.Headers["X-API-TOKEN"]).ShouldBe(("application/json", Accounts.Token));
        if (body is null)
        {
            (request.Body, request.Headers.ContainsKey("Content-Type")).ShouldBe(("", false));
        }
        else
        {
            request.Headers["Content-Type"].ShouldBe("application/json");
            request.Body.ShouldBeJson(body);
        }
    }
}
