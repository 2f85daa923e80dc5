using System.Globalization;
using GiftCardSdk.Journal;

namespace GiftCardSdk.Reporting;

/// <summary>The rows of a report while it is being made.</summary>
internal sealed class ReportBuilder
{
    private readonly ReportOptions _options;
    private readonly Dictionary<(DateOnly, JournalAccount, string Product, string Currency), ProductTotals> _products = [];
    private readonly Dictionary<(DateOnly Period, JournalAccount Account, string Currency), (int Orders, Money Cost)> _costs = [];
    private readonly Dictionary<(DateOnly, JournalAccount), AccountTotals> _accounts = [];

    public ReportBuilder(ReportOptions options)
    {
        if (options.MaxRows < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxRows, $"{nameof(ReportOptions.MaxRows)} is at least 1.");
        }

        _options = options;
    }

    public void Add(OrderHistory order)
    {
        var period = Periods.FirstDay(order.Entry.CreatedAt, _options);
        var account = JournalAccount.Of(order.Entry.Identity);
        if (!_accounts.TryGetValue((period, account), out var totals))
        {
            _accounts[(period, account)] = totals = new();
        }

        if (totals.Count(order))
        {
            AddCost(period, account, order);
            AddCards(period, account, order);
        }

        EnsureBounds();
    }

    public OrderReport Build() =>
        new(
            [
                .. _products
                    .OrderBy(row => row.Key.Item1)
                    .ThenBy(row => NameOf(row.Key.Item2), StringComparer.Ordinal)
                    .ThenBy(row => row.Key.Product, StringComparer.Ordinal)
                    .ThenBy(row => row.Key.Currency, StringComparer.Ordinal)
                    .Select(row => row.Value.ToRow(row.Key.Item1, row.Key.Item2, row.Key.Product)),
            ],
            [
                .. _costs
                    .OrderBy(row => row.Key.Period)
                    .ThenBy(row => NameOf(row.Key.Account), StringComparer.Ordinal)
                    .ThenBy(row => row.Key.Currency, StringComparer.Ordinal)
                    .Select(row => new CostRow(row.Key.Period, row.Key.Account, row.Value.Orders, row.Value.Cost)),
            ],
            [
                .. _accounts
                    .OrderBy(row => row.Key.Item1)
                    .ThenBy(row => NameOf(row.Key.Item2), StringComparer.Ordinal)
                    .Select(row => row.Value.ToRow(row.Key.Item1, row.Key.Item2)),
            ]
        );

    private static string NameOf(JournalAccount account) => $"{account.Provider}/{account.Environment}/{account.JournalId}";

    private void AddCost(DateOnly period, JournalAccount account, OrderHistory order)
    {
        if (order.TotalCost is { } cost)
        {
            var key = (period, account, cost.Currency);
            _costs[key] = _costs.TryGetValue(key, out var sum) ? (sum.Orders + 1, sum.Cost + cost) : (1, cost);
        }
    }

    private void AddCards(DateOnly period, JournalAccount account, OrderHistory order)
    {
        var lines = order.Entry.Lines;
        var ordered = lines.GroupBy(line => (line.ProductId, line.FaceValue.Currency));
        foreach (var (product, currency) in ordered.Select(group => group.Key))
        {
            RowOf(period, account, product, currency).AddOrder();
        }

        foreach (var line in lines)
        {
            RowOf(period, account, line.ProductId, line.FaceValue.Currency).AddLine(line);
        }

        foreach (var card in order.Cards)
        {
            if (LineOf(card, lines) is { } line)
            {
                RowOf(period, account, line.ProductId, line.FaceValue.Currency).AddCard(card, line.FaceValue);
            }
        }
    }

    /// <summary>The line that a card belongs to: its own; the only one; or one of the same product and value. A card of no line is of none that is known.</summary>
    private static JournalLine? LineOf(CardHistory card, IReadOnlyList<JournalLine> lines) =>
        card.Line is { } at && at >= 0 && at < lines.Count ? lines[at]
        : lines is [var only] ? only
        : lines.FirstOrDefault(line => line.ProductId == card.ProductId && line.FaceValue == card.FaceValue);

    private ProductTotals RowOf(DateOnly period, JournalAccount account, string product, string currency)
    {
        var key = (period, account, product, currency);
        if (!_products.TryGetValue(key, out var row))
        {
            _products[key] = row = new(currency);
        }

        return row;
    }

    private void EnsureBounds()
    {
        if (_products.Count + _costs.Count + _accounts.Count > _options.MaxRows)
        {
            throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The report has more than {_options.MaxRows} rows. Sum up fewer orders at once (a shorter time, one account), take a longer {nameof(ReportOptions.Interval)}, or raise {nameof(ReportOptions.MaxRows)}."
                )
            );
        }
    }
}
