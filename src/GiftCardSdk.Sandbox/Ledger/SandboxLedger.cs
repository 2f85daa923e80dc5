namespace GiftCardSdk.Sandbox;

/// <summary>
/// What a twin really sold, whatever it answered. A test compares it with what the client believes: more than one sale for a client key
/// is a duplicate, a sale the client does not know of is a loss.
/// </summary>
/// <remarks>Thread-safe. Every reading first lets the twin finish what has fallen due, such as a late commit.</remarks>
public sealed class SandboxLedger
{
    private readonly Lock _lock = new();
    private readonly List<SandboxSale> _sales = [];
    private readonly Dictionary<string, List<SandboxSale>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _charged = new(StringComparer.Ordinal);
    private readonly ProviderTwin _twin;
    private int _duplicates;
    private int _cards;

    internal SandboxLedger(ProviderTwin twin) => _twin = twin;

    /// <summary>All sales in the order they were made; a copy.</summary>
    public IReadOnlyList<SandboxSale> Sales => Read(() => _sales.ToArray());

    /// <summary>How many sales there are, without copying them.</summary>
    public int Count => Read(() => _sales.Count);

    /// <summary>How many cards were sold in all.</summary>
    public int Cards => Read(() => _cards);

    /// <summary>How many sales there are beyond the first one with the same client key. Zero is the only good figure.</summary>
    public int Duplicates => Read(() => _duplicates);

    /// <summary>
    /// What the account was charged, by the currency of the balance that paid, in the provider's wire units. An order that still waits for
    /// funds is a sale but no charge yet. Credits for cancelled cards are not taken off.
    /// </summary>
    public IReadOnlyDictionary<string, long> TotalCharged => Read(() => new Dictionary<string, long>(_charged, StringComparer.Ordinal));

    /// <summary>The sales made under one client key: none, one, or, if something went wrong, several.</summary>
    /// <param name="key">The id the client supplied with its order.</param>
    public IReadOnlyList<SandboxSale> SalesFor(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Read(() => _byKey.TryGetValue(key, out var sales) ? sales.ToArray() : []);
    }

    internal void Record(SandboxSale sale)
    {
        sale = sale with { Twin = _twin };
        lock (_lock)
        {
            _sales.Add(sale);
            _cards += sale.Cards;
            if (sale.ClientKey is not { } key)
            {
                return;
            }

            if (_byKey.TryGetValue(key, out var sales))
            {
                _duplicates++;
                sales.Add(sale);
            }
            else
            {
                _byKey.Add(key, [sale]);
            }
        }
    }

    internal void Charge(string currency, long amount)
    {
        lock (_lock)
        {
            _charged[currency] = _charged.GetValueOrDefault(currency) + amount;
        }
    }

    private T Read<T>(Func<T> read)
    {
        // Before the ledger's own lock: settling takes the twin's lock and then writes here.
        _twin.Settle();
        lock (_lock)
        {
            return read();
        }
    }
}
