using GiftCardSdk.Internal;
using Polly;
using Polly.Retry;

namespace GiftCardSdk.Ordering;

/// <summary>The waits between two steps of one order: exponential with jitter, unless the step names its own.</summary>
internal static class RepeatPipeline
{
    public static ResiliencePipeline Create(OrderingOptions options, TimeProvider time, JitterSource jitter) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions
                {
                    // How often is the steps' own decision.
                    MaxRetryAttempts = int.MaxValue,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = options.FirstDelay,
                    MaxDelay = options.MaxDelay,
                    Randomizer = () => jitter(),
                    ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Result is Step { IsLast: false }),
                    DelayGenerator = static args => ValueTask.FromResult((args.Outcome.Result as Step)?.After),
                }
            )
            .Build();

    /// <summary>Takes steps until the last one. Nearly every order needs one alone, and the pipeline is not asked for that.</summary>
    /// <exception cref="OperationCanceledException">The execution's waits have ended.</exception>
    public static async ValueTask<Step<TResult>> RunAsync<TResult>(
        ResiliencePipeline pipeline,
        OrderProtocol protocol,
        OrderExecution<TResult> execution
    )
        where TResult : class
    {
        execution.Waits.ThrowIfCancellationRequested();
        var first = await protocol.StepAsync(execution).ConfigureAwait(false);
        return first.IsLast
            ? first
            : await pipeline
                .ExecuteAsync(
                    static (steps, _) => steps.NextAsync(),
                    new FurtherSteps<TResult>(protocol, execution, first),
                    execution.Waits
                )
                .ConfigureAwait(false);
    }

    /// <summary>The steps as the pipeline sees them: the first is the one that was taken already.</summary>
    private sealed class FurtherSteps<TResult>(OrderProtocol protocol, OrderExecution<TResult> execution, Step<TResult> first)
        where TResult : class
    {
        private Step<TResult>? _taken = first;

        public ValueTask<Step<TResult>> NextAsync()
        {
            var taken = _taken;
            _taken = null;
            return taken is null ? protocol.StepAsync(execution) : new(taken);
        }
    }
}

/// <summary>How one step of the protocol ended: with a result, with a failure, or with another step to come.</summary>
internal class Step
{
    protected Step(bool isLast, TimeSpan? after) => (IsLast, After) = (isLast, after);

    public bool IsLast { get; }

    /// <summary>The wait before the next step; null for the usual one.</summary>
    public TimeSpan? After { get; }
}

/// <summary>A step of an operation with a result of some type.</summary>
internal sealed class Step<TResult> : Step
    where TResult : class
{
    private Step(TResult? result, Exception? failure, TimeSpan? after)
        : base(result is not null || failure is not null, after) => (Result, Failure) = (result, failure);

    /// <summary>Another step after the usual wait.</summary>
    public static Step<TResult> Again { get; } = new(null, null, null);

    /// <summary>Another step without a wait.</summary>
    public static Step<TResult> AtOnce { get; } = new(null, null, TimeSpan.Zero);

    public TResult? Result { get; }

    public Exception? Failure { get; }

    public static Step<TResult> Done(TResult result) => new(result, null, null);

    public static Step<TResult> Failed(Exception failure) => new(null, failure, null);

    public static Step<TResult> AgainAfter(TimeSpan? after) => after is null ? Again : new(null, null, after);
}
