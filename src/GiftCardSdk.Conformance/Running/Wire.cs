using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace GiftCardSdk.Conformance.Running;

/// <summary>What happens to the calls between an adapter and its stand-in.</summary>
internal sealed class Wire(HttpConformanceStage stage)
{
    /// <summary>A word that no provider has.</summary>
    public const string NewWord = "conformance_new_word";

    private readonly Lock _gate = new();
    private readonly Queue<ConformanceFault> _creates = new();
    private readonly List<DateTimeOffset> _times = [];
    private Func<CancellationToken, Task>? _late;
    private HeldCall? _hold;
    private AnswerInstead? _instead;
    private ConformanceFault _readFault;
    private int _readFaults;
    private int _goodReads;
    private int _creations;
    private int _reads;
    private bool _rewords;
    private (string Key, string OrderId)? _hidden;
    private List<string>? _sent;

    /// <summary>How many create calls there were.</summary>
    public int Creates => Volatile.Read(ref _creations);

    /// <summary>How many reads there were.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>When each call went out, by the stage's clock; tokens included.</summary>
    public IReadOnlyList<DateTimeOffset> Times
    {
        get
        {
            lock (_gate)
            {
                return [.. _times];
            }
        }
    }

    public HttpMessageHandler CreateHandler() => new Handler(this, stage.CreateHandler());

    public void StrikeCreates(ConformanceFault fault, int times)
    {
        lock (_gate)
        {
            for (var i = 0; i < times; i++)
            {
                _creates.Enqueue(fault);
            }
        }
    }

    /// <summary>From now on the bodies of create calls are kept.</summary>
    public void Record()
    {
        lock (_gate)
        {
            _sent = [];
        }
    }

    /// <summary>The bodies of create calls since <see cref="Record"/>.</summary>
    public IReadOnlyList<string> Sent
    {
        get
        {
            lock (_gate)
            {
                return [.. _sent ?? []];
            }
        }
    }

    /// <summary>The next create call is answered so, in place of the provider.</summary>
    public void AnswerCreate(AnswerInstead answer)
    {
        lock (_gate)
        {
            _instead = answer;
        }
    }

    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How often.</param>
    /// <param name="after">How many reads go well before.</param>
    public void StrikeReads(ConformanceFault fault, int times, int after = 0)
    {
        lock (_gate)
        {
            (_readFault, _readFaults, _goodReads) = (fault, times, after);
        }
    }

    /// <summary>Reads go well until an order has been sent, and not afterwards.</summary>
    public void StrikeReadsAfterCreate(ConformanceFault fault)
    {
        lock (_gate)
        {
            (_readFault, _readFaults, _goodReads) = (fault, int.MaxValue, int.MaxValue);
        }
    }

    public void Calm()
    {
        lock (_gate)
        {
            _creates.Clear();
            (_readFaults, _goodReads, _rewords, _hold, _hidden, _instead) = (0, 0, false, null, null, null);
        }
    }

    /// <summary>From now on the stand-in's answers speak of states in a word that the adapter has never heard.</summary>
    public void Reword()
    {
        lock (_gate)
        {
            _rewords = true;
        }
    }

    /// <summary>From now on reads show another key in place of this one, except those of this very order by its id.</summary>
    public void HideKey(string key, string orderId)
    {
        lock (_gate)
        {
            _hidden = (key, orderId);
        }
    }

    /// <summary>The nth call from now on is held, before it goes out or when its answer is there, until it is let go or given up.</summary>
    public HeldCall HoldCall(int number, bool isAfterAnswer)
    {
        lock (_gate)
        {
            return _hold = new HeldCall(number, isAfterAnswer);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Send send, CancellationToken cancellationToken)
    {
        var call = stage.CallOf(request);
        var (fault, hold, instead) = Begin(call);
        await RecordAsync(call, request, cancellationToken);
        if (hold is { IsAfterAnswer: false })
        {
            await hold.StayAsync(cancellationToken);
        }

        var response = instead is null
            ? await PlayAsync(call, fault, request, send, cancellationToken)
            : await AnswerAsync(instead, request, send, cancellationToken);
        try
        {
            if (hold is { IsAfterAnswer: true })
            {
                await hold.StayAsync(cancellationToken);
            }

            if (call == ConformanceCall.Read)
            {
                await SendLateAsync(cancellationToken);
            }

            return await RewriteAsync(call, request.RequestUri!.OriginalString, response, cancellationToken);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>Reads a body into its own buffer, from which it is sent.</summary>
    private async Task RecordAsync(ConformanceCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = Volatile.Read(ref _sent);
        if (sent is not null && call == ConformanceCall.Create && request.Content is { } content)
        {
            var text = await content.ReadAsStringAsync(cancellationToken);
            lock (_gate)
            {
                sent.Add(text);
            }
        }
    }

    private (ConformanceFault? Fault, HeldCall? Held, AnswerInstead? Instead) Begin(ConformanceCall call)
    {
        lock (_gate)
        {
            _times.Add(stage.Clock.GetUtcNow());
            _creations += call == ConformanceCall.Create ? 1 : 0;
            _reads += call == ConformanceCall.Read ? 1 : 0;
            return (FaultOf(call), _hold?.IsReached() == true ? _hold : null, InsteadOf(call));
        }
    }

    private AnswerInstead? InsteadOf(ConformanceCall call)
    {
        if (call != ConformanceCall.Create)
        {
            return null;
        }

        var instead = _instead;
        _instead = null;
        return instead;
    }

    private ConformanceFault? FaultOf(ConformanceCall call)
    {
        switch (call)
        {
            case ConformanceCall.Create:
                _goodReads = 0;
                return _creates.TryDequeue(out var fault) ? fault : null;
            case ConformanceCall.Read when _goodReads > 0:
                _goodReads--;
                return null;
            case ConformanceCall.Read when _readFaults > 0:
                _readFaults--;
                return _readFault;
            default:
                return null;
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(
        AnswerInstead answer,
        HttpRequestMessage request,
        Send send,
        CancellationToken cancellationToken
    )
    {
        if (answer.IsAfterSale)
        {
            using var lost = await send(request, cancellationToken);
        }
        else
        {
            await TakeAsync(ConformanceFault.RequestLost, request, send, cancellationToken);
        }

        return answer.ToResponse();
    }

    private async Task<HttpResponseMessage> PlayAsync(
        ConformanceCall call,
        ConformanceFault? fault,
        HttpRequestMessage request,
        Send send,
        CancellationToken cancellationToken
    )
    {
        if (fault is null)
        {
            var answer = await send(request, cancellationToken);
            // A stand-in without a socket has no server that writes it.
            answer.Headers.Date ??= stage.Clock.GetUtcNow();
            return answer;
        }

        if (fault is ConformanceFault.AnswerLost or ConformanceFault.ServerErrorAfterSale or ConformanceFault.UnreadableAnswer)
        {
            using var lost = await send(request, cancellationToken);
        }
        else
        {
            await TakeAsync(fault.Value, request, send, cancellationToken);
        }

        return fault switch
        {
            ConformanceFault.ServerError or ConformanceFault.ServerErrorAfterSale => Page(HttpStatusCode.InternalServerError),
            ConformanceFault.UnreadableAnswer => Page(HttpStatusCode.OK),
            ConformanceFault.ProxyPage => Page(HttpStatusCode.NotFound),
            ConformanceFault.Unauthorized => Refusal(call, HttpStatusCode.Unauthorized),
            ConformanceFault.RateLimited => TooMany(call, TimeSpan.FromSeconds(2)),
            ConformanceFault.RateLimitedForLong => TooMany(call, TimeSpan.FromHours(1)),
            _ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was lost.", new IOException("Reset.")),
        };
    }

    /// <summary>Reads the request as a provider would; of a late sale it is kept.</summary>
    private async Task TakeAsync(ConformanceFault fault, HttpRequestMessage request, Send send, CancellationToken cancellationToken)
    {
        var bytes = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        if (fault != ConformanceFault.LateSale)
        {
            return;
        }

        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(bytes) };
        Copy(request.Headers, copy.Headers);
        Copy(request.Content!.Headers, copy.Content.Headers);
        lock (_gate)
        {
            _late = async token =>
            {
                using (copy)
                {
                    using var answer = await send(copy, token);
                }
            };
        }
    }

    private static void Copy(HttpHeaders from, HttpHeaders to)
    {
        foreach (var (name, values) in from)
        {
            to.TryAddWithoutValidation(name, values);
        }
    }

    /// <summary>A look-up has been answered: now what was late arrives.</summary>
    private Task SendLateAsync(CancellationToken cancellationToken)
    {
        Func<CancellationToken, Task>? late;
        lock (_gate)
        {
            (late, _late) = (_late, null);
        }

        return late?.Invoke(cancellationToken) ?? Task.CompletedTask;
    }

    private async Task<HttpResponseMessage> RewriteAsync(
        ConformanceCall call,
        string address,
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        bool rewords;
        (string Key, string OrderId)? hidden;
        lock (_gate)
        {
            (rewords, hidden) = (_rewords, call == ConformanceCall.Read ? _hidden : null);
        }

        if (!rewords && hidden is null)
        {
            return response;
        }

        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        foreach (var word in rewords ? stage.StatusWords : [])
        {
            text = text.Replace($"\"{word}\"", $"\"{NewWord}\"", StringComparison.Ordinal);
        }

        if (hidden is { } order && !address.Contains(order.OrderId, StringComparison.Ordinal))
        {
            text = text.Replace(order.Key, new string('0', order.Key.Length), StringComparison.Ordinal);
        }

        var type = response.Content.Headers.ContentType;
        response.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        response.Content.Headers.ContentType = type;
        return response;
    }

    private HttpResponseMessage TooMany(ConformanceCall call, TimeSpan wait)
    {
        var response = Refusal(call, HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter = new RetryConditionHeaderValue(wait);
        return response;
    }

    /// <summary>A create is refused in the provider's own words, or nobody would believe it; a read that fails, by whomever.</summary>
    private HttpResponseMessage Refusal(ConformanceCall call, HttpStatusCode status) =>
        call == ConformanceCall.Create && stage.ErrorBody((int)status) is { } own
            ? new(status) { Content = new StringContent(own, Encoding.UTF8, "application/json") }
            : Page(status);

    private static HttpResponseMessage Page(HttpStatusCode status) =>
        new(status) { Content = new StringContent("<html><body>This is not the provider.</body></html>", Encoding.UTF8, "text/html") };

    private delegate Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancellationToken);

    private sealed class Handler(Wire wire, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            wire.SendAsync(request, base.SendAsync, cancellationToken);
    }
}
