using GiftCardSdk.Internal;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace GiftCardSdk.Http.Internal;

/// <summary>
/// Total deadline, retry and circuit breaker, in this order, on one Polly pipeline an account. What leaves it is an answer to be read as
/// documented, a <see cref="GiftCardException"/>, or the caller's own cancellation.
/// </summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly RetryBudget _budget = new();
    private readonly ProviderExceptions _exceptions;

    public ResilienceHandler(ProviderExceptions exceptions, CallTelemetry telemetry, TimeProvider time, JitterSource random)
    {
        _exceptions = exceptions;
        var rules = new RetryRules(_budget, random);
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddTimeout(Deadline())
            .AddRetry(Retry(rules, telemetry))
            .AddCircuitBreaker(Breaker(telemetry))
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var request = (ProviderRequest)message;
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(RetryRules.RequestKey, request);
        try
        {
            var outcome = await _pipeline
                .ExecuteOutcomeAsync(
                    static (context, call) => call.Handler.SendOnceAsync(call.Request, context.CancellationToken),
                    context,
                    (Handler: this, Request: request)
                )
                .ConfigureAwait(false);
            return Conclude(request, outcome, cancellationToken);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private HttpResponseMessage Conclude(ProviderRequest request, Outcome<HttpResponseMessage> outcome, CancellationToken cancellationToken)
    {
        if (outcome.Exception is { } failure)
        {
            throw failure is OperationCanceledException && cancellationToken.IsCancellationRequested
                ? new OperationCanceledException(cancellationToken)
                : _exceptions.From(request, failure);
        }

        var response = outcome.Result!;
        if (request.Succeeded)
        {
            _budget.Refill();
            return response;
        }

        using (response)
        {
            throw _exceptions.From(request, response);
        }
    }

    private async ValueTask<Outcome<HttpResponseMessage>> SendOnceAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return Outcome.FromResult(await base.SendAsync(request, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            return Outcome.FromException<HttpResponseMessage>(failure);
        }
    }

    private static TimeoutStrategyOptions Deadline() =>
        new() { TimeoutGenerator = static args => new(RequestOf(args.Context).Operation.Deadline) };

    private static RetryStrategyOptions<HttpResponseMessage> Retry(RetryRules rules, CallTelemetry telemetry) =>
        new()
        {
            MaxRetryAttempts = RetryRules.MaxRetries,
            ShouldHandle = args => new(rules.ShouldRetry(args)),
            DelayGenerator = static args => new((TimeSpan?)RequestOf(args.Context).NextDelay),
            OnRetry = args =>
            {
                telemetry.Retrying(RequestOf(args.Context), args.RetryDelay, args.Outcome);
                return default;
            },
        };

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker(CallTelemetry telemetry) =>
        new()
        {
            FailureRatio = 0.5,
            MinimumThroughput = 20,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(15),
            ShouldHandle = static args => new(RetryRules.IsProviderDown(RequestOf(args.Context), args.Outcome)),
            OnOpened = args =>
            {
                telemetry.CircuitOpened(args.BreakDuration);
                return default;
            },
            OnClosed = _ =>
            {
                telemetry.CircuitClosed();
                return default;
            },
        };

    private static ProviderRequest RequestOf(ResilienceContext context) => context.Properties.GetValue(RetryRules.RequestKey, null!);
}
