using GiftCardSdk.Internal;
using Polly;
using Polly.Retry;

namespace GiftCardSdk.Http.Internal;

/// <summary>Which attempts are repeated, how often, and after how long.</summary>
internal sealed class RetryRules(RetryBudget budget, JitterSource random)
{
    /// <summary>How often a read is repeated at most.</summary>
    public const int MaxRetries = 3;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(8);

    /// <summary>Where Polly carries the call.</summary>
    public static ResiliencePropertyKey<ProviderRequest> RequestKey { get; } = new("GiftCardSdk.Request");

    /// <summary>Statuses after which the same request may succeed.</summary>
    public static bool IsTransient(int status) => status is 408 or 429 or (>= 500 and <= 599);

    /// <summary>The call did not work for a reason that may pass. 429 is one, though the provider is well.</summary>
    public static bool FailedForNow(ProviderRequest request, Outcome<HttpResponseMessage> outcome) =>
        outcome switch
        {
            { Exception: AttemptFailedException failure } => failure.IsTransient,
            { Result: { } response } => !request.Succeeded && IsTransient((int)response.StatusCode),
            _ => false,
        };

    /// <summary>The provider is not well.</summary>
    public static bool IsProviderDown(ProviderRequest request, Outcome<HttpResponseMessage> outcome) =>
        outcome.Result?.StatusCode != System.Net.HttpStatusCode.TooManyRequests && FailedForNow(request, outcome);

    /// <summary>Decides on a retry, and on its wait with it: a wait that the deadline would cut short is not begun.</summary>
    public bool ShouldRetry(RetryPredicateArguments<HttpResponseMessage> args)
    {
        var request = args.Context.Properties.GetValue(RequestKey, null!);
        if (
            request.Operation.Safety != RetrySafety.Read
            || args.AttemptNumber >= MaxRetries
            || args.Context.CancellationToken.IsCancellationRequested
            || !FailedForNow(request, args.Outcome)
        )
        {
            return false;
        }

        request.NextDelay = request.RetryAfter ?? BackOff(args.AttemptNumber);
        return request.NextDelay < request.Remaining && budget.TryTake();
    }

    /// <summary>Half a second, doubled each time, up to 8; between half and the whole of that.</summary>
    /// <param name="attempt">0 for the first retry.</param>
    /// <returns>The wait.</returns>
    public TimeSpan BackOff(int attempt)
    {
        var whole = Math.Min(FirstDelay.Ticks << Math.Min(attempt, 10), MaxDelay.Ticks);
        return TimeSpan.FromTicks((long)(whole * (0.5 + (0.5 * random()))));
    }
}
