using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace GiftCardSdk.TestHelpers;

/// <summary>An answer as a documented one may never be: cut, doubled, retyped, emptied, blown up, nested, garbled, or of another content type.</summary>
public sealed class BodyMutator(int seed)
{
    private const int Deep = 600;
    private const int Long = 20_000;

    private static readonly string?[] MediaTypes = [null, "text/html", "application/xml", "application/json; charset=utf-16", "image/png"];

    private static readonly string[] Numbers =
    [
        "0",
        "-1",
        "1e400",
        "-1e-400",
        "79228162514264337593543950336",
        "9223372036854775808",
        "0.00000000000000000000000000001",
        "12.345678901234567890",
        "2147483648",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A changed body, and the media type it comes with.</summary>
    public (byte[] Body, string? MediaType) Mutate(string json)
    {
        var mediaType = _random.Next(12) == 0 ? MediaTypes[_random.Next(MediaTypes.Length)] : "application/json";
        // Some stay as they are: what is documented must still be read among all that is not.
        var text = _random.Next(20) == 0 ? json : Changed(json);
        return (Garbled(Encoding.UTF8.GetBytes(text)), mediaType);
    }

    private string Changed(string json) =>
        _random.Next(8) switch
        {
            0 => json[.._random.Next(json.Length)],
            1 => json + json,
            2 => json.Insert(_random.Next(json.Length), Noise()),
            _ => InTheTree(json),
        };

    private string Noise() =>
        _random.Next(4) switch
        {
            0 => "\0",
            1 => "{",
            2 => "\"",
            _ => "\uFEFF",
        };

    private byte[] Garbled(byte[] body)
    {
        for (var flips = _random.Next(10) == 0 ? _random.Next(1, 4) : 0; flips > 0 && body.Length > 0; flips--)
        {
            body[_random.Next(body.Length)] = (byte)_random.Next(256);
        }

        return body;
    }

    private string InTheTree(string json)
    {
        var root = new JsonObject { ["root"] = JsonNode.Parse(json) };
        for (var changes = _random.Next(1, 4); changes > 0; changes--)
        {
            var nodes = Parts(root).ToList();
            ChangeOne(nodes[_random.Next(nodes.Count)]);
        }

        return root["root"]?.ToJsonString() ?? "null";
    }

    private void ChangeOne((JsonNode Parent, string? Name, int Index) part)
    {
        var value = ValueOf(part);
        switch (_random.Next(8))
        {
            case 0 when part.Name is not null && part.Name != "root":
                part.Parent.AsObject().Remove(part.Name);
                break;
            case 1 when part.Name is null:
                part.Parent.AsArray().Add(value?.DeepClone());
                break;
            case 2:
                Put(part, Nested(value?.DeepClone()));
                break;
            case 3:
                Put(part, JsonNode.Parse(Numbers[_random.Next(Numbers.Length)]));
                break;
            case 4:
                Put(part, JsonValue.Create(new string((char)_random.Next(0x20, 0x2FF), _random.Next(2) == 0 ? Long : 3)));
                break;
            default:
                Put(part, Retyped(value));
                break;
        }
    }

    private JsonNode? Retyped(JsonNode? value) =>
        _random.Next(7) switch
        {
            0 => null,
            1 => JsonValue.Create(_random.Next(2) == 0),
            2 => new JsonObject(),
            3 => new JsonArray(),
            4 => new JsonArray(value?.DeepClone(), null),
            5 => JsonValue.Create(value?.ToString() ?? ""),
            _ => JsonValue.Create(_random.Next(-1000, 1000).ToString(CultureInfo.InvariantCulture)),
        };

    private JsonNode Nested(JsonNode? value)
    {
        var isList = _random.Next(2) == 0;
        // Few are truly deep: they cost the most to write.
        for (var depth = _random.Next(10) == 0 ? Deep : 3; depth > 0; depth--)
        {
            value = isList ? new JsonArray(value) : new JsonObject { ["in"] = value };
        }

        return value!;
    }

    private static JsonNode? ValueOf((JsonNode Parent, string? Name, int Index) part) =>
        part.Name is { } name ? part.Parent[name] : part.Parent[part.Index];

    private static void Put((JsonNode Parent, string? Name, int Index) part, JsonNode? value)
    {
        if (part.Name is { } name)
        {
            part.Parent[name] = value;
        }
        else
        {
            part.Parent[part.Index] = value;
        }
    }

    private static IEnumerable<(JsonNode Parent, string? Name, int Index)> Parts(JsonNode node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member => Below(member.Value).Prepend((node, member.Key, 0))),
            JsonArray elements => elements.SelectMany((element, index) => Below(element).Prepend((node, null, index))),
            _ => [],
        };

    private static IEnumerable<(JsonNode Parent, string? Name, int Index)> Below(JsonNode? node) => node is null ? [] : Parts(node);
}
