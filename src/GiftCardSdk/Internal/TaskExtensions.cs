namespace GiftCardSdk.Internal;

internal static class TaskExtensions
{
    /// <summary>A task that is not waited for any longer must not surface as an unobserved failure.</summary>
    public static void Abandon(this Task? task) =>
        _ = task?.ContinueWith(
            static ended => _ = ended.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
}
