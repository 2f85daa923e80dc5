using System.Net.Http.Headers;

namespace GiftCardSdk.Http;

/// <summary>How one provider says that something went wrong. Stateless; the core builds the exception, adds identity and masks the body.</summary>
public abstract class ProviderErrors
{
    /// <summary>Whether a status is an answer; by default any 2xx.</summary>
    /// <remarks>
    /// A protocol that answers a question with another status (404 for "none") says so here for that operation; the body is then read as the
    /// wire type, and <see cref="ProviderResponse{T}.Status"/> tells the two apart.
    /// </remarks>
    /// <param name="operation">What was asked.</param>
    /// <param name="status">The HTTP status.</param>
    /// <returns>True if the body is to be read as the documented answer.</returns>
    public virtual bool IsSuccess(ProviderOperation operation, int status) => status is >= 200 and <= 299;

    /// <summary>Reads what a failed answer says. Must not throw, whatever the body holds.</summary>
    /// <param name="failure">The answer.</param>
    /// <returns>What it says; members may be null where it says nothing.</returns>
    public abstract ProviderFault Read(ProviderFailure failure);

    /// <summary>The names of JSON members whose text may stand in an exception; every other text in an error body is masked. Compared without regard to case.</summary>
    public virtual IReadOnlySet<string> ReadableMembers { get; } =
        new HashSet<string>(["code", "name", "message", "status", "error"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The header that carries the provider's id of a request; null if there is none.</summary>
    public virtual string? RequestIdHeader => null;
}

/// <summary>A failed answer.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body as far as it was read; may be empty, cut or no JSON.</param>
/// <param name="MediaType">The media type; null if none was given.</param>
/// <param name="Headers">The headers of the answer.</param>
public sealed record ProviderFailure(
    ProviderOperation Operation,
    int Status,
    ReadOnlyMemory<byte> Body,
    string? MediaType,
    HttpResponseHeaders Headers
);

/// <summary>What a failed answer says.</summary>
/// <param name="Code">The neutral code; null leaves it to the HTTP status.</param>
/// <param name="ProviderCode">The provider's code; null if it gave none.</param>
/// <param name="ProviderMessage">The provider's words, unmasked; the core masks addresses and links. Null if it gave none.</param>
public sealed record ProviderFault(GiftCardErrorCode? Code = null, string? ProviderCode = null, string? ProviderMessage = null)
{
    /// <summary>What may exist in spite of the failure; null leaves it to the HTTP status (4xx: nothing; 408, 3xx, 5xx: may exist).</summary>
    public GiftCardOutcome? Outcome { get; init; }

    /// <summary>What the caller could look at, in a sentence of the adapter's that ends with a full stop; null for none. Nothing of the answer's.</summary>
    public string? Hint { get; init; }

    /// <summary>The provider's id of the request, where it stands in the body; null if it does not.</summary>
    public string? RequestId { get; init; }

    /// <summary>The provider's id of an order that exists already, where the answer names it; null if it does not.</summary>
    public string? OrderId { get; init; }

    /// <summary>The provider's ids of several orders, one of which is meant, where the answer does not say which; empty otherwise.</summary>
    public IReadOnlyList<string> OrderCandidates { get; init; } = [];
}
