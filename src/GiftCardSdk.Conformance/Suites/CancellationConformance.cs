using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>Cancelling ends a caller's waiting at every await, as <see cref="OperationCanceledException"/>, and never leaves a purchase undone or done twice.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
public abstract class CancellationConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>How many calls of one operation are tried; what comes after them is more of the same.</summary>
    private const int MostCalls = 6;

    /// <summary>A token that is cancelled already: nothing is asked and nothing is bought.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_cancelled_token_asks_and_buys_nothing()
    {
        await using var run = await StartAsync();
        var placed = await run.Account.Orders.PlaceAsync(run.NewOrder());
        var calls = run.Stage.CreateCalls;
        foreach (var (role, read) in RoleCalls.Reads(run.Account, placed))
        {
            await Expect.CancelledAsync(AsTask(read, run.Account, new CancellationToken(canceled: true)), role);
        }

        await Expect.CancelledAsync(
            run.Account.Orders.PlaceAsync(run.NewOrder(), new CancellationToken(canceled: true)),
            "Orders.PlaceAsync"
        );
        Expect.Same(calls, run.Stage.CreateCalls, "Create calls");
    }

    /// <summary>Each call that a read makes is held in turn, before it goes out and when its answer is there, and the caller gives up.</summary>
    /// <param name="isAfterAnswer">Whether the answer is there.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_read_ends_at_whichever_call_it_is_cancelled(bool isAfterAnswer)
    {
        await using var run = await StartAsync();
        var wire = run.NeedWire();
        var placed = await run.Account.Orders.PlaceAsync(run.NewOrder());
        foreach (var (role, read) in RoleCalls.Reads(run.Account, placed))
        {
            for (var call = 1; call <= MostCalls; call++)
            {
                await run.RestartAsync();
                var hold = wire.HoldCall(call, isAfterAnswer);
                using var caller = new CancellationTokenSource();
                var work = AsTask(read, run.Account, caller.Token);
                if (await Task.WhenAny(work, hold.Reached) == work)
                {
                    await work;
                    break;
                }

                await caller.CancelAsync();
                // Whoever ignores the token now gets its answer and goes on, instead of hanging here.
                hold.Release();
                await Expect.CancelledAsync(work, $"{role}, at call {call}");
            }

            run.Stage.Calm();
        }
    }

    /// <summary>Each call that placing an order makes is held in turn, and the caller gives up. Placed again, the order is there once.</summary>
    /// <param name="isAfterAnswer">Whether the answer is there.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_order_that_was_cancelled_at_whichever_call_is_bought_once(bool isAfterAnswer)
    {
        await using var run = await StartAsync();
        var wire = run.NeedWire();
        foreach (var shape in run.Shapes)
        {
            for (var call = 1; call <= MostCalls; call++)
            {
                await run.RestartAsync();
                var request = run.NewOrder(shape);
                var creates = wire.Creates;
                var hold = wire.HoldCall(call, isAfterAnswer);
                using var caller = new CancellationTokenSource();
                var work = run.Account.Orders.PlaceAsync(request, caller.Token);
                if (await Task.WhenAny(work, hold.Reached) == work)
                {
                    await work;
                    break;
                }

                await caller.CancelAsync();
                await Expect.CancelledAsync(work, $"{shape.Delivery}: placing, at call {call},");
                hold.Release();
                var order = await run.Account.Orders.PlaceAsync(request);

                Expect.Same(
                    Assert.Single(run.SalesOf(request.Reference)).OrderId,
                    order.Id,
                    $"{shape.Delivery}: the order after cancelling at call {call}"
                );
                Expect.That(
                    wire.Creates - creates <= 2,
                    $"{shape.Delivery}: {wire.Creates - creates} create calls for one order that was cancelled once."
                );
            }

            run.Stage.Calm();
        }
    }

    /// <summary>A wait that a provider asked for ends when the caller gives up; nothing is bought.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_wait_before_a_repeat_ends_when_it_is_cancelled()
    {
        await using var run = await StartAsync();
        run.NeedRefusal(429);
        var request = run.NewOrder();
        run.Stage.StrikeCreates(ConformanceFault.RateLimited, 2);
        using var caller = new CancellationTokenSource();
        var waiting = run.Clock.StandStill();

        var work = run.Account.Orders.PlaceAsync(request, caller.Token);
        await Task.WhenAny(work, waiting);
        await caller.CancelAsync();
        await Expect.CancelledAsync(work, "Orders.PlaceAsync");
        run.Clock.Hurry();
        run.Stage.Calm();

        var order = await run.Account.Orders.PlaceAsync(request);
        Expect.Same(Assert.Single(run.SalesOf(request.Reference)).OrderId, order.Id, "The order that was placed again");
    }

    /// <summary>A read that waits before it tries again stops waiting.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_wait_before_a_further_read_ends_when_it_is_cancelled()
    {
        await using var run = await StartAsync();
        run.NeedWire();
        var placed = await run.Account.Orders.PlaceAsync(run.NewOrder());
        foreach (var (role, read) in RoleCalls.Reads(run.Account, placed))
        {
            await run.RestartAsync();
            run.Stage.StrikeReads(ConformanceFault.RateLimited);
            using var caller = new CancellationTokenSource();
            var waiting = run.Clock.StandStill();

            var work = AsTask(read, run.Account, caller.Token);
            await Task.WhenAny(work, waiting);
            await caller.CancelAsync();
            run.Stage.Calm();
            run.Clock.Hurry();
            await Expect.CancelledAsync(work, role);
        }
    }

    /// <summary>What throws at once and what throws later look the same to a caller who awaits.</summary>
    private static async Task AsTask(
        Func<IGiftCardAccount, CancellationToken, Task> read,
        IGiftCardAccount account,
        CancellationToken token
    ) => await read(account, token);
}
