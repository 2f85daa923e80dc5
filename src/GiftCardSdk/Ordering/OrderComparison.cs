namespace GiftCardSdk.Ordering;

/// <summary>
/// Whether an order that a provider shows is the one that was ordered: another system of the account may have used its key, and a person may have
/// named a wrong id. The one place where that is decided, for look-ups, replays, conflicts and reads alike.
/// </summary>
internal static class OrderComparison
{
    /// <summary>Nothing contradicts, and enough is shown.</summary>
    public static Likeness Same => new(IsSame: true, null);

    /// <summary>Compares products, face values and the number of cards, as far as they are shown.</summary>
    /// <param name="ordered">What was ordered; empty where nobody knows any more.</param>
    /// <param name="delivery">How it was to be delivered: the provider may refuse a recipient, so that fewer cards come of it.</param>
    /// <param name="shown">The order as the provider shows it.</param>
    public static Likeness Compare(IReadOnlyList<OrderLine> ordered, Delivery? delivery, Order shown)
    {
        if (ordered.Count == 0)
        {
            return new(IsSame: false, null);
        }

        var wanted = Count(ordered);
        return shown.Lines.Count > 0 ? CompareLines(wanted, shown, mayLack: delivery != Delivery.Returned) : CompareCards(wanted, shown);
    }

    private static Likeness CompareLines(Dictionary<(string, Money), long> wanted, Order shown, bool mayLack)
    {
        var seen = Count(shown.Lines);
        foreach (var (cards, count) in seen)
        {
            if (!wanted.TryGetValue(cards, out var most))
            {
                return Other(IsProduct(wanted, cards.Item1) ? "other face values" : "other products");
            }

            if (count > most || (count < most && !mayLack))
            {
                return Other("another number of cards");
            }
        }

        return seen.Count < wanted.Count && !mayLack ? Other("another number of cards")
            : shown.Rewards.Count > wanted.Values.Sum() ? Other("another number of cards")
            : Same;
    }

    /// <summary>Cards appear one by one while an order is worked at, so that only a completed one can have too few.</summary>
    private static Likeness CompareCards(Dictionary<(string Product, Money Value), long> wanted, Order shown)
    {
        var total = wanted.Values.Sum();
        if (shown.Rewards.Count == 0)
        {
            return new(IsSame: false, null);
        }

        if (shown.Rewards.Count > total || (shown.Rewards.Count < total && IsWhole(shown)))
        {
            return Other("another number of cards");
        }

        var values = wanted.GroupBy(cards => cards.Key.Value).ToDictionary(group => group.Key, group => group.Sum(cards => cards.Value));
        var isOther = shown
            .Rewards.Where(reward => reward.FaceValue is not null)
            .GroupBy(reward => reward.FaceValue!.Value)
            .Any(group => group.Count() > values.GetValueOrDefault(group.Key));
        return isOther ? Other("other face values") : Same;
    }

    private static bool IsWhole(Order shown) => shown.Status == OrderStatus.Completed && shown.Delivery is null or Delivery.Returned;

    private static Likeness Other(string difference) => new(IsSame: false, difference);

    private static bool IsProduct(Dictionary<(string Product, Money), long> wanted, string product) =>
        wanted.Keys.Any(cards => cards.Product == product);

    /// <summary>Line by line is too strict: nothing says that a provider keeps lines in their order, or apart.</summary>
    private static Dictionary<(string, Money), long> Count(IEnumerable<OrderLine> lines)
    {
        var counts = new Dictionary<(string, Money), long>();
        foreach (var line in lines)
        {
            var cards = (line.ProductId.ToUpperInvariant(), line.FaceValue);
            counts[cards] = counts.GetValueOrDefault(cards) + line.Quantity;
        }

        return counts;
    }
}

/// <summary>What a comparison said.</summary>
/// <param name="IsSame">Whether nothing contradicts and enough is shown.</param>
/// <param name="Difference">What it has that was not asked for, such as "other face values"; null if nothing does, or too little is shown to tell.</param>
internal readonly record struct Likeness(bool IsSame, string? Difference)
{
    /// <summary>Whether it is certainly another order.</summary>
    public bool IsOther => Difference is not null;
}
