using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>A look-up by reference has three answers: found, not found, and nothing proved. The third never passes for the second.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
[NeedsFeature(GiftCardFeature.FindByReference)]
public abstract class LookUpConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>What was bought is found by its reference, by an application that has never heard of it.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task What_was_bought_is_found()
    {
        await using var run = await StartAsync();
        foreach (var shape in run.Shapes)
        {
            var placed = await run.Account.Orders.PlaceAsync(run.NewOrder(shape));
            await run.RestartAsync();

            var found = await run.Account.Status.FindAsync(placed.Reference!.Value);
            if (found is null)
            {
                // A provider may show an order only once it is complete.
                run.Clock.Advance(run.Stage.CompletesWithin);
                found = await run.Account.Status.FindAsync(placed.Reference!.Value);
            }

            Expect.Same(placed.Id, found?.Id, $"{shape.Delivery}: the order found");
            Expect.Same(placed.Reference, found?.Reference, $"{shape.Delivery}: its Reference");
        }
    }

    /// <summary>What was never bought is not found; where a miss proves nothing, the profile says so.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task What_was_never_bought_is_not_found()
    {
        await using var run = await StartAsync();
        await run.Account.Orders.PlaceAsync(run.NewOrder());

        try
        {
            var found = await run.Account.Status.FindAsync(OrderReference.New());
            Expect.That(found is null, $"A reference that was never placed was found as the order {found?.Id}.");
        }
        catch (GiftCardException unsure) when (unsure.Code == GiftCardErrorCode.OutcomeUnknown)
        {
            Expect.That(
                run.Shapes.All(shape => shape.Idempotency.Lookup != LookupAuthority.Authoritative),
                $"The profile calls the look-up authoritative, and it cannot say that an order is not there: {unsure.Message}"
            );
        }
    }

    /// <summary>The provider cannot be asked: that is never "not found", or a card that was paid is lost.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(ConformanceFault.RequestLost)]
    [InlineData(ConformanceFault.ServerError)]
    [InlineData(ConformanceFault.UnreadableAnswer)]
    [InlineData(ConformanceFault.RateLimitedForLong)]
    [InlineData(ConformanceFault.Unauthorized)]
    [InlineData(ConformanceFault.ProxyPage)]
    public async Task A_look_up_that_fails_is_never_a_miss(ConformanceFault fault)
    {
        await using var run = await StartAsync();
        var placed = await run.Account.Orders.PlaceAsync(run.NewOrder());
        run.Stage.StrikeReads(fault);

        var failure = await Expect.FailureAsync(
            () => run.Account.Status.FindAsync(placed.Reference!.Value),
            $"{fault}: a look-up that failed must not answer."
        );

        Expect.That(failure.Code != GiftCardErrorCode.NotFound, $"{fault}: the exception says that there is no such order.");
    }
}
