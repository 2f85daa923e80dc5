using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>Quirk 19: whatever happens to an order or a batch, no log, exception, text or journal shows a token, a card or an address.</summary>
public sealed class CanaryTests
{
    private const string Token = "canary-token-81f2c4d7";
    private const string Code = "CNRY-82QK-1190";
    private const string Pin = "553174";
    private const string Link = "https://cards.example/claim/canary93ab";
    private const string Challenge = "771234";
    private const string Serial = "900017734";
    private const string Email = "canary.person@fjord.example";
    private const string ClaimToken = "canaryclaim55aa01";

    private static readonly string[] Canaries =
    [
        Token,
        "81f2c4d7",
        Code,
        Pin,
        Link,
        "canary93ab",
        Challenge,
        Serial,
        Email,
        "canary.person",
        ClaimToken,
    ];

    [Theory]
    [ClassData(typeof(CanaryEnds))]
    public async Task Nothing_that_is_printed_shows_a_secret(int status, string form)
    {
        using var recorder = new OutputRecorder();
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server.BaseAddress, Token, new ConformanceClock(), register: recorder.Register);
        server.Answer(Body(form), status, form == "html" ? "text/html" : "application/json");

        await recorder.SeeAsync(() => accounts.Account.Orders.PlaceAsync(Requests.Order("o-1")));
        await recorder.SeeAsync(() => accounts.Account.Status.GetAsync("77410"));
        await recorder.SeeAsync(() => accounts.Account.Status.FindAsync("o-1"));
        await recorder.SeeAsync(() => accounts.Account.Balances.ListAsync());
        await recorder.SeeAsync(() => accounts.Account.Catalog.GetAsync("b"));
        await recorder.SeeAsync(() => accounts.Payouts.DispatchAsync("wave-1", Requests.Batch("c", Email)));
        await recorder.SeeAsync(() => accounts.Api.GetRedeemPageAsync(new Secret(ClaimToken)));
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
        await using var accounts = Accounts.At(sandbox.Gifq.BaseAddress, sandbox.Gifq.ApiToken, clock, register: recorder.Register);

        var order = await recorder.SeeAsync(() =>
            accounts.Account.PlaceAndWaitAsync(Requests.Order("o-1", Money.Of(50, "EUR"), "spa-alpina", "DE"), TimeSpan.FromMinutes(1))
        );

        var reward = order!.Rewards.ShouldHaveSingleItem();
        string[] secrets = [reward.Link!.Reveal(), reward.Challenge!.Reveal(), sandbox.Gifq.ApiToken];
        recorder.ShouldHaveSeenNoneOf(secrets);
    }

    private static string Body(string form) =>
        form switch
        {
            "html" => $"<html>{Code} {Link} {Email} {Token}</html>",
            "broken" => $$"""{ "id": "77410", "status": "completed", "redeem_details": { "code": "{{Code}}", "pin": "{{Pin}}", "link": """,
            _ => $$"""
                { "id": "77410", "reference": "o-1", "status": "completed", "message": "{{Email}} got {{Link}} with {{Token}}",
                  "request_id": "rq-1", "email": "{{Email}}", "campaign_id": "c", "name": "{{Email}}", "amount": 20, "currency": "EUR",
                  "redeem_details": { "code": "{{Code}}", "pin": "{{Pin}}", "link": "{{Link}}", "link_challenge_code": "{{Challenge}}",
                                      "serial": "{{Serial}}", "security_code": "{{Challenge}}" } }
                """,
        };
}
