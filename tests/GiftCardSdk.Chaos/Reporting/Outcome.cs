using System.Globalization;
using GiftCardSdk.Chaos.Judging;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Chaos.Reporting;

/// <summary>What a run came to.</summary>
internal sealed class Outcome
{
    public Outcome(
        IReadOnlyList<OrderFacts> orders,
        IReadOnlyList<SandboxSale> strangers,
        IReadOnlyDictionary<string, int> faults,
        int kills
    )
    {
        Orders = orders;
        Strangers = strangers;
        Faults = faults;
        Kills = kills;
        Findings = [.. orders.SelectMany(order => Judge.Look(order).Select(finding => (order, finding)))];
    }

    public IReadOnlyList<OrderFacts> Orders { get; }

    /// <summary>Sales under keys that nobody ordered under.</summary>
    public IReadOnlyList<SandboxSale> Strangers { get; }

    /// <summary>How many faults struck, by provider.</summary>
    public IReadOnlyDictionary<string, int> Faults { get; }

    public int Kills { get; }

    /// <summary>Everything that the judge found.</summary>
    public IReadOnlyList<(OrderFacts Order, Finding Finding)> Findings { get; }

    /// <summary>How many sales there are beyond the first of their order.</summary>
    public int Duplicates => Orders.Sum(order => Math.Max(0, order.Sales.Count - 1));

    /// <summary>How many orders are lost, or told of wrongly in any other way; sales that belong to no order count too.</summary>
    public int Lost =>
        Findings.Where(found => found.Finding.Verdict == Verdict.Lost).Select(found => found.Order.Number).Distinct().Count()
        + Strangers.Count;

    public bool IsGood => Duplicates == 0 && Lost == 0;

    /// <summary>The last line of the program.</summary>
    public string LastLine =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"chaos: providers={Orders.Select(order => order.Provider).Distinct(StringComparer.Ordinal).Count()} orders={Orders.Count} faults={Faults.Values.Sum()} kills={Kills} unknown={Orders.Count(order => order.WasUnknown)} resolved={Orders.Count(order => order.WasUnknown && order.IsResolved)} parked={Count(Orders, OrderJournalState.Parked)} duplicates={Duplicates} lost={Lost}"
        );

    public static int Count(IEnumerable<OrderFacts> orders, OrderJournalState state) => orders.Count(order => order.Entry?.State == state);
}
