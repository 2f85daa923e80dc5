namespace GiftCardSdk.Sandbox;

/// <summary>The control routes only the Giftbit twin has.</summary>
internal static class GiftbitControl
{
    private static ControlJsonContext Context => ControlJsonContext.Default;

    public static IReadOnlyList<ControlRoute> Routes(GiftbitTwin twin) =>
        [
            new("GET", "balances", "what can be spent, in cents by currency", _ => Balances(twin)),
            new("PUT", "balances/{currency}", "sets a balance", call => Balance(twin, call, twin.SetBalance)),
            new("POST", "balances/{currency}/add", "adds to it; waiting orders go out", call => Balance(twin, call, twin.AddFunds)),
            new("POST", "orders/{id}/claim", "the recipients claim all open rewards", call => Done(call, "id", twin.ClaimAll)),
            new("POST", "rewards/{uuid}/claim", "the recipient claims it", call => Done(call, "uuid", uuid => twin.Claim(uuid))),
            new("POST", "rewards/{uuid}/deliver", "its e-mail arrives", call => Done(call, "uuid", twin.Deliver)),
            new("POST", "rewards/{uuid}/bounce", "its e-mail does not", call => Bounce(twin, call)),
            new("POST", "rewards/{uuid}/expire", "its claim date passes", call => Done(call, "uuid", twin.Expire)),
            new("DELETE", "brands/{code}", "takes a brand out of the catalog", call => Done(call, "code", twin.RemoveBrand)),
            new("POST", "brands/{code}", "puts it back", call => Done(call, "code", twin.RestoreBrand)),
        ];

    private static SandboxAnswer Balances(GiftbitTwin twin) => ControlPlane.Ok(twin.Balances, Context.IReadOnlyDictionaryStringInt64);

    private static SandboxAnswer Balance(GiftbitTwin twin, SandboxCall call, Action<string, long> change)
    {
        change(call.Route("currency"), ControlPlane.Read(call, Context.BalanceDocument).Cents);
        return Balances(twin);
    }

    private static SandboxAnswer Done(SandboxCall call, string name, Action<string> action) =>
        ControlPlane.Done(() => action(call.Route(name)));

    private static SandboxAnswer Bounce(GiftbitTwin twin, SandboxCall call)
    {
        var status = call.Body.Length > 0 ? ControlPlane.Read(call, Context.DeliveryDocument).Status : GiftbitDelivery.Undeliverable;
        return ControlPlane.Done(() => twin.Bounce(call.Route("uuid"), status));
    }
}
