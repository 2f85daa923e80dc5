using GiftCardSdk.Sandbox;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>
/// Quirk 13: credentials, tokens, links, answers and recipients travel every path of success and failure; nothing that is logged, traced, thrown
/// or printed shows one.
/// </summary>
public sealed class CanaryTests
{
    private const string Email = "birdsong.user@account.example";
    private const string AccessToken = "birdsong-access-token-91";

    private static readonly string[] Canaries =
    [
        "birdsong",
        "tok.sandbox.",
        "claim.sandbox.example/c/",
        "+12025550143",
        "18 Quarry Road",
        "Tomas Reyes",
    ];

    public static TheoryData<string> Ends => ["success", .. FaultArming.OfCalls.Select(kind => kind.ToString())];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Q13_nothing_secret_is_seen_from_outside(string end)
    {
        var clock = new ConformanceClock();
        await using var sandbox = await GiftCardSandbox.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.GiftCardPartners.Email = Email;
            options.GiftCardPartners.AccessTokens.Clear();
            options.GiftCardPartners.AccessTokens.Add(AccessToken);
        });
        var twin = sandbox.GiftCardPartners;
        using var recorder = new OutputRecorder();
        await using var accounts = Accounts.At(twin.BaseAddress, Email, AccessToken, clock, register: recorder.Register);
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

        await recorder.SeeAsync(() => accounts.Account.Orders.PlaceAsync(Request("links", Delivery.Returned)));
        await recorder.SeeAsync(() => accounts.Account.Orders.PlaceAsync(Request("mail", Delivery.EmailAndSms)));
        await recorder.SeeAsync(() =>
            accounts.Account.Orders.PlaceAsync(Request("mail", Delivery.EmailAndSms) with { Lines = [Requests.Line()] })
        );
        await recorder.SeeAsync(() => accounts.Account.Orders.PlaceAsync(Requests.Post("post")));
        await recorder.SeeAsync(() => accounts.Account.Orders.PlaceAsync(Request("bad", Delivery.EmailAndSms, value: 16)));
        await recorder.SeeAsync(() => accounts.Account.Status.FindAsync("links"));
        await recorder.SeeAsync(() => accounts.Api.CreateTokenAsync());
        await recorder.SeeAsync(() => accounts.Api.CreateOrderAsync(Requests.Wire("links")));
        await recorder.SeeAsync(() => accounts.Api.ListOrdersAsync());
        twin.SetAccessTokens("other");
        twin.RevokeTokens();
        await recorder.SeeAsync(() => accounts.Account.Balances.ListAsync());
        await recorder.SeeJournalAsync(accounts.Services);

        recorder.Said.ShouldContain(piece => piece.Contains("giftcardpartners", StringComparison.OrdinalIgnoreCase));
        recorder.ShouldHaveSeenNoneOf(Canaries);
    }

    private static OrderRequest Request(string reference, Delivery delivery, decimal value = 15) =>
        new()
        {
            Reference = reference,
            Delivery = delivery,
            Message = new()
            {
                Body = "birdsong text",
                SenderName = "birdsong sender",
                SenderEmail = "birdsong.sender@panel.example",
            },
            Lines =
            [
                Requests.Line(value: value) with
                {
                    Recipient =
                        delivery == Delivery.Returned
                            ? null
                            : new()
                            {
                                Name = "Birdsong Ines",
                                Email = "birdsong.ines@panel.example",
                                Phone = "+12025550143",
                            },
                },
            ],
            Options =
            [
                new GiftCardPartnersOrderOptions
                {
                    Note = "birdsong note",
                    FulfillmentComplete = new("https://hooks.northlake.example/birdsong-secret"),
                },
            ],
        };
}
