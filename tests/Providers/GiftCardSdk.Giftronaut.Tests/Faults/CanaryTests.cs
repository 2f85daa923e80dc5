using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>
/// Quirk 17: secrets, tokens, links and recipients travel every path of success and failure; nothing that is logged, traced, thrown, printed or
/// journalled shows one.
/// </summary>
public sealed class CanaryTests
{
    private const string ClientSecret = "birdsong-client-secret-91";

    private static readonly string[] Canaries = ["birdsong", "sim.token.", "/r/", "Tomas Reyes", "Quarry"];

    public static TheoryData<string> Ends => ["success", .. FaultArming.OfCalls.Select(kind => kind.ToString())];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Nothing_secret_is_seen_from_outside(string end)
    {
        var clock = new ConformanceClock();
        await using var sandbox = await GiftCardSandbox.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.Giftronaut.SandboxRequestsPerMinute = null;
        });
        var twin = sandbox.Giftronaut;
        twin.SetClientSecret(twin.ClientId, ClientSecret);
        var token = twin.IssueToken();
        using var recorder = new OutputRecorder();
        await using var accounts = Accounts.At(
            twin.BaseAddress,
            twin.ClientId,
            ClientSecret,
            clock,
            options => options.Scopes += " campaigns.read campaigns.write",
            recorder.Register
        );
        var campaign = await accounts.Api.CreateCampaignAsync(Requests.Campaign);
        if (Enum.TryParse<FaultKind>(end, out var kind))
        {
            twin.Faults.AddTo(
                twin.Operations,
                [
                    new()
                    {
                        Kind = kind,
                        Times = 2,
                        Delay = TimeSpan.FromSeconds(1),
                    },
                ]
            );
        }

        await recorder.SeeAsync(() => accounts.Account.Orders.PlaceAsync(Requests.Links("links")));
        await recorder.SeeAsync(() => accounts.Account.Orders.PlaceAsync(Request("mail")));
        await recorder.SeeAsync(() => accounts.Account.Orders.PlaceAsync(Request("mail") with { Lines = [Requests.Line()] }));
        await recorder.SeeAsync(() => accounts.Account.Orders.PlaceAsync(Request("bad", value: 16)));
        await recorder.SeeAsync(() => accounts.Account.Orders.PlaceAsync(Request("twice", lines: 2)));
        await recorder.SeeAsync(() => accounts.Account.Status.FindAsync("links"));
        await recorder.SeeAsync(() => accounts.Campaigns.RunAsync("wave", campaign, Requests.Run("birdsong.ana@panel.example")));
        await recorder.SeeAsync(() => accounts.Api.CreateTokenAsync());
        await recorder.SeeAsync(() => accounts.Api.ListOrdersAsync());
        await recorder.SeeAsync(() =>
            accounts.Api.ResendOrderAsync("OT-1", new() { Recipients = [new() { Email = "birdsong.ana@panel.example" }] })
        );
        twin.SetClientSecret(twin.ClientId, "other");
        twin.RevokeTokens();
        await recorder.SeeAsync(() => accounts.Account.Balances.ListAsync());
        await recorder.SeeJournalAsync(accounts.Services);

        recorder.Said.ShouldContain(piece => piece.Contains("giftronaut", StringComparison.OrdinalIgnoreCase));
        recorder.ShouldHaveSeenNoneOf(Canaries.Append(token));
    }

    private static OrderRequest Request(string reference, decimal value = 75, int lines = 1)
    {
        var line = Requests.Line("birdsong.recipient@panel.example", value, name: "Tomas Reyes");
        return Requests.Email(reference, [.. Enumerable.Repeat(line, lines)]) with
        {
            Message = new()
            {
                SenderName = "birdsong sender",
                Subject = "birdsong subject",
                Body = "birdsong text",
            },
            Options =
            [
                new GiftronautOrderOptions
                {
                    Lines = new Dictionary<int, GiftronautLineOptions> { [0] = new() { Company = "birdsong company" } },
                },
            ],
        };
    }
}
