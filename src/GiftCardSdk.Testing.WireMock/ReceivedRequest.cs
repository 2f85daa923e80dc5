using WireMock.Logging;

namespace GiftCardSdk.Testing.WireMock;

/// <summary>A request as it arrived at the server.</summary>
internal sealed record ReceivedRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public static ReceivedRequest From(ILogEntry entry)
    {
        var request = entry.RequestMessage!;
        return new(
            request.Method,
            request.Path,
            request.RawQuery?.TrimStart('?') ?? "",
            (request.Headers ?? new Dictionary<string, global::WireMock.Types.WireMockList<string>>(StringComparer.Ordinal)).ToDictionary(
                each => each.Key,
                each => string.Join(',', each.Value),
                StringComparer.OrdinalIgnoreCase
            ),
            request.Body ?? ""
        );
    }
}
