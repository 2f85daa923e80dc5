using System.Text.Json.Nodes;

namespace GiftCardSdk.TestHelpers;

/// <summary>All the ways in which one member of a JSON text may be other than documented.</summary>
public static class JsonMutations
{
    /// <summary>A member that no document names, in every object but those whose member names are data.</summary>
    /// <param name="json">The text.</param>
    /// <param name="keyed">Names of members whose objects are keyed by data, such as currencies.</param>
    public static string WithStrangeMembers(string json, params string[] keyed)
    {
        var root = JsonNode.Parse(json)!;
        foreach (var node in Nodes(root).OfType<JsonObject>().Where(node => !keyed.Any(name => IsOf(node, name))).ToArray())
        {
            node["a_member_of_tomorrow"] = new JsonObject { ["deep"] = new JsonArray(1, "two", null) };
        }

        return root.ToJsonString();
    }

    /// <summary>Each member and element in turn: gone, null, and of each other kind.</summary>
    public static IEnumerable<(string What, string Json)> OfEachPart(string json)
    {
        var paths = Nodes(JsonNode.Parse(json)!).Select(node => node.GetPath()).Where(path => path != "$").ToArray();
        foreach (var path in paths)
        {
            foreach (var (kind, value) in Kinds)
            {
                yield return ($"{path} {kind}", Replace(json, path, value));
            }

            yield return ($"{path} gone", Remove(json, path));
        }
    }

    /// <summary>The member that a change of <see cref="OfEachPart"/> is about, without numbers of rows, such as <c>Vouchers[].Code</c>.</summary>
    /// <param name="what">What was changed.</param>
    public static string MemberOf(string what)
    {
        var path = what[..what.IndexOf(' ', StringComparison.Ordinal)].TrimStart('$', '.');
        return string.Join(
            "[]",
            path.Split('[').Select((part, index) => index == 0 ? part : part[(part.IndexOf(']', StringComparison.Ordinal) + 1)..])
        );
    }

    /// <summary>The text cut off, at forty places.</summary>
    public static IEnumerable<(string What, string Json)> Cut(string json) =>
        Enumerable.Range(0, 40).Select(part => part * (json.TrimEnd().Length - 1) / 40).Select(at => ($"cut at {at}", json[..at]));

    /// <summary>Bodies that are no answer at all.</summary>
    public static IEnumerable<(string What, string Json)> NoAnswers =>
        [
            ("empty", ""),
            ("blank", "  \n"),
            ("null", "null"),
            ("a list", "[]"),
            ("a text", "\"done\""),
            ("a number", "1"),
            ("HTML", "<html><body><h1>Please wait</h1></body></html>"),
            ("two answers", "{}{}"),
            ("an empty object", "{}"),
        ];

    private static IReadOnlyList<(string Kind, string Value)> Kinds =>
        [
            ("null", "null"),
            ("a text", "\"something else\""),
            ("an empty text", "\"\""),
            ("a number", "123456789012345678901234567890"),
            ("a small number", "-1"),
            ("a fraction", "0.5"),
            ("a list", "[null]"),
            ("an object", "{}"),
            ("true", "true"),
            ("a list of objects", "[{}]"),
            ("a time", "\"2031-02-30T25:00:00\""),
        ];

    private static bool IsOf(JsonNode node, string member) => node.GetPath().EndsWith("." + member, StringComparison.Ordinal);

    private static IEnumerable<JsonNode> Nodes(JsonNode node)
    {
        var children =
            node is JsonObject members ? members.Select(member => member.Value)
            : node is JsonArray elements ? elements
            : Enumerable.Empty<JsonNode?>();
        return children.OfType<JsonNode>().SelectMany(Nodes).Prepend(node);
    }

    private static string Replace(string json, string path, string value)
    {
        var root = JsonNode.Parse(json)!;
        var node = Nodes(root).Single(node => node.GetPath() == path);
        if (node.Parent is JsonObject parent)
        {
            parent[node.GetPropertyName()] = JsonNode.Parse(value);
        }
        else
        {
            node.Parent!.AsArray()[node.GetElementIndex()] = JsonNode.Parse(value);
        }

        return root.ToJsonString();
    }

    private static string Remove(string json, string path)
    {
        var root = JsonNode.Parse(json)!;
        var node = Nodes(root).Single(node => node.GetPath() == path);
        if (node.Parent is JsonObject parent)
        {
            parent.Remove(node.GetPropertyName());
        }
        else
        {
            node.Parent!.AsArray().RemoveAt(node.GetElementIndex());
        }

        return root.ToJsonString();
    }
}
