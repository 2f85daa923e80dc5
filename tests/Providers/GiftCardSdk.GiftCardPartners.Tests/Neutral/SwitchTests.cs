using GiftCardSdk.Sandbox;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>What nobody has documented may be one way or the other: whichever it is, orders are bought once, found, and read to the end.</summary>
public sealed class SwitchTests
{
    private static readonly Dictionary<string, (Action<GiftCardPartnersTwinOptions> Twin, Action<GiftCardPartnersOptions> Account)> Cases =
        new(StringComparer.Ordinal)
        {
            ["as it is assumed"] = (_ => { }, _ => { }),
            ["camel case"] = (twin => twin.CamelCase = true, _ => { }),
            ["errors as model state"] = (twin => twin.ErrorShape = GiftCardPartnersErrorShape.ModelState, _ => { }),
            ["errors as problem details"] = (twin => twin.ErrorShape = GiftCardPartnersErrorShape.ProblemDetails, _ => { }),
            ["errors without a body"] = (twin => twin.ErrorShape = GiftCardPartnersErrorShape.Empty, _ => { }),
            ["unknown ids are 400"] = (twin => twin.UnknownAnswer = GiftCardPartnersUnknownAnswer.BadRequest, _ => { }),
            ["any PO number"] = (twin => twin.RestrictPONumbers = false, _ => { }),
            ["all orders are asynchronous"] = (twin => twin.AsyncThreshold = 0, _ => { }),
            ["pending orders show their lines"] = (
                twin => (twin.AsyncThreshold, twin.PendingLines) = (0, GiftCardPartnersPendingLines.WithoutClaimData),
                _ => { }
            ),
            ["other words"] = (
                twin => (twin.CompletedWord, twin.FailedWord, twin.CancelledWord) = ("Fulfilled", "Declined", "Canceled"),
                _ => { }
            ),
            ["delivered cards show their claims"] = (twin => twin.ClaimDataOnDelivery = true, _ => { }),
            ["cost of one card"] = (twin => twin.CostPerCard = true, account => account.WireAssumptions.CostIsLineTotal = false),
            ["shipping is free"] = (twin => twin.ChargeShipping = false, _ => { }),
            ["no dates"] = (twin => twin.ShowCreatedDate = false, _ => { }),
            ["no notes"] = (twin => twin.EchoNote = false, _ => { }),
            ["external ids come back"] = (twin => twin.EchoExternalId = true, _ => { }),
            ["listed orders have lines"] = (twin => twin.ListedLineItems = true, _ => { }),
            ["oldest orders first"] = (twin => twin.OldestOrdersFirst = true, _ => { }),
            ["orders appear late"] = (twin => twin.OrderVisibilityDelay = TimeSpan.FromSeconds(3), _ => { }),
            ["pages from 0"] = (twin => twin.FirstPageIndex = 0, account => account.WireAssumptions.FirstPageIndex = 0),
            ["small pages"] = (twin => twin.MaxPageSize = 2, _ => { }),
            ["oversized pages are refused"] = (
                twin => (twin.MaxPageSize, twin.RefuseOversizedPages) = (50, true),
                account => account.WireAssumptions.PageSize = 50
            ),
            ["bare lists"] = (twin => twin.PagedLists = GiftCardPartnersListShape.Array, _ => { }),
            ["short lists in envelopes"] = (twin => twin.LookupLists = GiftCardPartnersListShape.Envelope, _ => { }),
            ["suffixed balance names"] = (twin => twin.SuffixedBalanceNames = true, _ => { }),
            ["balance without a currency"] = (twin => twin.ShowBalanceCurrency = false, _ => { }),
            ["other product words"] = (
                twin => (twin.VariableWord, twin.PhysicalWord) = ("Range", "Plastic"),
                account => account.WireAssumptions.VariableDenominations = "Range"
            ),
            ["discounts as fractions"] = (
                twin => twin.DiscountAsFraction = true,
                account => account.WireAssumptions.DiscountIsFraction = true
            ),
            ["members of the sister"] = (twin => twin.ShowSisterMembers = true, _ => { }),
            ["no status operation"] = (twin => twin.StatusOperationExists = false, _ => { }),
        };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_order_is_bought_once_and_read_to_its_end_either_way(string name)
    {
        await using var stage = await Stage.StartAsync(Cases[name].Twin, Cases[name].Account);
        await stage.Account.Orders.PlaceAsync(Requests.Email("before"));
        stage.Break("orders.create", FaultKind.CloseAfterCommit);

        var order = await stage.Account.PlaceAndWaitAsync(
            Requests.Links("lost", Requests.Line("PRODUCTA", 25.5m, quantity: 2) with { LineReference = "l-1" }),
            TimeSpan.FromMinutes(2)
        );

        stage.Twin.Ledger.SalesFor("lost").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        (order.Status, order.Reference?.Value, order.Rewards.Count).ShouldBe((OrderStatus.Completed, "lost", 2));
        order.Rewards.ShouldAllBe(card => card.Link != null && card.Challenge != null && card.FaceValue == Money.Of(25.5m, "USD"));
        // 25.50 less 4.5 %, rounded to 24.35 each.
        order.TotalCost.ShouldBe(Money.Of(48.70m, "USD"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_order_whose_journal_is_lost_is_not_bought_twice_either_way(string name)
    {
        await using var stage = await Stage.StartAsync(Cases[name].Twin, Cases[name].Account);
        var first = await stage.Account.Orders.PlaceAsync(Requests.Links("twice"));
        await using var restarted = stage.Restarted(Cases[name].Account);

        var again = await restarted.Account.Orders.PlaceAsync(Requests.Links("twice"));

        // A pending order shows too little when it is met: it is found later, and then this very call may have made it.
        (again.Id, again.WasReplayed).ShouldBe((first.Id, name != "all orders are asynchronous"));
        (stage.Twin.Ledger.Count, stage.Twin.Ledger.Duplicates).ShouldBe((1, 0));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Catalog_lists_and_balances_are_read_either_way(string name)
    {
        await using var stage = await Stage.StartAsync(Cases[name].Twin, Cases[name].Account);
        stage.Twin.RequestFunding("USD", 100);
        var products = new List<Product>();
        await foreach (var product in stage.Account.Catalog.ListAsync())
        {
            products.Add(product);
        }

        products.Select(product => product.Id).ShouldBe(stage.Twin.ProductIds);
        products.ShouldAllBe(product => product.Offers.Count == 1 && product.Offers[0].Denominations != UnknownDenominations.Instance);
        products.Single(product => product.Id == Requests.Coffee).Offers[0].DiscountPercent.ShouldBe(3m);
        (await stage.Accounts.Cache.ListShippingMethodsAsync()).Count.ShouldBe(4);
        (await stage.Accounts.Cache.ListDepartmentsAsync()).Count.ShouldBe(2);
        var balance = (await stage.Account.Balances.ListAsync()).ShouldHaveSingleItem();
        (balance.Available, balance.Incoming).ShouldBe((Money.Of(25_000_000, "USD"), Money.Of(100, "USD")));
        await stage.Api.CheckHealthAsync();
    }

    [Theory]
    [InlineData(GiftCardPartnersErrorShape.Errors)]
    [InlineData(GiftCardPartnersErrorShape.ModelState)]
    [InlineData(GiftCardPartnersErrorShape.ProblemDetails)]
    [InlineData(GiftCardPartnersErrorShape.Empty)]
    public async Task A_refusal_is_definite_where_it_speaks_of_what_was_ordered(GiftCardPartnersErrorShape shape)
    {
        await using var stage = await Stage.StartAsync(
            twin => twin.ErrorShape = shape,
            account => account.CheckOrdersAgainstCatalog = false
        );

        var value = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Account.Orders.PlaceAsync(Requests.Links("value", Requests.Line(value: 17.5m)))
        );
        stage.Twin.SetBalance("USD", 0);
        var funds = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Links("funds")));

        // Problem details are everybody's form, and an empty body is nobody's: only what names members of the order is the provider's own.
        var isSaid = shape != GiftCardPartnersErrorShape.Empty;
        var isKnown = shape is GiftCardPartnersErrorShape.Errors or GiftCardPartnersErrorShape.ModelState;
        value.Code.ShouldBe(isSaid ? GiftCardErrorCode.ProductUnavailable : GiftCardErrorCode.OutcomeUnknown);
        value.Outcome.ShouldBe(isSaid ? GiftCardOutcome.NothingCreated : GiftCardOutcome.MayExist);
        funds.Code.ShouldBe(isKnown ? GiftCardErrorCode.InsufficientFunds : GiftCardErrorCode.OutcomeUnknown);
        funds.Outcome.ShouldBe(isKnown ? GiftCardOutcome.NothingCreated : GiftCardOutcome.MayExist);
        stage.Twin.Ledger.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_number_that_was_refused_can_be_used_again_or_ends_unknown(bool isFree)
    {
        await using var stage = await Stage.StartAsync(twin => twin.RefusalFreesPONumber = isFree);
        stage.Twin.SetBalance("USD", 0);
        await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.Links("again")));
        stage.Twin.SetBalance("USD", 1000);

        if (isFree)
        {
            var order = await stage.Account.Orders.PlaceAsync(Requests.Links("again"));
            stage.Twin.Ledger.SalesFor("again").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        }
        else
        {
            // The provider says that the number is used and names no order: nothing can be told for certain.
            await Should.ThrowAsync<OrderOutcomeUnknownException>(() => stage.Account.Orders.PlaceAsync(Requests.Links("again")));
            stage.Twin.Ledger.Count.ShouldBe(0);
        }
    }
}
