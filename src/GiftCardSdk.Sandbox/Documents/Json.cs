using System.Text.Json;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// Reads members of a JSON document by kind: null where the member is missing, null or of another kind. Whether that is allowed is
/// decided by the operation's <see cref="Shape"/>.
/// </summary>
internal static class Json
{
    // Otherwise the last of two members with one name would silently win; no provider documents that.
    private static readonly JsonDocumentOptions Strictly = new() { AllowDuplicateProperties = false };

    /// <summary>The document in a body.</summary>
    /// <exception cref="JsonException">The body is no JSON.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> body, bool anyCase = false) =>
        JsonNode.Parse(body, new JsonNodeOptions { PropertyNameCaseInsensitive = anyCase }, Strictly);

    public static string? Text(this JsonNode? node, string name) => Value<string>(node, name);

    public static int? Whole(this JsonNode? node, string name) => Struct<int>(node, name);

    // A JsonValue made in code gives back only the type that it was made of; a parsed number gives every type that can hold it.
    public static long? Long(this JsonNode? node, string name) => Struct<long>(node, name) ?? Whole(node, name);

    public static decimal? Amount(this JsonNode? node, string name) => Struct<decimal>(node, name) ?? Long(node, name);

    public static bool? Flag(this JsonNode? node, string name) => Struct<bool>(node, name);

    public static DateTimeOffset? Time(this JsonNode? node, string name) => Struct<DateTimeOffset>(node, name);

    public static JsonObject? Part(this JsonNode? node, string name) => Member(node, name) as JsonObject;

    /// <summary>The objects in an array; empty where there is no such array.</summary>
    public static IReadOnlyList<JsonObject> Parts(this JsonNode? node, string name) =>
        Member(node, name) is JsonArray array ? [.. array.OfType<JsonObject>()] : [];

    /// <summary>The texts in an array; empty where there is no such array.</summary>
    public static IReadOnlyList<string> Texts(this JsonNode? node, string name) =>
        Member(node, name) is JsonArray array ? [.. array.OfType<JsonValue>().Select(value => value.ToString())] : [];

    public static bool Has(this JsonNode? node, string name) => Member(node, name) is not null;

    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    /// <summary>A copy that can be put into another document.</summary>
    public static JsonObject Copy(this JsonObject document) => (JsonObject)document.DeepClone();

    /// <summary>A copy without some of its members.</summary>
    public static JsonObject Without(this JsonObject document, params ReadOnlySpan<string> names)
    {
        var copy = document.Copy();
        foreach (var name in names)
        {
            copy.Remove(name);
        }

        return copy;
    }

    /// <summary>A copy of some members in this order; those without a value are left out.</summary>
    public static JsonObject Pick(this JsonObject document, params ReadOnlySpan<string> names)
    {
        var copy = new JsonObject();
        foreach (var name in names)
        {
            copy[name] = document[name]?.DeepClone();
        }

        return copy.WithoutNulls();
    }

    /// <summary>The document itself, with its null members removed, except those named here, which are written as null.</summary>
    public static JsonObject WithoutNulls(this JsonObject document, params ReadOnlySpan<string> written)
    {
        foreach (var name in document.Where(member => member.Value is null).Select(member => member.Key).ToArray())
        {
            if (!written.Contains(name))
            {
                document.Remove(name);
            }
        }

        return document;
    }

    /// <summary>The document itself, with copies of another's members.</summary>
    public static JsonObject With(this JsonObject document, JsonObject other)
    {
        foreach (var (name, value) in other)
        {
            document[name] = value?.DeepClone();
        }

        return document;
    }

    private static JsonNode? Member(JsonNode? node, string name) => (node as JsonObject)?[name];

    private static T? Value<T>(JsonNode? node, string name)
        where T : class => Member(node, name) is JsonValue member && member.TryGetValue<T>(out var value) ? value : null;

    private static T? Struct<T>(JsonNode? node, string name)
        where T : struct => Member(node, name) is JsonValue member && member.TryGetValue<T>(out var value) ? value : null;
}
