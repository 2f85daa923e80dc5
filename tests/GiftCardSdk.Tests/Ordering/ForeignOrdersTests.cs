using GiftCardSdk.Adapters;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Resolver;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>Orders that another system, or another reference, has at the provider under the key of ours are never taken for it.</summary>
public sealed class ForeignOrdersTests
{
    private static readonly OrderRequest Ours = Shop.Request(amount: 10);

    private static readonly OrderRequest Theirs = Ours with
    {
        Lines = [Ours.Lines[0] with { FaceValue = Money.Of(100, "EUR"), Quantity = 4 }],
    };

    [Fact]
    public async Task A_conflict_that_names_an_order_of_other_content_is_a_refusal()
    {
        var shop = await ShopAfterTheirsAsync(Profiles.ConflictWithId, Theirs);

        var failure = await shop.FailAsync<GiftCardException>(Ours);

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated));
        failure.Message.ShouldContain("im1-1");
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Refused);
        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_replay_of_an_order_of_other_content_is_a_refusal()
    {
        var shop = await ShopAfterTheirsAsync(Profiles.NeverBuysAgain, Theirs);

        var failure = await shop.FailAsync<GiftCardException>(Ours);

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated));
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Refused);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_conflict_or_a_replay_of_the_same_content_is_the_order_and_was_replayed(bool isConflict)
    {
        var shop = await ShopAfterTheirsAsync(isConflict ? Profiles.ConflictWithId : Profiles.NeverBuysAgain, Ours);

        var order = await shop.PlaceInTimeAsync(Ours);

        (order.Id, order.WasReplayed).ShouldBe(("im1-1", true));
        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_look_up_of_a_caller_takes_no_order_of_other_content()
    {
        var shop = await ShopAfterTheirsAsync(Profiles.BuysAgain, Theirs);
        shop.Provider.NextOrders(ScriptedEnd.RequestLost);

        await shop.FailAsync<OrderOutcomeUnknownException>(Ours);

        var entry = await shop.EntryAsync();
        (entry.State, entry.Lookups[^1].Answer).ShouldBe((OrderJournalState.Unknown, LookupAnswer.Inconclusive));
        entry.Lookups[^1].Reason!.ShouldContain("other face values");
    }

    [Theory]
    [InlineData(1, 25, 3, 25)]
    [InlineData(1, 25, 2, 50)]
    [InlineData(3, 25, 1, 25)]
    public async Task The_resolver_takes_no_order_of_another_number_of_cards(int quantity, int value, int theirQuantity, int theirValue)
    {
        var shop = await ShopAfterTheirsAsync(Profiles.BuysAgain, Request(theirQuantity, theirValue));
        await shop.DieBeforeSendingAsync(Request(quantity, value));
        using var lookout = new Lookout(shop);

        (await lookout.PassAsync()).StillUnknown.ShouldBe(1);

        (await shop.EntryAsync()).Lookups.Single().Answer.ShouldBe(LookupAnswer.Inconclusive);
    }

    [Fact]
    public async Task An_order_that_shows_nothing_of_its_content_is_not_taken_for_ours()
    {
        var shop = await ShopAfterTheirsAsync(Profiles.BuysAgain, Theirs, static adapter => new Tightlipped(adapter));
        await shop.DieBeforeSendingAsync(Ours);
        using var lookout = new Lookout(shop);

        (await lookout.PassAsync()).StillUnknown.ShouldBe(1);

        (await shop.EntryAsync()).Lookups.Single().Reason!.ShouldContain("too little");
    }

    [Fact]
    public async Task An_id_that_belongs_to_another_reference_is_not_found()
    {
        var shop = new Shop(Profiles.BuysAgain, new FaultyJournal(), wrap: static adapter => new FindsTheFirst(adapter));
        await shop.PlaceAsync(Shop.Request("first"));
        await shop.DieBeforeSendingAsync(Shop.Request("second"));
        using var lookout = new Lookout(shop);

        (await lookout.PassAsync()).StillUnknown.ShouldBe(1);

        (await shop.EntryAsync("second")).Lookups.Single().Reason!.ShouldContain("belongs to the reference 'first'");
    }

    [Fact]
    public async Task An_order_that_a_person_named_by_mistake_is_not_handed_out()
    {
        var shop = new Shop(Profiles.Worst);
        shop.Provider.NextOrders(ScriptedEnd.RequestLost);
        await shop.FailAsync<OrderOutcomeUnknownException>(Ours);
        var other = await shop.PlaceAsync(Theirs with { Reference = "other" });
        using var lookout = new Lookout(shop);
        await lookout.Journal.MarkAsync(shop.Identity(), OrderMark.Accepted(other.Id, "me", "a slip of the pen"));

        var failure = await shop.FailAsync<GiftCardException>(Ours);

        (failure.Code, failure.Outcome, failure.OrderId).ShouldBe((GiftCardErrorCode.Conflict, GiftCardOutcome.MayExist, other.Id));
    }

    [Fact]
    public async Task What_was_made_long_before_the_first_send_was_replayed_whatever_the_answer_says()
    {
        var shop = await ShopAfterTheirsAsync(Profiles.NeverBuysAgain, Ours, static adapter => new ForgetsRepeats(adapter));

        (await shop.PlaceInTimeAsync(Ours)).WasReplayed.ShouldBeTrue();

        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    /// <summary>A shop at whose provider another system has bought under the key of ours, two days ago.</summary>
    private static async Task<Shop> ShopAfterTheirsAsync(
        IdempotencyProfile profile,
        OrderRequest theirs,
        Func<GiftCardAdapter, GiftCardAdapter>? wrap = null
    )
    {
        var other = new Shop(profile);
        await other.PlaceAsync(theirs);
        other.Clock.Advance(TimeSpan.FromDays(2));
        return new Shop(profile, new FaultyJournal(), provider: other.Provider, clock: other.Clock, wrap: wrap);
    }

    private static OrderRequest Request(int quantity, int value) =>
        Ours with
        {
            Lines = [Ours.Lines[0] with { FaceValue = Money.Of(value, "EUR"), Quantity = quantity }],
        };

    /// <summary>Shows of an order that it exists.</summary>
    private sealed class Tightlipped(GiftCardAdapter inner) : WrappedAdapter(inner)
    {
        public override async Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken) =>
            await base.FindOrderAsync(query, cancellationToken) is OrderLookup.Found found
                ? new OrderLookup.Found(found.Order with { Lines = [], Rewards = [] })
                : new OrderLookup.NotFound();
    }

    /// <summary>Finds the first order, whatever it is asked for.</summary>
    private sealed class FindsTheFirst(GiftCardAdapter inner) : WrappedAdapter(inner)
    {
        public override Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken) =>
            base.FindOrderAsync(query with { ProviderKey = "first" }, cancellationToken);
    }

    /// <summary>Does not say that it has returned an order of before.</summary>
    private sealed class ForgetsRepeats(GiftCardAdapter inner) : WrappedAdapter(inner)
    {
        public override async Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
            await base.SubmitOrderAsync(submission, cancellationToken) with
            {
                WasReplayed = false,
            };
    }
}
