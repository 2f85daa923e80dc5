namespace GiftCardSdk.Sandbox.Tests.Huuray;

/// <summary>The provider page's examples: each request is accepted word for word, each answer has the documented members and kinds.</summary>
public sealed class ExampleTests
{
    private const string SyncOrder = """
        {"Product":{"Token":"pt-nord-kaffe-se","Value":25000,"Currency":"SEK","Quantity":2},"Sync":true,"RefID":"survey-wave3-00417"}
        """;

    private const string AsyncOrder = """
        {"Product":{"Token":"pt-nord-kaffe-se","Value":50000,"Currency":"SEK","Quantity":2,"Expires":"2027-12-31T23:00:00.000Z"},
         "Sync":false,"RefID":"anniv-2026-11-batch2","DeliveryTemplateId":7310,
         "DeliveryPDFTemplateUid":"2b6f1f0e-9a41-4c53-8f0d-6f1f7c0b9d11","DeliveryDatetime":"2026-12-01T08:00:00.000Z",
         "PersonalMessage":"Five years! Thanks.",
         "Recipients":[{"Name":"Maja Ek","Email":"maja@example.test","RefID":"emp-77"},{"Name":"Ola Berg","Email":"ola@example.test","RefID":"emp-78"}],
         "CustomerReference":"HR desk","PurchaseOrderFileToken":"@token"}
        """;

    [Fact]
    public async Task Balance()
    {
        await using var caller = await HuurayCaller.StartAsync();

        ShouldMatch(
            await caller.GetAsync("Balance"),
            200,
            """
            {"Balances":[{"Currency":"SEK","Balance":1845000,"Master":true},{"Currency":"GBP","Balance":7325,"Master":false}],
             "Status":200,"Message":"OK","StatusMessage":"OK"}
            """
        );
    }

    [Fact]
    public async Task Catalogue()
    {
        await using var caller = await HuurayCaller.StartAsync();

        ShouldMatch(
            await caller.PostAsync("Catalogue", """{"All":false}"""),
            200,
            """
            {"Products":[{"ProductToken":"pt-nord-kaffe-se","BrandName":"Nordkaffe Demo","Country":"Sweden","CountryCode":"SE",
              "Discount":3.25,"Denominations":"100,250,500","Currency":"SEK","RealTimeStock":"Stock","Categories":"Food,Coffee",
              "LanguageCode":"sv","Active":true,"BrandDescription":"Demo coffee bars.","RedemptionInstructions":"Show the code at the till.",
              "LogoFile":"https://img.example.test/nordkaffe.png"}],"Status":200,"Message":"OK","StatusMessage":"OK"}
            """
        );
    }

    [Fact]
    public async Task Stock()
    {
        await using var caller = await HuurayCaller.StartAsync();

        ShouldMatch(
            await caller.PostAsync("Stock", """{"ProductToken":"pt-nord-kaffe-se","Value":25000}"""),
            200,
            """{"Stock":134,"Status":200,"Message":"OK","StatusMessage":"OK"}"""
        );
    }

    [Fact]
    public async Task Exchange_rate()
    {
        await using var caller = await HuurayCaller.StartAsync();

        ShouldMatch(
            await caller.GetAsync("ExchangeRates?FromCurrency=GBP&ToCurrency=SEK"),
            200,
            """{"ExchangeRate":13.1742,"Spread":2,"Status":200,"Message":"OK","StatusMessage":"OK"}"""
        );
    }

    [Fact]
    public async Task Templates()
    {
        await using var caller = await HuurayCaller.StartAsync();

        ShouldMatch(
            await caller.SendAsync(HttpMethod.Post, "Template"),
            200,
            """
            {"Templates":[{"Id":7310,"Name":"Thank-you mail","Type":"Email","Language":"sv","Sender":"Demo AB","Subject":"A gift for you",
              "FormattedText":"<p>Hello</p>","PlainText":"Hello"}],
             "PDFTemplates":[{"Uid":"2b6f1f0e-9a41-4c53-8f0d-6f1f7c0b9d11","Name":"A4 card","Type":"Standard","Language":"sv","Country":null,"BrandName":null}],
             "Status":200,"Message":"OK","StatusMessage":"OK"}
            """
        );
    }

    [Fact]
    public async Task Synchronous_order()
    {
        await using var caller = await HuurayCaller.StartAsync();

        ShouldMatch(
            await caller.PostAsync("Order", SyncOrder),
            201,
            """
            {"OrderUID":"5c0e8c1a-74a2-4f0b-9b3e-2d7a90c1e6f4","RefID":"survey-wave3-00417",
             "Vouchers":[{"ID":8801451,"Code":"NK-4T7P-22QX","CVV":"918","RedeemLink":"https://redeem.example.test/a1","Expires":"2028-11-30T23:59:59Z","Recipient":null},
                         {"ID":8801452,"Code":"NK-9H3M-71ZB","CVV":"204","RedeemLink":"https://redeem.example.test/a2","Expires":"2028-11-30T23:59:59Z","Recipient":null}],
             "Status":201,"Message":"OK","StatusMessage":"OK"}
            """
        );
    }

    [Fact]
    public async Task Asynchronous_order_and_what_a_search_says_of_it()
    {
        await using var caller = await StartWithOptionsAsync();

        var order = await OrderAsync(caller);
        caller.Clock.Advance(TimeSpan.FromSeconds(2));
        var found = await caller.SearchAsync("""{"RefID":"anniv-2026-11-batch2"}""");
        var missing = await caller.SearchAsync("""{"RefID":"nobody"}""");

        ShouldMatch(
            order,
            202,
            """
            {"OrderUID":"a1f4d7b9-3e52-47c8-9a06-c4b85f20de31","RefID":"anniv-2026-11-batch2","Vouchers":null,"Status":202,"Message":"OK","StatusMessage":"OK"}
            """
        );
        ShouldMatch(
            found,
            200,
            """
            {"OrderUID":"a1f4d7b9-3e52-47c8-9a06-c4b85f20de31","RefID":"anniv-2026-11-batch2",
             "Vouchers":[{"ID":8801460,"Code":"","CVV":"","RedeemLink":"","Expires":"2027-12-31T23:00:00Z",
               "Recipient":{"Name":"Maja Ek","Email":"maja@example.test","Phone":null,"RefID":"emp-77"}}],
             "Status":200,"Message":"OK","StatusMessage":"OK"}
            """
        );
        Answer.Word(found.Vouchers()[1].GetProperty("Recipient"), "RefID").ShouldBe("emp-78");
        Answer.Word(found.Vouchers()[0], "Expires").ShouldBe("2027-12-31T23:00:00Z");
        ShouldMatch(missing, 404, """{"Status":404,"Message":"No match","StatusMessage":"Nothing fits this filter"}""");
    }

    [Fact]
    public async Task Resend_and_pdf()
    {
        await using var caller = await StartWithOptionsAsync();
        var uid = (await OrderAsync(caller)).Uid();

        var pending = await caller.PostAsync("Pdf", $$"""{"OrderUID":"{{uid}}","Combine":true}""");
        caller.Clock.Advance(TimeSpan.FromSeconds(2));
        var voucher = (await caller.SearchAsync($$"""{"OrderUID":"{{uid}}"}""")).Vouchers()[0].IdText();
        var resent = await caller.PostAsync("Resend", $$"""{"OrderUID":"{{uid}}","VoucherID":{{voucher}}}""");
        var ready = await caller.PostAsync("Pdf", $$"""{"OrderUID":"{{uid}}","Combine":true}""");

        ShouldMatch(resent, 200, """{"NumberOfResends":1,"Status":200,"Message":"OK","StatusMessage":"OK"}""");
        ShouldMatch(
            pending,
            202,
            """{"OrderUID":"a1f4","Documents":[],"Status":202,"Message":"Pending","StatusMessage":"Not ready, ask again later"}"""
        );
        ShouldMatch(
            ready,
            200,
            """
            {"OrderUID":"a1f4d7b9-3e52-47c8-9a06-c4b85f20de31",
             "Documents":[{"VoucherIDs":[8801460,8801461],"PDFTemplateUid":"2b6f1f0e-9a41-4c53-8f0d-6f1f7c0b9d11",
               "FileName":"giftcard-order-a1f4d7b9-3e52-47c8-9a06-c4b85f20de31.pdf","ContentType":"application/pdf","Content":"JVBERi0xLjQgZGVtbwo="}],
             "Status":200,"Message":"OK","StatusMessage":"OK"}
            """
        );
    }

    [Fact]
    public async Task Partial_cancellation()
    {
        await using var caller = await HuurayCaller.StartAsync();
        var order = await caller.PostAsync("Order", SyncOrder);
        caller.Twin.RefuseCancel(order.Vouchers()[1].IdText());

        ShouldMatch(
            await caller.CancelAsync($$"""{"OrderUID":"{{order.Uid()}}"}"""),
            206,
            """
            {"OrderUID":"5c0e8c1a-74a2-4f0b-9b3e-2d7a90c1e6f4","OrderCancelled":false,
             "Vouchers":[{"ID":8801451,"Cancelled":true},{"ID":8801452,"Cancelled":false}],"Status":206,"Message":"Partial","StatusMessage":"One card could not be cancelled"}
            """
        );
    }

    [Fact]
    public async Task Upload()
    {
        await using var caller = await StartWithOptionsAsync();

        ShouldMatch(
            await caller.UploadAsync("%PDF-1.4 demo"u8.ToArray(), "po-2026-118.pdf"),
            201,
            """
            {"Token":"e0b1c5d2-0c35-49a3-a7e6-5a5b6b3f9c20","FileName":"po-2026-118.pdf","ContentType":"application/pdf","Size":20733,"Status":201,"Message":"OK","StatusMessage":"OK"}
            """
        );
    }

    [Fact]
    public async Task A_refusal_and_a_complaint_of_the_framework()
    {
        await using var caller = await HuurayCaller.StartAsync();

        ShouldMatch(
            await caller.OrderAsync("too-many", quantity: 26),
            422,
            """{"Status":422,"Message":"Refused","StatusMessage":"Quantity above the limit for direct orders"}"""
        );
        ShouldMatch(
            await caller.PostAsync("Order", SyncOrder.Replace("25000", "\"a lot\"", StringComparison.Ordinal)),
            400,
            """{"title":"Request not valid","status":400,"errors":{"$.Product.Value":["not an integer"]}}"""
        );
    }

    private static Task<HuurayCaller> StartWithOptionsAsync() =>
        HuurayCaller.StartAsync(options =>
        {
            options.InvoiceFields = true;
            options.PurchaseOrderFiles = true;
        });

    private static async Task<Answer> OrderAsync(HuurayCaller caller)
    {
        var file = await caller.UploadAsync("%PDF-1.4 demo"u8.ToArray());
        return await caller.PostAsync("Order", AsyncOrder.Replace("@token", Answer.Word(file.Json, "Token"), StringComparison.Ordinal));
    }

    private static void ShouldMatch(Answer answer, int status, string example)
    {
        answer.Code().ShouldBe(status, answer.Text);
        answer.Json.ShouldHaveTheShapeOf(example, isWhole: true);
        answer.ContentHeaders.ContentType.ShouldNotBeNull().MediaType.ShouldBe("application/json");
    }
}
