using GiftCardSdk.Chaos.Buying;
using GiftCardSdk.Chaos.Orders;

namespace GiftCardSdk.Chaos.Running;

/// <summary>All lives in this process: the SDK is stopped now and then, with orders under way, and started anew on the same journal.</summary>
internal static class Restarts
{
    private const int Purpose = 606;
    private const int OrdersALife = 700;
    private const int MostLives = 20;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(10);

    /// <summary>Buys everything.</summary>
    public static async Task RunAsync(Plan plan, TimeProvider clock)
    {
        var dice = new Dice(plan.Seed, Purpose);
        var progress = new Progress(plan.AnswerFile, plan.Orders);
        var average = plan.Orders / Math.Clamp(plan.Orders / OrdersALife, 3, MostLives);
        var isDone = false;
        while (!isDone)
        {
            using var stop = new CancellationTokenSource();
            var life = Life.LiveAsync(plan, clock, stop.Token);
            var end = progress.Settled + 1 + dice.Next(2 * average);
            while (!life.IsCompleted && progress.Look() < end)
            {
                await Task.Delay(LookEvery, TimeProvider.System);
            }

            await stop.CancelAsync();
            isDone = await life;
        }
    }
}
