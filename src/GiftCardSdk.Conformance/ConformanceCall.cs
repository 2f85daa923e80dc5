namespace GiftCardSdk.Conformance;

/// <summary>What an HTTP call does at the provider.</summary>
public enum ConformanceCall
{
    /// <summary>It reads, or changes something without buying.</summary>
    Read = 0,

    /// <summary>It buys.</summary>
    Create,

    /// <summary>It fetches a token. The kit leaves it alone.</summary>
    Token,
}
