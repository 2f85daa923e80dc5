using System.Text;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>Every answer that the documents show is read, word for word and member by member.</summary>
public sealed class ExampleAnswerTests
{
    /// <summary>Assumed: in the form of the answer to an order.</summary>
    private const string Callback = """
        {"OrderUID":"a1f4d7b9-3e52-47c8-9a06-c4b85f20de31","ID":640112,"UID":"K7-demo","RefID":"anniv-2026-11-batch2",
         "Vouchers":[{"ID":8801460,"Code":"","CVV":"","RedeemLink":"","Expires":"2027-12-31T23:00:00Z"},
                     {"ID":8801461,"Code":"","CVV":"","RedeemLink":"","Expires":"2027-12-31T23:00:00Z"}]}
        """;

    [Fact]
    public async Task Balances()
    {
        var list = await ReadAsync("balance-get", api => api.GetBalancesAsync());

        list.Balances.Select(row => (row.Currency, row.Balance, row.Master)).ShouldBe([("SEK", 1845000L, true), ("GBP", 7325L, false)]);
        (list.Status, list.Message, list.StatusMessage).ShouldBe((200, "OK", "OK"));
    }

    [Fact]
    public async Task The_catalogue()
    {
        var product = (await ReadAsync("catalogue-list", api => api.GetCatalogueAsync())).Products.ShouldHaveSingleItem();

        (product.ProductToken, product.BrandName).ShouldBe(("pt-nord-kaffe-se", "Nordkaffe Demo"));
        (product.Country, product.CountryCode, product.LanguageCode).ShouldBe(("Sweden", "SE", "sv"));
        (product.Discount, product.Denominations, product.Currency).ShouldBe((3.25m, "100,250,500", "SEK"));
        (product.RealTimeStock, product.Categories, product.Active).ShouldBe((HuurayWords.StockKind.Stock, "Food,Coffee", true));
        (product.BrandDescription, product.RedemptionInstructions).ShouldBe(("Demo coffee bars.", "Show the code at the till."));
        product.LogoFile.ShouldBe("https://img.example.test/nordkaffe.png");
    }

    [Fact]
    public async Task A_stock() => (await ReadAsync("stock-get", api => api.GetStockAsync("pt-nord-kaffe-se", 25000))).Stock.ShouldBe(134);

    [Fact]
    public async Task A_rate()
    {
        var rate = await ReadAsync("exchange-rate-get", api => api.GetExchangeRateAsync("GBP", "SEK"));

        (rate.ExchangeRate, rate.Spread).ShouldBe((13.1742m, 2));
    }

    [Fact]
    public async Task Templates()
    {
        var list = await ReadAsync("template-list", api => api.ListTemplatesAsync());

        var template = list.Templates.ShouldHaveSingleItem();
        (template.Id, template.Name, template.Type, template.Language).ShouldBe(
            ("7310", "Thank-you mail", HuurayWords.TemplateType.Email, "sv")
        );
        (template.Sender, template.Subject).ShouldBe(("Demo AB", "A gift for you"));
        (template.FormattedText, template.PlainText).ShouldBe(("<p>Hello</p>", "Hello"));
        var pdf = list.PdfTemplates.ShouldHaveSingleItem();
        (pdf.Uid, pdf.Name, pdf.Type).ShouldBe(("2b6f1f0e-9a41-4c53-8f0d-6f1f7c0b9d11", "A4 card", "Standard"));
        (pdf.Language, pdf.Country, pdf.BrandName).ShouldBe(("sv", null, null));
    }

    [Fact]
    public async Task A_synchronous_order_with_its_cards()
    {
        var order = await ReadAsync("order-create-sync", api => api.CreateOrderAsync(WireCalls.NewOrder));

        (order.OrderUid, order.RefId).ShouldBe((WireCalls.SyncOrder, "survey-wave3-00417"));
        order
            .Vouchers.Select(card => (card.Id, card.Code!.Reveal(), card.Cvv!.Reveal(), card.RedeemLink!.Reveal(), card.Expires))
            .ShouldBe([
                ("8801451", "NK-4T7P-22QX", "918", "https://redeem.example.test/a1", "2028-11-30T23:59:59Z"),
                ("8801452", "NK-9H3M-71ZB", "204", "https://redeem.example.test/a2", "2028-11-30T23:59:59Z"),
            ]);
        order.Vouchers.ShouldAllBe(card => card.Recipient == null && !card.IsWithheld);
    }

    [Fact]
    public async Task An_asynchronous_order_without_cards()
    {
        var order = await ReadAsync("order-create-async", api => api.CreateOrderAsync(RequestTests.AsyncOrder));

        (order.OrderUid, order.RefId, order.Vouchers.Count).ShouldBe((WireCalls.Order, "anniv-2026-11-batch2", 0));
    }

    [Fact]
    public async Task A_search_shows_cards_whose_values_are_withheld()
    {
        var order = (await ReadAsync("order-search", api => api.SearchAsync(new() { RefId = "anniv-2026-11-batch2" }))).ShouldNotBeNull();

        order.OrderUid.ShouldBe(WireCalls.Order);
        order.Vouchers.ShouldAllBe(card => card.IsWithheld && card.Code == null && card.Cvv == null && card.RedeemLink == null);
        order
            .Vouchers.Select(card => (card.Id, card.Recipient!.Name, card.Recipient.Email, card.Recipient.Phone, card.Recipient.RefId))
            .ShouldBe([
                ("8801460", "Maja Ek", "maja@example.test", null, "emp-77"),
                ("8801461", "Ola Berg", "ola@example.test", null, "emp-78"),
            ]);
    }

    [Fact]
    public async Task A_search_without_a_match() =>
        (await ReadAsync("order-search-none", api => api.SearchAsync(new() { RefId = "anniv-2026-11-batch2" }))).ShouldBeNull();

    [Fact]
    public async Task A_resend()
    {
        var resend = await ReadAsync("order-resend", api => api.ResendAsync(WireCalls.Order, "8801460"));

        (resend.NumberOfResends, resend.IsPartial).ShouldBe((1, false));
    }

    [Fact]
    public async Task A_partial_cancellation()
    {
        var cancellation = await ReadAsync("order-cancel-partial", api => api.CancelAsync(WireCalls.SyncOrder));

        (cancellation.OrderUid, cancellation.OrderCancelled, cancellation.IsPartial).ShouldBe((WireCalls.SyncOrder, false, true));
        cancellation.Vouchers.Select(card => (card.Id, card.Cancelled)).ShouldBe([("8801451", true), ("8801452", false)]);
    }

    [Fact]
    public async Task A_pdf_that_is_not_ready()
    {
        var pdf = await ReadAsync("pdf-get-pending", api => api.GetPdfAsync(new() { OrderUid = WireCalls.Order, Combine = true }));

        (pdf.IsReady, pdf.RetryAfter, pdf.Documents.Count, pdf.OrderUid).ShouldBe((false, TimeSpan.FromSeconds(30), 0, WireCalls.Order));
    }

    [Fact]
    public async Task A_pdf()
    {
        var pdf = await ReadAsync("pdf-get", api => api.GetPdfAsync(new() { OrderUid = WireCalls.Order, Combine = true }));

        (pdf.IsReady, pdf.RetryAfter).ShouldBe((true, null));
        var document = pdf.Documents.ShouldHaveSingleItem();
        document.VoucherIds.ShouldBe(["8801460", "8801461"]);
        (document.PdfTemplateUid, document.ContentType).ShouldBe(("2b6f1f0e-9a41-4c53-8f0d-6f1f7c0b9d11", "application/pdf"));
        document.FileName.ShouldBe($"giftcard-order-{WireCalls.Order}.pdf");
        Encoding.UTF8.GetString(document.Content.Span).ShouldBe("%PDF-1.4 demo\n");
    }

    [Fact]
    public async Task An_upload()
    {
        var upload = await ReadAsync("upload-create", api => api.UploadAsync(WireCalls.File));

        (upload.Token, upload.FileName).ShouldBe(("e0b1c5d2-0c35-49a3-a7e6-5a5b6b3f9c20", "po-2026-118.pdf"));
        (upload.ContentType, upload.Size).ShouldBe(("application/pdf", 20733L));
    }

    [Fact]
    public void A_callback()
    {
        HuurayCallback.TryRead(Encoding.UTF8.GetBytes(Callback), out var callback).ShouldBeTrue();

        (callback!.OrderUid, callback.Id, callback.Uid, callback.RefId).ShouldBe(
            (WireCalls.Order, "640112", "K7-demo", "anniv-2026-11-batch2")
        );
        callback.Vouchers.Select(card => (card.Id, card.IsWithheld)).ShouldBe([("8801460", true), ("8801461", true)]);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_is_not_in_the_way_of_a_callback(string encoding)
    {
        var writer = Encoding.GetEncoding(encoding);

        HuurayCallback.TryRead([.. writer.GetPreamble(), .. writer.GetBytes(Callback)], out var callback).ShouldBeTrue();

        callback!.OrderUid.ShouldBe(WireCalls.Order);
        HuurayCallback.TryRead([.. writer.GetPreamble(), 0xD8, 0x3C, 0xFF], out _).ShouldBeFalse();
    }

    [Fact]
    public void Quirk_25_a_callback_is_read_whatever_its_capitals()
    {
        var body = Callback.ToLowerInvariant();

        HuurayCallback.TryRead(Encoding.UTF8.GetBytes(body), out var callback).ShouldBeTrue();

        (callback!.OrderUid, callback.Vouchers.Count).ShouldBe((WireCalls.Order, 2));
    }

    [Theory]
    [InlineData("""{ "OrderUID": "a", "Vouchers": 7 }""", "a", null)]
    [InlineData("""{ "OrderUID": null, "RefID": 81, "ID": {} }""", null, "81")]
    public void A_callback_is_read_by_either_of_its_names_whatever_else_is_odd(string body, string? uid, string? reference)
    {
        HuurayCallback.TryRead(Encoding.UTF8.GetBytes(body), out var callback).ShouldBeTrue();

        (callback!.OrderUid, callback.RefId, callback.Vouchers.Count).ShouldBe((uid, reference, 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "OrderUID": " " }""")]
    public void A_callback_that_names_no_order_is_none(string body) =>
        HuurayCallback.TryRead(Encoding.UTF8.GetBytes(body), out _).ShouldBeFalse();

    private static async Task<T> ReadAsync<T>(string example, Func<IHuurayApi, Task<T>> call)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        return await server.AnswerAsync(example, () => call(accounts.Api));
    }
}
