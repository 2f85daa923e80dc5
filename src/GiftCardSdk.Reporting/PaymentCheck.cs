using System.Globalization;

namespace GiftCardSdk.Reporting;

/// <summary>The third side: whether what left the balance for each order is what it costs.</summary>
internal sealed class PaymentCheck(IGiftCardHistory history, string account, TimePeriod period)
{
    private readonly Dictionary<string, Expected> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Expected> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Count, Money Sum)> _unlinked = new(StringComparer.Ordinal);
    private readonly List<ReconciliationFinding> _findings = [];

    /// <summary>How many movements of orders there were: those of the period, and those of its orders.</summary>
    public int Movements { get; private set; }

    /// <summary>An order of the period whose payment is to be found.</summary>
    public void Expect(Order theirs, OrderHistory? ours)
    {
        if (_byId.ContainsKey(theirs.Id))
        {
            return;
        }

        var expected = new Expected(theirs, ours);
        _byId[theirs.Id] = expected;
        if (expected.Key is { } key)
        {
            _byKey[key] = expected;
        }
    }

    public async ValueTask AddAsync(BalanceMovement movement, CancellationToken cancellationToken)
    {
        if (movement.Kind is not (BalanceMovementKind.Purchase or BalanceMovementKind.Refund))
        {
            return;
        }

        var order = Find(movement);
        if (order is null && movement.At is { } at && !period.Contains(at))
        {
            // It was only read since orders at the ends of the period may be paid beyond them.
            return;
        }

        Movements++;
        if (order is not null)
        {
            order.Add(movement);
        }
        else
        {
            await AddUnmatchedAsync(movement, cancellationToken).ConfigureAwait(false);
        }

        if (movement.Amount is null)
        {
            _findings.Add(About(ReconciliationFindingKind.NotChecked, Advice.Unreadable, movement));
        }
    }

    public IEnumerable<ReconciliationFinding> Findings()
    {
        // A provider that links no movement to its order says nothing about an order without one.
        var links = _byId.Values.Any(order => order.HasMovement);
        foreach (var order in _byId.Values)
        {
            if (order.Judge(links) is { } finding)
            {
                yield return finding;
            }
        }

        foreach (var finding in _findings)
        {
            yield return finding;
        }

        foreach (var (_, (count, sum)) in _unlinked.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var there = string.Create(CultureInfo.InvariantCulture, $"{count} movements, {sum}");
            yield return new(ReconciliationFindingKind.PaymentWithoutOrder, Advice.Unlinked) { There = there };
        }
    }

    private Expected? Find(BalanceMovement movement) =>
        movement.OrderId is { } id && _byId.TryGetValue(id, out var order) ? order
        : movement.ProviderKey is { } key && _byKey.TryGetValue(key, out order) ? order
        : null;

    private async ValueTask AddUnmatchedAsync(BalanceMovement movement, CancellationToken cancellationToken)
    {
        if (movement.OrderId is { Length: > 0 } id)
        {
            // An order of another period is known, and none of this comparison's business.
            if (await history.FindByOrderIdAsync(account, id, cancellationToken).ConfigureAwait(false) is null)
            {
                _findings.Add(About(ReconciliationFindingKind.PaymentWithoutOrder, Advice.PaymentWithoutOrder, movement));
            }
        }
        else if (movement.ProviderKey is { Length: > 0 })
        {
            _findings.Add(About(ReconciliationFindingKind.PaymentWithoutOrder, Advice.PaymentWithoutOrder, movement));
        }
        else if (movement.Amount is { } amount)
        {
            _unlinked[amount.Currency] = _unlinked.TryGetValue(amount.Currency, out var sum)
                ? (sum.Count + 1, sum.Sum + amount)
                : (1, amount);
        }
    }

    private static ReconciliationFinding About(ReconciliationFindingKind kind, string advice, BalanceMovement movement) =>
        new(kind, advice)
        {
            OrderId = movement.OrderId,
            ProviderKey = movement.ProviderKey,
            At = movement.At,
            There = movement.Amount?.ToString() ?? movement.RawKind,
        };

    /// <summary>An order, and what left the balance for it.</summary>
    private sealed class Expected(Order theirs, OrderHistory? ours)
    {
        private readonly string _id = theirs.Id;
        private readonly Money? _cost = theirs.TotalCost ?? ours?.TotalCost;
        private readonly bool _isGivenUp = theirs.Status == OrderStatus.Failed || theirs.Status == OrderStatus.Cancelled;
        private readonly OrderReference? _reference = ours?.Reference;
        private readonly DateTimeOffset? _at = theirs.CreatedAt ?? ours?.Entry.CreatedAt;
        private readonly SortedDictionary<string, Money> _moved = new(StringComparer.Ordinal);

        public string? Key { get; } = theirs.ProviderKey ?? ours?.Entry.ProviderKey;

        public bool HasMovement { get; private set; }

        public void Add(BalanceMovement movement)
        {
            HasMovement = true;
            if (movement.Amount is { } amount)
            {
                _moved[amount.Currency] = _moved.TryGetValue(amount.Currency, out var sum) ? sum + amount : amount;
            }
        }

        public ReconciliationFinding? Judge(bool providerLinks)
        {
            if (!HasMovement)
            {
                return _isGivenUp || !providerLinks ? null : Finding(ReconciliationFindingKind.PaymentMissing, Advice.PaymentMissing);
            }

            if (_isGivenUp)
            {
                return _moved.Values.All(sum => sum.Amount == 0)
                    ? null
                    : Finding(ReconciliationFindingKind.PaymentDiffers, Advice.NotRefunded);
            }

            var isPaid = _cost is not { } cost || (_moved.Count == 1 && _moved.TryGetValue(cost.Currency, out var sum) && sum == cost * -1);
            return isPaid ? null : Finding(ReconciliationFindingKind.PaymentDiffers, Advice.PaymentDiffers);
        }

        private ReconciliationFinding Finding(ReconciliationFindingKind kind, string advice) =>
            new(kind, advice)
            {
                Reference = _reference,
                OrderId = _id,
                ProviderKey = Key,
                At = _at,
                Here = _cost?.ToString(),
                There = _moved.Count == 0 ? null : string.Join(" and ", _moved.Values),
            };
    }
}
