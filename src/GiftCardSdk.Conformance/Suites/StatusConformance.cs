using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>An order is followed to its end, and "completed" means that its cards can be read.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
[NeedsFeature(GiftCardFeature.Status)]
public abstract class StatusConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>Waiting for an order ends with every card of it; those that are returned carry a code or a link.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_order_completes_and_its_cards_can_be_read()
    {
        await using var run = await StartAsync();
        foreach (var shape in run.Shapes)
        {
            var placed = await run.Account.Orders.PlaceAsync(run.NewOrder(shape));

            var order = await run.Account.Status.WaitForCompletionAsync(placed.Id);

            Expect.Same(placed.Id, order.Id, $"{shape.Delivery}: the order's Id");
            Expect.Same(OrderStatus.Completed, order.Status, $"{shape.Delivery}: its Status");
            Expect.Same(1, order.Rewards.Count, $"{shape.Delivery}: its cards");
            Expect.That(
                shape.Delivery != Delivery.Returned || order.Rewards[0].HasSecret,
                "A completed card that is returned has neither code nor link."
            );
        }
    }

    /// <summary>
    /// Cards that are returned carry the very code, PIN and link that they were sold with, each in its own place: in the answer to the order as far as
    /// it shows them, and when the order is read.
    /// </summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_card_is_shown_with_the_code_it_was_sold_with()
    {
        await using var run = await StartAsync();
        var shape = run.Capabilities.ShapeFor(Delivery.Returned);
        Assert.SkipWhen(shape is null, "The account's Capabilities have no cards that are returned.");
        var one = run.NewOrder(shape!);
        var cards = Math.Min(2, Math.Min(shape!.MaxQuantityPerLine ?? 2, shape.MaxCards ?? 2));
        var request = one with { Lines = [one.Lines[0] with { Quantity = cards }] };

        var placed = await run.Account.Orders.PlaceAsync(request);
        var order = await run.Account.Status.WaitForCompletionAsync(placed.Id);
        var read = await run.Account.Status.GetAsync(placed.Id, RewardDetail.Secrets);

        var sale = Assert.Single(run.SalesOf(request.Reference));
        Books.MatchCards(order, sale, "The order waited for");
        Books.MatchCards(read, sale, "The order read");
        if (placed.Rewards.Any(card => card.HasSecret))
        {
            Books.MatchCards(placed, sale, "The order placed");
        }
    }

    /// <summary>Secrets are read when they are asked for and not otherwise.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Codes_and_links_come_only_when_asked_for()
    {
        await using var run = await StartAsync();
        var placed = await run.Account.Orders.PlaceAsync(run.NewOrder());
        run.Clock.Advance(run.Stage.CompletesWithin);

        var none = await run.Account.Status.GetAsync(placed.Id, RewardDetail.None);
        var state = await run.Account.Status.GetAsync(placed.Id, RewardDetail.State);

        foreach (var reward in none.Rewards.Concat(state.Rewards))
        {
            Expect.That(
                (reward.Code ?? reward.Pin ?? reward.Link ?? reward.Serial ?? reward.SecurityCode) is null,
                "A card carries a secret that was not asked for; with RewardDetail.State only its state is wanted."
            );
        }
    }

    /// <summary>An order that the provider does not have is not found.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_order_that_nobody_knows_is_not_found()
    {
        await using var run = await StartAsync();

        var failure = await Expect.FailureAsync(
            () => run.Account.Status.GetAsync("6e9e2f9a-0000-4000-8000-0123456789ab"),
            "Reading an unknown order must fail."
        );

        Expect.Same(GiftCardErrorCode.NotFound, failure.Code, "The exception's Code");
    }

    /// <summary>An order that is read carries the identity it was placed with, as far as the provider shows it, and never another's.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_order_that_is_read_is_the_one_that_was_placed()
    {
        await using var run = await StartAsync();
        var first = await run.Account.Orders.PlaceAsync(run.NewOrder());
        var second = await run.Account.Orders.PlaceAsync(run.NewOrder());
        foreach (var placed in new[] { first, second })
        {
            var read = await run.Account.Status.GetAsync(placed.Id, RewardDetail.None);

            Expect.Same((placed.Id, placed.Provider, placed.Account), (read.Id, read.Provider, read.Account), "The order that was read");
            Expect.That(
                read.ProviderKey is null || read.ProviderKey == placed.ProviderKey,
                $"The key {placed.ProviderKey} is read back as {read.ProviderKey}."
            );
        }
    }

    /// <summary>Watching ends by itself when the order is final.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Watching_ends_with_the_final_order()
    {
        await using var run = await StartAsync();
        var placed = await run.Account.Orders.PlaceAsync(run.NewOrder());

        var seen = await run.Account.Status.WatchAsync(placed.Id).ToListAsync();

        Expect.That(seen.Count > 0 && seen[^1].Status.IsFinal, $"Watching ended with {(seen.Count == 0 ? "nothing" : seen[^1].Status)}.");
    }

    /// <summary>A card that can be taken back is taken back, and no other card of its order.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_card_is_taken_back_where_the_capabilities_say_so()
    {
        await using var run = await StartAsync();
        run.Need(GiftCardFeature.CancelReward);
        var placed = await run.Account.Orders.PlaceAsync(OfTwoCards(run.NewOrder(run.Shapes[^1]), run.Shapes[^1]));
        var order = await run.Account.Status.WaitForCompletionAsync(placed.Id);
        var card = order.Rewards[^1];

        var cancelled = await run.Account.Orders.CancelAsync(order.Id, card.Id);

        Expect.Same(card.Id, Assert.Single(cancelled).Id, "The card that was taken back");
        Expect.Same(RedemptionState.Cancelled, cancelled[0].Redemption, "Its Redemption");
        var read = await run.Account.Status.GetAsync(order.Id, RewardDetail.State);
        foreach (var other in read.Rewards.Where(reward => reward.Id != card.Id))
        {
            Expect.That(
                other.Redemption != RedemptionState.Cancelled,
                $"The card {other.Id} was taken back in place of {card.Id}, or together with it."
            );
        }
    }

    /// <summary>The same order of two cards, as far as the shape allows it.</summary>
    private static OrderRequest OfTwoCards(OrderRequest one, OrderShape shape) =>
        shape is { MaxLines: not 1, MaxCards: not 1 } ? one with { Lines = [one.Lines[0], TestRecipients.AnotherLine(one.Lines[0], 1)] }
        : shape is { MaxQuantityPerLine: not 1, MaxCards: not 1 } ? one with { Lines = [one.Lines[0] with { Quantity = 2 }] }
        : one;
}
