namespace GiftCardSdk.Sandbox;

/// <summary>What one organization has in one environment; nothing of it is seen from another. Guarded by the twin's lock.</summary>
internal sealed class GiftronautAccount(string organization, bool isProduction, GiftronautFunds funds)
{
    private readonly List<GiftronautOrder> _orders = [];
    private readonly Dictionary<string, GiftronautOrder> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<GiftronautOrder>> _byKey = new(StringComparer.Ordinal);
    private (DateOnly Day, int Count) _testEmails;

    public string Organization => organization;

    public bool IsProduction => isProduction;

    public GiftronautFunds Funds => funds;

    public GiftronautKeys Keys { get; } = new();

    public required GiftronautTemplates Templates { get; init; }

    public required GiftronautCampaigns Campaigns { get; init; }

    public int OrderCount => _orders.Count;

    public IEnumerable<GiftronautOrder> NewestFirst
    {
        get
        {
            for (var i = _orders.Count - 1; i >= 0; i--)
            {
                yield return _orders[i];
            }
        }
    }

    public GiftronautOrder? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The orders a key made, newest first: more than one only when it outlived its life.</summary>
    public IEnumerable<GiftronautOrder> FindByKey(string key) => _byKey.TryGetValue(key, out var orders) ? Enumerable.Reverse(orders) : [];

    public void Add(GiftronautOrder order)
    {
        _orders.Add(order);
        _byId.Add(order.Id, order);
        if (order.Key is not { } key)
        {
            return;
        }

        if (!_byKey.TryGetValue(key, out var orders))
        {
            _byKey.Add(key, orders = []);
        }

        orders.Add(order);
    }

    /// <summary>Counts a test e-mail; false when the day's are used up.</summary>
    public bool TryTestEmail(DateOnly today, int most, out int remaining)
    {
        var used = _testEmails.Day == today ? _testEmails.Count : 0;
        remaining = Math.Max(0, most - used - 1);
        if (used >= most)
        {
            return false;
        }

        _testEmails = (today, used + 1);
        return true;
    }
}
