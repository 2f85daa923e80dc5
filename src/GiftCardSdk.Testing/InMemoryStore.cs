using GiftCardSdk.Adapters;

namespace GiftCardSdk.Testing;

/// <summary>What the provider knows: orders, keys, balances, and sales that are still to come.</summary>
internal sealed class InMemoryStore(InMemoryProviderOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly IdempotencyProfile _profile = options.Idempotency;
    private readonly TimeSpan _completesAfter = options.CompletesAfter;
    private readonly int _seed = options.Seed;
    private readonly List<StoredOrder> _orders = [];
    private readonly Dictionary<string, StoredOrder> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<StoredOrder>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Money> _balances = new(StringComparer.Ordinal);
    private readonly PriorityQueue<(string Account, OrderSubmission Submission), DateTimeOffset> _later = new();
    private int _arrivals;
    private int _lookups;

    public int Arrivals => Volatile.Read(ref _arrivals);

    public int Lookups => Volatile.Read(ref _lookups);

    public void CountArrival() => Interlocked.Increment(ref _arrivals);

    public void CountLookup() => Interlocked.Increment(ref _lookups);

    public IReadOnlyList<SoldOrder> Ledger()
    {
        lock (_gate)
        {
            SellWhatIsDue();
            return [.. _orders.Select(order => order.Sold)];
        }
    }

    public IReadOnlyList<SoldOrder> SoldUnder(string providerKey)
    {
        lock (_gate)
        {
            SellWhatIsDue();
            return _byKey.TryGetValue(providerKey, out var orders) ? [.. orders.Select(order => order.Sold)] : [];
        }
    }

    public void SetBalance(Money available)
    {
        lock (_gate)
        {
            _balances[available.Currency] = available;
        }
    }

    public IReadOnlyList<Balance> Balances()
    {
        lock (_gate)
        {
            SellWhatIsDue();
            return [.. _balances.Values.Select(available => new Balance { Available = available })];
        }
    }

    /// <summary>Sells, unless the key is remembered: then the original is returned. Null if the money does not reach.</summary>
    public (StoredOrder? Order, bool IsRepeat) Sell(string account, OrderSubmission submission, bool isRefused)
    {
        lock (_gate)
        {
            SellWhatIsDue();
            return SellNow(account, submission, isRefused, time.GetUtcNow());
        }
    }

    /// <summary>Sells at a later time, when nobody is looking.</summary>
    public void SellLater(string account, OrderSubmission submission, TimeSpan after)
    {
        lock (_gate)
        {
            _later.Enqueue((account, submission), time.GetUtcNow() + after);
        }
    }

    public IReadOnlyList<StoredOrder> SoldAt(string account)
    {
        lock (_gate)
        {
            SellWhatIsDue();
            return [.. _orders.Where(order => order.Sold.Account == account)];
        }
    }

    public StoredOrder? FindByKey(string account, string providerKey)
    {
        lock (_gate)
        {
            SellWhatIsDue();
            return _byKey.GetValueOrDefault(providerKey)?.Find(order => order.Sold.Account == account);
        }
    }

    public StoredOrder? FindById(string account, string orderId)
    {
        lock (_gate)
        {
            SellWhatIsDue();
            return _byId.GetValueOrDefault(orderId) is { } order && order.Sold.Account == account ? order : null;
        }
    }

    public void SetRedemption(string rewardId, RedemptionState state)
    {
        lock (_gate)
        {
            var end = rewardId.LastIndexOf('-');
            if (end < 0 || !_byId.TryGetValue(rewardId[..end], out var order) || !order.SetRedemption(rewardId, state))
            {
                throw new ArgumentException($"There is no card '{rewardId}'.", nameof(rewardId));
            }
        }
    }

    private void SellWhatIsDue()
    {
        while (_later.TryPeek(out var sale, out var due) && due <= time.GetUtcNow())
        {
            _later.Dequeue();
            SellNow(sale.Account, sale.Submission, isRefused: false, due);
        }
    }

    private (StoredOrder? Order, bool IsRepeat) SellNow(string account, OrderSubmission submission, bool isRefused, DateTimeOffset now)
    {
        if (!_byKey.TryGetValue(submission.ProviderKey, out var sold))
        {
            _byKey[submission.ProviderKey] = sold = [];
        }

        if (sold.FindLast(order => order.Sold.Account == account) is { } original && Remembers(original, now))
        {
            return (original, true);
        }

        if (!TryPay(submission.Request))
        {
            return (null, false);
        }

        var order = new StoredOrder(_seed, _orders.Count + 1, account, submission, now, _completesAfter, isRefused);
        sold.Add(order);
        _orders.Add(order);
        _byId.Add(order.Sold.OrderId, order);
        return (order, false);
    }

    private bool Remembers(StoredOrder original, DateTimeOffset now) =>
        _profile.Repeat switch
        {
            RepeatBehavior.NeverBuysAgain => true,
            RepeatBehavior.NeverWithinLife => now - original.Sold.SoldAt < _profile.KeyLife,
            _ => false,
        };

    private bool TryPay(OrderRequest request)
    {
        foreach (var totals in request.Lines.GroupBy(line => line.FaceValue.Currency, line => line.Total, StringComparer.Ordinal))
        {
            if (_balances.TryGetValue(totals.Key, out var balance) && balance < totals.Aggregate(static (sum, total) => sum + total))
            {
                return false;
            }
        }

        foreach (var line in request.Lines)
        {
            if (_balances.TryGetValue(line.FaceValue.Currency, out var balance))
            {
                _balances[line.FaceValue.Currency] = balance - line.Total;
            }
        }

        return true;
    }
}
