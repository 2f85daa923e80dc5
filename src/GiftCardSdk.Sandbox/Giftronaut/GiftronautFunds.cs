namespace GiftCardSdk.Sandbox;

/// <summary>A movement of the balance. The amount is never negative; the type says which way it went.</summary>
internal sealed record GiftronautEntry(
    string Type,
    decimal Amount,
    decimal BalanceAfter,
    string? Reference,
    string Description,
    DateTimeOffset At
);

/// <summary>A top-up that was asked for and waits for approval.</summary>
internal sealed record GiftronautFunding(string Number, decimal Amount, DateTimeOffset At);

/// <summary>An account's prepaid balance in US dollars, the only currency Giftronaut funds. Guarded by the twin's lock.</summary>
internal sealed class GiftronautFunds
{
    private readonly List<GiftronautEntry> _entries = [];
    private readonly Dictionary<string, GiftronautFunding> _fundings = new(StringComparer.Ordinal);

    public GiftronautFunds(decimal opening, DateTimeOffset now) => Charge(opening, "Opening balance", now);

    /// <summary>What can be spent.</summary>
    public decimal Available { get; private set; }

    /// <summary>What orders have taken that are not complete yet.</summary>
    public decimal Pending { get; private set; }

    /// <summary>Every movement, oldest first.</summary>
    public IReadOnlyList<GiftronautEntry> Entries => _entries;

    /// <summary>Sets what can be spent, without a trace among the movements.</summary>
    public void Set(decimal amount) => Available = amount;

    public void Charge(decimal amount, string description, DateTimeOffset now, string? reference = null)
    {
        Available += amount;
        Note(GiftronautEntryType.Charge, amount, reference, description, now);
    }

    /// <summary>An order takes its cost; until <see cref="Settle"/> it counts as pending.</summary>
    public void Use(GiftronautOrder order, DateTimeOffset now)
    {
        Available -= order.Charged;
        Pending += order.Charged;
        Note(GiftronautEntryType.Use, order.Charged, order.Id, order.Content.Product.Name, now);
    }

    /// <summary>The order's cost is spent for good.</summary>
    public void Settle(GiftronautOrder order) => Pending -= order.Charged;

    public void Refund(GiftronautOrder order, decimal amount, string description, DateTimeOffset now)
    {
        Available += amount;
        Note(GiftronautEntryType.Refund, amount, order.Id, description, now);
    }

    public void Await(GiftronautFunding funding) => _fundings.Add(funding.Number, funding);

    /// <summary>Takes a top-up out of those that wait; null when there is none with this number.</summary>
    public GiftronautFunding? Take(string fundingNumber) => _fundings.Remove(fundingNumber, out var funding) ? funding : null;

    private void Note(string type, decimal amount, string? reference, string description, DateTimeOffset now) =>
        _entries.Add(new GiftronautEntry(type, amount, Available, reference, description, now));
}
