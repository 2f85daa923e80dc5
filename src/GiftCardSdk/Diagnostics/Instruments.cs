using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GiftCardSdk.Diagnostics;

/// <summary>The activity source and the instruments, once an application.</summary>
internal sealed class Instruments : IDisposable
{
    private static readonly double[] Buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 100];

    private readonly Meter? _own;

    /// <param name="factory">The application's meters; null makes a meter of our own.</param>
    public Instruments(IMeterFactory? factory = null)
    {
        var meter = factory?.Create(new MeterOptions(GiftCardTelemetry.MeterName)) ?? (_own = new Meter(GiftCardTelemetry.MeterName));
        var advice = new InstrumentAdvice<double> { HistogramBucketBoundaries = Buckets };
        OperationDuration = meter.CreateHistogram(
            GiftCardTelemetry.OperationDuration,
            "s",
            "Duration of calls to providers, waits and retries included.",
            tags: null,
            advice
        );
        RateLimitWait = meter.CreateHistogram(
            GiftCardTelemetry.RateLimitWait,
            "s",
            "Waits for an account's rate limit.",
            tags: null,
            advice
        );
        Retries = meter.CreateCounter<long>(GiftCardTelemetry.Retries, "{retry}", "Reads that were sent once more.");
    }

    public static ActivitySource Source { get; } = new(GiftCardTelemetry.ActivitySourceName);

    public Histogram<double> OperationDuration { get; }

    public Histogram<double> RateLimitWait { get; }

    public Counter<long> Retries { get; }

    public void Dispose() => _own?.Dispose();
}
