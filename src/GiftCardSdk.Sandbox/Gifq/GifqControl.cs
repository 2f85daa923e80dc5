using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox;

/// <summary>An amount as written over HTTP, in units of its currency.</summary>
internal sealed record GifqAmountDocument
{
    [JsonRequired]
    public decimal Amount { get; init; }
}

/// <summary>A recipient's choice as written over HTTP; null leaves it to the twin.</summary>
internal sealed record GifqChoiceDocument(string? Brand = null);

/// <summary>The control routes only the GIFQ twin has.</summary>
internal static class GifqControl
{
    private static GifqJsonContext Context => GifqJsonContext.Default;

    public static IReadOnlyList<ControlRoute> Routes(GifqTwin twin) =>
        [
            new("GET", "balances", "what can be spent, by currency", _ => Balances(twin)),
            new("PUT", "balances/{currency}", "sets a balance", call => SetBalance(twin, call)),
            new("GET", "payouts/{id}/token", "the claim token in the recipient's e-mail", call => Token(twin, call)),
            new(
                "POST",
                "payouts/{id}/begin",
                "the recipient opens the link and passes the code check",
                call => Done(call, twin.BeginClaim)
            ),
            new("POST", "payouts/{id}/claim", "the recipient chooses", call => Claim(twin, call)),
            new("POST", "payouts/{id}/bounce", "the recipient's e-mail does not arrive", call => Done(call, twin.Bounce)),
            new("POST", "payouts/{id}/expire", "the recipient's link runs out", call => Done(call, twin.Expire)),
            new("DELETE", "products/{id}", "takes a brand out of the catalog", call => Done(call, twin.RemoveProduct)),
            new("POST", "products/{id}", "puts it back", call => Done(call, twin.RestoreProduct)),
        ];

    private static SandboxAnswer Balances(GifqTwin twin) =>
        ControlPlane.Ok([.. twin.Balances.Select(entry => new Gifq.Wire.BalanceEntry(entry.Key, entry.Value))], Context.BalanceEntryArray);

    private static SandboxAnswer SetBalance(GifqTwin twin, SandboxCall call)
    {
        twin.SetBalance(call.Route("currency"), ControlPlane.Read(call, Context.GifqAmountDocument).Amount);
        return Balances(twin);
    }

    private static SandboxAnswer Token(GifqTwin twin, SandboxCall call) => SandboxAnswer.Text(200, twin.ClaimToken(call.Route("id")));

    private static SandboxAnswer Claim(GifqTwin twin, SandboxCall call)
    {
        var brand = call.Body.Length > 0 ? ControlPlane.Read(call, Context.GifqChoiceDocument).Brand : null;
        return ControlPlane.Done(() => twin.Claim(call.Route("id"), brand));
    }

    private static SandboxAnswer Done(SandboxCall call, Action<string> action) => ControlPlane.Done(() => action(call.Route("id")));
}
