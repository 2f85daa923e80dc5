using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Giftbit.Tests;

/// <summary>A socket that answers whatever a test tells it to, and remembers what arrived.</summary>
internal sealed class ReplayServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReplayedRequest> _requests = new();
    private readonly ConcurrentQueue<ReplayedAnswer> _next = new();
    private ReplayedAnswer _answer = new("{}");

    private ReplayServer(WebApplication app) => _app = app;

    public Uri BaseAddress => new(_app.Urls.First());

    public IReadOnlyList<ReplayedRequest> Requests => [.. _requests];

    public static async Task<ReplayServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new ReplayServer(app);
        app.Run(server.ServeAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>What is answered from now on.</summary>
    public void Answer(string body, int status = 200, string? mediaType = "application/json;charset=UTF-8") =>
        _answer = new(body, status, mediaType);

    /// <summary>What is answered to each path from now on; null for a 404 without a word of Giftbit's.</summary>
    public Func<string, string?>? AnswerByPath { get; set; }

    /// <summary>What is answered next, once, before <see cref="Answer"/>.</summary>
    public void AnswerNext(string body, int status = 200) => _next.Enqueue(new(body, status));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ServeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var headers = http.Request.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        var target = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        _requests.Enqueue(new(http.Request.Method, target, headers, await reader.ReadToEndAsync()));
        var answer = Choose(http.Request.Path.Value ?? "");
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.MediaType;
        await http.Response.WriteAsync(answer.Body);
    }

    private ReplayedAnswer Choose(string path) =>
        _next.TryDequeue(out var next) ? next
        : AnswerByPath is not { } byPath ? _answer
        : byPath(path) is { } body ? new(body)
        : new("not here", 404, "text/plain");

    private sealed record ReplayedAnswer(string Body, int Status = 200, string? MediaType = "application/json;charset=UTF-8");
}

internal sealed record ReplayedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
