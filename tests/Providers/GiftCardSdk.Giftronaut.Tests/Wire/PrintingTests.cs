namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Quirk 17: what the wire types print: nothing that could be spent, and nobody's name or address.</summary>
public sealed class PrintingTests
{
    private static readonly string[] Canaries =
    [
        "example.org",
        "fabrikam.example",
        "1a2b",
        "Mira",
        "Holt",
        "Lea",
        "Ana",
        "Thanks",
        "anniversary",
        "Support",
        "Quarry",
        "12-3456789",
        "A look",
        Accounts.Token,
    ];

    [Fact]
    public void No_request_prints_whom_it_is_for()
    {
        object[] requests =
        [
            WireCalls.BrandedOrder,
            WireCalls.BrandedOrder.Recipients[0],
            WireCalls.BrandedOrder.EmailSetting,
            WireCalls.ChoiceOrder,
            WireCalls.Resend,
            WireCalls.Resend.Recipients[0],
            WireCalls.TestEmail,
            WireCalls.TopUp,
            WireCalls.CampaignRun,
            WireCalls.CampaignRun.Recipients[0],
            new GiftronautOrderOptions { Lines = new Dictionary<int, GiftronautLineOptions> { [0] = new() { Department = "Support" } } },
            new GiftronautLineOptions { Company = "Fabrikam", Department = "Support" },
        ];

        requests.ShouldAllBe(request => Canaries.All(canary => !request.ToString()!.Contains(canary, StringComparison.Ordinal)));
        WireCalls.BrandedOrder.ToString().ShouldBe("GiftronautNewOrder { ProductId = GC-NORTHWIND-USD, Recipients = 2 }");
    }

    [Fact]
    public async Task No_answer_prints_what_could_be_spent_or_whom_it_is_for()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var texts = new List<string> { (await accounts.Api.CreateTokenAsync()).ToString() };
        server.Answer(Example.Read("order-get"));
        var order = await accounts.Api.GetOrderAsync("OT-20250611-K7Q4");
        texts.AddRange([order.ToString(), order.Recipients![0]!.ToString()]);
        server.Answer(Example.Read("test-email-send"));
        texts.Add((await accounts.Api.SendTestEmailAsync(WireCalls.TestEmail)).ToString());
        server.Answer(Example.Read("orders-list"));
        texts.Add((await accounts.Api.ListOrdersAsync()).ToString());

        texts.ShouldAllBe(text => Canaries.All(canary => !text.Contains(canary, StringComparison.Ordinal)));
        texts[0].ShouldContain("AccessToken = ***");
        texts[1].ShouldContain("OrderId = OT-20250611-K7Q4");
    }
}
