namespace GiftCardSdk.Reporting;

/// <summary>How an order here and at the provider differ. What one side does not show is no difference.</summary>
internal static class OrderDifferences
{
    /// <summary>Amounts that differ, ours and theirs; null if none do. Costs first: they are what is paid.</summary>
    public static (string Here, string There)? Amounts(OrderHistory ours, Order theirs) =>
        ours.TotalCost is { } here && theirs.TotalCost is { } there && here != there ? (here.ToString(), there.ToString())
        : FaceValue(ours.Entry.Lines.Select(line => (line.FaceValue, line.Quantity))) is { } ordered
        && FaceValue(theirs.Lines.Select(line => (line.FaceValue, line.Quantity))) is { } shown
        && ordered != shown
            ? (ordered, shown)
        : null;

    /// <summary>What to do about statuses that differ; null if they do not, or nothing was seen here to compare.</summary>
    public static string? Status(OrderHistory ours, Order theirs)
    {
        if (theirs.Status == default || ours.Status == theirs.Status)
        {
            return null;
        }

        return theirs.Status == OrderStatus.Failed || theirs.Status == OrderStatus.Cancelled ? Advice.GivenUp
            : ours.Status is not { } seen ? null
            : seen.IsFinal ? Advice.StatusDiffers
            : theirs.Status.IsFinal ? Advice.Stale
            : null;
    }

    /// <summary>The provider's status, with its own word where that says more.</summary>
    public static string StatusOf(Order order) =>
        order.RawStatus is { Length: > 0 } raw && !string.Equals(raw, order.Status.Value, StringComparison.OrdinalIgnoreCase)
            ? $"{order.Status} ({raw})"
            : order.Status.Value;

    /// <summary>The sums by currency, in one form; null if there is no line.</summary>
    private static string? FaceValue(IEnumerable<(Money Value, int Quantity)> lines)
    {
        string[] sums =
        [
            .. lines
                .GroupBy(line => line.Value.Currency, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.Select(line => line.Value * line.Quantity).Aggregate((sum, value) => sum + value).ToString()),
        ];
        return sums.Length == 0 ? null : string.Join(" and ", sums);
    }
}
