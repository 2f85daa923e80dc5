namespace GiftCardSdk.Conformance;

/// <summary>What goes wrong with one call.</summary>
public enum ConformanceFault
{
    /// <summary>The connection is lost before the provider has acted.</summary>
    RequestLost = 0,

    /// <summary>The provider acts, and the connection is lost before its answer.</summary>
    AnswerLost,

    /// <summary>A server error (500); the provider has not acted.</summary>
    ServerError,

    /// <summary>The provider acts and answers with a server error (500).</summary>
    ServerErrorAfterSale,

    /// <summary>The provider acts and answers with a success that cannot be read.</summary>
    UnreadableAnswer,

    /// <summary>The connection is lost, and the provider acts later, after a look-up has found nothing.</summary>
    LateSale,

    /// <summary>Too many calls (429) with <c>Retry-After: 2</c>; the provider has not acted.</summary>
    RateLimited,

    /// <summary>Too many calls (429) with <c>Retry-After: 3600</c>, longer than any call waits; the provider has not acted.</summary>
    RateLimitedForLong,

    /// <summary>The credentials are refused (401); the provider has not acted.</summary>
    Unauthorized,

    /// <summary>A page of something in between, in HTML and with the status 404; the provider was never asked. For reads only.</summary>
    ProxyPage,
}
