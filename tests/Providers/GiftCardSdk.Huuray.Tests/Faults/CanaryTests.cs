using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>Quirk 22: whatever happens to an order, no log, exception, text or journal shows a token, a secret, a hash, a card or an address.</summary>
public sealed class CanaryTests
{
    private const string Token = "canary-token-81f2c4d7";
    private const string ApiSecret = "canary-secret-6b20e9aa";
    private const string Code = "CNRY-82QK-1190";
    private const string Cvv = "553174";
    private const string Link = "https://cards.example/claim/canary93ab";
    private const string Email = "canary.person@fjord.example";
    private const string Phone = "+4670555123987";
    private const string FileName = "canary-invoice-77";
    private const string Content = "Q0FOQVJZLVBERg==";

    private static readonly string[] Canaries =
    [
        Token,
        "81f2c4d7",
        ApiSecret,
        Code,
        Cvv,
        Link,
        "canary93ab",
        Email,
        "canary.person",
        Phone,
        FileName,
        Content,
        "CANARY-PDF",
    ];

    [Theory]
    [ClassData(typeof(CanaryEnds))]
    public async Task Nothing_that_is_printed_shows_a_secret(int status, string form)
    {
        using var recorder = new OutputRecorder();
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server.BaseAddress, Token, ApiSecret, new ConformanceClock(), register: recorder.Register);
        var request = Requests.Email("o-1", Email);
        server.ByRequest = call =>
            call.Path == "/v4/Template" && status == 200
                ? new(Example.Read("template-list"))
                : new(Body(form), status, form == "html" ? "text/html" : "application/json");

        await recorder.SeeAsync(() => accounts.Account.Orders.PlaceAsync(Requests.Returned("o-1")));
        await recorder.SeeAsync(() => accounts.Account.Orders.PlaceAsync(request with { Reference = "o-2" }));
        await recorder.SeeAsync(() => accounts.Account.Status.GetAsync("a-77410"));
        await recorder.SeeAsync(() => accounts.Account.Status.FindAsync("o-1"));
        await recorder.SeeAsync(() => accounts.Account.Orders.ResendAsync("a-77410"));
        await recorder.SeeAsync(() => accounts.Account.Orders.CancelAsync("a-77410"));
        await recorder.SeeAsync(() => accounts.Account.Balances.ListAsync());
        await recorder.SeeAsync(() => accounts.Account.Catalog.GetAsync("p"));
        await recorder.SeeAsync(() => accounts.Api.SearchAsync(new() { RecipientEmail = Email, RecipientPhone = Phone }));
        await recorder.SeeAsync(() => accounts.Api.GetPdfAsync(new() { OrderUid = "a-77410" }));
        await recorder.SeeAsync(() => accounts.Api.UploadAsync(WireCalls.File with { FileName = FileName }));
        await recorder.SeeJournalAsync(accounts.Services);

        recorder.Said.Sum(piece => piece.Length).ShouldBeGreaterThan(500, "something must have been said at all");
        recorder.ShouldHaveSeenNoneOf(Canaries);
    }

    [Fact]
    public async Task A_whole_journey_over_the_twin_shows_nothing()
    {
        using var recorder = new OutputRecorder();
        var clock = new ConformanceClock();
        await using var sandbox = await GiftCardSandbox.StartAsync(options => options.TimeProvider = clock);
        await using var accounts = Accounts.At(
            sandbox.Huuray.BaseAddress,
            sandbox.Huuray.ApiToken,
            sandbox.Huuray.ApiSecret,
            clock,
            register: recorder.Register
        );

        var order = await recorder.SeeAsync(() =>
            accounts.Account.PlaceAndWaitAsync(Requests.Email("o-1", Email), TimeSpan.FromMinutes(1))
        );

        var reward = order!.Rewards.ShouldHaveSingleItem();
        string[] secrets =
        [
            reward.Code!.Reveal(),
            reward.Link!.Reveal(),
            sandbox.Huuray.ApiToken,
            sandbox.Huuray.ApiSecret,
            sandbox.Huuray.Requests.All[0].Headers["X-API-HASH"],
            Email,
        ];
        recorder.ShouldHaveSeenNoneOf(secrets);
    }

    private static string Body(string form) =>
        form switch
        {
            "html" => $"<html>{Code} {Link} {Email} {Token} {Phone}</html>",
            "broken" => $$"""{ "OrderUID": "a-77410", "Vouchers": [{ "ID": 1, "Code": "{{Code}}", "CVV": "{{Cvv}}", "RedeemLink": """,
            _ => $$"""
                { "OrderUID": "a-77410", "RefID": "o-1", "Status": 200, "StatusMessage": "{{Email}} got {{Link}} with {{Token}}",
                  "Token": "t-1", "FileName": "{{FileName}}", "NumberOfResends": 1, "OrderCancelled": true,
                  "Documents": [{ "FileName": "{{FileName}}", "Content": "{{Content}}" }],
                  "errors": { "$.Recipients": ["{{Email}} is none"] },
                  "Vouchers": [{ "ID": 8801, "Cancelled": true, "Code": "{{Code}}", "CVV": "{{Cvv}}", "RedeemLink": "{{Link}}",
                    "Recipient": { "Name": "{{Email}}", "Email": "{{Email}}", "Phone": "{{Phone}}" } }] }
                """,
        };
}
