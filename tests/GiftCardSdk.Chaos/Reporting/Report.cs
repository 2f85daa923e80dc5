using System.Globalization;
using GiftCardSdk.Chaos.Judging;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Chaos.Reporting;

/// <summary>Puts the outcome of a run on paper.</summary>
internal static class Report
{
    /// <summary>Everything but the last line.</summary>
    public static IEnumerable<string> Write(Outcome outcome) =>
        [
            .. Summary(outcome),
            .. Operations(outcome),
            .. Parked(outcome),
            .. NeverPlaced(outcome),
            .. outcome.Findings.Select(found => Describe(found.Order, found.Finding)),
            .. outcome.Strangers.Select(sale =>
                $"LOST {sale.Provider}: sold as {sale.OrderId} under the key '{sale.ClientKey}', which nobody ordered under"
            ),
        ];

    private static IEnumerable<string> Summary(Outcome outcome)
    {
        yield return "";
        yield return Row("provider", "orders", "sold", "refused", "absent", "parked", "unknown", "resolved", "faults");
        foreach (var orders in outcome.Orders.GroupBy(order => order.Provider, StringComparer.Ordinal))
        {
            yield return Row(orders.Key, [.. orders], outcome.Faults[orders.Key]);
        }

        yield return Row("all", outcome.Orders, outcome.Faults.Values.Sum());
        yield return "";
    }

    private static string Row(string name, IReadOnlyList<OrderFacts> orders, int faults) =>
        Row(
            name,
            [
                .. new[]
                {
                    orders.Count,
                    orders.Count(order => order.IsSold),
                    Outcome.Count(orders, Refused),
                    Outcome.Count(orders, Absent),
                    Outcome.Count(orders, OrderJournalState.Parked),
                    orders.Count(order => order.WasUnknown),
                    orders.Count(order => order.WasUnknown && order.IsResolved),
                    faults,
                }.Select(figure => figure.ToString("N0", CultureInfo.InvariantCulture)),
            ]
        );

    private static string Row(string name, params IEnumerable<string> columns) =>
        $"  {name, -18}{string.Concat(columns.Select(column => $"{column, 10}"))}";

    private static IEnumerable<string> Operations(Outcome outcome) =>
        outcome
            .Orders.Where(order => order.Operation != OrderIdentity.PlaceOrder)
            .GroupBy(order => (order.Provider, order.Operation))
            .Select(bought =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"among them {bought.Count():N0} of {bought.Key.Provider} that are no orders ({bought.Key.Operation}): {bought.Count(order => order.IsSold):N0} sold, {Outcome.Count(bought, OrderJournalState.Parked):N0} parked"
                )
            );

    private static IEnumerable<string> Parked(Outcome outcome) =>
        outcome
            .Orders.Where(order => order.Entry?.State == OrderJournalState.Parked)
            .GroupBy(order => (order.Provider, order.Entry!.Reason))
            .Select(parked =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"parked {parked.Count()} of {parked.Key.Provider} ({parked.Count(order => order.IsSold)} sold): {parked.Key.Reason}"
                )
            );

    private static IEnumerable<string> NeverPlaced(Outcome outcome) =>
        outcome
            .Orders.Where(order => order.Entry is null)
            .Select(order => $"never placed to an end: {order.Provider} {order.Reference}, number {order.Number}, seed {order.Seed}");

    /// <summary>All that is needed to look into it; no secret is in it.</summary>
    private static string Describe(OrderFacts order, Finding finding)
    {
        var sold = string.Join(", ", order.Sales.Select(sale => $"{sale.OrderId} at {Time(sale.SoldAt)}"));
        var told = string.Join(", ", order.Told.Select(one => one.OrderId is null ? $"{one.Ending}" : $"{one.Ending} {one.OrderId}"));
        var journal = order.Entry is { } entry
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.State} [{string.Join(", ", entry.ProviderOrderIds)}] after {entry.Attempt} sends and {entry.LookupCount} look-ups, first sent {Time(entry.FirstSentAt)}, last sent {Time(entry.LastSentAt)}"
            )
            : "nothing";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{finding.Verdict.ToString().ToUpperInvariant()} {order.Provider} {(order.Operation == OrderIdentity.PlaceOrder ? "" : order.Operation + " ")}{order.Reference}, number {order.Number}, seed {order.Seed}: {finding.What}. Ledger: [{sold}]. Journal: {journal}. Told: [{told}]."
        );
    }

    private static string Time(DateTimeOffset? time) => time?.ToString("d HH:mm:ss.f", CultureInfo.InvariantCulture) ?? "never";
}
