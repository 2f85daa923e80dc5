namespace GiftCardSdk.Adapters;

/// <summary>What a look-up by the caller's key said.</summary>
public abstract record OrderLookup
{
    private OrderLookup() { }

    /// <summary>The provider has it.</summary>
    /// <param name="Order">The order.</param>
    public sealed record Found(Order Order) : OrderLookup;

    /// <summary>The provider was asked about the whole time since the first send and does not have it, as of now.</summary>
    public sealed record NotFound : OrderLookup;

    /// <summary>Nothing is proved: a page cap, a missing date, a filter that was ignored, an error.</summary>
    /// <param name="Reason">Why, in a few words that are safe to log.</param>
    public sealed record Inconclusive(string Reason) : OrderLookup;
}

/// <summary>What a look-up of several orders said about one of them.</summary>
/// <param name="ProviderKey">The key of its query.</param>
/// <param name="Lookup">What was found.</param>
public sealed record OrderLookupAnswer(string ProviderKey, OrderLookup Lookup);
