using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Tests.Http;

internal static class ClockExtensions
{
    /// <summary>Moves the clock from one wait to the next until the work is done; timers further off than a few seconds are deadlines.</summary>
    public static Task<T> FinishAsync<T>(this ManualTimeProvider clock, Task<T> work, TimeSpan? within = null) =>
        clock.RunUntilCompletedAsync(work, within ?? TimeSpan.FromSeconds(9), TestContext.Current.CancellationToken);

    /// <summary>The failure that the work ends with, with time passing until then.</summary>
    public static async Task<GiftCardException> FailAsync<T>(this ManualTimeProvider clock, Task<T> work, TimeSpan? within = null) =>
        await Should.ThrowAsync<GiftCardException>(() => clock.FinishAsync(work, within));
}
