using System.Collections.Concurrent;
using GiftCardSdk.Adapters;

namespace GiftCardSdk.Testing;

/// <summary>
/// A gift card provider without a network: it sells, remembers keys as its profile says, completes orders on a clock, and keeps a ledger of what
/// was really sold, whatever its callers were told. Sends and look-ups end as scripted. Safe for use by many callers at once.
/// </summary>
public sealed class InMemoryGiftCardProvider
{
    private readonly ConcurrentQueue<ScriptedEnd> _nextOrders = new();
    private readonly ConcurrentQueue<ScriptedLookup> _nextLookups = new();
    private readonly InMemoryStore _store;
    private volatile Func<OrderSubmission, ScriptedEnd>? _orderScript;
    private volatile Func<OrderLookupQuery, ScriptedLookup>? _lookupScript;

    /// <summary>Makes a provider.</summary>
    /// <param name="options">What kind of provider; null for the usual kind. Read once.</param>
    /// <param name="timeProvider">The clock it lives on; null for the system's.</param>
    public InMemoryGiftCardProvider(InMemoryProviderOptions? options = null, TimeProvider? timeProvider = null)
    {
        options ??= new();
        Time = timeProvider ?? TimeProvider.System;
        Provider = options.Provider;
        Products = options.Products is { Count: > 0 } products ? [.. products] : InMemoryCatalog.Products(options.Provider);
        RepeatRefusal = options.RepeatRefusal;
        Capabilities = new()
        {
            Features = InMemoryCatalog.Features,
            Shapes = options.Shapes is { Count: > 0 } shapes ? [.. shapes] : InMemoryCatalog.Shapes(options.Idempotency),
        };
        Idempotency = options.Idempotency;
        _store = new(options, Time);
    }

    /// <summary>The provider's name.</summary>
    public string Provider { get; }

    /// <summary>What its accounts can do.</summary>
    public Capabilities Capabilities { get; }

    /// <summary>Everything that was really sold until now, oldest first.</summary>
    public IReadOnlyList<SoldOrder> Ledger => _store.Ledger();

    /// <summary>How many orders have reached the provider, sold or not.</summary>
    public int Arrivals => _store.Arrivals;

    /// <summary>How many look-ups by key have reached the provider.</summary>
    public int Lookups => _store.Lookups;

    internal TimeProvider Time { get; }

    internal IReadOnlyList<Product> Products { get; }

    internal IdempotencyProfile Idempotency { get; }

    internal GiftCardErrorCode? RepeatRefusal { get; }

    internal InMemoryStore Store => _store;

    /// <summary>What was really sold under a reference; more than one is what must never happen.</summary>
    /// <param name="reference">The caller's reference.</param>
    /// <returns>The orders, oldest first; those of all accounts.</returns>
    public IReadOnlyList<SoldOrder> SoldUnder(OrderReference reference) => _store.SoldUnder(reference.ProviderKey);

    /// <summary>Says how the next sends end, one each, before any script.</summary>
    /// <param name="ends">The ends, in order.</param>
    public void NextOrders(params IEnumerable<ScriptedEnd> ends)
    {
        ArgumentNullException.ThrowIfNull(ends);
        foreach (var end in ends)
        {
            _nextOrders.Enqueue(end);
        }
    }

    /// <summary>Says how the next look-ups end, one each, before any script.</summary>
    /// <param name="ends">The ends, in order.</param>
    public void NextLookups(params IEnumerable<ScriptedLookup> ends)
    {
        ArgumentNullException.ThrowIfNull(ends);
        foreach (var end in ends)
        {
            _nextLookups.Enqueue(end);
        }
    }

    /// <summary>Says how every send ends from now on.</summary>
    /// <param name="script">Called once a send, by many callers at once; null to accept all.</param>
    public void ScriptOrders(Func<OrderSubmission, ScriptedEnd>? script) => _orderScript = script;

    /// <summary>Says how every look-up ends from now on.</summary>
    /// <param name="script">Called once a look-up, by many callers at once; null to tell the truth.</param>
    public void ScriptLookups(Func<OrderLookupQuery, ScriptedLookup>? script) => _lookupScript = script;

    /// <summary>Sets what can be spent in a currency. Without it, money in that currency has no end.</summary>
    /// <param name="available">The amount; zero or more.</param>
    public void SetBalance(Money available)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(available.Amount, nameof(available));
        _store.SetBalance(available);
    }

    /// <summary>Claims a card, as its recipient would.</summary>
    /// <param name="rewardId">The card (<see cref="Reward.Id"/>).</param>
    /// <exception cref="ArgumentException">There is no such card.</exception>
    public void Redeem(string rewardId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(rewardId);
        _store.SetRedemption(rewardId, RedemptionState.Redeemed);
    }

    /// <summary>Makes the adapter of one account.</summary>
    /// <param name="accountName">The name of the account.</param>
    /// <returns>The adapter.</returns>
    public GiftCardAdapter CreateAdapter(string accountName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accountName);
        return new InMemoryAdapter(this, accountName);
    }

    internal ScriptedEnd EndOf(OrderSubmission submission) =>
        _nextOrders.TryDequeue(out var end) ? end : _orderScript?.Invoke(submission) ?? ScriptedEnd.Accepted;

    internal ScriptedLookup EndOf(OrderLookupQuery query) =>
        _nextLookups.TryDequeue(out var end) ? end : _lookupScript?.Invoke(query) ?? ScriptedLookup.Truth;
}
