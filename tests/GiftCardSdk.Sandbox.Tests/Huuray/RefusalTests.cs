namespace GiftCardSdk.Sandbox.Tests.Huuray;

/// <summary>What is wrong with a request, and what Huuray says to it. The account has invoice texts and no purchase-order files.</summary>
public sealed class RefusalTests
{
    private const string AnyPdf = "2b6f1f0e-9a41-4c53-8f0d-6f1f7c0b9d11";
    private const string DanishPdf = "7c9d2a54-1b3e-4f67-a0c8-5e8d41f3b620";

    [Theory]
    [InlineData("pt-nord-kaffe-se", 25_000, "SEK", 201)]
    [InlineData("pt-nord-kaffe-se", 25_001, "SEK", 422)]
    [InlineData("pt-nord-kaffe-se", 25_000, "DKK", 422)]
    [InlineData("pt-nord-kaffe-flex-se", 4_999, "SEK", 422)]
    [InlineData("pt-nord-kaffe-flex-se", 500_000, "SEK", 201)]
    [InlineData("pt-nord-kaffe-flex-se", 500_001, "SEK", 422)]
    [InlineData("pt-nobody", 25_000, "SEK", 404)]
    [InlineData("pt-winter-closed-se", 10_000, "SEK", 422)]
    [InlineData("pt-sold-out-se", 10_000, "SEK", 422)]
    [InlineData("", 25_000, "SEK", 400)]
    [InlineData("pt-nord-kaffe-se", 25_000, "", 400)]
    public async Task Only_what_is_on_sale_is_sold(string token, int value, string currency, int status)
    {
        await using var caller = await HuurayCaller.StartAsync();

        (await caller.PostAsync("Order", Orders.Of(Orders.Product(token, value, currency)))).Code().ShouldBe(status);
        caller.Twin.Ledger.Count.ShouldBe(status == 201 ? 1 : 0);
    }

    [Theory]
    [InlineData(true, 25, 201)]
    [InlineData(true, 26, 422)]
    [InlineData(false, 26, 202)]
    [InlineData(true, 0, 422)]
    [InlineData(false, -1, 422)]
    [InlineData(false, 10_001, 422)]
    public async Task Only_synchronous_orders_are_limited_to_25_cards(bool sync, int quantity, int status)
    {
        await using var caller = await HuurayCaller.StartAsync();

        (await caller.PostAsync("Order", Orders.Returned("many", quantity, sync))).Code().ShouldBe(status);
    }

    [Theory]
    [InlineData("2027-01-31T22:00:00.000Z", 201)]
    [InlineData("2028-01-15T23:59:59Z", 201)]
    [InlineData("2028-01-16T00:00:00Z", 422)]
    [InlineData("2026-01-15T11:59:59Z", 422)]
    [InlineData("soon", 400)]
    public async Task An_expiry_is_in_the_future_and_not_later_than_the_products_own(string expires, int status)
    {
        await using var caller = await HuurayCaller.StartAsync();
        var product = Orders.Product().Replace("}", $$""","Expires":"{{expires}}"}""", StringComparison.Ordinal);

        (await caller.PostAsync("Order", Orders.Of(product))).Code().ShouldBe(status);
    }

    [Theory]
    [InlineData(1, "'DeliveryTemplateId':7310,'Recipients':[{'Email':'a@b'}]", 202)]
    [InlineData(3, "'DeliveryTemplateId':7310,'Recipients':[{'Email':'a@b'}]", 202)]
    [InlineData(3, "'DeliveryTemplateId':7310,'Recipients':[{'Email':'a@b'},{'Email':'c@d'},{'Email':'e@f'}]", 202)]
    [InlineData(3, "'DeliveryTemplateId':7310,'Recipients':[{'Email':'a@b'},{'Email':'c@d'}]", 422)]
    [InlineData(1, "'DeliveryTemplateId':7310,'Recipients':[]", 422)]
    [InlineData(1, "'DeliveryTemplateId':7310,'Recipients':[{'Email':'maja'}]", 422)]
    [InlineData(1, "'DeliveryTemplateId':7310,'Recipients':[{'Phone':'+46701234567'}]", 422)]
    [InlineData(1, "'DeliveryTemplateId':7320,'Recipients':[{'Phone':'+46701234567'}]", 202)]
    [InlineData(1, "'DeliveryTemplateId':7320,'Recipients':[{'Email':'a@b'}]", 422)]
    [InlineData(1, "'DeliveryTemplateId':9999,'Recipients':[{'Email':'a@b'}]", 404)]
    [InlineData(1, "'DeliveryTemplateId':7310,'DeliveryPDFTemplateUid':'" + AnyPdf + "','Recipients':[{'Email':'a@b'}]", 202)]
    [InlineData(1, "'DeliveryTemplateId':7310,'DeliveryPDFTemplateUid':'" + DanishPdf + "','Recipients':[{'Email':'a@b'}]", 422)]
    [InlineData(1, "'DeliveryTemplateId':7310,'DeliveryPDFTemplateUid':'nobody','Recipients':[{'Email':'a@b'}]", 422)]
    [InlineData(1, "'DeliveryTemplateId':7320,'DeliveryPDFTemplateUid':'" + AnyPdf + "','Recipients':[{'Phone':'+46701234567'}]", 422)]
    [InlineData(1, "'DeliveryPDFTemplateUid':'" + AnyPdf + "','Recipients':[{'Email':'a@b'}]", 422)]
    [InlineData(1, "'DeliveryTemplateId':7310,'DeliveryDatetime':'2026-01-15T12:00:01Z','Recipients':[{'Email':'a@b'}]", 202)]
    [InlineData(1, "'DeliveryTemplateId':7310,'DeliveryDatetime':'2026-01-15T11:59:59Z','Recipients':[{'Email':'a@b'}]", 422)]
    public async Task A_delivery_has_a_template_that_fits_and_addresses_it_can_be_sent_to(int quantity, string delivery, int status)
    {
        await using var caller = await HuurayCaller.StartAsync();

        var order = await caller.PostAsync(
            "Order",
            $$"""{"Product":{{Orders.Product(quantity: quantity)}},"Sync":false,{{delivery.Replace('\'', '"')}}}"""
        );

        order.Code().ShouldBe(status);
    }

    [Theory]
    [InlineData("AdditionalReference", 250, 201)]
    [InlineData("AdditionalReference", 251, 422)]
    [InlineData("CustomerReference", 251, 422)]
    [InlineData("ArticleNumber", 251, 422)]
    [InlineData("Description", 251, 422)]
    [InlineData("PurchaseOrderFileToken", 1, 422)]
    [InlineData("SenderName", 1, 400)]
    public async Task An_invoice_text_has_250_characters_and_other_members_do_not_exist(string name, int length, int status)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.InvoiceFields = true);

        var order = await caller.PostAsync(
            "Order",
            $$"""{"Product":{{Orders.Product()}},"Sync":true,"{{name}}":"{{new string('x', length)}}"}"""
        );

        order.Code().ShouldBe(status);
    }

    [Theory]
    [InlineData("Order", """{"Sync":true}""", "$.Product")]
    [InlineData("Order", """{"Product":null,"Sync":true}""", "$.Product")]
    [InlineData("Order", """{"Product":{"Token":"a","Value":1,"Currency":"SEK","Quantity":1}}""", "$.Sync")]
    [InlineData("Order", """{"Product":{"Token":"a","Value":250.5,"Currency":"SEK","Quantity":1},"Sync":true}""", "$.Product.Value")]
    [InlineData("Order", """{"Product":{"Token":"a","Value":1,"Currency":"SEK"},"Sync":true}""", "$.Product.Quantity")]
    [InlineData("Order", """{"Sync":true,"Sync":true}""", "$")]
    [InlineData("Order", "not json", "$")]
    [InlineData("Order", "null", "$")]
    [InlineData("Order", "[]", "$")]
    [InlineData("Order", "", "$")]
    [InlineData("Stock", """{"Value":25000}""", "$.ProductToken")]
    [InlineData("Stock", """{"ProductToken":null}""", "$.ProductToken")]
    [InlineData("Resend", """{"OrderUID":"a","VoucherID":"1"}""", "$.VoucherID")]
    public async Task A_malformed_body_is_the_frameworks_400_and_names_the_member(string operation, string body, string member)
    {
        await using var caller = await HuurayCaller.StartAsync();

        var answer = await caller.PostAsync(operation, body);

        answer.Code().ShouldBe(400);
        answer.Json.GetProperty("status").GetInt32().ShouldBe(400);
        answer.Json.TryGetProperty("StatusMessage", out _).ShouldBeFalse();
        answer.Json.GetProperty("errors").EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe(member);
    }

    [Theory]
    [InlineData("Stock", """{"ProductToken":"pt-nobody"}""", 404)]
    [InlineData("Stock", """{"ProductToken":"pt-nord-kaffe-se","Value":1}""", 422)]
    [InlineData("Search", "{}", 400)]
    [InlineData("Pdf", """{"OrderUID":"@uid"}""", 422)]
    [InlineData("Pdf", """{"OrderUID":"@uid","PDFTemplateUid":"7c9d2a54-1b3e-4f67-a0c8-5e8d41f3b620"}""", 422)]
    [InlineData("Pdf", """{"OrderUID":"@uid","PDFTemplateUid":"nobody"}""", 404)]
    [InlineData("Pdf", """{"OrderUID":"nobody","PDFTemplateUid":"2b6f1f0e-9a41-4c53-8f0d-6f1f7c0b9d11"}""", 404)]
    public async Task What_makes_no_sense_is_refused(string operation, string body, int status)
    {
        await using var caller = await HuurayCaller.StartAsync();
        var uid = (await caller.OrderAsync("some")).Uid();

        (await caller.PostAsync(operation, body.Replace("@uid", uid, StringComparison.Ordinal))).Code().ShouldBe(status);
    }

    [Theory]
    [InlineData("ExchangeRates?FromCurrency=GBP", 400)]
    [InlineData("ExchangeRates", 400)]
    [InlineData("ExchangeRates?FromCurrency=GBP&ToCurrency=XXX", 404)]
    [InlineData("Orders", 404)]
    public async Task A_read_that_makes_no_sense_is_refused(string path, int status)
    {
        await using var caller = await HuurayCaller.StartAsync();

        (await caller.GetAsync(path)).Code().ShouldBe(status);
    }
}
