using GiftCardSdk.Diagnostics;
using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Http.Internal;

/// <summary>Makes the HTTP client of an account, with its own pipeline, limiter, breaker and retry budget.</summary>
internal sealed class ProviderHttpClientFactory(
    IHttpMessageHandlerFactory transports,
    TimeProvider time,
    Instruments instruments,
    AccountCircuits circuits,
    IEnumerable<IGiftCardAudit> audits,
    IOptions<ProviderHttpOptions> options,
    ILoggerFactory? loggers = null,
    JitterSource? jitter = null,
    RateSharing? sharing = null,
    AccountRates? rates = null
) : IDisposable, IAsyncDisposable
{
    /// <summary>What of a window's requests may go at once.</summary>
    private const int BurstDivisor = 4;

    private readonly IGiftCardAudit[] _audits = [.. audits];
    private readonly ILogger _logger = new GuardedLogger<ProviderHttpClientFactory>(
        (loggers ?? NullLoggerFactory.Instance).CreateLogger(HttpLog.Category)
    );
    private readonly TimeProvider _time = GuardedTimeProvider.Of(time);
    private readonly Lock _lock = new();
    private readonly List<HttpMessageHandler> _pipelines = [];
    private readonly List<RateMember> _members = [];

    /// <summary>
    /// Makes the client of an account; once an account, since a second one would have a limit of its own. Its rate is shared with other processes
    /// under <paramref name="sharedAs"/>; null for not at all.
    /// </summary>
    /// <exception cref="ArgumentException">The address is neither https nor on loopback, or a setting makes no sense.</exception>
    public ProviderHttpClient Create(
        string provider,
        string account,
        GiftCardEnvironment environment,
        ProviderHttpSettings settings,
        ProviderClock? clock = null,
        string? sharedAs = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        ArgumentNullException.ThrowIfNull(settings);
        Check(settings, account);
        var identity = new AccountIdentity(provider, account, environment, settings.ProviderName);
        var limiter = LimiterOf(identity, settings, sharedAs);
        rates?.Set(account, () => limiter.Look(account));
        var pipeline = BuildPipeline(identity, settings, limiter, clock ?? new(_time));
        lock (_lock)
        {
            _pipelines.Add(pipeline);
        }

        return new(pipeline, limiter, settings.BaseAddress, _time);
    }

    /// <summary>Tells the other processes that this one's share of each rate is free.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_members.Select(static member => member.DisposeAsync().AsTask())).ConfigureAwait(false);
        Dispose();
    }

    public void Dispose()
    {
        foreach (var pipeline in _pipelines)
        {
            pipeline.Dispose();
        }
    }

    /// <summary>The one fixed order, outermost first.</summary>
    private TelemetryHandler BuildPipeline(AccountIdentity account, ProviderHttpSettings settings, RateLimiter limiter, ProviderClock clock)
    {
        var exceptions = new ProviderExceptions(account, settings.Errors);
        var telemetry = new CallTelemetry(account, instruments, circuits, _time, _logger);
        return Chain(
            new TelemetryHandler(telemetry, _time),
            new ResilienceHandler(exceptions, telemetry, _time, jitter ?? Jitter.Next),
            new LimiterHandler(limiter, exceptions, telemetry),
            new CredentialsHandler(settings.Credentials, exceptions),
            new AttemptTimeoutHandler(_time),
            new AuditHandler(account, _audits, exceptions, telemetry, _time),
            new AnswerHandler(settings.Errors, exceptions, clock, _time, settings.MaxResponseBytes),
            CreateTransport(account)
        );
    }

    private RateLimiter LimiterOf(AccountIdentity account, ProviderHttpSettings settings, string? sharedAs)
    {
        if (settings.RateLimit is null || sharedAs is null || !options.Value.ShareRates || sharing?.Store is not { } store)
        {
            return Limiter(asked: null);
        }

        var member = new RateMember(
            store,
            sharedAs,
            Limiter,
            _time,
            failure => _logger.RateNotShared(account.Provider, account.Account, failure.GetType().Name)
        );
        lock (_lock)
        {
            _members.Add(member);
        }

        return member.Limiter;

        RateLimiter Limiter(Action? asked)
        {
            var burst = settings.EvenPace ? 1 : Math.Max(1, (settings.RateLimit ?? 0) / BurstDivisor);
            var pacer = new Pacer(settings.RateLimit, settings.RateLimitWindow, burst);
            return new(pacer, _time, options.Value.LongestPause) { Asked = asked };
        }
    }

    /// <summary>What the client factory makes: its own wrapper, which only counts references, around the sealed transport, and nothing else.</summary>
    private DelegatingHandler CreateTransport(AccountIdentity account)
    {
        var name = SealedTransport.NameOf(account);
        return transports.CreateHandler(name) is DelegatingHandler { InnerHandler: SealedHandler } transport
            ? transport
            : throw new InvalidOperationException(
                $"Something in this application adds handlers of its own to the HTTP client '{name}', where they could repeat a purchase. A handler builder or filter that is registered after AddGiftCards() is the likely cause; let it leave alone the names that begin with '{SealedTransport.NamePrefix}'."
            );
    }

    private static TelemetryHandler Chain(TelemetryHandler first, params ReadOnlySpan<HttpMessageHandler> rest)
    {
        DelegatingHandler last = first;
        foreach (var next in rest)
        {
            last.InnerHandler = next;
            last = next as DelegatingHandler ?? last;
        }

        return first;
    }

    private static void Check(ProviderHttpSettings settings, string account)
    {
        var address = settings.BaseAddress;
        if (address.IsAbsoluteUri && address.UserInfo.Length + address.Query.Length + address.Fragment.Length > 0)
        {
            throw new ArgumentException(
                $"The base address of the account '{account}' (host {address.Host}) must hold no user name, query or fragment.",
                nameof(settings)
            );
        }

        if (!address.IsAbsoluteUri || !ProviderAddress.IsSafe(address))
        {
            throw new ArgumentException(
                $"The base address '{address}' of the account '{account}' is not safe: credentials and codes go there, so it must be https, or http on this machine (localhost).",
                nameof(settings)
            );
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(settings.RateLimit ?? 1, 1, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(settings.RateLimitWindow, TimeSpan.Zero, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.MaxResponseBytes, 1, nameof(settings));
    }
}
