using System.Text.Json.Nodes;

namespace GiftCardSdk.Testing.WireMock;

/// <summary>The request of a mapping.</summary>
/// <param name="node">As its file has it.</param>
internal sealed class RequestPattern(JsonObject node)
{
    public JsonObject Node => node;

    /// <summary>The verb; null for any.</summary>
    public string? Method => node["Methods"] is JsonArray and [var verb, ..] ? (string?)verb : null;

    public string Path => (string?)node[nameof(Path)] ?? throw new FormatException("'Request.Path' is missing");

    /// <summary>Whether it stands for requests of several operations.</summary>
    public bool IsOfAnyOperation => Method is null || Path.Contains('*', StringComparison.Ordinal);

    /// <summary>The query as it is sent, without its question mark; empty for none.</summary>
    public string Query => string.Join('&', Matchers("Params").Select(each => $"{each.Key}={Uri.EscapeDataString(each.Value.ToString())}"));

    /// <summary>The headers, each with a pattern of its value.</summary>
    public IReadOnlyDictionary<string, ValuePattern> Headers => Matchers("Headers").ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The JSON of the body; null for none.</summary>
    public JsonNode? Json => IsJson ? BodyMatcher!["Pattern"] : null;

    /// <summary>The pattern of a body that is no JSON; null for none.</summary>
    public ValuePattern? Text => IsJson || BodyMatcher is null ? null : new(BodyMatcher);

    private bool IsJson => (string?)BodyMatcher?["Name"] == "JsonMatcher";

    private JsonNode? BodyMatcher => node["Body"]?["Matcher"];

    /// <summary>Reads all that is otherwise read only when a request comes.</summary>
    /// <exception cref="FormatException">A matcher is not complete.</exception>
    public void Check() => _ = (Query, Headers, Text);

    /// <summary>The same request without query and body: any request of this operation.</summary>
    public JsonObject OfTheOperation()
    {
        var request = node.DeepClone().AsObject();
        request.Remove("Params");
        request.Remove("Body");
        return request;
    }

    private IEnumerable<KeyValuePair<string, ValuePattern>> Matchers(string kind) =>
        (node[kind] as JsonArray ?? []).Select(each =>
            (each?["Name"], each?["Matchers"]) is ({ } name, JsonArray and [{ } matcher, ..])
                ? KeyValuePair.Create((string)name!, new ValuePattern(matcher))
                : throw new FormatException($"each of 'Request.{kind}' needs 'Name' and 'Matchers'")
        );
}
