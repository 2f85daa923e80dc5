using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox;

/// <summary>The control routes only the Giftronaut twin has.</summary>
internal static class GiftronautControl
{
    private static GiftronautControlContext Context => GiftronautControlContext.Default;

    public static IReadOnlyList<ControlRoute> Routes(GiftronautTwin twin) =>
        [
            new("GET", "balance", "what the sandbox app can spend, in US dollars", _ => Balance(twin)),
            new("PUT", "balance", "sets it", call => SetBalance(twin, call)),
            new("DELETE", "tokens", "ends every token", _ => ControlPlane.Done(twin.RevokeTokens)),
            new("POST", "orders/{id}/claim", "the recipients redeem all open cards", call => Done(call, "id", twin.ClaimAll)),
            new("POST", "orders/{id}/bounce", "an e-mail of it does not arrive", call => Bounce(twin, call)),
            new("POST", "cards/claim", "the recipient redeems the card under a link", call => Link(call, twin.Claim)),
            new("POST", "cards/expire", "the card under a link lapses", call => Link(call, twin.Expire)),
            new("POST", "topups/{number}/approve", "a top-up has arrived", call => Done(call, "number", twin.ApproveTopUp)),
            new("DELETE", "products/{id}", "takes a product out of the catalog", call => Done(call, "id", twin.RemoveProduct)),
            new("POST", "products/{id}", "puts it back", call => Done(call, "id", twin.RestoreProduct)),
            new("GET", "webhooks", "the webhooks that came about, signed", _ => Webhooks(twin)),
        ];

    private static SandboxAnswer Balance(GiftronautTwin twin) =>
        ControlPlane.Ok(new GiftronautBalanceDocument(twin.GetBalance()), Context.GiftronautBalanceDocument);

    private static SandboxAnswer SetBalance(GiftronautTwin twin, SandboxCall call)
    {
        twin.SetBalance("USD", ControlPlane.Read(call, Context.GiftronautBalanceDocument).Dollars);
        return Balance(twin);
    }

    private static SandboxAnswer Bounce(GiftronautTwin twin, SandboxCall call)
    {
        var email = ControlPlane.Read(call, Context.GiftronautAddressDocument).Email;
        return ControlPlane.Done(() => twin.Bounce(call.Route("id"), email));
    }

    private static SandboxAnswer Link(SandboxCall call, Action<string> action)
    {
        var link = ControlPlane.Read(call, Context.GiftronautLinkDocument).Link;
        return ControlPlane.Done(() => action(link));
    }

    private static SandboxAnswer Done(SandboxCall call, string name, Action<string> action) =>
        ControlPlane.Done(() => action(call.Route(name)));

    private static SandboxAnswer Webhooks(GiftronautTwin twin) => ControlPlane.Ok(twin.Webhooks, Context.IReadOnlyListGiftronautWebhook);
}

internal sealed record GiftronautBalanceDocument(decimal Dollars);

internal sealed record GiftronautAddressDocument(string Email);

internal sealed record GiftronautLinkDocument(string Link);

/// <summary>The JSON of these routes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(GiftronautBalanceDocument))]
[JsonSerializable(typeof(GiftronautAddressDocument))]
[JsonSerializable(typeof(GiftronautLinkDocument))]
[JsonSerializable(typeof(IReadOnlyList<GiftronautWebhook>))]
internal sealed partial class GiftronautControlContext : JsonSerializerContext;
