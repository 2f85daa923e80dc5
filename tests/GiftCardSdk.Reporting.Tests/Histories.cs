namespace GiftCardSdk.Reporting.Tests;

/// <summary>Orders as the history tells them.</summary>
internal static class Histories
{
    public static DateTimeOffset Noon { get; } = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    public static OrderHistory Order(
        string reference,
        OrderJournalState state = OrderJournalState.Accepted,
        DateTimeOffset? at = null,
        string account = "emea",
        params JournalLine[] lines
    ) =>
        new()
        {
            Entry = new()
            {
                Identity = new("in-memory", GiftCardEnvironment.Sandbox, account, OrderIdentity.PlaceOrder, reference),
                ProviderKey = reference,
                Fingerprint = "v2:key:hash",
                State = state,
                Lines = lines.Length > 0 ? lines : [Line()],
                ProviderOrderIds = state == OrderJournalState.Accepted ? [$"id-{reference}"] : [],
                CreatedAt = at ?? Noon,
                UpdatedAt = at ?? Noon,
            },
        };

    public static JournalLine Line(string product = "coffee", decimal value = 25, string currency = "EUR", int quantity = 1) =>
        new(product, Money.Of(value, currency), quantity, null);

    public static CardHistory Card(RedemptionState redemption, string product = "coffee", int? line = 0) =>
        new()
        {
            ProductId = product,
            Line = line,
            Redemption = redemption,
            Delivery = DeliveryState.Delivered,
            ChangedAt = Noon,
        };

    public static Task<OrderReport> ReportAsync(ReportOptions? options, params OrderHistory[] orders) =>
        orders.ToAsyncEnumerable().SummarizeAsync(options);

    public static Task<OrderReport> ReportAsync(params OrderHistory[] orders) => ReportAsync(null, orders);
}
