using System.Diagnostics;

namespace GiftCardSdk.Model.Tests;

/// <summary>
/// Waits until nothing runs any more that a step has set off: on a clock that stands still, all that is left then waits for time or for the next
/// command. Most steps never leave their thread; the ends of executions and the resolver's passes do, by way of the thread pool.
/// </summary>
internal static class Quiet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Returns when the pool has neither work that waits nor a thread that works.</summary>
    public static void Wait()
    {
        if (IsQuiet)
        {
            return;
        }

        var since = TimeProvider.System.GetTimestamp();
        for (var spin = new SpinWait(); !IsQuiet; spin.SpinOnce(sleep1Threshold: -1))
        {
            if (spin.Count % 1024 == 1023 && TimeProvider.System.GetElapsedTime(since) > Patience)
            {
                throw new UnreachableException("The thread pool does not come to rest; something there waits for the real clock.");
            }
        }
    }

    // In this order: a worker is counted from the moment that its work is queued until it has found the queue empty.
    private static bool IsQuiet => CountBusyThreads() == 0 && ThreadPool.PendingWorkItemCount == 0 && CountBusyThreads() == 0;

    private static int CountBusyThreads()
    {
        ThreadPool.GetMaxThreads(out var all, out _);
        ThreadPool.GetAvailableThreads(out var free, out _);
        return all - free;
    }
}
