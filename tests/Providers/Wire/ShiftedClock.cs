namespace GiftCardSdk.Providers.Wire;

/// <summary>The clock of a machine whose wall clock is off: a test's clock, and so far ahead of it.</summary>
internal sealed class ShiftedClock(TimeProvider clock) : TimeProvider
{
    /// <summary>How far ahead the wall clock is; behind, if negative.</summary>
    public TimeSpan Ahead { get; set; }

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Ahead;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}

/// <summary>What stands in the <c>Date</c> of a provider's answers.</summary>
public enum WireDate
{
    /// <summary>The provider's own time.</summary>
    Own = 0,

    /// <summary>None that can be read.</summary>
    None,

    /// <summary>That of a gateway twenty minutes ahead.</summary>
    OfAGatewayAhead,

    /// <summary>That of a gateway twenty minutes behind.</summary>
    OfAGatewayBehind,

    /// <summary>One of several gateways, which do not agree.</summary>
    OfManyGateways,

    /// <summary>A date in another century.</summary>
    Wild,
}

internal static class WireDates
{
    /// <summary>The header, given the provider's time; for a twin's <c>WriteDate</c>.</summary>
    public static Func<DateTimeOffset, DateTimeOffset?> Header(this WireDate date)
    {
        var turn = 0;
        return now =>
            date switch
            {
                WireDate.Own => now,
                WireDate.None => null,
                WireDate.OfAGatewayAhead => now.AddMinutes(20),
                WireDate.OfAGatewayBehind => now.AddMinutes(-20),
                WireDate.OfManyGateways => now.AddMinutes(Interlocked.Increment(ref turn) % 3 * 17),
                _ => now.AddYears(100),
            };
    }
}
