using System.Globalization;
using System.Text;

namespace GiftCardSdk.Sandbox.Tests.Huuray;

public sealed class FileTests
{
    private const string AnyTemplate = "2b6f1f0e-9a41-4c53-8f0d-6f1f7c0b9d11";

    private static readonly byte[] Pdf = "%PDF-1.4 demo"u8.ToArray();

    [Theory]
    [InlineData("", 2)]
    [InlineData(",\"Combine\":false", 2)]
    [InlineData(",\"Combine\":true", 1)]
    public async Task There_is_a_file_for_each_card_or_one_for_all(string combine, int files)
    {
        await using var caller = await HuurayCaller.StartAsync();
        var order = await caller.OrderAsync("files", quantity: 2);
        var first = order.Vouchers()[0];

        var documents = (await PdfAsync(caller, order.Uid(), combine)).Json.GetProperty("Documents").EnumerateArray().ToArray();

        documents.Length.ShouldBe(files);
        documents.Sum(document => document.GetProperty("VoucherIDs").GetArrayLength()).ShouldBe(2);
        Answer.Word(documents[0], "FileName").ShouldBe(files == 1 ? $"giftcard-order-{order.Uid()}.pdf" : $"giftcard-{first.IdText()}.pdf");
        Read(documents[0]).ShouldContain(Answer.Word(first, "Code")!);
    }

    [Fact]
    public async Task The_file_is_a_pdf_whose_table_points_at_its_objects()
    {
        await using var caller = await HuurayCaller.StartAsync();
        var uid = (await caller.OrderAsync("file", quantity: 2)).Uid();

        var file = Read((await PdfAsync(caller, uid, ",\"Combine\":true")).Json.GetProperty("Documents")[0]);

        file.ShouldStartWith("%PDF-1.4\n");
        file.ShouldEndWith("%%EOF\n");
        var table = int.Parse(file[(file.IndexOf("startxref\n", StringComparison.Ordinal) + 10)..^7], CultureInfo.InvariantCulture);
        var lines = file[table..].Split('\n');
        lines[0].ShouldBe("xref");
        var offsets = lines.Skip(3).TakeWhile(line => line.EndsWith(" n ", StringComparison.Ordinal)).ToArray();
        offsets.Length.ShouldBe(7);
        foreach (var (index, line) in offsets.Index())
        {
            var offset = int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture);
            file[offset..].ShouldStartWith(string.Create(CultureInfo.InvariantCulture, $"{index + 1} 0 obj"));
        }
    }

    [Fact]
    public async Task One_card_or_those_not_cancelled_are_printed()
    {
        await using var caller = await HuurayCaller.StartAsync();
        var order = await caller.OrderAsync("some", quantity: 3);
        var (first, second) = (order.Vouchers()[0].IdText(), order.Vouchers()[1].IdText());
        await caller.CancelAsync($$"""{"OrderUID":"{{order.Uid()}}","VoucherID":{{first}}}""");

        var rest = await PdfAsync(caller, order.Uid());
        var one = await PdfAsync(caller, order.Uid(), ",\"VoucherID\":" + second);
        var cancelled = await PdfAsync(caller, order.Uid(), ",\"VoucherID\":" + first);

        rest.Json.GetProperty("Documents").GetArrayLength().ShouldBe(2);
        one.Json.GetProperty("Documents")[0].GetProperty("VoucherIDs").GetRawText().ShouldBe($"[{second}]");
        cancelled.Code().ShouldBe(404);
    }

    [Theory]
    [InlineData(3, 200)]
    [InlineData(4, 422)]
    public async Task An_order_of_more_than_three_receivers_is_not_printed(int receivers, int status)
    {
        await using var caller = await HuurayCaller.StartAsync();
        var addresses = Enumerable.Range(1, receivers).Select(number => $"r{number}@example.test").ToArray();
        var uid = (await caller.OrderByMailAsync("receivers", addresses)).Uid();
        caller.Clock.Advance(TimeSpan.FromSeconds(2));

        (await PdfAsync(caller, uid)).Code().ShouldBe(status);
    }

    [Theory]
    [InlineData(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0 }, "image/png")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, "image/jpeg")]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4 }, null)]
    [InlineData(new byte[0], null)]
    public async Task A_file_is_what_its_content_says(byte[] file, string? type)
    {
        await using var caller = await StartAsync();

        var answer = await caller.UploadAsync(file);

        answer.Code().ShouldBe(type is null ? 422 : 201);
        if (type is not null)
        {
            Answer.Word(answer.Json, "ContentType").ShouldBe(type);
            answer.Json.GetProperty("Size").GetInt64().ShouldBe(file.Length);
        }
    }

    [Fact]
    public async Task A_file_has_at_most_ten_megabytes()
    {
        await using var caller = await StartAsync();
        var file = new byte[(10 * 1024 * 1024) + 1];
        Pdf.CopyTo(file, 0);

        (await caller.UploadAsync(file)).Code().ShouldBe(413);
        (await caller.UploadAsync(file[..^1])).Code().ShouldBe(201);
    }

    [Fact]
    public async Task Files_are_an_option_of_the_account()
    {
        await using var caller = await HuurayCaller.StartAsync();

        (await caller.UploadAsync(Pdf)).Code().ShouldBe(422);
    }

    [Fact]
    public async Task A_form_has_exactly_one_file_named_File()
    {
        await using var caller = await StartAsync();

        (await caller.UploadAsync(Pdf, part: "file")).Code().ShouldBe(400);
        (await caller.UploadAsync(Pdf, times: 2)).Code().ShouldBe(400);
        (await caller.UploadAsync(Pdf, times: 0)).Code().ShouldBe(400);
        (await caller.PostAsync("Upload", "{}")).Code().ShouldBe(400);
    }

    [Fact]
    public async Task Five_files_wait_at_most_and_an_order_takes_its_file_with_it()
    {
        await using var caller = await StartAsync();
        var tokens = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            tokens.Add(Answer.Word((await caller.UploadAsync(Pdf)).Json, "Token")!);
        }

        var sixth = await caller.UploadAsync(Pdf);
        var order = await OrderWithFileAsync(caller, tokens[0]);
        var again = await OrderWithFileAsync(caller, tokens[0]);

        sixth.Code().ShouldBe(422);
        (order.Code(), again.Code()).ShouldBe((201, 422));
        (await caller.UploadAsync(Pdf)).Code().ShouldBe(201);
    }

    [Fact]
    public async Task A_refused_order_leaves_its_file_waiting()
    {
        await using var caller = await StartAsync();
        var token = Answer.Word((await caller.UploadAsync(Pdf)).Json, "Token")!;
        caller.Twin.Faults.Add(new Fault { Kind = FaultKind.BalanceEmpty, Times = 1 });

        (await OrderWithFileAsync(caller, token)).Code().ShouldBe(422);
        (await OrderWithFileAsync(caller, token)).Code().ShouldBe(201);
    }

    private static Task<HuurayCaller> StartAsync() => HuurayCaller.StartAsync(options => options.PurchaseOrderFiles = true);

    private static Task<Answer> OrderWithFileAsync(HuurayCaller caller, string token) =>
        caller.PostAsync("Order", $$"""{"Product":{{Orders.Product()}},"Sync":true,"PurchaseOrderFileToken":"{{token}}"}""");

    private static Task<Answer> PdfAsync(HuurayCaller caller, string uid, string rest = "", string template = AnyTemplate) =>
        caller.PostAsync("Pdf", $$"""{"OrderUID":"{{uid}}","PDFTemplateUid":"{{template}}"{{rest}}}""");

    private static string Read(System.Text.Json.JsonElement document) =>
        Encoding.ASCII.GetString(document.GetProperty("Content").GetBytesFromBase64());
}
