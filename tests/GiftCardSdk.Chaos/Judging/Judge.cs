using GiftCardSdk.Chaos.Buying;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Chaos.Judging;

/// <summary>Holds ledger, journal and answers of one order against each other. The ledger is right by definition.</summary>
internal static class Judge
{
    /// <summary>Everything that is wrong with an order; nothing if all is well.</summary>
    public static IEnumerable<Finding> Look(OrderFacts order) =>
        [.. OfLedger(order), .. OfJournal(order), .. OfAnswers(order), .. OfContent(order)];

    private static IEnumerable<Finding> OfLedger(OrderFacts order)
    {
        if (order.Sales.Count > 1)
        {
            yield return new(Verdict.Duplicate, $"sold {order.Sales.Count} times");
        }

        if (order.IsSold && order.Told.Count == 0)
        {
            yield return Lost("sold, though nobody had asked for it");
        }

        if (order.IsSold && order.Told.Count > 0 && order.Told.All(told => told.Ending is Ending.Refused or Ending.Conflict))
        {
            yield return Lost("sold, and every caller was told that nothing was created");
        }
    }

    private static IEnumerable<Finding> OfJournal(OrderFacts order)
    {
        var what = (order.Entry?.State, order.IsSold) switch
        {
            (null, true) => "sold, and the journal does not know it",
            (Refused or Absent, true) => $"sold, and the journal says {order.Entry!.State}",
            (Sending or Unknown, _) => $"open to the end, though it could be found out: the journal says {order.Entry!.State}",
            (Accepted, false) => "the journal says Accepted, and it was not sold",
            (Accepted, true) when !IsSoldAs(order, order.Entry!.ProviderOrderIds is [var id, ..] ? id : null) =>
                "the journal has another id than the one it was sold under",
            (Parked, _) when string.IsNullOrWhiteSpace(order.Entry!.Reason) => "parked without a reason",
            _ => null,
        };
        if (what is not null)
        {
            yield return Lost(what);
        }
    }

    private static IEnumerable<Finding> OfAnswers(OrderFacts order)
    {
        string[] ids =
        [
            .. order
                .Told.Where(told => told.Ending is Ending.Bought or Ending.Exists)
                .Select(told => told.OrderId ?? "")
                .Concat(order.ObservedIds)
                .Distinct(StringComparer.Ordinal),
        ];
        if (ids.Length > 1)
        {
            yield return Lost($"returned under several ids: {string.Join(", ", ids)}");
        }

        foreach (var id in ids.Where(id => !IsSoldAs(order, id)))
        {
            yield return Lost($"somebody was told that it was bought as {id}, and it was not sold as that");
        }

        if (ids.Length > 0 && order.Entry is not { State: Accepted })
        {
            yield return Lost($"somebody was told that it was bought, and the journal {Words(order)}");
        }

        foreach (var broke in order.Told.Where(told => told.Ending == Ending.Broke))
        {
            yield return Lost($"a caller got an exception that no caller should see: {broke.OrderId}");
        }
    }

    private static IEnumerable<Finding> OfContent(OrderFacts order)
    {
        if (order.Sales is not [var sale])
        {
            yield break;
        }

        if (order.JournalAmount is { } amount && order.Entry is { State: Accepted } && amount != sale.AmountInMinorUnits)
        {
            yield return Lost($"sold for {sale.AmountInMinorUnits}, and the journal has {amount}");
        }

        foreach (var content in order.Told.Where(told => told.Ending == Ending.Bought).Select(told => told.Content).Distinct())
        {
            var ordered = content == Content.Wanted ? order.WantedAmount : order.OtherAmount;
            if (ordered != sale.AmountInMinorUnits)
            {
                yield return Lost($"a caller who ordered for {ordered} was given what was sold for {sale.AmountInMinorUnits}");
            }
        }
    }

    private static bool IsSoldAs(OrderFacts order, string? id) => order.Sales.Any(sale => sale.OrderId == id);

    private static string Words(OrderFacts order) => order.Entry is { } entry ? $"says {entry.State}" : "does not know it";

    private static Finding Lost(string what) => new(Verdict.Lost, what);
}
