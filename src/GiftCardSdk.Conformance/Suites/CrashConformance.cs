using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>
/// A process that is placing an order dies at every step of its journal, one after the other, and the next one places the same reference again: the
/// order is sold once, and the journal says so. Where the profile cannot decide, it is left to a person, and a sale is never denied.
/// </summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
public abstract class CrashConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>Reading the key, looking for the reference, writing the intent and writing the end, each before and after.</summary>
    private const int LeastSteps = 8;

    /// <summary>Finding out is one more write.</summary>
    private const int StepsOfFindingOut = 2;

    /// <summary>The process dies at each step of an order that the provider takes at once.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_order_whose_process_dies_at_any_step_is_sold_once()
    {
        await using var scene = await CrashScene.StartAsync(Fixture);
        foreach (var shape in scene.Shapes)
        {
            await DieAtEachStepAsync(scene, shape, null, LeastSteps);
        }
    }

    /// <summary>The process dies at each step of an order whose answer is lost besides, in this process or in the next one.</summary>
    /// <param name="fault">What goes wrong with the first send.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(ConformanceFault.RequestLost)]
    [InlineData(ConformanceFault.AnswerLost)]
    [InlineData(ConformanceFault.ServerErrorAfterSale)]
    [InlineData(ConformanceFault.UnreadableAnswer)]
    [InlineData(ConformanceFault.LateSale)]
    public async Task An_order_whose_answer_is_lost_and_whose_process_dies_at_any_step_is_sold_once(ConformanceFault fault)
    {
        await using var scene = await CrashScene.StartAsync(Fixture);
        foreach (var shape in scene.Shapes)
        {
            await DieAtEachStepAsync(scene, shape, fault, LeastSteps + (PlaceUntilResolved.CanBeResolved(shape) ? StepsOfFindingOut : 0));
        }
    }

    /// <summary>One process has died while it was sending, and the next one, which places the order again, dies at each step, too.</summary>
    /// <param name="wasBought">Whether the order was sold to the first process.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_is_sold_once_if_the_next_process_dies_too(bool wasBought)
    {
        await using var scene = await CrashScene.StartAsync(Fixture);
        foreach (var shape in scene.Shapes)
        {
            await DieAgainAtEachStepAsync(
                scene,
                shape,
                wasBought,
                (process, request) => process.Account.PlaceUntilResolvedAsync(scene.Stage, request, shape)
            );
        }
    }

    /// <summary>One process has died while it was sending, and the resolver of the next one dies at each step of looking for the order.</summary>
    /// <param name="wasBought">Whether the order was sold to the first process.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_is_sold_once_if_the_resolver_dies_too(bool wasBought)
    {
        await using var scene = await CrashScene.StartAsync(Fixture);
        foreach (var shape in scene.Shapes)
        {
            await DieAgainAtEachStepAsync(
                scene,
                shape,
                wasBought,
                async (process, _) =>
                {
                    await process.ResolveAsync();
                    scene.Clock.Advance(shape.Idempotency.QuietTime);
                    await process.ResolveAsync();
                },
                looksForAll: true
            );
        }
    }

    private static async Task DieAtEachStepAsync(CrashScene scene, OrderShape shape, ConformanceFault? fault, int leastSteps)
    {
        var step = 0;
        for (var isOver = false; !isOver; step++)
        {
            var sold = scene.Stage.Sales.Count;
            var request = scene.NewOrder(shape);
            if (fault is { } struck)
            {
                scene.Stage.StrikeCreates(struck);
            }

            isOver = await LiveUntilAsync(scene, step, process => process.Account.PlaceUntilResolvedAsync(scene.Stage, request, shape));
            await EndAsync(scene, shape, request, sold, $"{shape.Delivery}, {fault?.ToString() ?? "no fault"}, dead at step {step}");
        }

        // The last round met no step to die at.
        Expect.That(step - 1 >= leastSteps, $"{shape.Delivery}: the journal had {step - 1} steps, at least {leastSteps} were expected.");
    }

    private static async Task DieAgainAtEachStepAsync(
        CrashScene scene,
        OrderShape shape,
        bool wasBought,
        Func<Process, OrderRequest, Task> work,
        bool looksForAll = false
    )
    {
        for (var (step, isOver) = (0, false); !isOver; step++)
        {
            if (looksForAll)
            {
                // Otherwise each round would look for what is left open of all rounds before.
                scene.BeginNewJournal();
            }

            scene.BeginNewJournal();
            var sold = scene.Stage.Sales.Count;
            var request = await scene.DieAsync(shape, wasBought);
            isOver = await LiveUntilAsync(scene, step, process => work(process, request));
            await EndAsync(scene, shape, request, sold, $"{shape.Delivery}, the second process dead at step {step}");
        }
    }

    /// <summary>A process works and dies at a step. True if the work came to its end without meeting that step.</summary>
    private static async Task<bool> LiveUntilAsync(CrashScene scene, int step, Func<Process, Task> work)
    {
        await using var process = scene.Begin(now => now.Number == step);
        return await process.SurvivesAsync(work(process));
    }

    /// <summary>A process that lives brings the order to its end, and ledger and journal are compared.</summary>
    private static async Task EndAsync(CrashScene scene, OrderShape shape, OrderRequest request, int sold, string when)
    {
        await using var process = scene.Begin();
        var order = await process.Account.PlaceUntilResolvedAsync(scene.Stage, request, shape);
        scene.Stage.Calm();
        scene.Clock.Advance(TimeSpan.FromHours(1));

        // All sales, not those of the key alone: a repeat under another key would hide there.
        ConformanceSale[] sales = [.. scene.Stage.Sales.Skip(sold)];
        Expect.That(sales.Length <= 1, $"{when}: sold {sales.Length} times.");
        var entry = await process.EntryAsync(request.Reference);
        var ids = (
            Sold: sales.SingleOrDefault()?.OrderId,
            Returned: order?.Id,
            Written: entry?.ProviderOrderIds is [var id, ..] ? id : null
        );
        var isRight = entry?.State switch
        {
            OrderJournalState.Accepted => ids.Sold is not null && ids.Sold == ids.Returned && ids.Sold == ids.Written,
            // A person decides, if the profile leaves no other way, and is told why.
            OrderJournalState.Parked => !PlaceUntilResolved.CanBeResolved(shape) && !string.IsNullOrWhiteSpace(entry.Reason),
            OrderJournalState.Unknown => !PlaceUntilResolved.CanBeResolved(shape),
            _ => false,
        };
        Expect.That(
            isRight,
            $"{when}: sold {ids.Sold}, returned {ids.Returned}, in the journal {entry?.State} {ids.Written} {entry?.Reason}."
        );
    }
}
