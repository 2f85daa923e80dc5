using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GiftCardSdk.Sandbox;

/// <summary>The way of every request to a twin: read, recorded, perhaps struck by a fault, acted upon, answered.</summary>
internal static class TwinPipeline
{
    public static void Map(IEndpointRouteBuilder endpoints, ProviderTwin twin, CancellationToken stopping)
    {
        foreach (var route in twin.Routes)
        {
            endpoints.MapMethods(route.Pattern, [route.Method], http => RunAsync(http, twin, route, stopping));
        }

        var unknown = new TwinRoute(ProviderTwin.UnknownOperation, "*", "", twin.NoSuchRoute, static _ => null);
        endpoints.Map(twin.PathPrefix + "/{**path}", http => RunAsync(http, twin, unknown, stopping));
    }

    private static async Task RunAsync(HttpContext http, ProviderTwin twin, TwinRoute route, CancellationToken stopping)
    {
        var call = await SandboxCall.ReadAsync(http).ConfigureAwait(false);
        twin.Receive(call);
        var key = route.Key(call);
        var now = twin.Clock.GetUtcNow();
        http.Response.OnStarting(
            static state =>
            {
                var (response, twin) = ((HttpResponse, ProviderTwin))state;
                // The server writes its own where there is none, so one that says nothing is no date.
                response.Headers.Date = twin.DateHeader(twin.Clock.GetUtcNow())?.ToString("R", CultureInfo.InvariantCulture) ?? "-";
                return Task.CompletedTask;
            },
            (http.Response, twin)
        );
        var fault = twin.Faults.Draw(route.Operation, key, now);
        var arrival = twin.Requests.Record(route.Operation, call, key, fault, now);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, http.RequestAborted);
        try
        {
            await new FaultPlayer(twin, route, call, fault, arrival, http, ended.Token).PlayAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client has gone or the sandbox is closing: there is nobody to answer.
            LostConnection.Reset(http);
        }
    }
}
