namespace GiftCardSdk.Conformance;

/// <summary>
/// A stage without HTTP, for an adapter whose provider is in the same process. What can only be tried on a wire is skipped with
/// <see cref="Reason"/>; an adapter that makes an HTTP client nevertheless fails <see cref="ConformanceCoverage{TFixture}"/>.
/// </summary>
public abstract class OfflineConformanceStage : ConformanceStage
{
    private int _httpClients;

    /// <summary>Makes the stage.</summary>
    /// <param name="clock">The clock of stand-in and application.</param>
    /// <param name="reason">Why there is no wire, in a sentence; the skipped tests show it.</param>
    protected OfflineConformanceStage(ConformanceClock clock, string reason)
        : base(clock)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Reason = reason;
    }

    /// <summary>Why there is no wire.</summary>
    public string Reason { get; }

    /// <summary>How many HTTP handlers the adapter was given: none, if it is true that there is no wire.</summary>
    internal int HttpClients => Volatile.Read(ref _httpClients);

    internal HttpMessageHandler CreateHandler()
    {
        Interlocked.Increment(ref _httpClients);
        return new SocketsHttpHandler();
    }
}
