using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.TestHelpers;

/// <summary>A socket that answers whatever a test tells it to, and remembers what arrived.</summary>
public sealed class ReplayServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReplayedRequest> _requests = new();
    private readonly ConcurrentQueue<ReplayedAnswer> _next = new();
    private ReplayedAnswer _answer = new("{}");

    private ReplayServer(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress => new(_app.Urls.First());

    /// <summary>What arrived, oldest first; without what <see cref="Special"/> answered.</summary>
    public IReadOnlyList<ReplayedRequest> Requests => [.. _requests];

    /// <summary>Answers before all others and unseen in <see cref="Requests"/>, such as that to a token call; null leaves a request to the others.</summary>
    public Func<ReplayedRequest, ReplayedAnswer?>? Special { get; set; }

    /// <summary>Answers by request, after those that were queued; null leaves a request to <see cref="Answer(ReplayedAnswer)"/>.</summary>
    public Func<ReplayedRequest, ReplayedAnswer?>? ByRequest { get; set; }

    /// <summary>Bodies by path, after <see cref="ByRequest"/>; null is a 404 without a word of the provider's.</summary>
    public Func<string, string?>? AnswerByPath { get; set; }

    /// <summary>Opens the socket.</summary>
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
    public void Answer(string body, int status = 200, string? mediaType = ReplayedAnswer.Json) => _answer = new(body, status, mediaType);

    /// <summary>What is answered from now on.</summary>
    public void Answer(ReplayedAnswer answer) => _answer = answer;

    /// <summary>What is answered next, once, before <see cref="Answer(ReplayedAnswer)"/>.</summary>
    public void AnswerNext(string body, int status = 200) => _next.Enqueue(new(body, status));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ServeAsync(HttpContext http)
    {
        var request = await ReadAsync(http);
        var answer = Special?.Invoke(request) ?? Choose(request);
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.MediaType;
        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }

        await http.Response.WriteAsync(answer.Body);
    }

    private ReplayedAnswer Choose(ReplayedRequest request)
    {
        _requests.Enqueue(request);
        return _next.TryDequeue(out var next) ? next
            : ByRequest?.Invoke(request) is { } own ? own
            : AnswerByPath is not { } byPath ? _answer
            : byPath(request.Path) is { } body ? new(body)
            : new("not here", 404, "text/plain");
    }

    private static async Task<ReplayedRequest> ReadAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var headers = http.Request.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        return new(http.Request.Method, target, headers, await reader.ReadToEndAsync());
    }
}

/// <summary>What is answered.</summary>
public sealed record ReplayedAnswer(string Body, int Status = 200, string? MediaType = ReplayedAnswer.Json)
{
    /// <summary>The media type of most answers.</summary>
    public const string Json = "application/json;charset=UTF-8";

    /// <summary>Further headers of the answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What arrived.</summary>
public sealed record ReplayedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The target without its query.</summary>
    public string Path => Target.Split('?')[0];
}
