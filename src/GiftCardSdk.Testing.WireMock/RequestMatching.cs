namespace GiftCardSdk.Testing.WireMock;

/// <summary>How like its documented request a request must be to get the documented answer.</summary>
public enum RequestMatching
{
    /// <summary>
    /// Verb, path and the headers of the account. A request that is documented word for word gets its own answer, any other the main answer of its
    /// operation; so an application with orders of its own is answered too.
    /// </summary>
    Operation = 0,

    /// <summary>Verb, path, query, headers and the whole body. Every other request is answered 404 and told by <see cref="GiftCardWireMock.Differences"/>.</summary>
    Exact,
}
