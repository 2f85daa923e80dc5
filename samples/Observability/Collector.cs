using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Observability;

/// <summary>Stands in for an OpenTelemetry collector: takes what is sent over OTLP and counts it.</summary>
internal sealed class Collector(WebApplication app) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, long> _bytes = new(StringComparer.Ordinal);

    public Uri Address => new(app.Urls.First());

    /// <summary>Bytes by signal.</summary>
    public IReadOnlyDictionary<string, long> Received => _bytes;

    public bool HasEverything => _bytes.ContainsKey("metrics") && _bytes.ContainsKey("traces");

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var collector = new Collector(app);
        app.MapPost("/v1/{signal}", collector.TakeAsync);
        await app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        _bytes.AddOrUpdate((string)http.Request.RouteValues["signal"]!, body.Length, (_, earlier) => earlier + body.Length);
    }
}
