using System.Diagnostics.CodeAnalysis;

namespace GiftCardSdk.Schedules;

/// <summary>
/// What the rewritten assemblies call in place of members of .NET that are newer than Coyote: the same meaning, made of parts that Coyote controls.
/// Each method stands in for the member of the same name; its first parameter is the object that the member was called on.
/// </summary>
[SuppressMessage("Design", "CA1045", Justification = "The member that a seam stands in for decides its parameters.")]
[SuppressMessage("Design", "CA1068", Justification = "The member that a seam stands in for decides its parameters.")]
public static partial class Seams
{
    /// <summary>In place of <see cref="Task{TResult}.WaitAsync(CancellationToken)"/>.</summary>
    public static async Task<TResult> WaitAsync<TResult>(Task<TResult> task, CancellationToken cancellationToken)
    {
        await WaitAsync((Task)task, cancellationToken);
        return await task;
    }

    /// <summary>In place of <see cref="Task{TResult}.WaitAsync(TimeSpan, TimeProvider)"/>.</summary>
    public static Task<TResult> WaitAsync<TResult>(Task<TResult> task, TimeSpan timeout, TimeProvider timeProvider) =>
        WaitAsync(task, timeout, timeProvider, CancellationToken.None);

    /// <summary>In place of <see cref="Task{TResult}.WaitAsync(TimeSpan, TimeProvider, CancellationToken)"/>.</summary>
    public static async Task<TResult> WaitAsync<TResult>(
        Task<TResult> task,
        TimeSpan timeout,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        await WaitAsync((Task)task, timeout, timeProvider, cancellationToken);
        return await task;
    }

    /// <summary>In place of <see cref="Task.WaitAsync(CancellationToken)"/>.</summary>
    public static Task WaitAsync(Task task, CancellationToken cancellationToken) =>
        task is { IsCompleted: false } && cancellationToken.CanBeCanceled ? WaitForAsync(task, cancellationToken) : task;

    /// <summary>In place of <see cref="Task.WaitAsync(TimeSpan, TimeProvider, CancellationToken)"/>.</summary>
    public static async Task WaitAsync(Task task, TimeSpan timeout, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource();
        using var timer = timeProvider.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), late, timeout, Endless);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await WaitAsync(task, either.Token);
        }
        catch (OperationCanceledException) when (!task.IsCompleted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException();
        }
    }

    /// <summary>In place of <see cref="Task.Delay(TimeSpan, TimeProvider, CancellationToken)"/>.</summary>
    public static async Task Delay(TimeSpan delay, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource();
        using var timer = timeProvider.CreateTimer(static over => ((TaskCompletionSource)over!).TrySetResult(), over, delay, Endless);
        await WaitAsync(over.Task, cancellationToken);
    }

    /// <summary>In place of <see cref="CancellationTokenSource.CancelAsync"/>.</summary>
    public static Task CancelAsync(CancellationTokenSource source) => Task.Run(source.Cancel);

    /// <summary>Before <c>ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing)</c>, which becomes the plain one.</summary>
    public static async Task ConfigureAwait(Task task, ConfigureAwaitOptions options)
    {
        try
        {
            await task;
        }
        catch (Exception) when (options.HasFlag(ConfigureAwaitOptions.SuppressThrowing)) { }
    }

    /// <summary>In place of the continuation by which a task is forgotten: nothing listens for unobserved failures here.</summary>
    public static Task<TResult> ContinueWith<TResult>(
        Task task,
        Func<Task, TResult> function,
        CancellationToken cancellationToken,
        TaskContinuationOptions options,
        TaskScheduler scheduler
    ) => Task.FromResult(default(TResult)!);

    /// <summary>In place of <see cref="Parallel.ForEachAsync{T}(IAsyncEnumerable{T}, ParallelOptions, Func{T, CancellationToken, ValueTask})"/>.</summary>
    public static async Task ForEachAsync<T>(
        IAsyncEnumerable<T> source,
        ParallelOptions options,
        Func<T, CancellationToken, ValueTask> body
    )
    {
        var running = new List<Task>();
        await foreach (var item in source)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            running.Add(Task.Run(async () => await body(item, options.CancellationToken)));
        }

        await Task.WhenAll(running);
    }

    /// <summary>In place of <see cref="Parallel.ForEachAsync{T}(IEnumerable{T}, ParallelOptions, Func{T, CancellationToken, ValueTask})"/>.</summary>
    public static async Task ForEachAsync<T>(IEnumerable<T> source, ParallelOptions options, Func<T, CancellationToken, ValueTask> body)
    {
        options.CancellationToken.ThrowIfCancellationRequested();
        await Task.WhenAll(source.Select(item => Task.Run(async () => await body(item, options.CancellationToken))).ToArray());
    }

    private static TimeSpan Endless => Timeout.InfiniteTimeSpan;

    private static async Task WaitForAsync(Task task, CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource();
        using var notice = cancellationToken.Register(() => over.TrySetCanceled(cancellationToken));
        _ = FollowAsync(task, over);
        await over.Task;
    }

    private static async Task FollowAsync(Task task, TaskCompletionSource over)
    {
        try
        {
            await task;
            over.TrySetResult();
        }
        catch (OperationCanceledException cancelled)
        {
            over.TrySetCanceled(cancelled.CancellationToken);
        }
        catch (Exception failure)
        {
            over.TrySetException(failure);
        }
    }
}
