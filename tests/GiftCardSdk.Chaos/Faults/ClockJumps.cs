using GiftCardSdk.Chaos.Orders;
using GiftCardSdk.Chaos.World;

namespace GiftCardSdk.Chaos.Faults;

/// <summary>Lets the clock jump ahead now and then, for everybody at once, as after a suspended machine.</summary>
internal sealed class ClockJumps : IAsyncDisposable
{
    private const int Purpose = 303;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _jumping;

    public ClockJumps(TwinWorld world, int seed) => _jumping = JumpAsync(world, new Dice(seed, Purpose));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _jumping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task JumpAsync(TwinWorld world, Dice dice)
    {
        while (true)
        {
            // The machine's own time: however fast the shared clock runs, requests under way get a while to arrive.
            await Task.Delay(dice.Between(ShortestPause, LongestPause), TimeProvider.System, _stop.Token);
            await world.JumpAsync(dice.Between(Shortest, TwinWorld.LongestJump));
        }
    }
}
