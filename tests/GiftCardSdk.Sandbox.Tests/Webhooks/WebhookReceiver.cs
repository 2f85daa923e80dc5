using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox.Tests.Webhooks;

/// <summary>A post as it arrived.</summary>
internal sealed record ReceivedWebhook(string Path, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>An application that takes webhooks on a real socket.</summary>
internal sealed class WebhookReceiver(WebApplication app) : IAsyncDisposable
{
    private readonly List<ReceivedWebhook> _received = [];
    private readonly List<(int Count, TaskCompletionSource Signal)> _waits = [];

    public Uri Address => new(app.Urls.Single() + "/hooks");

    /// <summary>Whether it repeats a challenge.</summary>
    public bool Echoes { get; set; } = true;

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public IReadOnlyList<ReceivedWebhook> Received
    {
        get
        {
            lock (_received)
            {
                return [.. _received];
            }
        }
    }

    public static async Task<WebhookReceiver> StartAsync()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(app);
        app.Run(receiver.HandleAsync);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>Completes when so many posts have arrived.</summary>
    public Task WaitForAsync(int count)
    {
        lock (_received)
        {
            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waits.Add((count, signal));
            Notify();
            return signal.Task.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        if (body.Contains("challengeToken", StringComparison.Ordinal))
        {
            await http.Response.WriteAsync(Echoes ? body : "{}");
            return;
        }

        http.Response.StatusCode = (int)Status;
        var headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        lock (_received)
        {
            _received.Add(new ReceivedWebhook(http.Request.Path, headers, body));
            Notify();
        }
    }

    private void Notify() => _waits.RemoveAll(wait => _received.Count >= wait.Count && wait.Signal.TrySetResult());
}
