using System.Text.Json;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>The first value of a body that does not fit: where it is, and what was expected there.</summary>
internal sealed record Misfit(string Path, string Expected);

/// <summary>What a body must look like, as a table. A body is checked against it before any member is read.</summary>
internal abstract class Shape
{
    public static Shape Text { get; } = new Leaf("a text", value => value.GetValueKind() == JsonValueKind.String);

    /// <summary>A text with something in it.</summary>
    public static Shape Words { get; } = Texts("a text that is not blank", text => !string.IsNullOrWhiteSpace(text));

    public static Shape Whole { get; } = new Leaf("an integer", value => value.TryGetValue<int>(out _));

    public static Shape Long { get; } = new Leaf("an integer", value => value.TryGetValue<long>(out _));

    public static Shape Amount { get; } = new Leaf("a number", value => value.TryGetValue<decimal>(out _));

    public static Shape Flag { get; } = new Leaf("true or false", value => value.TryGetValue<bool>(out _));

    public static Shape Time { get; } = new Leaf("a time", value => value.TryGetValue<DateTimeOffset>(out _));

    public static Shape Anything { get; } = new Free();

    /// <summary>A text that fits; what is expected ends the sentence "it is not …".</summary>
    public static Shape Texts(string expected, Func<string, bool> fits) =>
        new Leaf(expected, value => value.TryGetValue<string>(out var text) && fits(text));

    public static Shape OneOf(params string[] words) => Texts("one of " + string.Join(", ", words), words.Contains);

    /// <summary>
    /// An object of these members and no others. A name that ends in <c>!</c> must be there and not null; others may be missing or null.
    /// </summary>
    public static Shape Object(params (string Name, Shape Shape)[] members) => new Members(isOpen: false, members);

    /// <summary>The same in any case of names, and members that are not named are ignored.</summary>
    public static Shape Open(params (string Name, Shape Shape)[] members) => new Members(isOpen: true, members);

    public static Shape List(Shape item, bool mayHoldNulls = false) => new Items(item, mayHoldNulls);

    /// <summary>The first misfit in a value, or null if it fits. JSON nulls do not come here: the object or list that holds one judges it.</summary>
    public abstract Misfit? Check(JsonNode node, string path);

    /// <summary>Reads a body of this shape; null, and the misfit, if it has another. With <paramref name="anyCase"/> the case of names does not matter.</summary>
    public JsonObject? Read(ReadOnlySpan<byte> body, out Misfit? misfit, bool anyCase = false)
    {
        try
        {
            var node = Json.Parse(body, anyCase);
            misfit = node is null ? new Misfit("$", "not null") : Check(node, "$");
            return misfit is null ? (JsonObject)node! : null;
        }
        catch (JsonException e)
        {
            misfit = new Misfit(e.Path ?? "$", "JSON");
            return null;
        }
    }

    private sealed class Leaf(string expected, Func<JsonValue, bool> fits) : Shape
    {
        public override Misfit? Check(JsonNode node, string path) => node is JsonValue value && fits(value) ? null : new(path, expected);
    }

    private sealed class Free : Shape
    {
        public override Misfit? Check(JsonNode node, string path) => null;
    }

    private sealed class Items(Shape item, bool mayHoldNulls) : Shape
    {
        public override Misfit? Check(JsonNode node, string path) =>
            node is JsonArray array
                ? array.Select((member, index) => CheckItem(member, $"{path}[{index}]")).FirstOrDefault(misfit => misfit is not null)
                : new(path, "a list");

        private Misfit? CheckItem(JsonNode? member, string path) =>
            member is not null ? item.Check(member, path)
            : mayHoldNulls ? null
            : new(path, "not null");
    }

    private sealed class Members(bool isOpen, (string Name, Shape Shape)[] members) : Shape
    {
        private readonly Dictionary<string, Shape> _shapes = members.ToDictionary(
            member => member.Name.TrimEnd('!'),
            member => member.Shape,
            isOpen ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal
        );

        private readonly string[] _needed = [.. members.Where(member => member.Name[^1] == '!').Select(member => member.Name[..^1])];

        public override Misfit? Check(JsonNode node, string path)
        {
            if (node is not JsonObject document)
            {
                return new(path, "an object");
            }

            foreach (var (name, value) in document)
            {
                if (CheckMember(name, value, $"{path}.{name}") is { } misfit)
                {
                    return misfit;
                }
            }

            return System.Array.Find(_needed, name => document[name] is null) is { } missing ? new($"{path}.{missing}", "there") : null;
        }

        private Misfit? CheckMember(string name, JsonNode? value, string path) =>
            _shapes.TryGetValue(name, out var shape) ? (value is null ? null : shape.Check(value, path))
            : isOpen ? null
            : new(path, "no member of this name");
    }
}
