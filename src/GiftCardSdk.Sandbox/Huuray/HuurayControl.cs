namespace GiftCardSdk.Sandbox;

/// <summary>An amount as the control routes read it.</summary>
internal sealed record HuurayAmount([property: System.Text.Json.Serialization.JsonPropertyName("minorUnits")] long MinorUnits);

/// <summary>The control routes only the Huuray twin has.</summary>
internal static class HuurayControl
{
    public static IReadOnlyList<ControlRoute> Routes(HuurayTwin twin) =>
        [
            new("GET", "balances", "what can be spent, in minor units by currency", _ => Balances(twin)),
            new("PUT", "balances/{currency}", "sets a balance", call => SetBalance(twin, call)),
            new("POST", "orders/{order}/claim", "the recipients redeem all open cards", call => Done(call, "order", twin.ClaimAll)),
            new("POST", "vouchers/{id}/claim", "the recipient redeems it", call => Done(call, "id", twin.Claim)),
            new("POST", "vouchers/{id}/open", "the recipient opens it", call => Done(call, "id", twin.Open)),
            new("POST", "vouchers/{id}/refuse-cancel", "it can no longer be cancelled", call => Done(call, "id", twin.RefuseCancel)),
            new("POST", "vouchers/{id}/refuse-resend", "it can no longer be sent again", call => Done(call, "id", twin.RefuseResend)),
            new("DELETE", "products/{token}", "takes a product out of the catalogue", call => Done(call, "token", twin.RemoveProduct)),
            new("POST", "products/{token}", "puts it back", call => Done(call, "token", twin.RestoreProduct)),
        ];

    private static SandboxAnswer Balances(HuurayTwin twin) =>
        ControlPlane.Ok(twin.Balances, ControlJsonContext.Default.IReadOnlyDictionaryStringInt64);

    private static SandboxAnswer SetBalance(HuurayTwin twin, SandboxCall call)
    {
        twin.SetBalance(call.Route("currency"), ControlPlane.Read(call, HuurayJsonContext.Default.HuurayAmount).MinorUnits);
        return Balances(twin);
    }

    private static SandboxAnswer Done(SandboxCall call, string name, Action<string> action) =>
        ControlPlane.Done(() => action(call.Route(name)));
}
