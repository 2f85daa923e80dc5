using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Testing.WireMock;

/// <summary>A mapping as in the files of this package. Its <c>Priority</c> is 1 for the main answer of an operation, 2 for other answers from the start, 3 for answers that must be chosen.</summary>
internal sealed class MappingFile
{
    private const int Front = -1;
    private const int FrontOfAnyOperation = 0;
    private const int WordForWord = 1;
    private const int Fallback = 2;

    private readonly JsonObject _mapping;
    private readonly int _priority;

    /// <exception cref="FormatException">It is not such a mapping.</exception>
    public MappingFile(string provider, string name, string text)
    {
        _mapping = JsonNode.Parse(text) as JsonObject ?? throw new FormatException("an object is expected");
        _priority = (int)Part(_mapping, "Priority") is var priority and >= 1 and <= 3
            ? priority
            : throw new FormatException("'Priority' must be 1, 2 or 3");
        Request = new(Part(_mapping, nameof(Request)).AsObject());
        Request.Check();
        var answer = Part(_mapping, "Response").AsObject();
        Example = new()
        {
            Provider = provider,
            Name = name,
            Title = (string)Part(_mapping, "Title")!,
            Source = (string)Part(_mapping, "Description")!,
            Method = Request.Method,
            Path = Request.Path,
            RequestBody = Request.Json?.ToJsonString(),
            Status = (int)Part(answer, "StatusCode"),
            // As the file has it: a server that wrote the JSON anew would make 75.0 of 75.00.
            Body = answer["BodyAsJson"]?.ToJsonString() ?? (string?)answer["Body"] ?? "",
            IsAnsweredFromTheStart = _priority < 3,
        };
    }

    public DocumentedExample Example { get; }

    public RequestPattern Request { get; }

    /// <summary>The mappings that a server gets at its start.</summary>
    public IEnumerable<(Guid Id, string Json)> AtStart(RequestMatching matching)
    {
        if (Example.IsAnsweredFromTheStart)
        {
            yield return Mapping("exact", WordForWord, Request.Node);
        }

        if (matching == RequestMatching.Operation && _priority == 1)
        {
            yield return Mapping("operation", Fallback, Request.OfTheOperation());
        }
    }

    /// <summary>The mapping that answers with this example before all others.</summary>
    public (Guid Id, string Json) InFront(RequestMatching matching) =>
        Mapping(
            "front",
            Request.IsOfAnyOperation ? FrontOfAnyOperation : Front,
            matching == RequestMatching.Exact ? Request.Node : Request.OfTheOperation()
        );

    private static JsonNode Part(JsonObject mapping, string name) => mapping[name] ?? throw new FormatException($"'{name}' is missing");

    private (Guid Id, string Json) Mapping(string role, int priority, JsonObject request)
    {
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{Example.Provider}/{Example.Name}/{role}")).AsSpan(0, 16));
        var answer = _mapping["Response"]!.DeepClone().AsObject();
        answer.Remove("BodyAsJson");
        answer["Body"] = Example.Body;
        var mapping = new JsonObject
        {
            ["Guid"] = id.ToString("D", CultureInfo.InvariantCulture),
            ["Title"] = $"{Example.Provider}: {Example.Title}",
            ["Description"] = Example.Source,
            ["Priority"] = priority,
            [nameof(Request)] = request.DeepClone(),
            ["Response"] = answer,
        };
        return (id, mapping.ToJsonString());
    }
}
