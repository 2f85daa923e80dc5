using static Microsoft.Coyote.Specifications.Specification;

namespace GiftCardSdk.Schedules.Scenes;

/// <summary>What must hold when a scene is over: the provider's ledger is right by definition.</summary>
internal static class Verdict
{
    /// <summary>Waits for all callers, then holds ledger, journal and callers against each other.</summary>
    public static async Task JudgeAsync(World world, params IReadOnlyList<Call> calls)
    {
        foreach (var call in calls)
        {
            await call.EndAsync();
        }

        foreach (var reference in calls.Select(static call => call.Reference).Distinct().ToList())
        {
            await JudgeAsync(world, reference, [.. calls.Where(call => call.Reference == reference)]);
        }
    }

    /// <summary>Callers whom nobody cancelled have the order.</summary>
    public static void AllGotIt(params IReadOnlyList<Call> calls)
    {
        foreach (var call in calls)
        {
            Assert(call.Order is not null, $"A caller who did not leave was told: {call.Failure}");
        }
    }

    private static async Task JudgeAsync(World world, OrderReference reference, List<Call> calls)
    {
        var sold = world.Provider.SoldUnder(reference);
        Assert(sold.Count <= 1, $"{reference} was sold {sold.Count} times.");
        foreach (var order in calls.Select(static call => call.Order).OfType<Order>())
        {
            Assert(sold.Count == 1 && order.Id == sold[0].OrderId, $"{reference} was returned as {order.Id} and not sold as that.");
        }

        var entry = await world.Journal.FindAsync(World.IdentityOf(reference));
        Assert(
            sold.Count == 0 || entry?.State is not (null or OrderJournalState.Refused or OrderJournalState.Absent),
            $"{reference} was sold, and the journal says {entry?.State}."
        );
        var isOpen = entry?.State is OrderJournalState.Sending or OrderJournalState.Unknown;
        Assert(
            !isOpen || !calls.Exists(static call => call.Order is not null),
            $"{reference} was returned, and the journal says {entry?.State}."
        );
    }
}
