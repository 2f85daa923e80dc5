using GiftCardSdk;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Observability;

/// <summary>An application with three accounts that is watched by OpenTelemetry.</summary>
internal sealed class Shop(WebApplication app) : IAsyncDisposable
{
    private readonly HttpClient _http = new();

    public IGiftCards GiftCards => app.Services.GetRequiredService<IGiftCards>();

    public static async Task<Shop> StartAsync(GiftCardSandbox sandbox, Uri collector)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder
            .Services.AddGiftCards()
            .AddGiftbit(o => (o.BaseAddress, o.ApiToken) = (sandbox.Giftbit.BaseAddress, sandbox.Giftbit.ApiToken))
            .AddGifq(o => (o.BaseAddress, o.ApiToken) = (sandbox.Gifq.BaseAddress, sandbox.Gifq.ApiToken))
            .AddHuuray(o =>
                (o.BaseAddress, o.ApiToken, o.ApiSecret) = (sandbox.Huuray.BaseAddress, sandbox.Huuray.ApiToken, sandbox.Huuray.ApiSecret)
            );
        // One name each; nothing else is needed.
        builder
            .Services.AddOpenTelemetry()
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(GiftCardTelemetry.MeterName)
                    .AddPrometheusExporter()
                    .AddOtlpExporter(otlp => Send(otlp, new Uri(collector, "v1/metrics")))
            )
            .WithTracing(traces =>
                traces.AddSource(GiftCardTelemetry.ActivitySourceName).AddOtlpExporter(otlp => Send(otlp, new Uri(collector, "v1/traces")))
            );
        var app = builder.Build();
        app.MapPrometheusScrapingEndpoint();
        await app.StartAsync();
        return new Shop(app);
    }

    /// <summary>What Prometheus would read, without its comments.</summary>
    public async Task<IReadOnlyList<string>> ScrapeAsync()
    {
        var text = await _http.GetStringAsync(new Uri(new Uri(app.Urls.First()), "metrics"));
        return [.. text.Split('\n').Where(line => line.StartsWith("giftcards_", StringComparison.Ordinal))];
    }

    /// <summary>Sends what was measured so far.</summary>
    public void Flush()
    {
        app.Services.GetRequiredService<MeterProvider>().ForceFlush();
        app.Services.GetRequiredService<TracerProvider>().ForceFlush();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await app.DisposeAsync();
    }

    private static void Send(OtlpExporterOptions otlp, Uri address) =>
        (otlp.Protocol, otlp.Endpoint) = (OtlpExportProtocol.HttpProtobuf, address);
}
