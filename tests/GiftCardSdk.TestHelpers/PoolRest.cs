namespace GiftCardSdk.TestHelpers;

/// <summary>
/// Waits until the thread pool has done all that it can do while no clock moves: what is left then waits for time. A test that moves a clock
/// before that lets a deadline pass over work that a busy machine has merely not come to yet.
/// </summary>
public static class PoolRest
{
    private const int FewestHops = 40;
    private const int MostHops = 200;

    /// <summary>The caller's own thread, and that of the test runner.</summary>
    private const int UsuallyBusy = 2;

    /// <summary>Completes, on a thread of the pool, when what was queued has been done, as far as that can be seen.</summary>
    public static async Task WaitAsync()
    {
        for (var hop = 1; hop <= MostHops && (hop <= FewestHops || !IsAtRest); hop++)
        {
            await HopAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Completes when what is queued now has begun: goes to the end of the pool's common queue. A thread takes the newest of its own queue first, so
    /// that a hop through that one would overtake what has waited there for longer.
    /// </summary>
    public static Task HopAsync()
    {
        var hop = new TaskCompletionSource();
        ThreadPool.UnsafeQueueUserWorkItem(static hop => hop.SetResult(), hop, preferLocal: false);
        return hop.Task;
    }

    private static bool IsAtRest
    {
        get
        {
            ThreadPool.GetMaxThreads(out var all, out _);
            ThreadPool.GetAvailableThreads(out var free, out _);
            return all - free <= UsuallyBusy && ThreadPool.PendingWorkItemCount == 0;
        }
    }
}
