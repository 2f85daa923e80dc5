using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

/// <summary>One thing is wrong with a request that is good otherwise.</summary>
public sealed class RefusalTests
{
    private static readonly string LongName = new('n', 101);

    private static readonly Dictionary<string, (string Path, string Body)> Good = new(StringComparer.Ordinal)
    {
        ["order"] = ("orders/branded-card", Bodies.Branded()),
        ["scheduled"] = ("orders/branded-card", Bodies.Scheduled("2026-01-20T09:30:00", "UTC")),
        ["links"] = ("orders/reward-links", Bodies.Links),
        ["campaign"] = ("campaigns", Bodies.Campaign),
        ["template"] = ("templates", Bodies.Template),
        ["top-up"] = ("balance/charge", Bodies.TopUp),
    };

    public static TheoryData<string> Requests => [.. Good.Keys];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task The_request_itself_is_good(string request)
    {
        await using var caller = await GiftronautCaller.StartAsync(isProduction: request == "top-up");

        (await caller.PostAsync(Good[request].Path, Good[request].Body, "good-1")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("order", "\"productId\":\"GC-NORTHWIND-USD\"", "\"productId\":null")]
    [InlineData("order", "mira.holt@mail.example", "not an address")]
    [InlineData("order", "mira.holt@mail.example", "mira@localhost")]
    [InlineData("order", ",\"amount\":30", "")]
    [InlineData("order", "\"amount\":30", "\"amount\":\"30\"")]
    [InlineData("order", "\"amount\":30", "\"amount\":1e99")]
    [InlineData("order", "\"senderName\":\"Fabrikam\",", "")]
    [InlineData("order", "\"subject\":\"Hi\"", "\"subject\":\" \"")]
    [InlineData("order", "\"subject\":\"Hi\"", "\"subject\":\"Hi\",\"templateId\":\"\"")]
    [InlineData("order", "\"subject\":\"Hi\"", "\"subject\":\"Hi\",\"templateId\":\"99\"")]
    [InlineData("order", "\"IMMEDIATE\"", "\"IMMEDIATE\",\"timezone\":\"UTC\"")]
    [InlineData("order", "\"IMMEDIATE\"", "\"SCHEDULED\"")]
    [InlineData("order", "\"IMMEDIATE\"", "\"LATER\"")]
    [InlineData("order", ",\"sendTiming\":{\"type\":\"IMMEDIATE\"}", "")]
    [InlineData("order", "\"recipients\":[", "\"recipients\":[null,")]
    [InlineData("order", "{\"productId\"", "[\"productId\"")]
    [InlineData("scheduled", "2026-01-20T09:30:00", "2026-01-20T09:30:00Z")]
    [InlineData("scheduled", "2026-01-20T09:30:00", "2026-01-20T09:30")]
    [InlineData("scheduled", "2026-01-20T09:30:00", "2026-01-15T11:59:59")]
    [InlineData("scheduled", "UTC", "Mars/Olympus")]
    [InlineData("scheduled", "\"2026-01-20T09:30:00\",\"timezone\":\"UTC\"", "\"0001-01-01T00:00:00\",\"timezone\":\"Asia/Tokyo\"")]
    [InlineData("links", "\"quantity\":3", "\"quantity\":0")]
    [InlineData("links", "\"quantity\":3", "\"quantity\":10001")]
    [InlineData("links", "\"quantity\":3,", "")]
    [InlineData("links", "\"amountPerLink\":20", "\"amountPerLink\":4")]
    [InlineData("links", "CHOICE_CARD", "PLASTIC_CARD")]
    [InlineData("links", "CHOICE_CARD", "BRANDED_CARD", "PRODUCT_NOT_FOUND")]
    [InlineData("campaign", "\"name\":\"Summer\",", "")]
    [InlineData("campaign", "BRANDED_CARD", "PAPER")]
    [InlineData("campaign", "12.50", "4.99")]
    [InlineData("campaign", "GC-EMBERGRILL-USD", "GC-CONTOSOCAFE-EUR")]
    [InlineData("campaign", "GC-EMBERGRILL-USD", "CHOICE-PLAIN-USD", "PRODUCT_NOT_FOUND")]
    [InlineData("campaign", "\"templateId\":\"31\"", "\"templateId\":\"99\"")]
    [InlineData("template", "\"name\":\"Spring\",", "")]
    [InlineData("template", "Spring", "a name that is too long")]
    [InlineData("template", "\"senderName\":\"Fabrikam\",", "")]
    [InlineData("template", "left", "top")]
    [InlineData("template", "55", "0")]
    [InlineData("template", "55", "101")]
    [InlineData("template", "#a0B1c2", "#a0B1c")]
    [InlineData("template", "#a0B1c2", "a0B1c2d")]
    [InlineData("top-up", "500", "99")]
    [InlineData("top-up", "500", "100.50")]
    [InlineData("top-up", "\"ein\":\"00-0000000\"", "\"ein\":\"\"")]
    public async Task What_is_missing_or_wrong_is_refused_by_its_code(
        string request,
        string good,
        string bad,
        string code = "VALIDATION_ERROR"
    )
    {
        await using var caller = await GiftronautCaller.StartAsync(isProduction: request == "top-up");
        var (path, body) = Good[request];
        body.ShouldContain(good);

        var answer = await caller.PostAsync(
            path,
            body.Replace(good, bad.Replace("a name that is too long", LongName, StringComparison.Ordinal), StringComparison.Ordinal),
            "bad-1"
        );

        answer.Status.ShouldBe(code == "VALIDATION_ERROR" ? HttpStatusCode.BadRequest : HttpStatusCode.NotFound);
        answer.Code.ShouldBe(code);
        caller.Twin.Ledger.Count.ShouldBe(0);
    }
}
