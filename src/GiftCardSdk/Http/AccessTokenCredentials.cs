using GiftCardSdk.Http.Internal;

namespace GiftCardSdk.Http;

/// <summary>
/// A token that is fetched, kept, and fetched anew ahead of its end. However many callers wait, one fetch is on its way; each may stop waiting by
/// itself. A failed fetch is not remembered. After a 401 the token is renewed once.
/// </summary>
public sealed class AccessTokenCredentials : ProviderCredentials
{
    private static readonly TimeSpan DefaultAhead = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(30);

    private readonly Func<CancellationToken, Task<AccessToken>> _fetch;
    private readonly Action<HttpRequestMessage, string> _apply;
    private readonly TimeProvider _time;
    private readonly TimeSpan _ahead;
    private readonly Lock _lock = new();
    private Held? _current;
    private Task<Held>? _flight;

    /// <summary>Makes credentials of a token.</summary>
    /// <param name="fetch">Fetches a token. Belongs to no single caller: its cancellation token ends after 30 seconds, not when a caller gives up.</param>
    /// <param name="time">The clock that lifetimes run on.</param>
    /// <param name="apply">Puts the token on a request; null for <c>Authorization: Bearer</c>. Sets, never adds: a request may be sent again.</param>
    /// <param name="refreshAhead">How long before its end a token is fetched anew, while the old one is still used; null for one minute. Never more than half a token's life.</param>
    public AccessTokenCredentials(
        Func<CancellationToken, Task<AccessToken>> fetch,
        TimeProvider time,
        Action<HttpRequestMessage, string>? apply = null,
        TimeSpan? refreshAhead = null
    )
    {
        ArgumentNullException.ThrowIfNull(fetch);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfLessThan(refreshAhead ?? DefaultAhead, TimeSpan.Zero, nameof(refreshAhead));
        _fetch = fetch;
        _time = time;
        _apply = apply ?? (static (request, token) => request.Headers.Authorization = new("Bearer", token));
        _ahead = refreshAhead ?? DefaultAhead;
    }

    /// <inheritdoc/>
    public override ValueTask<bool> ApplyAsync(HttpRequestMessage request, int rejected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (rejected > 1)
        {
            return new(false);
        }

        Task<Held>? flight;
        lock (_lock)
        {
            if (rejected == 1 && (CredentialNote.Read(request) is not Held refused || refused == _current))
            {
                // Where somebody else renewed it meanwhile, theirs is used: one refusal, one fetch.
                _current = null;
            }

            flight = _flight;
            if (flight is null && (_current is null || _time.GetElapsedTime(_current.AskedAt) >= _current.FreshFor))
            {
                flight = _flight = Start();
            }

            if (_current is { } held && _time.GetElapsedTime(held.AskedAt) < held.GoodFor)
            {
                return new(Apply(request, held));
            }
        }

        return ApplyNextAsync(request, flight!, cancellationToken);
    }

    private async ValueTask<bool> ApplyNextAsync(HttpRequestMessage request, Task<Held> flight, CancellationToken cancellationToken) =>
        Apply(request, await flight.WaitAsync(cancellationToken).ConfigureAwait(false));

    private bool Apply(HttpRequestMessage request, Held held)
    {
        CredentialNote.Write(request, held);
        _apply(request, held.Value);
        return true;
    }

    private Task<Held> Start()
    {
        // It serves every caller, so it carries nothing of the one who happened to be first.
        using var noFlow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        var flight = Task.Run(FetchAsync);
        _ = flight.ContinueWith(
            static failed => failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return flight;
    }

    private async Task<Held> FetchAsync()
    {
        Held? held = null;
        try
        {
            var askedAt = _time.GetTimestamp();
            using var timeout = new CancellationTokenSource(FetchTimeout, _time);
            var token = await _fetch(timeout.Token).ConfigureAwait(false);
            held = new(token, askedAt, _ahead);
            return held;
        }
        finally
        {
            lock (_lock)
            {
                _current = held ?? _current;
                _flight = null;
            }
        }
    }

    /// <summary>A token in use, and when it was asked for.</summary>
    private sealed class Held(AccessToken token, long askedAt, TimeSpan ahead)
    {
        public string Value { get; } = token.Value.Reveal();

        public long AskedAt => askedAt;

        /// <summary>For how long it may be used.</summary>
        public TimeSpan GoodFor { get; } = token.Lifetime == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : token.Lifetime;

        /// <summary>For how long no new one is fetched.</summary>
        public TimeSpan FreshFor => GoodFor - (ahead < GoodFor / 2 ? ahead : GoodFor / 2);
    }
}
