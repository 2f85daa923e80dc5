using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>A word that the provider invents tomorrow breaks nobody today: it is kept as it is, and ends nothing.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
public abstract class OpenSetsConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>An order whose state is a new word is still returned, since it was bought.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_order_in_an_unknown_state_is_returned_all_the_same()
    {
        await using var run = await StartAsync();
        var wire = run.NeedWire();
        wire.Reword();
        foreach (var shape in run.Shapes)
        {
            var request = run.NewOrder(shape);

            var order = await run.Account.Orders.PlaceAsync(request);

            Expect.Same(Assert.Single(run.SalesOf(request.Reference)).OrderId, order.Id, $"{shape.Delivery}: the order's Id");
            Expect.That(
                order.Status != OrderStatus.Failed && order.Status != OrderStatus.Cancelled,
                $"{shape.Delivery}: an unknown word was read as {order.Status}."
            );
        }
    }

    /// <summary>Reading keeps the new word where people can see it, and takes it for no end.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_unknown_word_stays_readable_and_ends_nothing()
    {
        await using var run = await StartAsync();
        var wire = run.NeedWire();
        run.Need(GiftCardFeature.Status);
        Assert.SkipWhen(
            ((HttpConformanceStage)run.Stage).StatusWords.Count == 0,
            "The provider has no words for the state of orders and cards (HttpConformanceStage.StatusWords)."
        );
        foreach (var shape in run.Shapes)
        {
            var placed = await run.Account.Orders.PlaceAsync(run.NewOrder(shape));
            run.Clock.Advance(run.Stage.CompletesWithin);
            wire.Reword();

            var order = await run.Account.Status.GetAsync(placed.Id, RewardDetail.None);
            var state = await run.Account.Status.GetAsync(placed.Id, RewardDetail.State);

            Expect.Same(Wire.NewWord, order.RawStatus, $"{shape.Delivery}: RawStatus, if StatusWords names the stand-in's words");
            Expect.That(!order.Status.IsFinal, $"{shape.Delivery}: an unknown word was taken for the end, {order.Status}.");
            Expect.That(
                state.Rewards.All(reward => reward.Delivery != DeliveryState.Undeliverable && reward.Redemption != RedemptionState.Expired),
                $"{shape.Delivery}: an unknown word of a card was taken for a known one."
            );
            run.Stage.Calm();
        }
    }

    /// <summary>Waiting for an order in an unknown state ends with the deadline and returns it as it is.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Waiting_for_an_order_in_an_unknown_state_ends_with_the_deadline()
    {
        await using var run = await StartAsync();
        var wire = run.NeedWire();
        run.Need(GiftCardFeature.Status);
        var placed = await run.Account.Orders.PlaceAsync(run.NewOrder());
        wire.Reword();

        var order = await run.Account.Status.WaitForCompletionAsync(
            placed.Id,
            new WatchOptions { Deadline = TimeSpan.FromMinutes(2), Detail = RewardDetail.None }
        );

        Expect.Same(placed.Id, order.Id, "The order's Id");
    }
}
