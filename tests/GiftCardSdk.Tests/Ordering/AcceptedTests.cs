using GiftCardSdk.Adapters;
using GiftCardSdk.Testing;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>The usual way, and what is placed again after it.</summary>
public sealed class AcceptedTests
{
    [Fact]
    public async Task An_order_is_sent_once_and_comes_back_with_its_identity()
    {
        var shop = new Shop();

        var order = await shop.PlaceAsync();

        order.Reference.ShouldBe("order-1");
        order.ProviderKey.ShouldBe("order-1");
        order.Account.ShouldBe(Shop.AccountName);
        order.Provider.ShouldBe("in-memory");
        order.WasReplayed.ShouldBeFalse();
        order.Rewards.Single().Code.ShouldNotBeNull();
        shop.Provider.SoldUnder("order-1").Single().OrderId.ShouldBe(order.Id);
        shop.Provider.Lookups.ShouldBe(0);
    }

    [Fact]
    public async Task The_journal_says_accepted_and_keeps_the_providers_id()
    {
        var shop = new Shop();

        var order = await shop.PlaceAsync();

        var entry = await shop.EntryAsync();
        entry.State.ShouldBe(OrderJournalState.Accepted);
        entry.ProviderOrderIds.ShouldBe([order.Id]);
        entry.RawStatus.ShouldBe("done");
        entry.Attempt.ShouldBe(1);
        entry.IsAmbiguous.ShouldBeFalse();
        entry.Owner.ShouldBeNull();
    }

    [Theory]
    [InlineData("jane@shop.example")]
    [InlineData("https://cards.example/r/8F2K")]
    [InlineData("4929 1180 2231")]
    public async Task What_is_no_word_for_a_status_is_left_out_of_the_journal(string word)
    {
        var shop = new Shop(wrap: adapter => new Worded(adapter, word));

        var order = await shop.PlaceAsync();

        order.RawStatus.ShouldBe(word);
        (await shop.EntryAsync()).RawStatus.ShouldBeNull();
    }

    [Fact]
    public async Task The_same_reference_returns_the_same_order_and_says_so()
    {
        var shop = new Shop();
        var first = await shop.PlaceAsync();

        var second = await shop.PlaceAsync();

        second.Id.ShouldBe(first.Id);
        second.WasReplayed.ShouldBeTrue();
        second.Rewards.Single().Code.ShouldBe(first.Rewards.Single().Code);
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_new_process_on_the_same_journal_buys_nothing_again()
    {
        var shop = new Shop(Profiles.Worst);
        var first = await shop.PlaceAsync();
        shop.Restart();

        (await shop.PlaceAsync()).Id.ShouldBe(first.Id);

        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_accepted_order_that_cannot_be_read_is_said_to_exist_and_is_not_sent_again()
    {
        var reads = new FailingReads();
        var shop = new Shop(wrap: reads.Wrap);
        var order = await shop.PlaceAsync();
        reads.Failure = new GiftCardException("down", GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.NotAnOrder);

        var failure = await shop.FailAsync<GiftCardException>();

        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        failure.OrderId.ShouldBe(order.Id);
        failure.IsTransient.ShouldBeTrue();
        failure.Message.ShouldContain("was bought as 'im1-1'");
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_foreign_exception_while_reading_does_not_show_its_text()
    {
        var reads = new FailingReads();
        var shop = new Shop(wrap: reads.Wrap);
        await shop.PlaceAsync();
        reads.Failure = new InvalidDataException("CANARY-CODE-1");

        var failure = await shop.FailAsync<GiftCardException>();

        failure.ToString().ShouldNotContain("CANARY-CODE-1");
        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
    }

    [Fact]
    public async Task An_order_whose_only_recipient_was_refused_exists_and_ends_the_same_way_each_time()
    {
        var shop = new Shop();
        shop.Provider.NextOrders(ScriptedEnd.RecipientRefused);

        var first = await shop.FailAsync<GiftCardException>();
        var second = await shop.FailAsync<GiftCardException>();

        foreach (var failure in new[] { first, second })
        {
            failure.Code.ShouldBe(GiftCardErrorCode.InvalidRecipient);
            failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
            failure.OrderId.ShouldBe("im1-1");
            failure.Reference.ShouldBe(new OrderReference("order-1"));
        }

        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Accepted);
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_whose_answer_names_it_but_cannot_be_read_is_accepted_and_read_afresh()
    {
        var shop = new Shop(wrap: adapter => new Unreadable(adapter));

        var order = await shop.PlaceInTimeAsync();

        order.Id.ShouldBe("im1-1");
        order.WasReplayed.ShouldBeFalse();
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Accepted);
        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_journal_that_forgot_still_gets_the_original_back_from_a_provider_that_remembers()
    {
        var shop = new Shop(Profiles.ConflictWithId);
        var first = await shop.PlaceAsync();
        var forgetful = new Shop(Profiles.ConflictWithId, provider: shop.Provider, clock: shop.Clock);

        var second = await forgetful.PlaceAsync();

        second.Id.ShouldBe(first.Id);
        second.WasReplayed.ShouldBeTrue();
        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_conflict_without_an_id_is_looked_up_before_it_is_believed()
    {
        var profile = Profiles.NeverBuysAgain with { Answer = RepeatAnswer.Undocumented };
        var shop = new Shop(profile, configure: options => options.RepeatRefusal = GiftCardErrorCode.Conflict);
        var first = await shop.PlaceAsync();
        var forgetful = new Shop(profile, provider: shop.Provider, clock: shop.Clock);

        var second = await forgetful.PlaceAsync();

        second.Id.ShouldBe(first.Id);
        second.WasReplayed.ShouldBeTrue();
        (await forgetful.EntryAsync()).State.ShouldBe(OrderJournalState.Accepted);
    }

    [Fact]
    public async Task An_order_that_a_conflict_names_and_that_is_not_read_in_time_stays_open_and_is_not_the_callers_own_cancellation()
    {
        var shop = new Shop(Profiles.ConflictWithId, wrap: adapter => new EndlessReads(adapter));
        shop.Provider.NextOrders(ScriptedEnd.AnswerLost);
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Miss);

        var failure = await shop.FailAsync<GiftCardException>();

        // What was not compared is not taken for ours, be it named.
        (failure.Outcome, failure.OrderId, failure.IsTransient).ShouldBe((GiftCardOutcome.MayExist, null, true));
        (await shop.EntryAsync()).State.ShouldBe(OrderJournalState.Unknown);
    }

    [Fact]
    public async Task An_answer_without_an_id_is_no_answer()
    {
        var shop = new Shop(wrap: adapter => new Nameless(adapter));

        var order = await shop.PlaceInTimeAsync();

        order.Id.ShouldBe("im1-1");
        (await shop.EntryAsync()).Attempt.ShouldBe(1);
        shop.Provider.Lookups.ShouldBe(1);
    }

    private sealed class FailingReads
    {
        public Exception? Failure { get; set; }

        public GiftCardAdapter Wrap(GiftCardAdapter adapter) => new Adapter(adapter, this);

        private sealed class Adapter(GiftCardAdapter inner, FailingReads reads) : WrappedAdapter(inner)
        {
            public override Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken) =>
                reads.Failure is { } failure ? throw failure : base.GetOrderAsync(orderId, detail, cancellationToken);
        }
    }

    /// <summary>Knows the id of what it bought, and fails on the rest of the answer.</summary>
    private sealed class Unreadable(GiftCardAdapter inner) : WrappedAdapter(inner)
    {
        public override async Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken)
        {
            var order = await base.SubmitOrderAsync(submission, cancellationToken);
            throw new GiftCardException("half an answer", GiftCardErrorCode.UnexpectedResponse, GiftCardOutcome.MayExist)
            {
                OrderId = order.Id,
            };
        }
    }

    /// <summary>Loses the id of what it bought.</summary>
    private sealed class Nameless(GiftCardAdapter inner) : WrappedAdapter(inner)
    {
        public override async Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
            await base.SubmitOrderAsync(submission, cancellationToken) with
            {
                Id = "",
            };
    }

    /// <summary>Answers with a status of its own.</summary>
    private sealed class Worded(GiftCardAdapter inner, string word) : WrappedAdapter(inner)
    {
        public override async Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
            await base.SubmitOrderAsync(submission, cancellationToken) with
            {
                RawStatus = word,
            };
    }

    private sealed class EndlessReads(GiftCardAdapter inner) : WrappedAdapter(inner)
    {
        public override async Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return await base.GetOrderAsync(orderId, detail, cancellationToken);
        }
    }
}
