using GiftCardSdk.Adapters;

namespace GiftCardSdk.Ordering;

/// <summary>What an adapter's answer to a look-up proves, for a caller and for the resolver alike.</summary>
internal static class OrderSearch
{
    /// <summary>An order counts as found only if it is what was ordered, as far as the provider shows it.</summary>
    public static Lookup<Order> Judge(OrderLookup? answer, OrderLookupQuery query) =>
        answer switch
        {
            OrderLookup.Found found => Judge(found.Order, query),
            OrderLookup.NotFound => new(LookupAnswer.NotFound),
            OrderLookup.Inconclusive inconclusive => new(LookupAnswer.Inconclusive, Reason: inconclusive.Reason),
            _ => new(LookupAnswer.Inconclusive, Reason: "the adapter gave no answer"),
        };

    /// <summary>What the journal keeps of an order's lines, for comparison.</summary>
    public static IReadOnlyList<OrderLine> LinesOf(JournalEntry entry) =>
        [
            .. entry.Lines.Select(static line => new OrderLine
            {
                ProductId = line.ProductId,
                FaceValue = line.FaceValue,
                Quantity = line.Quantity,
            }),
        ];

    private static Lookup<Order> Judge(Order found, OrderLookupQuery query) =>
        OrderComparison.Compare(query.Lines, query.Delivery, found) switch
        {
            // Without an id it says nothing, and whoever asked says so.
            { IsSame: true } => new(LookupAnswer.Found, found),
            _ when string.IsNullOrEmpty(found.Id) => new(LookupAnswer.Found, found),
            { Difference: { } difference } => new(
                LookupAnswer.Inconclusive,
                Reason: $"an order of {difference} was found under this key, '{found.Id}'"
            ),
            _ => new(LookupAnswer.Inconclusive, Reason: $"the order '{found.Id}' shows too little to tell whether it is this one"),
        };
}
