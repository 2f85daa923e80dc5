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
    JitterSource? jitter = null
) : IDisposable
{
    private readonly IGiftCardAudit[] _audits = [.. audits];
    private readonly ILogger _logger = new GuardedLogger<ProviderHttpClientFactory>(
        (loggers ?? NullLoggerFactory.Instance).CreateLogger(HttpLog.Category)
    );
    private readonly TimeProvider _time = GuardedTimeProvider.Of(time);
    private readonly Lock _lock = new();
    private readonly List<HttpMessageHandler> _pipelines = [];

    /// <summary>Makes the client of an account; once an account, since a second one would have a limit of its own.</summary>
    /// <exception cref="ArgumentException">The address is neither https nor on loopback, or a setting makes no sense.</exception>
    public ProviderHttpClient Create(
        string provider,
        string account,
        GiftCardEnvironment environment,
        ProviderHttpSettings settings,
        ProviderClock? clock = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        ArgumentNullException.ThrowIfNull(settings);
        Check(settings, account);
        var identity = new AccountIdentity(provider, account, environment, settings.ProviderName);
        var pipeline = BuildPipeline(identity, settings, clock ?? new(_time));
        lock (_lock)
        {
            _pipelines.Add(pipeline);
        }

        return new(pipeline, settings.BaseAddress, _time);
    }

    public void Dispose()
    {
        foreach (var pipeline in _pipelines)
        {
            pipeline.Dispose();
        }
    }

    /// <summary>The one fixed order, outermost first.</summary>
    private TelemetryHandler BuildPipeline(AccountIdentity account, ProviderHttpSettings settings, ProviderClock clock)
    {
        var exceptions = new ProviderExceptions(account, settings.Errors);
        var telemetry = new CallTelemetry(account, instruments, circuits, _time, _logger);
        var limiter = LimiterOf(settings);
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

    /// <summary>An even pace is a limit of one in the time that each of them has.</summary>
    private RateLimiter LimiterOf(ProviderHttpSettings settings)
    {
        var longestPause = options.Value.LongestPause;
        return settings is { RateLimit: { } limit, EvenPace: true }
            ? new(1, settings.RateLimitWindow / limit, _time, longestPause)
            : new(settings.RateLimit, settings.RateLimitWindow, _time, longestPause);
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
