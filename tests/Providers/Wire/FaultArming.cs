using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Providers.Wire;

internal static class FaultArming
{
    /// <summary>Every kind that strikes a call and its answer; those of webhooks strike what the twin sends by itself.</summary>
    public static IEnumerable<FaultKind> OfCalls =>
        Enum.GetValues<FaultKind>().Where(kind => !kind.ToString().StartsWith("Webhook", StringComparison.Ordinal));

    /// <summary>Puts each of these faults at the end of the script for each of these operations.</summary>
    public static void AddTo(this FaultScript script, IEnumerable<string> operations, IReadOnlyCollection<Fault> faults)
    {
        foreach (var fault in operations.SelectMany(operation => faults.Select(fault => fault with { Operation = operation })))
        {
            script.Add(fault);
        }
    }
}
