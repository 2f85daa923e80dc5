using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>An adapter sends a create once and leaves repeats to the order coordinator; a read that fails for now is read again.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
public abstract class RetrySafetyConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>The coordinator allows one send, and one arrives, whatever becomes of it.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(ConformanceFault.RequestLost)]
    [InlineData(ConformanceFault.AnswerLost)]
    [InlineData(ConformanceFault.ServerError)]
    [InlineData(ConformanceFault.ServerErrorAfterSale)]
    [InlineData(ConformanceFault.UnreadableAnswer)]
    [InlineData(ConformanceFault.RateLimited)]
    public async Task A_create_is_never_repeated_by_the_adapter(ConformanceFault fault)
    {
        await using var run = await StartAsync(Run.SendOnce);
        foreach (var shape in run.Shapes)
        {
            var before = run.Stage.CreateCalls;
            run.Stage.StrikeCreates(fault);

            try
            {
                await run.Account.Orders.PlaceAsync(run.NewOrder(shape));
            }
            catch (GiftCardException)
            {
                // How it ends is another suite's matter.
            }

            Expect.Same(1, run.Stage.CreateCalls - before, $"{shape.Delivery}, {fault}: create calls of one send");
            run.Stage.Calm();
        }
    }

    /// <summary>A read that fails once is read again, unseen by the caller.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(ConformanceFault.RequestLost)]
    [InlineData(ConformanceFault.ServerError)]
    [InlineData(ConformanceFault.RateLimited)]
    public async Task A_read_that_fails_once_is_read_again(ConformanceFault fault)
    {
        await using var run = await StartAsync();
        run.NeedWire();
        var placed = await run.Account.Orders.PlaceAsync(run.NewOrder());
        foreach (var (role, read) in RoleCalls.Reads(run.Account, placed))
        {
            await run.RestartAsync();
            run.Stage.StrikeReads(fault, 1);

            try
            {
                await read(run.Account, CancellationToken.None);
            }
            catch (GiftCardException failure)
            {
                Assert.Fail($"{role}, {fault}: one failure was passed on to the caller: {failure.Message}");
            }
        }
    }

    /// <summary>A provider that is down is not called forever.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_read_gives_up_after_a_few_attempts()
    {
        await using var run = await StartAsync();
        var wire = run.NeedWire();
        run.Need(GiftCardFeature.Balances);
        run.Stage.StrikeReads(ConformanceFault.ServerError);
        var before = wire.Reads;

        await Expect.FailureAsync(() => run.Account.Balances.ListAsync(), "The provider is down; the read must fail.");

        Expect.That(wire.Reads - before <= 10, $"One read made {wire.Reads - before} calls to a provider that is down.");
    }

    /// <summary>Refused credentials are renewed once at most, not tried again and again: accounts are locked for that.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Refused_credentials_are_not_tried_again_and_again()
    {
        await using var run = await StartAsync();
        run.NeedRefusal(401);
        var before = run.Stage.CreateCalls;
        run.Stage.StrikeCreates(ConformanceFault.Unauthorized, 20);

        await Expect.FailureAsync(
            () => run.Account.Orders.PlaceAsync(run.NewOrder()),
            "The credentials were refused; the order must fail."
        );

        Expect.That(
            run.Stage.CreateCalls - before <= 2,
            $"{run.Stage.CreateCalls - before} create calls with credentials that were refused."
        );
    }
}
