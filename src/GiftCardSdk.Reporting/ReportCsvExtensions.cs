namespace GiftCardSdk.Reporting;

/// <summary>
/// Writes reports as comma-separated values (RFC 4180, UTF-8 as the writer encodes it): one line a row below a line of headings, amounts with a
/// point, times in UTC, durations in seconds. Text that a spreadsheet would run as a formula is disarmed with an apostrophe.
/// </summary>
public static class ReportCsvExtensions
{
    private static readonly CsvTable<ProductRow> Products = new(
        ("period", static row => row.Period),
        ("provider", static row => row.Account.Provider),
        ("environment", static row => row.Account.Environment),
        ("account", static row => row.Account.JournalId),
        ("product", static row => row.ProductId),
        ("currency", static row => row.Ordered.FaceValue.Currency),
        ("orders", static row => row.Orders),
        ("cards", static row => row.Ordered.Cards),
        ("face value", static row => row.Ordered.FaceValue.Amount),
        ("redeemed cards", static row => row.Redeemed.Cards),
        ("redeemed value", static row => row.Redeemed.FaceValue.Amount),
        ("open cards", static row => row.Open.Cards),
        ("open value", static row => row.Open.FaceValue.Amount),
        ("expired cards", static row => row.Expired.Cards),
        ("expired value", static row => row.Expired.FaceValue.Amount),
        ("taken back cards", static row => row.TakenBack.Cards),
        ("taken back value", static row => row.TakenBack.FaceValue.Amount),
        ("not known cards", static row => row.NotKnown.Cards),
        ("not known value", static row => row.NotKnown.FaceValue.Amount),
        ("redemption rate", static row => row.RedemptionRate)
    );

    private static readonly CsvTable<CostRow> Costs = new(
        ("period", static row => row.Period),
        ("provider", static row => row.Account.Provider),
        ("environment", static row => row.Account.Environment),
        ("account", static row => row.Account.JournalId),
        ("currency", static row => row.Cost.Currency),
        ("orders", static row => row.Orders),
        ("cost", static row => row.Cost.Amount)
    );

    private static readonly CsvTable<AccountRow> Accounts = new(
        ("period", static row => row.Period),
        ("provider", static row => row.Account.Provider),
        ("environment", static row => row.Account.Environment),
        ("account", static row => row.Account.JournalId),
        ("bought", static row => row.Bought),
        ("failed", static row => row.Failed),
        ("without cost", static row => row.WithoutCost),
        ("without details", static row => row.WithoutDetails),
        ("unresolved", static row => row.Unresolved),
        ("not bought", static row => row.NotBought),
        ("completed", static row => row.Completion?.Orders ?? 0),
        ("mean seconds", static row => row.Completion?.Mean),
        ("median seconds", static row => row.Completion?.Median),
        ("95 % seconds", static row => row.Completion?.Percentile95),
        ("longest seconds", static row => row.Completion?.Longest)
    );

    private static readonly CsvTable<ReconciliationFinding> Findings = new(
        ("kind", static row => row.Kind),
        ("reference", static row => row.Reference),
        ("order", static row => row.OrderId),
        ("key", static row => row.ProviderKey),
        ("time", static row => row.At),
        ("here", static row => row.Here),
        ("there", static row => row.There),
        ("what to do", static row => row.Advice)
    );

    /// <summary>Writes what was bought.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="writer">Where to; it stays open.</param>
    /// <param name="cancellationToken">Ends the writing; what was written stays.</param>
    /// <returns>When all is written.</returns>
    public static Task WriteCsvAsync(this IEnumerable<ProductRow> rows, TextWriter writer, CancellationToken cancellationToken = default) =>
        Products.WriteAsync(rows, writer, cancellationToken);

    /// <summary>Writes what was paid.</summary>
    /// <inheritdoc cref="WriteCsvAsync(IEnumerable{ProductRow}, TextWriter, CancellationToken)"/>
    public static Task WriteCsvAsync(this IEnumerable<CostRow> rows, TextWriter writer, CancellationToken cancellationToken = default) =>
        Costs.WriteAsync(rows, writer, cancellationToken);

    /// <summary>Writes how orders went.</summary>
    /// <inheritdoc cref="WriteCsvAsync(IEnumerable{ProductRow}, TextWriter, CancellationToken)"/>
    public static Task WriteCsvAsync(this IEnumerable<AccountRow> rows, TextWriter writer, CancellationToken cancellationToken = default) =>
        Accounts.WriteAsync(rows, writer, cancellationToken);

    /// <summary>Writes what a reconciliation has found.</summary>
    /// <inheritdoc cref="WriteCsvAsync(IEnumerable{ProductRow}, TextWriter, CancellationToken)"/>
    public static Task WriteCsvAsync(
        this IEnumerable<ReconciliationFinding> rows,
        TextWriter writer,
        CancellationToken cancellationToken = default
    ) => Findings.WriteAsync(rows, writer, cancellationToken);
}
