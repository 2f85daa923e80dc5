using System.Collections.Concurrent;
using GiftCardSdk.Testing.WireMock;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Types;
using WireMock.Util;

namespace GiftCardSdk.Providers.Wire;

/// <summary>A WireMock.Net server that answers an example for its documented request alone, or every request as a test has it.</summary>
internal sealed class WireServer : IAsyncDisposable
{
    /// <summary>The call that others lean on, where there is one: it is answered whatever else is.</summary>
    private const string Token = "token-create";

    private readonly GiftCardWireMock _documented = GiftCardWireMock.Start(Example.Provider, RequestMatching.Exact, []);
    private readonly ConcurrentQueue<WireRequest> _requests = new();
    private readonly ConcurrentQueue<WireAnswer> _next = new();
    private WireAnswer _answer = new("{}");
    private bool _isTaught;

    private WireServer()
    {
        if (Example.All.ContainsKey(Token))
        {
            _documented.Answer(Token);
        }
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress => _documented.BaseAddress;

    /// <summary>What arrived, oldest first; without what <see cref="Special"/> answered.</summary>
    public IReadOnlyList<WireRequest> Requests =>
        _isTaught ? [.. _requests] : [.. _documented.Server.LogEntries.Select(entry => WireRequest.From(entry.RequestMessage!))];

    /// <summary>Answers before all others and unseen in <see cref="Requests"/>, such as that to a token call; null leaves a request to the others.</summary>
    public Func<WireRequest, WireAnswer?>? Special { get; set; }

    /// <summary>Answers by request, after those that were queued; null leaves a request to <see cref="Answer(WireAnswer)"/>.</summary>
    public Func<WireRequest, WireAnswer?>? ByRequest
    {
        get;
        set
        {
            field = value;
            Teach();
        }
    }

    /// <summary>Bodies by path, after <see cref="ByRequest"/>; null is a 404 without a word of the provider's.</summary>
    public Func<string, string?>? AnswerByPath
    {
        get;
        set
        {
            field = value;
            Teach();
        }
    }

    /// <summary>Opens the socket.</summary>
    public static WireServer Start() => new();

    /// <summary>What is answered from now on.</summary>
    public void Answer(string body, int status = 200, string? mediaType = WireAnswer.Json) => Answer(new(body, status, mediaType));

    /// <summary>What is answered from now on.</summary>
    public void Answer(WireAnswer answer)
    {
        _answer = answer;
        Teach();
    }

    /// <summary>What is answered next, once, before <see cref="Answer(WireAnswer)"/>.</summary>
    public void AnswerNext(string body, int status = 200)
    {
        _next.Enqueue(new(body, status));
        Teach();
    }

    /// <summary>Has an example answer from now on: one of the provider's documents, or one that lies beside the tests in <c>Wire/Mappings</c>.</summary>
    public void AnswerAs(string example)
    {
        if (Example.Own(example) is { } own)
        {
            _documented.Load(example, own);
        }

        _documented.Answer(example);
    }

    /// <summary>Makes a call whose request must be that of an example, and has it answered as there.</summary>
    /// <param name="example">The name of the example.</param>
    /// <param name="call">The call.</param>
    /// <returns>What the call returned.</returns>
    public async Task<T> AnswerAsync<T>(string example, Func<Task<T>> call)
    {
        AnswerAs(example);
        try
        {
            return await call();
        }
        finally
        {
            // Before whatever the call made of an answer that says only that nothing is documented.
            _documented.Differences.ShouldBeEmpty();
        }
    }

    /// <summary>Makes a call that must send the one request of an example.</summary>
    /// <param name="example">The name of the example.</param>
    /// <param name="call">The call.</param>
    public async Task ShouldReceiveAsync(string example, Func<Task> call)
    {
        await AnswerAsync(
            example,
            async () =>
            {
                await call();
                return true;
            }
        );
        var path = _documented.Examples.Single(known => known.Name == example).Path;
        _documented.Server.LogEntries.Count(entry => entry.RequestMessage!.Path == path).ShouldBe(1);
    }

    public ValueTask DisposeAsync() => _documented.DisposeAsync();

    /// <summary>Answers every request from here from now on.</summary>
    private void Teach()
    {
        if (!_isTaught)
        {
            _isTaught = true;
            _documented
                .Server.Given(Request.Create())
                .AtPriority(-2)
                .RespondWith(Response.Create().WithCallback(request => Choose(WireRequest.From(request)).ToResponse()));
        }
    }

    private WireAnswer Choose(WireRequest request)
    {
        if (Special?.Invoke(request) is { } special)
        {
            return special;
        }

        _requests.Enqueue(request);
        return _next.TryDequeue(out var next) ? next
            : ByRequest?.Invoke(request) is { } own ? own
            : AnswerByPath is not { } byPath ? _answer
            : byPath(request.Path) is { } body ? new(body)
            : new("not here", 404, "text/plain");
    }
}

/// <summary>What is answered.</summary>
internal sealed record WireAnswer(string Body, int Status = 200, string? MediaType = WireAnswer.Json)
{
    /// <summary>The media type of most answers.</summary>
    public const string Json = "application/json;charset=UTF-8";

    /// <summary>Statuses of all kinds but success, with some that only gateways make up.</summary>
    public static IReadOnlyList<int> Failures { get; } =
    [300, 302, 307, 400, 401, 402, 403, 404, 405, 408, 409, 418, 422, 429, 499, 500, 503, 599];

    /// <summary>Further headers of the answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IResponseMessage ToResponse() =>
        new ResponseMessage
        {
            StatusCode = Status,
            Headers = Headers
                .Concat(MediaType is null ? [] : [KeyValuePair.Create("Content-Type", MediaType)])
                .ToDictionary(header => header.Key, header => new WireMockList<string>(header.Value), StringComparer.OrdinalIgnoreCase),
            BodyData = new BodyData { DetectedBodyType = BodyType.String, BodyAsString = Body },
        };
}

/// <summary>What arrived.</summary>
internal sealed record WireRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The target without its query.</summary>
    public string Path => Target.Split('?')[0];

    public static WireRequest From(IRequestMessage request) =>
        new(
            request.Method,
            // As it was sent: the path that is decoded would hide where an id leads.
            new UriBuilder(request.AbsoluteUrl).Uri.GetComponents(UriComponents.Path | UriComponents.KeepDelimiter, UriFormat.UriEscaped)
                + request.RawQuery,
            (request.Headers ?? new Dictionary<string, WireMockList<string>>(StringComparer.Ordinal)).ToDictionary(
                header => header.Key,
                header => string.Join(", ", header.Value),
                StringComparer.OrdinalIgnoreCase
            ),
            request.Body ?? ""
        );
}
