using GiftCardSdk.Conformance.Running;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Conformance;

/// <summary>
/// A process has died while it sent an order. What the next one makes of it follows from the profile alone: by looking, when nobody places the
/// reference again, and by sending, when somebody does.
/// </summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
public abstract class RestartConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    private static readonly TimeSpan ShortWhile = TimeSpan.FromSeconds(1);

    /// <summary>Bought before the crash: looking finds it, and nothing is sent.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task What_was_bought_is_found_by_looking()
    {
        await using var scene = await CrashScene.StartAsync(Fixture);
        OrderShape[] shown = [.. scene.Shapes.Where(shape => shape.Idempotency.Lookup != LookupAuthority.None)];
        Assert.SkipWhen(shown.Length == 0, "The account's IdempotencyProfile says that the provider cannot be asked.");
        foreach (var shape in shown)
        {
            var request = await scene.DieAsync(shape, wasBought: true);
            await using var process = scene.Begin();
            var calls = scene.Stage.CreateCalls;

            await process.ResolveAsync();
            if (await process.EntryAsync(request.Reference) is { State: Unknown })
            {
                // A provider may show an order only once it is complete.
                scene.Clock.Advance(scene.Stage.CompletesWithin);
                await process.ResolveAsync();
            }

            var entry = await process.EntryAsync(request.Reference);
            Expect.Same(Accepted, entry!.State, $"{shape.Delivery}: the order that was bought, in the journal");
            Expect.Same(scene.Stage.Sales[^1].OrderId, entry.ProviderOrderIds[0], $"{shape.Delivery}: its id in the journal");
            Expect.Same(calls, scene.Stage.CreateCalls, $"{shape.Delivery}: create calls");
        }
    }

    /// <summary>
    /// Not bought before the crash: believed absent exactly when the quiet time has passed, where a miss counts; where it does not, unknown as long as
    /// a caller could still repeat it, and parked afterwards. Nothing is sent.
    /// </summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task What_was_not_bought_ends_when_the_profile_says_so()
    {
        await using var scene = await CrashScene.StartAsync(Fixture);
        foreach (var shape in scene.Shapes)
        {
            var request = await scene.DieAsync(shape, wasBought: false);
            await using var process = scene.Begin();
            var calls = scene.Stage.CreateCalls;
            var firstSent = (await process.EntryAsync(request.Reference))!.FirstSentAt!.Value;
            var begun = scene.Clock.GetUtcNow();
            var (end, at) = EndOf(shape.Idempotency, firstSent, begun);

            await process.ResolveAsync();
            if (at > begun)
            {
                Expect.Same(Unknown, await StateAsync(process, request), $"{shape.Delivery}: the order after the first look");
                await LookAtAsync(scene, process, at - ShortWhile);
                Expect.Same(
                    Unknown,
                    await StateAsync(process, request),
                    $"{shape.Delivery}: the order {at - ShortWhile - begun} after the start"
                );
                await LookAtAsync(scene, process, at);
            }

            Expect.Same(end, await StateAsync(process, request), $"{shape.Delivery}: the order {at - begun} after the start");
            Expect.Same(calls, scene.Stage.CreateCalls, $"{shape.Delivery}: create calls");
        }
    }

    /// <summary>Bought before the crash, and placed again: the order is returned. Where a repeat buys again, nothing is sent for it.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task What_was_bought_is_returned_to_whoever_places_it_again()
    {
        await using var scene = await CrashScene.StartAsync(Fixture);
        foreach (var shape in scene.Shapes)
        {
            var request = await scene.DieAsync(shape, wasBought: true);
            var sale = scene.Stage.Sales[^1];
            await using var process = scene.Begin();
            var calls = scene.Stage.CreateCalls;

            var order = await process.Account.PlaceUntilResolvedAsync(scene.Stage, request, shape);

            Expect.That(
                order?.Id == sale.OrderId || (order is null && !PlaceUntilResolved.CanBeResolved(shape)),
                $"{shape.Delivery}: sold {sale.OrderId}, returned {order?.Id}."
            );
            Expect.Same(sale.OrderId, scene.Stage.Sales[^1].OrderId, $"{shape.Delivery}: the last sale");
            Expect.That(
                scene.Stage.CreateCalls == calls || IsSafe(shape),
                $"{shape.Delivery}: an order that was bought was sent again, where that buys again."
            );
        }
    }

    /// <summary>
    /// Not bought before the crash, and placed again: bought at once where a repeat is safe, after the quiet time where it buys again and a miss counts,
    /// and else left to a person.
    /// </summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task What_was_not_bought_is_bought_when_that_is_safe()
    {
        await using var scene = await CrashScene.StartAsync(Fixture);
        foreach (var shape in scene.Shapes)
        {
            var request = await scene.DieAsync(shape, wasBought: false);
            await using var process = scene.Begin();
            var calls = scene.Stage.CreateCalls;
            if (!IsSafe(shape))
            {
                await FailAsync(process, shape, request, "before the quiet time");
                Expect.Same(calls, scene.Stage.CreateCalls, $"{shape.Delivery}: create calls before the quiet time");
                scene.Clock.Advance(shape.Idempotency.QuietTime);
            }

            if (PlaceUntilResolved.CanBeResolved(shape))
            {
                var order = await process.Account.Orders.PlaceAsync(request);
                Expect.Same(order.Id, scene.Stage.Sales[^1].OrderId, $"{shape.Delivery}: the order");
                Expect.Same(1, scene.Stage.CreateCalls - calls, $"{shape.Delivery}: create calls");
            }
            else
            {
                await FailAsync(process, shape, request, "which a person has to decide");
                Expect.Same(Parked, await StateAsync(process, request), $"{shape.Delivery}: the order");
                Expect.Same(calls, scene.Stage.CreateCalls, $"{shape.Delivery}: create calls");
            }
        }
    }

    /// <summary>How an order ends that nobody places again, and when.</summary>
    private static (OrderJournalState End, DateTimeOffset At) EndOf(
        IdempotencyProfile profile,
        DateTimeOffset firstSent,
        DateTimeOffset begun
    ) =>
        profile switch
        {
            { Lookup: LookupAuthority.Authoritative } => (Absent, begun + profile.QuietTime),
            { Repeat: RepeatBehavior.NeverBuysAgain } => (Unknown, begun + TimeSpan.FromDays(30)),
            { Repeat: RepeatBehavior.NeverWithinLife, KeyLife: { } life } => (Parked, firstSent + (life / 2) + ShortWhile),
            { Lookup: LookupAuthority.None } => (Parked, begun),
            _ => (Parked, begun + profile.QuietTime),
        };

    private static bool IsSafe(OrderShape shape) => shape.Idempotency.Repeat != RepeatBehavior.BuysAgain;

    private static async Task LookAtAsync(CrashScene scene, Process process, DateTimeOffset at)
    {
        scene.Clock.Advance(at - scene.Clock.GetUtcNow());
        await process.ResolveAsync();
    }

    private static async Task<OrderJournalState> StateAsync(Process process, OrderRequest request) =>
        (await process.EntryAsync(request.Reference))!.State;

    private static async Task FailAsync(Process process, OrderShape shape, OrderRequest request, string why)
    {
        var failure = await Expect.FailureAsync(
            () => process.Account.Orders.PlaceAsync(request),
            $"{shape.Delivery}: an order {why} must not be returned."
        );
        Expect.Same(GiftCardOutcome.MayExist, failure.Outcome, $"{shape.Delivery}: the exception's Outcome");
    }
}
