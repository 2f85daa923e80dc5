using System.Text.Json;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Testing.WireMock;

/// <summary>Says in words how a request differs from the documented one.</summary>
internal static class RequestDifferences
{
    /// <summary>The differences from the example that answered; if none did, from the example that is most like the request.</summary>
    public static IEnumerable<string> Of(
        ReceivedRequest request,
        MappingFile? answered,
        IReadOnlyList<MappingFile> files,
        RequestMatching matching
    )
    {
        if (answered is not null)
        {
            return answered.Request.IsOfAnyOperation || matching == RequestMatching.Operation ? [] : Compare(request, answered);
        }

        var nearest = files
            .Where(file => file.Request.Method == request.Method && file.Request.Path == request.Path)
            .Select(file => Compare(request, file))
            .MinBy(differences => differences.Count);
        return nearest switch
        {
            null => [$"{request.Method} {request.Path}: nothing is documented there."],
            [] => [$"{request.Method} {request.Path} is documented, and was not answered: its mapping is at fault."],
            _ => nearest,
        };
    }

    private static List<string> Compare(ReceivedRequest request, MappingFile file)
    {
        var expected = file.Request;
        return
        [
            .. new[] { Query(expected.Query, request.Query), Headers(expected.Headers, request.Headers), Body(expected, request) }
                .SelectMany(each => each)
                .Select(difference => $"{request.Method} {request.Path} is not '{file.Example.Name}': {difference}"),
        ];
    }

    private static IEnumerable<string> Body(RequestPattern expected, ReceivedRequest request) =>
        (expected.Json, expected.Text) switch
        {
            ({ } json, _) => Parsed(request.Body) is { } came
                ? JsonDifferences.Between("$", json, came)
                : [$"a JSON body is documented, '{request.Body}' came."],
            (_, { } text) => text.Matches(request.Body) ? [] : [$"the body '{text}' is documented, '{request.Body}' came."],
            _ => NoBody(request),
        };

    private static IEnumerable<string> NoBody(ReceivedRequest request) =>
        (request.Body, request.Headers.GetValueOrDefault("Content-Type")) switch
        {
            ({ Length: > 0 } body, _) => [$"no body is documented, '{body}' came."],
            (_, { } type) => [$"no body is documented, and yet a Content-Type came: '{type}'."],
            _ => [],
        };

    private static IEnumerable<string> Query(string expected, string came) =>
        expected == came ? [] : [$"the query '{expected}' is documented, '{came}' came."];

    private static IEnumerable<string> Headers(
        IReadOnlyDictionary<string, ValuePattern> expected,
        IReadOnlyDictionary<string, string> came
    ) =>
        expected
            .Where(header =>
                came.TryGetValue(header.Key, out var value) ? header.Value.IsAbsent || !header.Value.Matches(value) : !header.Value.IsAbsent
            )
            .Select(header =>
                $"header {header.Key}: {(header.Value.IsAbsent ? "none" : $"'{header.Value}'")} is documented, '{came.GetValueOrDefault(header.Key)}' came."
            );

    private static JsonNode? Parsed(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
