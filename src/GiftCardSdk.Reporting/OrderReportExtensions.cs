namespace GiftCardSdk.Reporting;

/// <summary>Sums orders up.</summary>
public static class OrderReportExtensions
{
    /// <summary>
    /// Sums orders up as they stream by, such as those of <see cref="IGiftCardHistory.ListAsync"/>. Of an order alone its rows are kept, so that memory
    /// does not grow with the number of orders.
    /// </summary>
    /// <param name="orders">The orders, each once, in any order.</param>
    /// <param name="options">Interval, zone and bounds; null for months of UTC.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="ReportOptions.MaxRows"/> is below 1.</exception>
    /// <exception cref="InvalidOperationException">There are more rows than <see cref="ReportOptions.MaxRows"/>.</exception>
    public static async Task<OrderReport> SummarizeAsync(
        this IAsyncEnumerable<OrderHistory> orders,
        ReportOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(orders);
        var builder = new ReportBuilder(options ?? new ReportOptions());
        await foreach (var order in orders.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            builder.Add(order);
        }

        return builder.Build();
    }
}
