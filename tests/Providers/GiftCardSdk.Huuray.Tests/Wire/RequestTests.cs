namespace GiftCardSdk.Huuray.Tests;

/// <summary>What each operation puts on the wire, compared with the documents member by member.</summary>
public sealed class RequestTests
{
    private static Dictionary<string, Func<IHuurayApi, Task>> Further =>
        new(StringComparer.Ordinal)
        {
            ["catalogue-list-public"] = api => api.GetCatalogueAsync(all: true),
            ["stock-get-usual"] = api => api.GetStockAsync("p"),
            ["exchange-rate-get"] = api => api.GetExchangeRateAsync("gbp", "SEK"),
            ["order-create-full"] = api => api.CreateOrderAsync(FullOrder),
            ["order-search-full"] = api => api.SearchAsync(FullSearch),
            ["order-resend-partial"] = api => api.ResendAsync(WireCalls.Order),
            ["pdf-get-one"] = api =>
                api.GetPdfAsync(
                    new()
                    {
                        OrderUid = "o",
                        VoucherId = "7",
                        PdfTemplateUid = "u",
                        Combine = false,
                    }
                ),
        };

    public static TheoryData<string> Operations => WireCalls.Names;

    public static TheoryData<string> Others => [.. Further.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Each_operation_sends_the_documented_request(string operation) =>
        SendsAsync(WireCalls.All[operation].Example, WireCalls.All[operation].Call);

    [Theory]
    [MemberData(nameof(Others))]
    public Task Each_form_of_a_request_goes_out_word_for_word(string example) => SendsAsync(example, Further[example]);

    [Fact]
    public async Task An_empty_search_is_never_sent()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);

        (await Should.ThrowAsync<ArgumentException>(() => accounts.Api.SearchAsync(new()))).ParamName.ShouldBe("filter");

        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upload_is_a_form_with_one_file()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("upload-create"), 201);

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
        await using var server = WireServer.Start();
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

    internal static HuurayNewOrder AsyncOrder { get; } =
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

    private static HuurayNewOrder FullOrder { get; } =
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
        };

    private static HuuraySearchFilter FullSearch { get; } =
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
        };

    private static async Task SendsAsync(string example, Func<IHuurayApi, Task> call)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        await server.ShouldReceiveAsync(example, () => call(accounts.Api));
    }
}
