using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Threading.Channels;

namespace GiftCardSdk.Tests.Http;

/// <summary>A transport that answers from a function; it takes the bytes of a body as a real one does.</summary>
internal sealed class StubTransport(Func<HttpRequestMessage, int, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly Channel<int> _arrived = Channel.CreateUnbounded<int>();
    private int _arrivals;

    public StubTransport(Func<int, HttpResponseMessage> answer)
        : this((_, arrival, _) => Task.FromResult(answer(arrival))) { }

    /// <summary>How many requests arrived.</summary>
    public int Arrivals => Volatile.Read(ref _arrivals);

    /// <summary>What the <c>Authorization</c> header of each said.</summary>
    public ConcurrentQueue<string?> Tokens { get; } = [];

    public static HttpResponseMessage Thing(string name = "tea") => Json(HttpStatusCode.OK, $$"""{"Name":"{{name}}","Count":1}""");

    public static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Status(HttpStatusCode status, string? retryAfter = null)
    {
        var response = Json(status, """{"code":"E_FAILED","message":"It failed."}""");
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    }

    /// <summary>Completes when the next request has arrived; gives its number from 1.</summary>
    public ValueTask<int> NextArrivalAsync() => _arrived.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Never ends but by cancellation.</summary>
    public static Task HangAsync(CancellationToken cancellationToken) =>
        Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }

        Tokens.Enqueue(request.Headers.Authorization?.Parameter);
        var arrival = Interlocked.Increment(ref _arrivals);
        _arrived.Writer.TryWrite(arrival);
        var response = await answer(request, arrival, cancellationToken);
        response.RequestMessage = request;
        return response;
    }
}
