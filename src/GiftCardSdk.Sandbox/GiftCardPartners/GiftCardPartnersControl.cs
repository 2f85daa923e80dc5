using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox;

/// <summary>The control routes only the Gift Card Partners twin has.</summary>
internal static class GiftCardPartnersControl
{
    private static GiftCardPartnersControlContext Context => GiftCardPartnersControlContext.Default;

    public static IReadOnlyList<ControlRoute> Routes(GiftCardPartnersTwin twin) =>
        [
            new("GET", "balances", "what can be spent, in units by currency", _ => Balances(twin)),
            new("PUT", "balances/{currency}", "sets a balance", call => Change(twin, call, twin.SetBalance)),
            new("POST", "balances/{currency}/request", "asks for funds", call => Change(twin, call, twin.RequestFunding)),
            new("POST", "balances/{currency}/apply", "they arrive", call => Done(call, "currency", twin.ApplyFunding)),
            new("POST", "orders/{id}/complete", "a pending order completes", call => Done(call, "id", twin.Complete)),
            new("POST", "orders/{id}/fail", "it fails", call => Done(call, "id", twin.Fail)),
            new("POST", "orders/{id}/cancel", "it is called off", call => Done(call, "id", twin.Cancel)),
            new("POST", "orders/{id}/claim", "the recipients claim all cards", call => Done(call, "id", twin.ClaimAll)),
            new("POST", "claims/{id}/claim", "the recipient claims it", call => Done(call, "id", id => twin.Claim(id))),
            new("DELETE", "products/{id}", "takes a product out of the catalog", call => Done(call, "id", twin.RemoveProduct)),
            new("POST", "products/{id}", "puts it back", call => Done(call, "id", twin.RestoreProduct)),
            new("DELETE", "tokens", "ends every bearer token", _ => ControlPlane.Done(twin.RevokeTokens)),
            new("GET", "webhooks", "the notices that fell due", _ => Webhooks(twin)),
        ];

    private static SandboxAnswer Balances(GiftCardPartnersTwin twin) =>
        ControlPlane.Ok(twin.Balances, Context.IReadOnlyDictionaryStringDecimal);

    private static SandboxAnswer Change(GiftCardPartnersTwin twin, SandboxCall call, Action<string, decimal> change)
    {
        change(call.Route("currency"), ControlPlane.Read(call, Context.GiftCardPartnersAmountDocument).Amount);
        return Balances(twin);
    }

    private static SandboxAnswer Done(SandboxCall call, string name, Action<string> action) =>
        ControlPlane.Done(() => action(call.Route(name)));

    private static SandboxAnswer Webhooks(GiftCardPartnersTwin twin) =>
        ControlPlane.Ok(twin.Webhooks, Context.IReadOnlyListGiftCardPartnersWebhook);
}

internal sealed record GiftCardPartnersAmountDocument(decimal Amount);

/// <summary>The JSON of these control routes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true
)]
[JsonSerializable(typeof(GiftCardPartnersAmountDocument))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, decimal>))]
[JsonSerializable(typeof(IReadOnlyList<GiftCardPartnersWebhook>))]
internal sealed partial class GiftCardPartnersControlContext : JsonSerializerContext;
