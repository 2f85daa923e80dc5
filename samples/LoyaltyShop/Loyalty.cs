namespace LoyaltyShop;

/// <summary>The customers' points and wishes. Yours are two tables, and each of these methods is one transaction.</summary>
internal sealed class Loyalty(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Wish> _wishes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _points = new(StringComparer.Ordinal) { ["mira"] = 5_000, ["ida"] = 2_000 };

    public IEnumerable<string> Customers => _points.Keys;

    public int PointsOf(string customer)
    {
        lock (_gate)
        {
            return _points[customer];
        }
    }

    /// <summary>A wish of this customer; null if there is none, or it is somebody else's.</summary>
    public Wish? Find(string id, string customer)
    {
        lock (_gate)
        {
            return _wishes.TryGetValue(id, out var wish) && wish.Customer == customer ? wish : null;
        }
    }

    /// <summary>Keeps a wish and takes its points, once: the second press of a button finds the first one's wish.</summary>
    /// <returns>False if the points do not suffice, or somebody else has a wish of this id.</returns>
    public bool TryKeep(Wish wish)
    {
        lock (_gate)
        {
            if (_wishes.TryGetValue(wish.Id, out var known))
            {
                return known.Customer == wish.Customer;
            }

            if (_points[wish.Customer] < wish.Points)
            {
                return false;
            }

            _points[wish.Customer] -= wish.Points;
            _wishes[wish.Id] = wish;
            return true;
        }
    }

    /// <summary>Writes down how it ended. Points come back with a refusal and go with a card, also where one follows the other.</summary>
    public void Settle(string id, WishState state)
    {
        lock (_gate)
        {
            var wish = _wishes[id];
            if (wish.State == state || wish.State == WishState.Bought)
            {
                return;
            }

            _points[wish.Customer] += (state == WishState.Refused ? wish.Points : 0) - (wish.State == WishState.Refused ? wish.Points : 0);
            _wishes[id] = wish with { State = state };
        }
    }

    /// <summary>Whether the card may be shown now: once, to whoever asks first.</summary>
    public bool TryShow(string id)
    {
        lock (_gate)
        {
            var wish = _wishes[id];
            _wishes[id] = wish with { ShownAt = wish.ShownAt ?? clock.GetUtcNow() };
            return wish.ShownAt is null;
        }
    }
}
