namespace GiftCardSdk.Giftbit.Tests;

public sealed class HastyClockTests
{
    [Fact]
    public async Task A_delay_passes_at_once_and_brings_about_the_deadlines_before_its_end()
    {
        var clock = new HastyClock();
        using var early = new CancellationTokenSource(TimeSpan.FromSeconds(100), clock);
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(700), clock);
        var begin = clock.GetUtcNow();

        await Task.Delay(TimeSpan.FromSeconds(600), clock, CancellationToken.None);

        (clock.GetUtcNow() - begin).ShouldBe(TimeSpan.FromSeconds(600));
        (early.IsCancellationRequested, late.IsCancellationRequested).ShouldBe((true, false));
    }
}
