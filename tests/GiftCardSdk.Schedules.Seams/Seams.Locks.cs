using Microsoft.Coyote.Runtime;

namespace GiftCardSdk.Schedules;

public static partial class Seams
{
    /// <summary>A lock that keeps nobody out: for a proof that the scenes need it. None, as a rule.</summary>
    public static Lock? StandsOpen { get; set; }

    [ThreadStatic]
    private static Stack<Lock?>? _held;

    /// <summary>In place of <see cref="Lock.EnterScope"/>: a monitor first, so that the schedule decides who gets it and knows who waits.</summary>
    public static Lock.Scope EnterScope(Lock gate)
    {
        _held ??= new();
        if (StandsOpen == gate)
        {
            SchedulingPoint.Interleave();
            _held.Push(null);
            return new Lock().EnterScope();
        }

#pragma warning disable CS9216 // As an object it has a monitor, and that is what is wanted here.
        Monitor.Enter(gate);
#pragma warning restore CS9216
        _held.Push(gate);
        return gate.EnterScope();
    }

    /// <summary>In place of <see cref="Lock.Scope.Dispose"/>.</summary>
    public static void Dispose(ref Lock.Scope scope)
    {
        scope.Dispose();
        if (_held!.Pop() is { } gate)
        {
#pragma warning disable CS9216 // See above.
            Monitor.Exit(gate);
#pragma warning restore CS9216
        }
    }
}
