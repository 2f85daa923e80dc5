using GiftCardSdk.Chaos.Orders;
using GiftCardSdk.Chaos.World;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Chaos.Faults;

/// <summary>What goes wrong at the twins: every kind of fault on what sells, the fitting ones on what is read, as often as the seed says.</summary>
internal static class FaultPlan
{
    private const int Purpose = 202;

    /// <summary>So many delays are drawn for each kind that is late, since a fault has one.</summary>
    private const int Delays = 4;

    /// <summary>What is kept free of the quiet time besides a jump of the clock.</summary>
    private static readonly TimeSpan Room = TimeSpan.FromMinutes(1);

    /// <summary>So many quiet times late are the commits that nothing can protect from, at least and at most.</summary>
    private const int LeastQuietTimes = 6;
    private const int MostQuietTimes = 12;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly FaultKind[] Late = [FaultKind.SlowAnswer, FaultKind.SlowCommit, FaultKind.LateCommit];

    private static readonly FaultKind[] OfReads =
    [
        FaultKind.RateLimited,
        FaultKind.ServerErrorBeforeCommit,
        FaultKind.ResetBeforeCommit,
        FaultKind.CloseBeforeCommit,
        FaultKind.TruncatedBody,
        FaultKind.BrokenBody,
        FaultKind.EmptyBody,
        FaultKind.HtmlBody,
        FaultKind.SlowAnswer,
    ];

    /// <summary>Arms all twins.</summary>
    /// <param name="world">The twins.</param>
    /// <param name="seed">What probabilities and delays are drawn from.</param>
    /// <param name="beyondQuietTime">Whether some commits come later than the quiet time, which nothing can protect from.</param>
    public static void Arm(TwinWorld world, int seed, bool beyondQuietTime)
    {
        foreach (var (index, provider) in Provider.All.Index())
        {
            var dice = new Dice(seed, Purpose, index);
            var script = world.TwinOf(provider).Faults;
            foreach (var fault in OfProvider(provider, dice, beyondQuietTime))
            {
                script.Add(fault);
            }
        }
    }

    /// <summary>All is well from now on; what was to come late still does.</summary>
    public static void Disarm(TwinWorld world)
    {
        foreach (var twin in world.Sandbox.Twins)
        {
            twin.Faults.Clear();
        }
    }

    /// <summary>The latest commit that still is within what the quiet time is meant for, whatever else delays it.</summary>
    public static TimeSpan LatestCommit(Provider provider)
    {
        var latest = provider.QuietTime - TwinWorld.LongestJump - Room;
        // At Huuray a search may lag as well; the others show an order as soon as it is made.
        return provider.Name == "huuray" ? latest - Switches.LongestHidden : latest;
    }

    private static IEnumerable<Fault> OfProvider(Provider provider, Dice dice, bool beyondQuietTime)
    {
        foreach (var create in provider.Creates)
        {
            foreach (var kind in FaultScript.RequestKinds)
            {
                foreach (var fault in OfCreate(create, kind, dice, LatestCommit(provider)))
                {
                    yield return fault;
                }
            }

            foreach (var fault in Gateway.OfCreate(create, dice))
            {
                yield return fault;
            }

            if (beyondQuietTime)
            {
                yield return Make(create, FaultKind.LateCommit, 0.04m) with
                {
                    Delay = dice.Between(LeastQuietTimes * provider.QuietTime, MostQuietTimes * provider.QuietTime),
                };
            }
        }

        foreach (var read in provider.Reads)
        {
            foreach (var fault in Gateway.OfRead(read, dice))
            {
                yield return fault;
            }

            foreach (var kind in OfReads)
            {
                yield return Make(read, kind, Chance(dice, 0.002m, 0.02m)) with
                {
                    Delay = dice.Between(Second, 20 * Second),
                };
            }
        }
    }

    private static IEnumerable<Fault> OfCreate(string create, FaultKind kind, Dice dice, TimeSpan latest)
    {
        if (!Late.Contains(kind))
        {
            return [Make(create, kind, Chance(dice, 0.003m, 0.025m))];
        }

        return Enumerable
            .Range(0, Delays)
            .Select(_ => Make(create, kind, Chance(dice, 0.002m, 0.01m)) with { Delay = dice.Between(Second, latest) });
    }

    private static Fault Make(string operation, FaultKind kind, decimal probability) =>
        new()
        {
            Operation = operation,
            Kind = kind,
            Probability = probability,
            RetryAfter = kind == FaultKind.RateLimited ? Second : null,
        };

    private static decimal Chance(Dice dice, decimal least, decimal most) => least + ((most - least) * (decimal)dice.NextFraction());
}
