using System.Globalization;
using GiftCardSdk.Chaos.Judging;

namespace GiftCardSdk.Chaos.Reporting;

/// <summary>Tells, for each order that was sold twice, how it came to that, in plain words.</summary>
internal static class LateCommits
{
    public static IEnumerable<string> Tell(Outcome outcome)
    {
        var twice = outcome.Orders.Where(order => order.Sales.Count > 1).ToList();
        yield return twice.Count == 0
            ? "No commit beyond the quiet time met an order that was sent again; try another seed or more orders."
            : "This was to be expected: --late draws commits that come later than the quiet time. No look-up can see them in time, and where a repeat buys again the order is bought twice. That is the duplicate which docs/exactly-once.md admits.";
        foreach (var order in twice)
        {
            yield return Tell(order);
        }
    }

    private static string Tell(OrderFacts order)
    {
        var sales = order.Sales.OrderBy(sale => sale.SoldAt).ToList();
        var misses = order.Entry?.Lookups.Where(lookup => lookup.Answer == LookupAnswer.NotFound && lookup.At < sales[0].SoldAt).ToList();
        var missed = misses is [.., var last] ? $"looked for in vain until {Time(last.At)}" : "looked for in vain";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {order.Provider} {order.Reference}: first sent at {Time(order.Entry?.FirstSentAt)}, its answer was lost; {missed}; sent again and bought as {sales[0].OrderId} at {Time(sales[0].SoldAt)}; the first send was carried out at {Time(sales[^1].SoldAt)}, as {sales[^1].OrderId}."
        );
    }

    private static string Time(DateTimeOffset? time) => time?.ToString("HH:mm:ss", CultureInfo.InvariantCulture) ?? "?";
}
