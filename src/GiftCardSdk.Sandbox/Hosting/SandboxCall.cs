using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// One request, read whole and detached from its connection, so that a late commit can still act on it when the connection is long gone.
/// </summary>
internal sealed class SandboxCall
{
    private readonly Dictionary<string, string> _route = new(StringComparer.OrdinalIgnoreCase);

    private SandboxCall(HttpContext http, byte[] body)
    {
        Method = http.Request.Method;
        PathAndQuery = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        Query = http.Request.Query;
        Headers = http.Request.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        Body = body;
        foreach (var (name, value) in http.Request.RouteValues)
        {
            _route[name] = value as string ?? "";
        }
    }

    /// <summary>A call of before, from what is known of it.</summary>
    public SandboxCall(
        string method,
        string pathAndQuery,
        IReadOnlyDictionary<string, string> headers,
        byte[] body,
        IReadOnlyDictionary<string, string> routeValues
    )
    {
        (Method, PathAndQuery, Body) = (method, pathAndQuery, body);
        Headers = new Dictionary<string, string>(headers, StringComparer.OrdinalIgnoreCase);
        Query = new QueryCollection(QueryHelpers.ParseQuery(pathAndQuery.Split('?', 2) is [_, var query] ? query : ""));
        foreach (var (name, value) in routeValues)
        {
            _route[name] = value;
        }
    }

    public string Method { get; }

    public string PathAndQuery { get; }

    public IQueryCollection Query { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public byte[] Body { get; }

    public string BodyText => Encoding.UTF8.GetString(Body);

    /// <summary>The instant at which the twin acts on the call: its arrival, or the due time of a late commit.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>Why the call was not let in when it arrived; null when it was.</summary>
    public SandboxAnswer? Refusal { get; set; }

    /// <summary>Set by <see cref="FaultKind.ProductGone"/>.</summary>
    public bool ProductGone { get; set; }

    /// <summary>Set by <see cref="FaultKind.BalanceEmpty"/>.</summary>
    public bool BalanceEmpty { get; set; }

    public static async Task<SandboxCall> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted).ConfigureAwait(false);
        return new SandboxCall(http, body.ToArray());
    }

    public IReadOnlyDictionary<string, string> RouteValues => _route;

    public string Route(string name) => _route.GetValueOrDefault(name, "");

    /// <summary>The query parameter, or null when it is absent or empty.</summary>
    public string? QueryValue(string name) =>
        Query.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } text ? text : null;

    /// <summary>The body says that it is JSON.</summary>
    public bool HasJson => Header("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true;

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>A string member at the top level of a JSON body, or null when there is no such thing, however broken the body is.</summary>
    public string? BodyMember(string name)
    {
        var reader = new Utf8JsonReader(Body);
        try
        {
            while (reader.Read())
            {
                if (reader is not { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 })
                {
                    continue;
                }

                var found = reader.ValueTextEquals(name);
                if (reader.Read() && found)
                {
                    return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return null;
    }
}
