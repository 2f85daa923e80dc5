using System.Net.Http.Headers;
using System.Text.Json;

namespace GiftCardSdk.Http;

/// <summary>How one provider says that something went wrong. Stateless; the core builds the exception, adds identity and masks the body.</summary>
/// <remarks>
/// Whatever stands between the provider and us (a gateway, a firewall, a proxy) may answer after the provider has sold. So a call that moves money
/// was refused only if both are true: the body is recognisably the provider's own (<see cref="ProviderFault.IsOwn"/>), and the provider documents
/// that it did nothing where it answers so (<see cref="RefusesWith"/>). Every other failed answer leaves open what became of the call:
/// <see cref="GiftCardOutcome.MayExist"/>. An adapter that says nothing of either refuses nothing, which is the safe side.
/// </remarks>
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

    /// <summary>Reads what a failed answer says, and whether the provider itself says it. Must not throw, whatever the body holds.</summary>
    /// <param name="failure">The answer.</param>
    /// <returns>What it says; members may be null where it says nothing.</returns>
    public abstract ProviderFault Read(ProviderFailure failure);

    /// <summary>
    /// Whether the provider documents that a call which it answers with this status, in its own words, did nothing. By default none: what no
    /// document says is not believed. Statuses outside of 400 to 499, and 408, never count.
    /// </summary>
    /// <remarks>After such a refusal an order may be sent again, and a call that is no mere read is signed with the next credential after a 401.</remarks>
    /// <param name="operation">What was asked.</param>
    /// <param name="status">The HTTP status.</param>
    /// <returns>True if nothing was done.</returns>
    public virtual bool RefusesWith(ProviderOperation operation, int status) => false;

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
)
{
    private static readonly JsonDocumentOptions OneReading = new() { AllowDuplicateProperties = false };

    /// <summary>Whether <see cref="Body"/> is all that was sent: neither cut because it was too long, nor broken off.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Whether the answer calls itself JSON.</summary>
    public bool IsJson =>
        string.Equals(MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
        || MediaType?.EndsWith("+json", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Reads the body as JSON, whatever it calls itself.</summary>
    /// <returns>The root; null if the body is not whole, no JSON, or has something before or after it or a member twice.</returns>
    public JsonElement? ReadJson()
    {
        if (!IsWhole)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(Body.Span.StartsWith("\uFEFF"u8) ? Body[3..] : Body, OneReading);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What a failed answer says.</summary>
/// <param name="Code">The neutral code; null leaves it to the HTTP status.</param>
/// <param name="ProviderCode">The provider's code; null if it gave none.</param>
/// <param name="ProviderMessage">The provider's words, unmasked; the core masks addresses and links. Null if it gave none.</param>
public sealed record ProviderFault(GiftCardErrorCode? Code = null, string? ProviderCode = null, string? ProviderMessage = null)
{
    /// <summary>
    /// Whether the body is recognisably the provider's own error: in a form that the provider documents and that no gateway has, whole, and without
    /// a word that contradicts the HTTP status. False, the default, where that cannot be told.
    /// </summary>
    public bool IsOwn { get; init; }

    /// <summary>What the caller could look at, in a sentence of the adapter's that ends with a full stop; null for none. Nothing of the answer's.</summary>
    public string? Hint { get; init; }

    /// <summary>The provider's id of the request, where it stands in the body; null if it does not.</summary>
    public string? RequestId { get; init; }

    /// <summary>The provider's id of an order that exists already, where the answer names it; null if it does not. Counts only if the body <see cref="IsOwn"/>.</summary>
    public string? OrderId { get; init; }

    /// <summary>The provider's ids of several orders, one of which is meant, where the answer does not say which; empty otherwise. Count only if the body <see cref="IsOwn"/>.</summary>
    public IReadOnlyList<string> OrderCandidates { get; init; } = [];
}
