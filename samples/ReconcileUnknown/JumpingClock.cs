namespace ReconcileUnknown;

/// <summary>The system's clock, which can jump ahead: nobody wants to watch a sample for a day.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(_ahead.TotalSeconds * TimestampFrequency);

    public void Jump(TimeSpan by) => _ahead += by;
}
