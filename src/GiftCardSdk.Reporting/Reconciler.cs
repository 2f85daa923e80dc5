using System.Globalization;

namespace GiftCardSdk.Reporting;

/// <summary>
/// One comparison. The journal is read first: what is bought meanwhile is then unknown at first, and found in the journal when the provider shows it.
/// </summary>
internal sealed class Reconciler(IGiftCardHistory history, IGiftCardAccount account, TimePeriod period, ReconciliationOptions options)
{
    private readonly TimePeriod _widened = Widened(period, options.Margin);
    private readonly KnownOrders _known = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<ReconciliationFinding> _findings = [];
    private readonly PaymentCheck _payments = new(history, account.Name, period);
    private int _here;
    private int _there;
    private int _matched;
    private int _reads;

    public async Task<ReconciliationReport> RunAsync(CancellationToken cancellationToken)
    {
        // Before the journal is read: a provider without a list is told at once.
        var listed = account.Status.ListAsync(_widened, cancellationToken);
        var placed = new HistoryQuery { Account = account.Name, Placed = _widened };
        await foreach (var order in history.ListAsync(placed, cancellationToken).ConfigureAwait(false))
        {
            _known.Add(order);
            _here += IsBought(order) && IsOfPeriod(order) ? 1 : 0;
        }

        await foreach (var order in listed.ConfigureAwait(false))
        {
            await CompareAsync(order, cancellationToken).ConfigureAwait(false);
        }

        foreach (var order in _known.All.Where(order => IsBought(order) && IsOfPeriod(order)))
        {
            await LookForAsync(order, cancellationToken).ConfigureAwait(false);
        }

        var movements = await ComparePaymentsAsync(cancellationToken).ConfigureAwait(false);
        return new()
        {
            Account = account.Name,
            Period = period,
            OrdersHere = _here,
            OrdersThere = _there,
            Matched = _matched,
            Movements = movements,
            Findings = _findings,
        };
    }

    private async Task CompareAsync(Order order, CancellationToken cancellationToken)
    {
        var isOfPeriod = order.CreatedAt is not { } made || period.Contains(made);
        _there += isOfPeriod ? 1 : 0;
        var ours =
            _known.ById(order.Id) ?? await history.FindByOrderIdAsync(account.Name, order.Id, cancellationToken).ConfigureAwait(false);
        if (ours is not null)
        {
            Match(ours, order);
        }
        else if (_known.ByKey(order.ProviderKey) is { } sameKey)
        {
            AddUnderKey(sameKey, order);
        }
        else if (isOfPeriod)
        {
            Add(ReconciliationFindingKind.MissingHere, Advice.MissingHere, null, order, null, Describe(order));
        }

        if (isOfPeriod)
        {
            _payments.Expect(order, ours ?? _known.ByKey(order.ProviderKey));
        }
    }

    private void AddUnderKey(OrderHistory ours, Order order)
    {
        var isBought = IsBought(ours);
        Add(
            isBought ? ReconciliationFindingKind.SecondOrder : ReconciliationFindingKind.NotSettledHere,
            isBought ? Advice.SecondOrder : Advice.NotSettledHere,
            ours,
            order,
            isBought ? string.Join(", ", ours.Entry.ProviderOrderIds) : ours.State.ToString(),
            Describe(order)
        );
    }

    private void Match(OrderHistory ours, Order order)
    {
        _matched += _seen.Add(order.Id) ? 1 : 0;
        if (ours.Entry.ProviderOrderIds is [var main, _, ..] && main != order.Id)
        {
            Add(ReconciliationFindingKind.SecondOrder, Advice.SecondOrder, ours, order, main, Describe(order));
        }

        if (OrderDifferences.Amounts(ours, order) is var (here, there))
        {
            Add(ReconciliationFindingKind.AmountDiffers, Advice.AmountDiffers, ours, order, here, there);
        }

        if (OrderDifferences.Status(ours, order) is { } advice)
        {
            Add(ReconciliationFindingKind.StatusDiffers, advice, ours, order, ours.Status?.Value, OrderDifferences.StatusOf(order));
        }
    }

    /// <summary>What the list did not show may be there: the provider is asked for it by its id.</summary>
    private async Task LookForAsync(OrderHistory ours, CancellationToken cancellationToken)
    {
        foreach (var id in ours.Entry.ProviderOrderIds.Where(id => !_seen.Contains(id)))
        {
            if (_reads++ >= options.MaxReads)
            {
                Add(ReconciliationFindingKind.NotChecked, Advice.TooMany, ours, id, null);
                continue;
            }

            try
            {
                var order = await account.Status.GetAsync(id, RewardDetail.None, cancellationToken).ConfigureAwait(false);
                Match(ours, order);
                _payments.Expect(order, ours);
            }
            catch (GiftCardException failure)
            {
                var isGone = failure.Code == GiftCardErrorCode.NotFound;
                Add(
                    isGone ? ReconciliationFindingKind.MissingThere : ReconciliationFindingKind.NotChecked,
                    isGone ? Advice.MissingThere : Advice.NotRead,
                    ours,
                    id,
                    isGone ? null : failure.Code.ToString()
                );
            }
        }
    }

    private async Task<int?> ComparePaymentsAsync(CancellationToken cancellationToken)
    {
        if (!account.Capabilities.Supports(GiftCardFeature.ListMovements))
        {
            return null;
        }

        await foreach (var movement in account.Balances.ListMovementsAsync(_widened, cancellationToken).ConfigureAwait(false))
        {
            await _payments.AddAsync(movement, cancellationToken).ConfigureAwait(false);
        }

        _findings.AddRange(_payments.Findings());
        return _payments.Movements;
    }

    private void Add(ReconciliationFindingKind kind, string advice, OrderHistory? ours, Order order, string? here, string? there) =>
        _findings.Add(
            new(kind, advice)
            {
                Reference = ours?.Reference,
                OrderId = order.Id,
                ProviderKey = order.ProviderKey ?? ours?.Entry.ProviderKey,
                At = order.CreatedAt ?? ours?.Entry.CreatedAt,
                Here = here,
                There = there,
            }
        );

    private void Add(ReconciliationFindingKind kind, string advice, OrderHistory ours, string orderId, string? there) =>
        _findings.Add(
            new(kind, advice)
            {
                Reference = ours.Reference,
                OrderId = orderId,
                ProviderKey = ours.Entry.ProviderKey,
                At = ours.Entry.CreatedAt,
                Here = ours.Status?.Value ?? ours.State.ToString(),
                There = there,
            }
        );

    private static string Describe(Order order) =>
        order.TotalCost is { } cost
            ? string.Create(CultureInfo.InvariantCulture, $"{OrderDifferences.StatusOf(order)}, {cost}")
            : OrderDifferences.StatusOf(order);

    private bool IsOfPeriod(OrderHistory order) => period.Contains(order.Entry.CreatedAt);

    private static bool IsBought(OrderHistory order) => order.State == OrderJournalState.Accepted;

    private static TimePeriod Widened(TimePeriod period, TimeSpan margin) =>
        new(
            period.From - DateTimeOffset.MinValue > margin ? period.From - margin : period.From,
            DateTimeOffset.MaxValue - period.To > margin ? period.To + margin : period.To
        );
}
