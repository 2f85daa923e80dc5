using GiftCardSdk.Testing;
using static Microsoft.Coyote.Specifications.Specification;

namespace GiftCardSdk.Schedules.Scenes;

/// <summary>A few threads that want the same order; the schedule decides who goes on.</summary>
internal static class Scene
{
    public static IReadOnlyDictionary<string, Func<Mutant, Task>> All { get; } =
        new Dictionary<string, Func<Mutant, Task>>(StringComparer.Ordinal)
        {
            ["two-callers"] = TwoCallersAsync,
            ["a-caller-who-leaves"] = LeavingAsync,
            ["a-lost-answer"] = LostAnswerAsync,
            ["a-dead-process"] = DeadProcessAsync,
            ["a-shutdown"] = ShutdownAsync,
            ["two-processes"] = TwoProcessesAsync,
            ["everything"] = EverythingAsync,
            ["a-death-beside-the-same-order"] = _ => DeathBesideAsync(World.Reference),
            ["a-death-beside-another-order"] = _ => DeathBesideAsync("order-2"),
        };

    /// <summary>Two callers of one reference: one purchase, and both get it.</summary>
    private static async Task TwoCallersAsync(Mutant mutant)
    {
        var world = new World();
        var shop = new Shop(world, mutant);
        Call[] calls = [shop.Place(), shop.Place()];

        await Verdict.JudgeAsync(world, calls);

        Verdict.AllGotIt(calls);
    }

    /// <summary>One caller gives up at any moment, another one comes: the end of the one is never the other's.</summary>
    private static async Task LeavingAsync(Mutant mutant)
    {
        var world = new World();
        var shop = new Shop(world, mutant);
        using var leaves = new CancellationTokenSource();
        Call[] calls = [shop.Place(leaves.Token), shop.Place()];
        await Task.Run(leaves.Cancel);

        await Verdict.JudgeAsync(world, calls);

        Verdict.AllGotIt(calls[1]);
    }

    /// <summary>The answer to the first send is lost, after the sale or before it; two callers, and the resolver in between.</summary>
    private static async Task LostAnswerAsync(Mutant mutant)
    {
        foreach (var end in new[] { ScriptedEnd.AnswerLost, ScriptedEnd.RequestLost })
        {
            var world = new World();
            world.Provider.NextOrders(end);
            var shop = new Shop(world, mutant);
            var pass = shop.Resolve();
            Call[] calls = [shop.Place(), shop.Place()];
            await pass;

            await Verdict.JudgeAsync(world, calls);

            Verdict.AllGotIt(calls);
        }
    }

    /// <summary>A process died while it sent; in the next one the resolver looks for the order while two callers place it and one of them leaves.</summary>
    private static async Task DeadProcessAsync(Mutant mutant)
    {
        foreach (var afterSale in new[] { true, false })
        {
            var world = new World();
            await DieWhileSendingAsync(world, afterSale);
            var shop = new Shop(world, mutant);
            using var leaves = new CancellationTokenSource();
            var pass = shop.Resolve();
            Call[] calls = [shop.Place(), shop.Place(leaves.Token)];
            await Task.Run(leaves.Cancel);
            await pass;

            await Verdict.JudgeAsync(world, calls);

            Verdict.AllGotIt(calls[0]);
        }
    }

    /// <summary>A shutdown meets two callers: what was sold is known, and nothing is sold any more when it is over.</summary>
    private static async Task ShutdownAsync(Mutant mutant)
    {
        var world = new World();
        var shop = new Shop(world, mutant);
        Call[] calls = [shop.Place(), shop.Place()];
        await shop.Drain();
        var sold = world.Provider.Ledger.Count;

        await Verdict.JudgeAsync(world, calls);

        Assert(world.Provider.Ledger.Count == sold, "Something was sold after the shutdown was over.");
    }

    /// <summary>Two processes on one journal place the same order.</summary>
    private static async Task TwoProcessesAsync(Mutant mutant)
    {
        var world = new World(isShared: true);
        Call[] calls = [new Shop(world, mutant).Place(), new Shop(world, mutant).Place()];

        await Verdict.JudgeAsync(world, calls);
    }

    /// <summary>All at once, on an order that a dead process was sending.</summary>
    private static async Task EverythingAsync(Mutant mutant)
    {
        var world = new World();
        await DieWhileSendingAsync(world, afterSale: false);
        var shop = new Shop(world, mutant);
        using var leaves = new CancellationTokenSource();
        Call[] calls = [shop.Place(), shop.Place(leaves.Token)];
        Task[] others = [shop.Resolve(), Task.Run(leaves.Cancel), shop.Drain()];
        await Task.WhenAll(others);

        await Verdict.JudgeAsync(world, calls);
    }

    /// <summary>
    /// A process dies at a write while its resolver looks for an order and a caller places the same one, or another one. The model once said that a
    /// dead process had sent an order: so it is, if another thread of it was about to send another order; it never is with one order alone.
    /// </summary>
    private static async Task DeathBesideAsync(OrderReference placed)
    {
        const int AFewSteps = 20;
        var world = new World();
        await DieWhileSendingAsync(world, afterSale: false);
        var mortal = new Mortal(placed);
        var shop = new Shop(world, mortal);
        var look = shop.Resolve();
        var call = shop.Place(placed);
        var told = call.EndAsync();
        // Whoever places the order that the dead resolver looked at waits for it, and is at no place that could be waited for.
        // Arrays, since Coyote does not know the newer spans.
        var isStuck = placed == World.Reference ? mortal.Died : Task.WhenAll(new[] { mortal.Died, Task.WhenAny(mortal.Reached, told) });
        await Task.WhenAny(isStuck, Task.WhenAll(new[] { look, told }));
        for (var step = 0; step < AFewSteps; step++)
        {
            await Task.Yield();
        }
    }

    private static async Task DieWhileSendingAsync(World world, bool afterSale)
    {
        var death = new DiesWhileSending(afterSale);
        _ = new Shop(world, death).Place();
        await death.Died;
    }
}
