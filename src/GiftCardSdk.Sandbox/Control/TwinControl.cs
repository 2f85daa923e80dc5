namespace GiftCardSdk.Sandbox;

/// <summary>The control routes every twin has.</summary>
internal static class TwinControl
{
    private static ControlJsonContext Context => ControlJsonContext.Default;

    public static IEnumerable<ControlRoute> Routes(ProviderTwin twin) =>
        [
            new("GET", "faults", "the faults in force", _ => Faults(twin)),
            new("POST", "faults", "adds a fault", call => AddFault(twin, call)),
            new("DELETE", "faults", "ends all faults", _ => ControlPlane.Done(twin.Faults.Clear)),
            new("GET", "faults/history", "the faults that really struck", _ => History(twin)),
            new("GET", "ledger", "what was really sold", _ => Ledger(twin)),
            new("GET", "requests", "the requests that arrived", _ => Requests(twin)),
            new("GET", "requests/counts", "how many, by operation", _ => Counts(twin)),
            new("DELETE", "requests", "forgets them", _ => ControlPlane.Done(twin.Requests.Clear)),
        ];

    private static SandboxAnswer Faults(ProviderTwin twin) =>
        ControlPlane.Ok([.. twin.Faults.Active.Select(FaultDocument.From)], Context.IReadOnlyListFaultDocument);

    private static SandboxAnswer AddFault(ProviderTwin twin, SandboxCall call)
    {
        var fault = ControlPlane.Read(call, Context.FaultDocument).ToFault();
        twin.Faults.Add(fault);
        return ControlPlane.Ok(FaultDocument.From(fault), Context.FaultDocument);
    }

    private static SandboxAnswer History(ProviderTwin twin) => ControlPlane.Ok(twin.Faults.History, Context.IReadOnlyListInjectedFault);

    private static SandboxAnswer Ledger(ProviderTwin twin)
    {
        var sales = twin.Ledger.Sales;
        var document = new LedgerDocument(
            sales.Count,
            sales.Sum(sale => sale.Cards),
            twin.Ledger.Duplicates,
            twin.Ledger.TotalCharged,
            sales
        );
        return ControlPlane.Ok(document, Context.LedgerDocument);
    }

    private static SandboxAnswer Requests(ProviderTwin twin) =>
        ControlPlane.Ok([.. twin.Requests.All.Select(ArrivalDocument.From)], Context.IReadOnlyListArrivalDocument);

    private static SandboxAnswer Counts(ProviderTwin twin) =>
        ControlPlane.Ok(new TrafficDocument(twin.Requests.Total, twin.Requests.Counts), Context.TrafficDocument);
}
