namespace GiftCardSdk.Testing.WireMock;

/// <summary>How far a request must be like the documented one to get the documented answer.</summary>
public enum RequestMatching
{
    /// <summary>
    /// Verb, path and headers, such as the credentials. A request that is documented word for word gets its own answer; any other gets the main answer of
    /// its operation. The answer is always the documented one: the SDK believes it of an order
    /// only where reference and content are those of the documented order.
    /// </summary>
    Operation = 0,

    /// <summary>Verb, path, query, headers and the whole body. Every other request is answered with 404, and <see cref="GiftCardWireMock.Differences"/> says how it differs.</summary>
    Exact,
}
