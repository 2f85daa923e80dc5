using System.Text.Json.Serialization;

namespace GiftCardSdk.Ordering.Limits;

/// <summary>
/// What was spent in one currency within the last day, as it is written down: the newest orders one by one, so that each counts once and can be let
/// go, older ones as sums of five minutes, which count until their last moment is over.
/// </summary>
internal sealed class SpendingBook
{
    /// <summary>The longest that anything counts.</summary>
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The orders that stand one by one. A hundred bytes each: the record is written anew for every order.</summary>
    private const int MostEntries = 256;
    private const int FoldedAtOnce = 64;
    private const long SlotMilliseconds = 5 * 60 * 1000;

    /// <summary>The latest time that any writer has seen, in milliseconds of Unix time: a clock that goes back frees nothing.</summary>
    [JsonPropertyName("latest")]
    public long Latest { get; set; }

    /// <summary>The newest orders, oldest first.</summary>
    [JsonPropertyName("orders")]
    public List<SpendingEntry> Orders { get; set; } = [];

    /// <summary>What older orders came to.</summary>
    [JsonPropertyName("older")]
    public List<SpendingSlot> Older { get; set; } = [];

    /// <summary>Lets the time go on, never back, and drops what counts no more.</summary>
    public void Advance(DateTimeOffset now)
    {
        Latest = Math.Max(Latest, now.ToUnixTimeMilliseconds());
        Orders.RemoveAll(order => !Counts(order.At, Day));
        Older.RemoveAll(slot => !Counts(slot.Until, Day));
    }

    /// <summary>Counts an order, unless that would pass a limit. An order that stands there already is not counted twice.</summary>
    /// <param name="wanted">The order.</param>
    /// <param name="limits">The windows, and how much each holds.</param>
    /// <returns>Whether it counts now, and whether it was this call that has changed something.</returns>
    public SpendingAnswer Reserve(SpendingClaim wanted, IReadOnlyList<SpendingWindow> limits)
    {
        var known = Orders.Find(order => order.Id == wanted.Id);
        if (known is not null && known.Attempt > wanted.Attempt)
        {
            // Somebody else has come further with this order; this call will see that.
            return SpendingAnswer.Unchanged;
        }

        // An attempt that a later one follows bought nothing for certain. Of two contents under one reference only one is sent: the larger one counts.
        var isSame = known is not null && known.Attempt == wanted.Attempt;
        var amount = isSame ? Math.Max(known!.Amount, wanted.Amount) : wanted.Amount;
        if (!isSame || amount > known!.Amount)
        {
            foreach (var limit in limits)
            {
                if (Shortfall(limit, amount, known) is { } refusal)
                {
                    return refusal;
                }
            }
        }

        return isSame ? Join(known!, amount, wanted.Claim) : Add(wanted, known);
    }

    /// <summary>Counts an order whatever the limits: it was bought.</summary>
    public bool Count(SpendingClaim bought)
    {
        if (Orders.Exists(order => order.Id == bought.Id && order.Attempt >= bought.Attempt))
        {
            return false;
        }

        _ = Add(bought, Orders.Find(order => order.Id == bought.Id));
        return true;
    }

    /// <summary>Takes back what one call has claimed, which was then refused elsewhere; another call of the same order keeps it.</summary>
    /// <returns>Whether anything has changed.</returns>
    public bool Unclaim(SpendingClaim claimed)
    {
        var known = Orders.Find(order => order.Id == claimed.Id && order.Attempt == claimed.Attempt);
        if (known?.Claims.Remove(claimed.Claim) != true)
        {
            return false;
        }

        if (known.Claims.Count == 0)
        {
            Orders.Remove(known);
        }

        return true;
    }

    /// <summary>Lets an order go of which it is certain that these attempts bought nothing.</summary>
    /// <returns>Whether anything has changed.</returns>
    public bool Release(string id, int attempt) => Orders.RemoveAll(order => order.Id == id && order.Attempt <= attempt) > 0;

    private static SpendingAnswer Join(SpendingEntry known, decimal amount, string claim)
    {
        var isNew = !known.Claims.Contains(claim, StringComparer.Ordinal);
        if (!isNew && amount == known.Amount)
        {
            return SpendingAnswer.Unchanged;
        }

        known.Amount = amount;
        if (isNew)
        {
            known.Claims.Add(claim);
        }

        return new(IsChanged: true, HasClaimed: isNew);
    }

    private SpendingAnswer Add(SpendingClaim wanted, SpendingEntry? before)
    {
        if (before is not null)
        {
            Orders.Remove(before);
        }

        Orders.Add(
            new()
            {
                Id = wanted.Id,
                Attempt = wanted.Attempt,
                At = Latest,
                Amount = wanted.Amount,
                Claims = [wanted.Claim],
            }
        );
        if (Orders.Count > MostEntries)
        {
            Fold();
        }

        return new(IsChanged: true, HasClaimed: true);
    }

    private void Fold()
    {
        foreach (var slot in Orders.Take(FoldedAtOnce).GroupBy(order => ((order.At / SlotMilliseconds) + 1) * SlotMilliseconds))
        {
            var sum = slot.Sum(order => order.Amount);
            var known = Older.Find(older => older.Until == slot.Key);
            if (known is null)
            {
                Older.Add(new() { Until = slot.Key, Amount = sum });
            }
            else
            {
                known.Amount += sum;
            }
        }

        Orders.RemoveRange(0, FoldedAtOnce);
    }

    /// <summary>Why an amount does not fit into a window any more, and when it will; null if it fits.</summary>
    private SpendingAnswer? Shortfall(SpendingWindow limit, decimal amount, SpendingEntry? besides)
    {
        var counted = Orders
            .Where(order => order != besides)
            .Select(order => (order.At, order.Amount))
            .Concat(Older.Select(slot => (At: slot.Until, slot.Amount)))
            .Where(spent => Counts(spent.At, limit.Length))
            .OrderBy(spent => spent.At)
            .ToArray();
        var spent = counted.Sum(one => one.Amount);
        if (spent + amount <= limit.Most)
        {
            return null;
        }

        var (tooMuch, free) = (spent + amount - limit.Most, 0m);
        foreach (var one in counted)
        {
            free += one.Amount;
            if (free >= tooMuch)
            {
                var wait = one.At + (long)limit.Length.TotalMilliseconds - Latest;
                return new(limit, spent, TimeSpan.FromMilliseconds(Math.Max(1, wait)));
            }
        }

        return new(limit, spent, null);
    }

    private bool Counts(long at, TimeSpan window) => at + (long)window.TotalMilliseconds > Latest;
}

/// <summary>One order that counts.</summary>
internal sealed class SpendingEntry
{
    /// <summary>The order by its reference.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The send that it was first counted for.</summary>
    [JsonPropertyName("n")]
    public required int Attempt { get; init; }

    /// <summary>When it was counted, in milliseconds of Unix time.</summary>
    [JsonPropertyName("at")]
    public required long At { get; init; }

    /// <summary>How much it counts.</summary>
    [JsonPropertyName("amount")]
    public required decimal Amount { get; set; }

    /// <summary>The processes that rely on it.</summary>
    [JsonPropertyName("by")]
    public required List<string> Claims { get; init; }
}

/// <summary>What the orders of five minutes came to.</summary>
internal sealed class SpendingSlot
{
    /// <summary>The end of the five minutes, in milliseconds of Unix time.</summary>
    [JsonPropertyName("until")]
    public required long Until { get; init; }

    /// <summary>How much they count.</summary>
    [JsonPropertyName("amount")]
    public required decimal Amount { get; set; }
}
