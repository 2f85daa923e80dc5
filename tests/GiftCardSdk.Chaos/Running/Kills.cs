using GiftCardSdk.Chaos.Buying;
using GiftCardSdk.Chaos.Orders;

namespace GiftCardSdk.Chaos.Running;

/// <summary>
/// Real processes that are killed, again and again, each time after a random number of orders, and now and then while they start; and started anew
/// on the same journal, until everything is bought.
/// </summary>
internal static class Kills
{
    private const int Purpose = 707;
    private const int OrdersALife = 100;
    private const int LeastKills = 2;
    private const int MostKills = 60;
    private const int PercentWhileStarting = 10;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(3);
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(1.5);

    /// <summary>No progress for so long on any machine is a defect.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(5);

    /// <summary>Buys everything, with as many processes at a time as there are plans.</summary>
    /// <returns>How often a process was killed.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<Plan> plans) => (await Task.WhenAll(plans.Select(RunAsync))).Sum();

    private static async Task<int> RunAsync(Plan plan)
    {
        var dice = new Dice(plan.Seed, Purpose, plan.Slot);
        var share = plan.Orders / plan.Slots;
        var progress = new Progress(plan.AnswerFile, share);
        var average = Math.Max(1, share / Math.Clamp(share / OrdersALife, LeastKills, MostKills));
        for (var kills = 0; ; kills++)
        {
            using var child = Child.Start(plan);
            await (
                dice.Percent(PercentWhileStarting)
                    ? EndedOrAsync(child, dice.Between(TimeSpan.Zero, LongestStart))
                    : EndedOrAsync(child, progress, progress.Settled + dice.Next(2 * average))
            );
            if (child.HasEnded)
            {
                await child.EnsureDoneAsync();
                return kills;
            }

            child.Kill();
        }
    }

    private static async Task EndedOrAsync(Child child, TimeSpan after)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!child.HasEnded && TimeProvider.System.GetElapsedTime(begun) < after)
        {
            await Task.Delay(LookEvery, TimeProvider.System);
        }
    }

    private static async Task EndedOrAsync(Child child, Progress progress, int settled)
    {
        var (seen, since) = (progress.Settled, TimeProvider.System.GetTimestamp());
        while (!child.HasEnded && progress.Look() <= settled)
        {
            if (progress.Settled > seen)
            {
                (seen, since) = (progress.Settled, TimeProvider.System.GetTimestamp());
            }

            if (TimeProvider.System.GetElapsedTime(since) > Stuck)
            {
                throw new InvalidOperationException(
                    $"A buying process has settled no order for {Stuck.TotalMinutes} minutes, after {seen} in all."
                );
            }

            await Task.Delay(LookEvery, TimeProvider.System);
        }
    }
}
