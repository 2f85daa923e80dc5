namespace GiftCardSdk.Sandbox;

/// <summary>
/// The system's clock with an offset that can be moved forward: a developer need not wait for a reward to be delivered or to expire.
/// Waits that have begun are not shortened; they run on real time.
/// </summary>
public sealed class SandboxClock : TimeProvider
{
    private long _offset;
    private DateTimeOffset? _standsAt;

    /// <summary>How far this clock is ahead of the system's.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    /// <summary>Moves the clock forward.</summary>
    /// <param name="by">Zero or more.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _offset, by.Ticks);
    }

    /// <summary>Stands still at a time, until <see cref="Go"/>. Not while anybody else reads it.</summary>
    internal void StandAt(DateTimeOffset time) => _standsAt = time;

    /// <summary>Goes with the system's clock again, ahead of it by what it was turned.</summary>
    internal void Go() => _standsAt = null;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _standsAt ?? (System.GetUtcNow() + Offset);

    /// <inheritdoc />
    public override long GetTimestamp() => System.GetTimestamp() + (long)(Offset.TotalSeconds * TimestampFrequency);
}
