using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>GIFQ documents that a reference never buys twice, and not what its repeat is answered: every reading is tried.</summary>
public sealed class RepeatTests
{
    [Theory]
    [InlineData("o-1", GifqDuplicateAnswer.OriginalOrder, GifqListedOrder.WithoutRedemption)]
    [InlineData("o-1", GifqDuplicateAnswer.Error, GifqListedOrder.WithoutRedemption)]
    [InlineData("o-1", GifqDuplicateAnswer.Error, GifqListedOrder.Minimal)]
    [InlineData("sim-dup422-1", GifqDuplicateAnswer.OriginalOrder, GifqListedOrder.Minimal)]
    public async Task An_order_whose_journal_is_lost_is_not_bought_twice(
        string reference,
        GifqDuplicateAnswer answer,
        GifqListedOrder listed
    )
    {
        await using var stage = await Stage.StartAsync(twin => (twin.DuplicateAnswer, twin.ListedOrder) = (answer, listed));
        var first = await stage.Account.Orders.PlaceAsync(Requests.Order(reference));
        stage.LetTimePass();
        await using var restarted = stage.Restarted();

        var again = await restarted.Account.Orders.PlaceAsync(Requests.Order(reference));

        again.Id.ShouldBe(first.Id);
        again.Rewards.ShouldHaveSingleItem().HasSecret.ShouldBeTrue();
        (stage.Twin.Ledger.Count, stage.Twin.Ledger.Duplicates).ShouldBe((1, 0));
    }

    [Theory]
    [InlineData(GifqDuplicateAnswer.OriginalOrder)]
    [InlineData(GifqDuplicateAnswer.Error)]
    public async Task An_order_that_is_committed_after_the_look_up_is_not_bought_twice(GifqDuplicateAnswer answer)
    {
        await using var stage = await Stage.StartAsync(twin => twin.DuplicateAnswer = answer);
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "orders.create",
                Kind = FaultKind.LateCommit,
                Delay = TimeSpan.FromSeconds(20),
                Times = 1,
            }
        );

        var order = await stage.Account.Orders.PlaceAsync(Requests.Order("o-1"));
        stage.Clock.Advance(TimeSpan.FromMinutes(1));

        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        stage.Twin.Requests.Count("orders.create").ShouldBe(2, "a repeat with the same reference is safe");
    }

    [Fact]
    public async Task A_refusal_of_the_repeat_says_nothing_about_the_first_send()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "orders.create",
                Kind = FaultKind.CloseAfterCommit,
                Times = 1,
            }
        );
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "orders.list",
                Kind = FaultKind.ServerErrorBeforeCommit,
                Times = 4,
            }
        );
        stage.Twin.SetBalance("USD", 25);

        var order = await stage.Account.Orders.PlaceAsync(Requests.Order("sim-dup422-1"));

        stage.Twin.Ledger.SalesFor("sim-dup422-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
    }

    [Fact]
    public async Task Other_content_under_a_reference_that_was_used_elsewhere_is_not_taken_for_the_order()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Orders.PlaceAsync(Requests.Order("o-1", Money.Of(50, "USD")));
        await using var restarted = stage.Restarted();

        var unknown = await Should.ThrowAsync<OrderOutcomeUnknownException>(() =>
            restarted.Account.Orders.PlaceAsync(Requests.Order("o-1", Money.Of(25, "USD")))
        );

        unknown.InnerException.ShouldBeOfType<GiftCardException>().Code.ShouldBe(GiftCardErrorCode.Conflict);
        unknown.ToString().ShouldContain("another face value");
        stage.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Other_content_under_a_reference_that_was_used_elsewhere_is_a_conflict_where_GIFQ_refuses_it()
    {
        await using var stage = await Stage.StartAsync(twin => twin.DuplicateAnswer = GifqDuplicateAnswer.Error);
        await stage.Account.Orders.PlaceAsync(Requests.Order("o-1", Money.Of(50, "USD")));
        await using var restarted = stage.Restarted();

        var conflict = await Should.ThrowAsync<GiftCardException>(() =>
            restarted.Account.Orders.PlaceAsync(Requests.Order("o-1", Money.Of(25, "USD")))
        );

        (conflict.Code, conflict.Outcome).ShouldBe((GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated));
        conflict.Message.ShouldContain("another face value");
        stage.Twin.Ledger.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Quirk_7_a_refused_reference_can_be_placed_again_or_stays_refused(bool isUsedUp)
    {
        await using var stage = await Stage.StartAsync(twin => twin.RefusedReferencesAreUsedUp = isUsedUp);
        stage.Twin.SetBalance("USD", 0);
        await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Order("o-1")));
        stage.Twin.SetBalance("USD", 100);

        var failure = await Record.ExceptionAsync(() => stage.Account.Orders.PlaceAsync(Requests.Order("o-1")));

        (failure is not null).ShouldBe(isUsedUp);
        (failure as GiftCardException)?.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        stage.Twin.Ledger.SalesFor("o-1").Count.ShouldBe(isUsedUp ? 0 : 1);
    }

    [Fact]
    public async Task An_order_counts_as_found_even_if_it_cannot_be_read()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "orders.create",
                Kind = FaultKind.ServerErrorAfterCommit,
                Times = 1,
            }
        );
        stage.Twin.Faults.Add(new() { Operation = "orders.get", Kind = FaultKind.ServerErrorBeforeCommit });

        var order = await stage.Account.Orders.PlaceAsync(Requests.Order("o-1"));

        (order.Status, order.Rewards.Count).ShouldBe((OrderStatus.Pending, 0));
        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
    }
}
