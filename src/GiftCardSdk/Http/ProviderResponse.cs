using System.Net.Http.Headers;

namespace GiftCardSdk.Http;

/// <summary>A successful answer.</summary>
/// <typeparam name="T">The wire type of the body.</typeparam>
/// <param name="Body">The body.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers of the answer.</param>
public sealed record ProviderResponse<T>(T Body, int Status, HttpResponseHeaders Headers)
{
    /// <summary>How long the answer asks to wait, in whichever way it says so; null if it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The first value of a header.</summary>
    /// <param name="name">The name of the header, in any case.</param>
    /// <returns>The value, or null if the answer has no such header.</returns>
    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>The status alone: a body may hold codes.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"ProviderResponse {{ Status = {Status} }}";
}
