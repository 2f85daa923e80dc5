using GiftCardSdk.Journal;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using Microsoft.Extensions.DependencyInjection;
using static GiftCardSdk.Tests.Planning.TwoShops;

namespace GiftCardSdk.Tests.Planning;

/// <summary>Who buys, who is asked next, and where a reference stays.</summary>
public sealed class OrderPlannerTests
{
    [Fact]
    public async Task The_cheapest_account_buys()
    {
        await using var shops = new TwoShops();

        var planned = await shops.Planner().PlaceAsync(Coffee("plan-1"), TestContext.Current.CancellationToken);

        (planned.Order.Account, planned.Proposal.ProductId).ShouldBe(("cheap", "cheap-coffee"));
        planned.Left.ShouldBeEmpty();
        shops.SoldUnder("plan-1").Single().OrderId.ShouldBe(planned.Order.Id);
        shops.Dear.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task The_order_is_made_each_time_of_the_proposal_with_the_cost_that_decided()
    {
        await using var shops = new TwoShops();
        var costs = new List<Money?>();
        var request = Coffee("plan-1") with
        {
            Order = proposal =>
            {
                costs.AddRange(proposal.Account == "cheap" ? [proposal.Cost] : []);
                return proposal.ToRequest("plan-1");
            },
        };

        var planned = await shops.Planner().PlaceAsync(request, TestContext.Current.CancellationToken);

        costs.Count.ShouldBeGreaterThan(1);
        costs.Distinct().ShouldBe([Money.Of(23, "EUR")], "an order whose MaxCost is the proposal's cost would go out without a bound");
        planned.Proposal.Cost.ShouldBe(Money.Of(23, "EUR"));
    }

    [Fact]
    public async Task Proposals_are_one_an_account_by_cost_and_what_is_unknown_comes_last()
    {
        await using var shops = new TwoShops();
        var planner = shops.Planner(builder =>
            builder
                .AddInMemory("a-silent", Provider("silent", discount: null))
                .AddInMemory("b-dear", shops.Dear)
                .AddInMemory("c-cheap", shops.Cheap)
                .AddInMemory("d-tea", Provider("tea", discount: 50, brand: "Leaf & Gone Tea"))
        );

        var proposals = await planner.ProposeAsync(Coffee("plan-1"), TestContext.Current.CancellationToken);

        proposals
            .Select(proposal => (proposal.Account, proposal.Cost))
            .ShouldBe([("c-cheap", Money.Of(23, "EUR")), ("b-dear", Money.Of(24.5m, "EUR")), ("a-silent", null)]);
        shops.Cheap.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task An_account_for_which_no_order_is_made_is_not_asked()
    {
        await using var shops = new TwoShops();
        var request = Coffee("plan-1") with { Order = proposal => proposal.Account == "cheap" ? null : proposal.ToRequest("plan-1") };

        (await shops.Planner().PlaceAsync(request, TestContext.Current.CancellationToken)).Order.Account.ShouldBe("dear");
    }

    [Fact]
    public async Task What_no_catalog_has_is_said_as_it_was_asked_for()
    {
        await using var shops = new TwoShops();
        var misspelt = Coffee("plan-1");
        misspelt = misspelt with { Product = misspelt.Product with { Search = "Cofee" } };

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            shops.Planner().PlaceAsync(misspelt, TestContext.Current.CancellationToken)
        );

        failure.Message.ShouldContain("no account's catalog has a brand with 'Cofee' in its name");
        failure.Message.ShouldContain("at 25.00 EUR, delivered as Returned");
    }

    [Fact]
    public async Task Where_nothing_was_bought_for_certain_the_next_account_buys()
    {
        await using var shops = new TwoShops();
        shops.Cheap.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds));

        var planned = await shops.Planner().PlaceAsync(Coffee("plan-1"), TestContext.Current.CancellationToken);

        planned.Order.Account.ShouldBe("dear");
        planned.Left.Select(left => (left.Account, left.Refusal.Code)).ShouldBe([("cheap", GiftCardErrorCode.InsufficientFunds)]);
        shops.SoldUnder("plan-1").Single().Account.ShouldBe("dear");
    }

    [Fact]
    public async Task An_account_that_was_left_buys_nothing_under_the_reference_any_more()
    {
        await using var shops = new TwoShops();
        shops.Cheap.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds));
        var application = shops.Application();
        await application.GetRequiredService<IOrderPlanner>().PlaceAsync(Coffee("plan-1"), TestContext.Current.CancellationToken);
        var giftCards = application.GetRequiredService<IGiftCards>();
        var byHand = new OrderProposal("cheap", "cheap", "cheap-coffee", Money.Of(25, "EUR"), Delivery.Returned, null).ToRequest("plan-1");

        var refusal = await Should.ThrowAsync<GiftCardException>(
            giftCards.GetAccount("cheap").Orders.PlaceAsync(byHand, TestContext.Current.CancellationToken)
        );

        (refusal.Code, refusal.Outcome).ShouldBe((GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated));
        refusal.Message.ShouldContain("'dear'");
        shops.SoldUnder("plan-1").Count.ShouldBe(1);
        var story = await giftCards.Journal.ExplainAsync("cheap", "plan-1", TestContext.Current.CancellationToken);
        story.ShouldNotBeNull().ToString().ShouldContain("has left this account");
    }

    /// <summary>What a spending limit refuses was never written down at its account, which is closed to the order all the same.</summary>
    [Fact]
    public async Task An_account_that_a_limit_closed_is_left_too()
    {
        await using var shops = new TwoShops();
        var application = shops.Application(builder =>
            builder
                .AddInMemory("cheap", shops.Cheap)
                .AddInMemory("dear", shops.Dear)
                .LimitSpending("cheap", new SpendingLimits { PerOrder = [Money.Of(1, "EUR")] })
        );

        var planned = await application
            .GetRequiredService<IOrderPlanner>()
            .PlaceAsync(Coffee("plan-1"), TestContext.Current.CancellationToken);

        planned.Order.Account.ShouldBe("dear");
        planned.Left.Select(left => (left.Account, left.Refusal.Code)).ShouldBe([("cheap", GiftCardErrorCode.SpendingLimit)]);
        var journal = application.GetRequiredService<IGiftCards>().Journal;
        (await journal.ExplainAsync("cheap", "plan-1", TestContext.Current.CancellationToken))
            .ShouldNotBeNull()
            .ToString()
            .ShouldContain("It was never sent.");
        shops.SoldUnder("plan-1").Single().Account.ShouldBe("dear");
    }

    [Fact]
    public async Task An_end_that_is_not_known_stays_with_its_account()
    {
        await using var shops = new TwoShops();
        shops.Cheap.NextOrders(ScriptedEnd.AnswerLost);
        shops.Cheap.ScriptLookups(_ => ScriptedLookup.Inconclusive("the list is closed"));
        shops.Cheap.ScriptOrders(_ => ScriptedEnd.ServerError);
        var planner = shops.Planner();

        await Should.ThrowAsync<OrderOutcomeUnknownException>(shops.PlaceAsync(planner, Coffee("plan-1")));
        shops.Dear.Arrivals.ShouldBe(0);

        shops.Cheap.ScriptOrders(null);
        shops.Cheap.ScriptLookups(null);
        (await shops.PlaceAsync(planner, Coffee("plan-1"))).Order.Account.ShouldBe("cheap");
        shops.SoldUnder("plan-1").Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_a_restart_and_with_other_prices_it_comes_back_to_the_same_account()
    {
        await using var shops = new TwoShops();
        var first = await shops.Planner().PlaceAsync(Coffee("plan-1"), TestContext.Current.CancellationToken);
        var cheaper = Provider("cheaper", discount: 20);

        var again = await shops
            .Planner(builder => builder.AddInMemory("cheap", shops.Cheap).AddInMemory("cheaper", cheaper))
            .PlaceAsync(Coffee("plan-1") with { Accounts = ["cheaper"] }, TestContext.Current.CancellationToken);

        (again.Order.Id, again.Order.WasReplayed).ShouldBe((first.Order.Id, true));
        cheaper.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task Without_its_plan_the_journal_says_where_a_reference_is()
    {
        await using var shops = new TwoShops();
        var application = shops.Application();
        var byHand = new OrderProposal("dear", "dear", "dear-coffee", Money.Of(25, "EUR"), Delivery.Returned, null).ToRequest("plan-1");
        var giftCards = application.GetRequiredService<IGiftCards>();
        var order = await giftCards.GetAccount("dear").Orders.PlaceAsync(byHand, TestContext.Current.CancellationToken);

        var planned = await application
            .GetRequiredService<IOrderPlanner>()
            .PlaceAsync(Coffee("plan-1"), TestContext.Current.CancellationToken);

        (planned.Order.Id, planned.Order.WasReplayed).ShouldBe((order.Id, true));
        shops.Cheap.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_placed_by_hand_after_a_refusal_is_not_bought_again_where_the_plan_was()
    {
        await using var shops = new TwoShops();
        shops.Cheap.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds));
        var application = shops.Application();
        var planner = application.GetRequiredService<IOrderPlanner>();
        await Should.ThrowAsync<GiftCardException>(
            planner.PlaceAsync(Coffee("plan-1") with { Accounts = ["cheap"] }, TestContext.Current.CancellationToken)
        );
        var byHand = new OrderProposal("dear", "dear", "dear-coffee", Money.Of(25, "EUR"), Delivery.Returned, null).ToRequest("plan-1");
        var giftCards = application.GetRequiredService<IGiftCards>();
        var order = await giftCards.GetAccount("dear").Orders.PlaceAsync(byHand, TestContext.Current.CancellationToken);

        var planned = await planner.PlaceAsync(Coffee("plan-1"), TestContext.Current.CancellationToken);

        (planned.Order.Id, planned.Order.WasReplayed).ShouldBe((order.Id, true));
        shops.SoldUnder("plan-1").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Processes_that_share_a_journal_plan_only_where_they_share_the_plans()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IOrderJournal>(new FaultyJournal(isExclusive: false));
        services.AddGiftCards().AddInMemory("cheap", Provider("cheap", discount: 8));
        await using var application = services.BuildServiceProvider();

        Should
            .Throw<InvalidOperationException>(application.GetRequiredService<IOrderPlanner>)
            .Message.ShouldContain(nameof(IOrderJournal.Records));
    }

    [Fact]
    public async Task When_everybody_has_refused_it_is_said_who_and_why_and_the_last_is_asked_again_next_time()
    {
        await using var shops = new TwoShops();
        shops.Cheap.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds));
        shops.Dear.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.ProductUnavailable));
        var planner = shops.Planner();

        var refusal = await Should.ThrowAsync<GiftCardException>(
            planner.PlaceAsync(Coffee("plan-1"), TestContext.Current.CancellationToken)
        );

        (refusal.Code, refusal.Outcome).ShouldBe((GiftCardErrorCode.ProductUnavailable, GiftCardOutcome.NothingCreated));
        refusal.Message.ShouldContain("- cheap: ");
        refusal.Message.ShouldContain("- dear: ");
        (await planner.PlaceAsync(Coffee("plan-1"), TestContext.Current.CancellationToken)).Order.Account.ShouldBe("dear");
        shops.SoldUnder("plan-1").Count.ShouldBe(1);
    }

    [Fact]
    public async Task When_nobody_sells_it_nothing_is_sent_and_every_reason_is_given()
    {
        await using var shops = new TwoShops();
        var request = Coffee("plan-1") with
        {
            Order = proposal => proposal.ToRequest("plan-1", new Recipient { Email = "ada@mail.example" }),
        };

        var refusal = await Should.ThrowAsync<GiftCardException>(
            shops.Planner().PlaceAsync(request, TestContext.Current.CancellationToken)
        );

        (refusal.Code, refusal.Outcome).ShouldBe((GiftCardErrorCode.ProductUnavailable, GiftCardOutcome.NothingCreated));
        refusal.Message.ShouldContain("- cheap: ");
        refusal.Message.ShouldContain("Recipient");
        shops.Cheap.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task Play_money_never_competes_with_real_money()
    {
        await using var shops = new TwoShops();
        var planner = shops.Planner(builder =>
            builder.AddInMemory("cheap", shops.Cheap).AddInMemory("dear", shops.Dear, GiftCardEnvironment.Production)
        );

        (
            await Should.ThrowAsync<ArgumentException>(planner.PlaceAsync(Coffee("plan-1"), TestContext.Current.CancellationToken))
        ).Message.ShouldContain("name those of one environment");

        var named = Coffee("plan-1") with { Accounts = ["dear"] };
        (await planner.PlaceAsync(named, TestContext.Current.CancellationToken)).Order.Account.ShouldBe("dear");
    }

    [Fact]
    public async Task What_is_missing_is_named_before_anybody_is_asked()
    {
        await using var shops = new TwoShops();
        var planner = shops.Planner();
        var request = Coffee("plan-1");

        await ShouldName(request with { Reference = default }, "Reference");
        await ShouldName(request with { Product = request.Product with { FaceValue = null } }, "FaceValue");
        await ShouldName(request with { Product = request.Product with { Delivery = null } }, "Delivery");
        await ShouldName(request with { Order = proposal => proposal.ToRequest("another") }, "'another'");

        async Task ShouldName(PlanRequest wrong, string what) =>
            (
                await Should.ThrowAsync<ArgumentException>(planner.PlaceAsync(wrong, TestContext.Current.CancellationToken))
            ).Message.ShouldContain(what);
    }
}
