using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GiftCardSdk.Sandbox;

/// <summary>The routes under <c>/_sandbox</c>, and the help page. Not part of any provider, so faults never strike them.</summary>
internal static class ControlPlane
{
    public const string Root = "/_sandbox";

    private static ControlJsonContext Context => ControlJsonContext.Default;

    public static void Map(IEndpointRouteBuilder endpoints, GiftCardSandbox sandbox, CancellationToken stopping)
    {
        MapRoute("GET", "/", _ => SandboxAnswer.Text(StatusCodes.Status200OK, SandboxGuide.Write(sandbox)));
        foreach (var (path, route) in AllRoutes(sandbox))
        {
            MapRoute(route.Method, path, call => Steer(sandbox, path, route, call));
        }

        void MapRoute(string method, string path, Func<SandboxCall, SandboxAnswer> handle) =>
            endpoints.MapMethods(path, [method], http => RunAsync(http, handle, stopping));
    }

    private static SandboxAnswer Steer(GiftCardSandbox sandbox, string path, ControlRoute route, SandboxCall call)
    {
        var answer = route.Handle(call);
        if (route.Method != "GET")
        {
            sandbox.Witness?.Steers(path, route, call);
        }

        return answer;
    }

    /// <summary>Every control route with its full path.</summary>
    public static IEnumerable<(string Path, ControlRoute Route)> AllRoutes(GiftCardSandbox sandbox) =>
        SandboxControl
            .Routes(sandbox)
            .Select(route => ((Root + "/" + route.Path).TrimEnd('/'), route))
            .Concat(
                sandbox.Twins.SelectMany(twin =>
                    TwinControl.Routes(twin).Concat(twin.ControlRoutes).Select(route => ($"{Root}/{twin.Name}/{route.Path}", route))
                )
            );

    public static SandboxAnswer Ok<T>(T body, JsonTypeInfo<T> type) => SandboxAnswer.Json(StatusCodes.Status200OK, body, type);

    public static SandboxAnswer Done(Action action)
    {
        action();
        return Ok(new ControlDone(), Context.ControlDone);
    }

    /// <summary>Amounts by currency.</summary>
    public static SandboxAnswer Amounts(IReadOnlyDictionary<string, long> amounts) => Ok(amounts, Context.IReadOnlyDictionaryStringInt64);

    /// <summary>Amounts in units by currency.</summary>
    public static SandboxAnswer Amounts(IReadOnlyDictionary<string, decimal> amounts) =>
        SandboxAnswer.Json(
            StatusCodes.Status200OK,
            new JsonObject(amounts.Select(amount => KeyValuePair.Create(amount.Key, (JsonNode?)amount.Value)))
        );

    /// <summary>The one amount in units a body states.</summary>
    public static decimal Units(SandboxCall call, string name) =>
        Json.Parse(call.Body).Amount(name) ?? throw new JsonException($"The body is an object with a number '{name}'.");

    /// <summary>The one amount a body states.</summary>
    public static long Amount(SandboxCall call, string name) =>
        Json.Parse(call.Body).Long(name) ?? throw new JsonException($"The body is an object with a whole number '{name}'.");

    public static T Read<T>(SandboxCall call, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(call.Body, type) ?? throw new JsonException("The body is null.");

    private static SandboxAnswer Forbidden =>
        SandboxAnswer.Json(StatusCodes.Status403Forbidden, new ControlError("A web page may not steer the sandbox."), Context.ControlError);

    // No page is served here: what a browser sends for one was meant by a page elsewhere, perhaps under a name that it points to this machine.
    private static bool IsForeign(HttpRequest request) =>
        request.Headers.ContainsKey("Origin") || request.Host.Host is not ("127.0.0.1" or "localhost");

    private static async Task RunAsync(HttpContext http, Func<SandboxCall, SandboxAnswer> handle, CancellationToken stopping)
    {
        var call = await SandboxCall.ReadAsync(http).ConfigureAwait(false);
        var answer = IsForeign(http.Request) ? Forbidden : Answer(call, handle);
        AnswerWriter.WriteHead(http, answer);
        await AnswerWriter.WriteAsync(http, answer, stopping).ConfigureAwait(false);
    }

    private static SandboxAnswer Answer(SandboxCall call, Func<SandboxCall, SandboxAnswer> handle)
    {
        try
        {
            return handle(call);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException or OverflowException)
        {
            return SandboxAnswer.Json(StatusCodes.Status400BadRequest, new ControlError(e.Message), Context.ControlError);
        }
        catch (InvalidOperationException e)
        {
            return SandboxAnswer.Json(StatusCodes.Status409Conflict, new ControlError(e.Message), Context.ControlError);
        }
    }
}
