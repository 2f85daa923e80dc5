namespace GiftCardSdk.Testing;

/// <summary>How one look-up by the caller's key ends.</summary>
public sealed record ScriptedLookup
{
    private ScriptedLookup() { }

    /// <summary>What is true: found if it was sold by now, otherwise not found. What happens when nothing is scripted.</summary>
    public static ScriptedLookup Truth { get; } = new();

    /// <summary>Not found, whatever was sold: an index that lags behind.</summary>
    public static ScriptedLookup Miss { get; } = new() { IsMiss = true };

    /// <summary>No answer until the caller gives up.</summary>
    public static ScriptedLookup Hangs { get; } = new() { IsHanging = true };

    /// <summary>Nothing is proved.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>The end.</returns>
    public static ScriptedLookup Inconclusive(string reason) => new() { Reason = reason };

    /// <summary>It fails.</summary>
    /// <param name="exception">The failure.</param>
    /// <returns>The end.</returns>
    public static ScriptedLookup Throws(Exception exception) => new() { Exception = exception };

    internal bool IsMiss { get; private init; }

    internal bool IsHanging { get; private init; }

    internal string? Reason { get; private init; }

    internal Exception? Exception { get; private init; }
}
