namespace GiftCardSdk.TestHelpers;

/// <summary>
/// Waits until the thread pool has done all that it can do while no clock moves: what is left then waits for time. A test that moves a clock
/// before that lets a deadline pass over work that a busy machine has merely not come to yet.
/// </summary>
public static class PoolRest
{
    /// <summary>A thread that a test has blocked on purpose never rests, so this many looks are enough; each gives way to other threads.</summary>
    private const int MostLooks = 2_000;

    /// <summary>Completes, on a thread of the pool, when no other thread of it works and nothing is queued.</summary>
    public static async Task WaitAsync()
    {
        for (var look = 0; look < MostLooks; look++)
        {
            await HopAsync().ConfigureAwait(false);
            if (IsAtRest)
            {
                return;
            }

            Thread.Yield();
        }
    }

    // In this order: a worker is counted from the moment that its work is queued until it has found the queue empty.
    private static bool IsAtRest => CountBusyThreads() <= 1 && ThreadPool.PendingWorkItemCount == 0 && CountBusyThreads() <= 1;

    private static int CountBusyThreads()
    {
        ThreadPool.GetMaxThreads(out var all, out _);
        ThreadPool.GetAvailableThreads(out var free, out _);
        return all - free;
    }

    /// <summary>
    /// Goes to the end of the pool's common queue. A thread takes the newest of its own queue first, so that a hop through that one would overtake
    /// what has waited there for longer.
    /// </summary>
    private static Task HopAsync()
    {
        var hop = new TaskCompletionSource();
        ThreadPool.UnsafeQueueUserWorkItem(static hop => hop.SetResult(), hop, preferLocal: false);
        return hop.Task;
    }
}
