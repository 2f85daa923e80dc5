namespace GiftCardSdk.Huuray.Tests;

/// <summary>Quirk 22: what the wire types print is nothing that could be spent, and nobody's name or address.</summary>
public sealed class PrintingTests
{
    private static readonly string[] Canaries =
    [
        "NK-4T7P-22QX",
        "918",
        "redeem.example.test",
        "maja@example.test",
        "Maja",
        "+46700000001",
        "HR desk",
        "Five years",
        "po-2026-118",
        "JVBER",
        "PDF-1.4",
    ];

    [Fact]
    public async Task Quirk_22_no_answer_prints_what_could_be_spent_or_whom_it_is_for()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var texts = new List<object>();
        server.Answer(Example.Read("order-create-sync"));
        var order = await accounts.Api.CreateOrderAsync(WireCalls.NewOrder);
        texts.AddRange([order, order.Vouchers[0]]);
        server.Answer(Example.Read("order-search"));
        var found = (await accounts.Api.SearchAsync(new() { RefId = "r" }))!;
        texts.AddRange([found, found.Vouchers[0], found.Vouchers[0].Recipient!]);
        server.Answer(Example.Read("pdf-get"));
        var pdf = await accounts.Api.GetPdfAsync(new() { OrderUid = "o" });
        texts.AddRange([pdf, pdf.Documents[0]]);
        server.Answer(Example.Read("upload-create"));
        texts.Add(await accounts.Api.UploadAsync(WireCalls.File));

        texts.Count.ShouldBe(8);
        texts.ShouldAllBe(text => Canaries.All(canary => !$"{text}".Contains(canary, StringComparison.Ordinal)));
    }

    [Fact]
    public void Quirk_22_no_request_prints_whom_it_is_for()
    {
        var recipient = new HuurayRecipient
        {
            Name = "Maja Ek",
            Email = "maja@example.test",
            Phone = "+46700000001",
            RefId = "emp-77",
        };
        var order = WireCalls.NewOrder with { PersonalMessage = "Five years", CustomerReference = "HR desk", Recipients = [recipient] };
        object[] requests =
        [
            order,
            recipient,
            new HuuraySearchFilter { RecipientEmail = "maja@example.test", RecipientName = "Maja Ek" },
            new HuurayOrderOptions { CustomerReference = "HR desk" },
            WireCalls.File,
        ];

        requests.ShouldAllBe(text => Canaries.All(canary => !$"{text}".Contains(canary, StringComparison.Ordinal)));
        order.ToString().ShouldContain("survey-wave3-00417");
        recipient.ToString().ShouldBe("HuurayRecipient { ***, RefId = emp-77 }");
    }
}
